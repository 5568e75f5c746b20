using Dapper;

namespace Chancery.Record.Access;

/// <summary>What a program may do with a token; each may what those before it may, and none more than its person.</summary>
public enum Scope
{
    Read,
    Edit,
    Approve,
}

/// <summary>A token as it is listed.</summary>
/// <param name="Id">Names it; it opens nothing.</param>
/// <param name="Account">Whose: the account's id.</param>
/// <param name="Name">What it is for.</param>
/// <param name="Scope">What it may do.</param>
/// <param name="MadeAt">UTC.</param>
/// <param name="UsedAt">The last use, to the hour; null where there was none.</param>
public sealed record Token(
    string Id,
    string Account,
    string Name,
    Scope Scope,
    DateTimeOffset MadeAt,
    DateTimeOffset? UsedAt
);

/// <summary>The tokens of programs.</summary>
public static class TokenShelf
{
    /// <summary>How exactly the last use is known.</summary>
    private static readonly TimeSpan grain = TimeSpan.FromHours(1);

    private const string Columns =
        "t.id AS Id, t.account AS Account, t.name AS Name, t.scope AS Scope, t.made_at AS MadeAt, t.used_at AS UsedAt";

    /// <returns>The token itself, told once; the record keeps only its hash.</returns>
    public static string Make(Store store, string account, string name, Scope scope, DateTimeOffset at)
    {
        var token = Secret.New();
        store.Write(connection =>
            connection.Execute(
                """
                INSERT INTO tokens (token, id, account, name, scope, made_at)
                VALUES (@token, @id, @account, @name, @scope, @at)
                """,
                new
                {
                    token = Secret.Hash(token),
                    id = Secret.NewId(),
                    account,
                    name,
                    scope = scope.ToString().ToLowerInvariant(),
                    at = at.ToUnixTimeMilliseconds(),
                }
            )
        );
        return token;
    }

    /// <summary>Null where there is no such token or its account is closed.</summary>
    public static Token? Find(Store store, string token, DateTimeOffset at)
    {
        Row? row;
        using (var connection = store.Reader())
        {
            row = connection.QuerySingleOrDefault<Row>(
                $"SELECT {Columns} FROM tokens AS t JOIN accounts AS a ON a.id = t.account WHERE t.token = @token AND a.closed_at IS NULL",
                new { token = Secret.Hash(token) }
            );
        }
        if (row is not null && at.ToUnixTimeMilliseconds() - row.UsedAt > grain.TotalMilliseconds)
        {
            store.Write(connection =>
                connection.Execute(
                    "UPDATE tokens SET used_at = @at WHERE id = @Id",
                    new { row.Id, at = at.ToUnixTimeMilliseconds() }
                )
            );
        }
        return row?.Token();
    }

    /// <summary>Those of an account, the newest first.</summary>
    public static IReadOnlyList<Token> Of(Store store, string account)
    {
        using var connection = store.Reader();
        return
        [
            .. connection
                .Query<Row>(
                    $"SELECT {Columns} FROM tokens AS t WHERE t.account = @account ORDER BY t.made_at DESC, t.id",
                    new { account }
                )
                .Select(row => row.Token()),
        ];
    }

    /// <summary>Ends one; false where the account has none of that id.</summary>
    public static bool End(Store store, string account, string id)
    {
        var ended = 0;
        store.Write(connection =>
            ended = connection.Execute(
                "DELETE FROM tokens WHERE id = @id AND account = @account",
                new { id, account }
            )
        );
        return ended > 0;
    }

    private sealed record Row(string Id, string Account, string Name, string Scope, long MadeAt, long UsedAt)
    {
        public Token Token() =>
            new(
                Id,
                Account,
                Name,
                Enum.Parse<Scope>(Scope, ignoreCase: true),
                DateTimeOffset.FromUnixTimeMilliseconds(MadeAt),
                UsedAt == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(UsedAt)
            );
    }
}
