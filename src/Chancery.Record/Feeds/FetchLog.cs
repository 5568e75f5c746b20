using System.Data.Common;
using Dapper;

namespace Chancery.Record.Feeds;

/// <summary>What came of asking an address the last time.</summary>
/// <param name="Address">As asked, before redirects.</param>
/// <param name="At">When it was asked.</param>
/// <param name="ETag">To be sent with the next request.</param>
/// <param name="LastModified">To be sent with the next request.</param>
/// <param name="MovedTo">Where it has moved for good; null where it has not.</param>
/// <param name="NotBefore">When its server wants to be asked again; null where it did not say.</param>
/// <param name="Failure">In words; null where it came.</param>
/// <param name="MayPass">Whether the failure is one that may pass.</param>
public sealed record Asked(
    string Address,
    DateTimeOffset At,
    string? ETag = null,
    string? LastModified = null,
    string? MovedTo = null,
    DateTimeOffset? NotBefore = null,
    string? Failure = null,
    bool MayPass = false
);

/// <summary>The addresses that were asked, and what came the last time.</summary>
public static class FetchLog
{
    public static void Keep(DbConnection connection, Asked asked) =>
        connection.Execute(
            """
            INSERT OR REPLACE INTO fetches
                (address, asked_at, etag, last_modified, moved_to, not_before, failure, may_pass)
            VALUES (@Address, @at, @ETag, @LastModified, @MovedTo, @notBefore, @Failure, @MayPass)
            """,
            new
            {
                asked.Address,
                at = asked.At.ToUnixTimeMilliseconds(),
                asked.ETag,
                asked.LastModified,
                asked.MovedTo,
                notBefore = asked.NotBefore?.ToUnixTimeMilliseconds(),
                asked.Failure,
                asked.MayPass,
            }
        );

    /// <summary>Null where the address was never asked.</summary>
    public static Asked? Find(Store store, string address)
    {
        using var connection = store.Reader();
        return
            connection.QuerySingleOrDefault<Row>(
                """
                SELECT address AS Address, asked_at AS At, etag AS ETag, last_modified AS LastModified,
                       moved_to AS MovedTo, not_before AS NotBefore, failure AS Failure, may_pass AS MayPass
                FROM fetches WHERE address = @address
                """,
                new { address }
            )
                is { } row
            ? new Asked(
                row.Address,
                DateTimeOffset.FromUnixTimeMilliseconds(row.At),
                row.ETag,
                row.LastModified,
                row.MovedTo,
                row.NotBefore is { } until ? DateTimeOffset.FromUnixTimeMilliseconds(until) : null,
                row.Failure,
                row.MayPass != 0
            )
            : null;
    }

    /// <summary>True where a page need not be asked for: the archive has it, it came under another address, or it was refused for good.</summary>
    public static bool IsSettled(Store store, string address)
    {
        using var connection = store.Reader();
        return connection.ExecuteScalar<long>(
                """
                SELECT EXISTS (SELECT 1 FROM captures WHERE address = @address)
                    OR EXISTS (SELECT 1 FROM fetches WHERE address = @address AND (failure IS NULL OR NOT may_pass))
                """,
                new { address }
            ) != 0;
    }

    private sealed record Row(
        string Address,
        long At,
        string? ETag,
        string? LastModified,
        string? MovedTo,
        long? NotBefore,
        string? Failure,
        long MayPass
    );
}
