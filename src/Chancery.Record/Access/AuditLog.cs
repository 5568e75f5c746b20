using Dapper;

namespace Chancery.Record.Access;

/// <summary>One thing that somebody did.</summary>
/// <param name="At">UTC.</param>
/// <param name="Who">As they were called then; empty where nobody was signed in.</param>
/// <param name="Act">In the past tense: "signed in", "approved".</param>
/// <param name="Subject">What it was done to.</param>
/// <param name="Address">The network address it came from.</param>
public sealed record AuditEntry(DateTimeOffset At, string Who, string Act, string Subject, string Address);

/// <summary>What was done on the desk, by whom and from where. Written, never changed.</summary>
public static class AuditLog
{
    public static void Write(Store store, Account? account, AuditEntry entry) =>
        store.Write(connection =>
            connection.Execute(
                """
                INSERT INTO audit (at, account, who, act, subject, address)
                VALUES (@at, @account, @Who, @Act, @Subject, @Address)
                """,
                new
                {
                    at = entry.At.ToUnixTimeMilliseconds(),
                    account = account?.Id,
                    entry.Who,
                    entry.Act,
                    entry.Subject,
                    entry.Address,
                }
            )
        );

    /// <summary>The newest first.</summary>
    /// <param name="store">The record.</param>
    /// <param name="from">How many to pass over.</param>
    /// <param name="count">How many to give.</param>
    public static IReadOnlyList<AuditEntry> Newest(Store store, int from, int count)
    {
        using var connection = store.Reader();
        return
        [
            .. connection
                .Query<Row>(
                    """
                    SELECT at AS At, who AS Who, act AS Act, subject AS Subject, address AS Address FROM audit
                    ORDER BY id DESC LIMIT @count OFFSET @from
                    """,
                    new { from, count }
                )
                .Select(row => new AuditEntry(
                    DateTimeOffset.FromUnixTimeMilliseconds(row.At),
                    row.Who,
                    row.Act,
                    row.Subject,
                    row.Address
                )),
        ];
    }

    private sealed record Row(long At, string Who, string Act, string Subject, string Address);
}
