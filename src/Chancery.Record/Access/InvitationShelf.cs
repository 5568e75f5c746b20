using Dapper;

namespace Chancery.Record.Access;

/// <summary>One-time codes with which a person sets a first or a new password.</summary>
public static class InvitationShelf
{
    /// <summary>Gives a code; an earlier one of the account no longer opens anything.</summary>
    public static string Give(Store store, string account, DateTimeOffset endsAt)
    {
        var code = Secret.New();
        store.Write(connection =>
        {
            connection.Execute("DELETE FROM invitations WHERE account = @account", new { account });
            connection.Execute(
                "INSERT INTO invitations (code, account, ends_at) VALUES (@code, @account, @ends)",
                new
                {
                    code = Secret.Hash(code),
                    account,
                    ends = endsAt.ToUnixTimeMilliseconds(),
                }
            );
        });
        return code;
    }

    /// <summary>Whose code it is; null where it is none, was used or has ended.</summary>
    public static Account? Holder(Store store, string code, DateTimeOffset at)
    {
        using var connection = store.Reader();
        return connection
            .QuerySingleOrDefault<AccountShelf.Row>(
                $"""
                SELECT {AccountShelf.Columns} FROM invitations AS i JOIN accounts AS a ON a.id = i.account
                WHERE i.code = @code AND i.ends_at > @at AND a.closed_at IS NULL
                """,
                new { code = Secret.Hash(code), at = at.ToUnixTimeMilliseconds() }
            )
            ?.Account();
    }

    /// <summary>Takes a code up: true for the one caller that came first.</summary>
    public static bool TakeUp(Store store, string code, DateTimeOffset at)
    {
        var taken = 0;
        store.Write(connection =>
            taken = connection.Execute(
                "DELETE FROM invitations WHERE code = @code AND ends_at > @at",
                new { code = Secret.Hash(code), at = at.ToUnixTimeMilliseconds() }
            )
        );
        return taken > 0;
    }
}
