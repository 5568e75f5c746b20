using Dapper;

namespace Chancery.Record.Access;

/// <summary>The accounts of the desk.</summary>
public static class AccountShelf
{
    internal const string Columns = """
        a.id AS Id, a.name AS Name, a.person AS Person, a.role AS Role, a.password IS NOT NULL AS HasPassword,
        a.locked_until AS LockedUntil, a.added_at AS AddedAt, a.closed_at AS ClosedAt
        """;

    /// <summary>True while nobody can sign in: the desk is new.</summary>
    public static bool IsEmpty(Store store)
    {
        using var connection = store.Reader();
        return connection.ExecuteScalar<long>("SELECT count(*) FROM accounts WHERE password IS NOT NULL")
            == 0;
    }

    /// <summary>Adds one without a password; null where the name is taken.</summary>
    public static Account? Add(Store store, string name, string person, Role role, DateTimeOffset at)
    {
        var id = Secret.NewId();
        var added = 0;
        store.Write(connection =>
            added = connection.Execute(
                """
                INSERT INTO accounts (id, name, person, role, added_at) VALUES (@id, @name, @person, @role, @at)
                ON CONFLICT DO NOTHING
                """,
                new
                {
                    id,
                    name,
                    person,
                    role = Written(role),
                    at = at.ToUnixTimeMilliseconds(),
                }
            )
        );
        return added > 0 ? Find(store, id) : null;
    }

    public static Account? Find(Store store, string id) => One(store, "a.id = @key", id);

    public static Account? ByName(Store store, string name) => One(store, "a.name = @key", name);

    /// <summary>All, closed ones too, by name.</summary>
    public static IReadOnlyList<Account> All(Store store)
    {
        using var connection = store.Reader();
        return
        [
            .. connection
                .Query<Row>($"SELECT {Columns} FROM accounts AS a ORDER BY a.closed_at IS NOT NULL, a.name")
                .Select(row => row.Account()),
        ];
    }

    /// <summary>The hash of the password; null where none is set.</summary>
    public static string? Password(Store store, string id)
    {
        using var connection = store.Reader();
        return connection.QuerySingleOrDefault<string>(
            "SELECT password FROM accounts WHERE id = @id",
            new { id }
        );
    }

    /// <summary>Sets the hash of the password; wrong tries before are forgotten.</summary>
    public static void SetPassword(Store store, string id, string hash) =>
        store.Write(connection =>
            connection.Execute(
                "UPDATE accounts SET password = @hash, failures = 0, locked_until = NULL WHERE id = @id",
                new { id, hash }
            )
        );

    public static void SetRole(Store store, string id, Role role) =>
        store.Write(connection =>
            connection.Execute(
                "UPDATE accounts SET role = @role WHERE id = @id",
                new { id, role = Written(role) }
            )
        );

    /// <summary>Closes an account and ends its sessions, or opens it again (<paramref name="at"/> null).</summary>
    public static void Close(Store store, string id, DateTimeOffset? at) =>
        store.Write(connection =>
        {
            connection.Execute(
                "UPDATE accounts SET closed_at = @at WHERE id = @id",
                new { id, at = at?.ToUnixTimeMilliseconds() }
            );
            connection.Execute("DELETE FROM sessions WHERE account = @id", new { id });
        });

    /// <summary>Counts a wrong password; at the last of <paramref name="most"/> the account is locked.</summary>
    public static void Failed(Store store, string id, int most, DateTimeOffset lockedUntil) =>
        store.Write(connection =>
            connection.Execute(
                """
                UPDATE accounts SET
                    failures = CASE WHEN failures + 1 >= @most THEN 0 ELSE failures + 1 END,
                    locked_until = CASE WHEN failures + 1 >= @most THEN @until ELSE locked_until END
                WHERE id = @id
                """,
                new
                {
                    id,
                    most,
                    until = lockedUntil.ToUnixTimeMilliseconds(),
                }
            )
        );

    /// <summary>The right password came: the count of wrong ones begins anew.</summary>
    public static void Succeeded(Store store, string id) =>
        store.Write(connection =>
            connection.Execute(
                "UPDATE accounts SET failures = 0, locked_until = NULL WHERE id = @id AND (failures > 0 OR locked_until IS NOT NULL)",
                new { id }
            )
        );

    private static Account? One(Store store, string condition, string key)
    {
        using var connection = store.Reader();
        return connection
            .QuerySingleOrDefault<Row>($"SELECT {Columns} FROM accounts AS a WHERE {condition}", new { key })
            ?.Account();
    }

    internal static string Written(Role role) => role.ToString().ToLowerInvariant();

    internal sealed class Row
    {
        public string Id { get; init; } = "";
        public string Name { get; init; } = "";
        public string Person { get; init; } = "";
        public string Role { get; init; } = "";
        public long HasPassword { get; init; }
        public long? LockedUntil { get; init; }
        public long AddedAt { get; init; }
        public long? ClosedAt { get; init; }

        public Account Account() =>
            new(
                Id,
                Name,
                Person,
                Enum.Parse<Role>(Role, ignoreCase: true),
                HasPassword != 0,
                Time(LockedUntil),
                Time(AddedAt)!.Value,
                Time(ClosedAt)
            );
    }

    internal static DateTimeOffset? Time(long? milliseconds) =>
        milliseconds is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;
}
