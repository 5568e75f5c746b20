using Dapper;

namespace Chancery.Record.Access;

/// <summary>The browsers that are signed in.</summary>
public static class SessionShelf
{
    /// <summary>Begins one.</summary>
    /// <returns>The token for the browser; the record keeps only its hash.</returns>
    public static string Begin(
        Store store,
        string account,
        string agent,
        string address,
        DateTimeOffset at,
        TimeSpan life
    )
    {
        var token = Secret.New();
        store.Write(connection =>
        {
            connection.Execute(
                "DELETE FROM sessions WHERE ends_at < @at",
                new { at = at.ToUnixTimeMilliseconds() }
            );
            connection.Execute(
                """
                INSERT INTO sessions (token, id, account, started_at, seen_at, ends_at, agent, address)
                VALUES (@token, @id, @account, @at, @at, @ends, @agent, @address)
                """,
                new
                {
                    token = Secret.Hash(token),
                    id = Secret.NewId(),
                    account,
                    at = at.ToUnixTimeMilliseconds(),
                    ends = (at + life).ToUnixTimeMilliseconds(),
                    agent,
                    address,
                }
            );
        });
        return token;
    }

    /// <summary>The session of a token, with its account; null where it ended, idled away, or its account is closed.</summary>
    public static Session? Find(Store store, string token, DateTimeOffset at, TimeSpan idle)
    {
        using var connection = store.Reader();
        return connection
            .QuerySingleOrDefault<Row>(
                $"""
                {Select} WHERE s.token = @token AND s.ends_at > @at AND s.seen_at > @idle AND a.closed_at IS NULL
                """,
                new
                {
                    token = Secret.Hash(token),
                    at = at.ToUnixTimeMilliseconds(),
                    idle = (at - idle).ToUnixTimeMilliseconds(),
                }
            )
            ?.Session();
    }

    public static void Seen(Store store, string id, string address, DateTimeOffset at) =>
        store.Write(connection =>
            connection.Execute(
                "UPDATE sessions SET seen_at = @at, address = @address WHERE id = @id",
                new
                {
                    id,
                    address,
                    at = at.ToUnixTimeMilliseconds(),
                }
            )
        );

    /// <summary>Those of an account, the last seen first.</summary>
    public static IReadOnlyList<Session> Of(Store store, string account, DateTimeOffset at)
    {
        using var connection = store.Reader();
        return
        [
            .. connection
                .Query<Row>(
                    $"{Select} WHERE s.account = @account AND s.ends_at > @at ORDER BY s.seen_at DESC",
                    new { account, at = at.ToUnixTimeMilliseconds() }
                )
                .Select(row => row.Session()),
        ];
    }

    /// <summary>Ends one of an account's sessions.</summary>
    public static void End(Store store, string account, string id) =>
        store.Write(connection =>
            connection.Execute(
                "DELETE FROM sessions WHERE account = @account AND id = @id",
                new { account, id }
            )
        );

    /// <summary>Ends all sessions of an account but one.</summary>
    public static void EndOthers(Store store, string account, string? but) =>
        store.Write(connection =>
            connection.Execute(
                "DELETE FROM sessions WHERE account = @account AND id IS NOT @but",
                new { account, but }
            )
        );

    private const string Select = $"""
        SELECT s.id AS SessionId, s.started_at AS StartedAt, s.seen_at AS SeenAt, s.ends_at AS EndsAt,
               s.agent AS Agent, s.address AS Address, {AccountShelf.Columns}
        FROM sessions AS s JOIN accounts AS a ON a.id = s.account
        """;

    private sealed class Row
    {
        public string SessionId { get; init; } = "";
        public long StartedAt { get; init; }
        public long SeenAt { get; init; }
        public long EndsAt { get; init; }
        public string Agent { get; init; } = "";
        public string Address { get; init; } = "";
        public string Id { get; init; } = "";
        public string Name { get; init; } = "";
        public string Person { get; init; } = "";
        public string Role { get; init; } = "";
        public long HasPassword { get; init; }
        public long? LockedUntil { get; init; }
        public long AddedAt { get; init; }
        public long? ClosedAt { get; init; }

        public Session Session() =>
            new(
                SessionId,
                new AccountShelf.Row
                {
                    Id = Id,
                    Name = Name,
                    Person = Person,
                    Role = Role,
                    HasPassword = HasPassword,
                    LockedUntil = LockedUntil,
                    AddedAt = AddedAt,
                    ClosedAt = ClosedAt,
                }.Account(),
                DateTimeOffset.FromUnixTimeMilliseconds(StartedAt),
                DateTimeOffset.FromUnixTimeMilliseconds(SeenAt),
                DateTimeOffset.FromUnixTimeMilliseconds(EndsAt),
                Agent,
                Address
            );
    }
}
