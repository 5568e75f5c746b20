using Dapper;

namespace Chancery.Record.Access;

/// <summary>A passkey of an account.</summary>
/// <param name="Credential">The authenticator's own name for it.</param>
/// <param name="Account">Whose, by id.</param>
/// <param name="Name">As its owner calls it.</param>
/// <param name="AddedAt">UTC.</param>
/// <param name="UsedAt">The last sign-in with it; null before the first.</param>
/// <param name="Data">What verifying it needs: the editor's own JSON.</param>
public sealed record Passkey(
    byte[] Credential,
    string Account,
    string Name,
    DateTimeOffset AddedAt,
    DateTimeOffset? UsedAt,
    string Data
);

/// <summary>The passkeys of the accounts. The record holds public keys: who reads it cannot sign in with them.</summary>
public static class PasskeyShelf
{
    private const string Select =
        "SELECT credential AS Credential, account AS Account, name AS Name, added_at AS AddedAt, used_at AS UsedAt, data AS Data FROM passkeys";

    public static void Keep(Store store, Passkey passkey) =>
        store.Write(connection =>
            connection.Execute(
                """
                INSERT INTO passkeys (credential, account, name, added_at, used_at, data)
                VALUES (@Credential, @Account, @Name, @added, @used, @Data)
                ON CONFLICT (credential) DO UPDATE SET used_at = excluded.used_at, data = excluded.data
                    WHERE account = excluded.account
                """,
                new
                {
                    passkey.Credential,
                    passkey.Account,
                    passkey.Name,
                    added = passkey.AddedAt.ToUnixTimeMilliseconds(),
                    used = passkey.UsedAt?.ToUnixTimeMilliseconds(),
                    passkey.Data,
                }
            )
        );

    public static IReadOnlyList<Passkey> Of(Store store, string account)
    {
        using var connection = store.Reader();
        return
        [
            .. connection
                .Query<Row>($"{Select} WHERE account = @account ORDER BY added_at", new { account })
                .Select(row => row.Passkey()),
        ];
    }

    public static Passkey? Find(Store store, byte[] credential)
    {
        using var connection = store.Reader();
        return connection
            .QuerySingleOrDefault<Row>($"{Select} WHERE credential = @credential", new { credential })
            ?.Passkey();
    }

    public static void Remove(Store store, string account, byte[] credential) =>
        store.Write(connection =>
            connection.Execute(
                "DELETE FROM passkeys WHERE account = @account AND credential = @credential",
                new { account, credential }
            )
        );

    private sealed record Row
    {
        public byte[] Credential { get; init; } = [];
        public string Account { get; init; } = "";
        public string Name { get; init; } = "";
        public long AddedAt { get; init; }
        public long? UsedAt { get; init; }
        public string Data { get; init; } = "";

        public Passkey Passkey() =>
            new(
                Credential,
                Account,
                Name,
                DateTimeOffset.FromUnixTimeMilliseconds(AddedAt),
                UsedAt is { } used ? DateTimeOffset.FromUnixTimeMilliseconds(used) : null,
                Data
            );
    }
}
