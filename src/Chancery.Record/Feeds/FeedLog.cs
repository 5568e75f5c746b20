using System.Data.Common;
using Chancery.Terms;
using Dapper;

namespace Chancery.Record.Feeds;

/// <summary>A feed as the desk knows it.</summary>
/// <param name="Address">Of the feed.</param>
/// <param name="Title">As it was subscribed to; empty where it was not, or has none.</param>
/// <param name="Reads">How often it was asked, well or not.</param>
/// <param name="LastGood">The last good read; null where there was none.</param>
/// <param name="Failure">What went wrong at the last read, in words; null where it went well or there was none.</param>
/// <param name="Entries">Entries seen so far.</param>
/// <param name="Newest">The newest entry's date.</param>
public sealed record FeedState(
    string Address,
    string Title,
    int Reads,
    DateTimeOffset? LastGood,
    string? Failure,
    int Entries,
    DateTimeOffset? Newest
);

/// <summary>When each feed was read and what it listed. An absence may be stated only from here.</summary>
public static class FeedLog
{
    public static void Keep(DbConnection connection, string address, Feed feed, DateTimeOffset readAt)
    {
        var dated = feed.Entries.Where(entry => entry.Published is not null).ToList();
        connection.Execute(
            """
            INSERT INTO feed_reads (feed, read_at, failure, oldest, entries)
            VALUES (@address, @readAt, NULL, @oldest, @entries)
            ON CONFLICT DO NOTHING
            """,
            new
            {
                address,
                readAt = readAt.ToUnixTimeMilliseconds(),
                oldest = dated.Count == 0
                    ? (long?)null
                    : dated.Min(entry => entry.Published!.Value).ToUnixTimeMilliseconds(),
                entries = feed.Entries.Count,
            }
        );
        connection.Execute(
            """
            INSERT INTO feed_entries (feed, link, title, published) VALUES (@address, @link, @title, @published)
            ON CONFLICT DO NOTHING
            """,
            feed.Entries.Select(entry => new
            {
                address,
                link = entry.Link ?? entry.Id,
                title = entry.Title ?? "",
                published = entry.Published?.ToUnixTimeMilliseconds(),
            })
        );
    }

    public static void Fail(DbConnection connection, string address, Reason why, DateTimeOffset readAt) =>
        connection.Execute(
            """
            INSERT INTO feed_reads (feed, read_at, failure, oldest, entries)
            VALUES (@address, @readAt, @Sentence, NULL, 0)
            ON CONFLICT DO NOTHING
            """,
            new
            {
                address,
                readAt = readAt.ToUnixTimeMilliseconds(),
                why.Sentence,
            }
        );

    /// <summary>The server said that the list is what it was: a good read of what the last good read gave.</summary>
    public static void Unchanged(DbConnection connection, string address, DateTimeOffset readAt) =>
        connection.Execute(
            """
            INSERT INTO feed_reads (feed, read_at, failure, oldest, entries)
            SELECT feed, @readAt, NULL, oldest, entries FROM feed_reads
            WHERE feed = @address AND failure IS NULL ORDER BY read_at DESC LIMIT 1
            ON CONFLICT DO NOTHING
            """,
            new { address, readAt = readAt.ToUnixTimeMilliseconds() }
        );

    /// <summary>What is known of each feed that was ever read or subscribed to, by address.</summary>
    public static IReadOnlyList<FeedState> All(Store store)
    {
        using var connection = store.Reader();
        return
        [
            .. connection
                .Query<StateRow>(
                    """
                    SELECT f.feed AS Feed,
                           (SELECT title FROM subscriptions AS s WHERE s.feed = f.feed LIMIT 1) AS Title,
                           (SELECT count(*) FROM feed_reads AS r WHERE r.feed = f.feed) AS Reads,
                           (SELECT max(read_at) FROM feed_reads AS r WHERE r.feed = f.feed AND failure IS NULL) AS Good,
                           (SELECT failure FROM feed_reads AS r WHERE r.feed = f.feed ORDER BY read_at DESC LIMIT 1) AS Failure,
                           (SELECT count(*) FROM feed_entries AS e WHERE e.feed = f.feed) AS Entries,
                           (SELECT max(published) FROM feed_entries AS e WHERE e.feed = f.feed) AS Newest
                    FROM (SELECT feed FROM feed_reads UNION SELECT feed FROM subscriptions) AS f ORDER BY f.feed
                    """
                )
                .Select(row => new FeedState(
                    row.Feed,
                    row.Title ?? "",
                    (int)row.Reads,
                    At(row.Good),
                    row.Failure,
                    (int)row.Entries,
                    At(row.Newest)
                )),
        ];
    }

    private static DateTimeOffset? At(long? milliseconds) =>
        milliseconds is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;

    /// <summary>The titles that a feed listed in a window, in time order.</summary>
    public static IReadOnlyList<string> Titles(Store store, string address, Window window)
    {
        using var connection = store.Reader();
        return
        [
            .. connection.Query<string>(
                """
                SELECT title FROM feed_entries
                WHERE feed = @address AND published >= @from AND published < @to
                ORDER BY published, link
                """,
                Bounds(address, window)
            ),
        ];
    }

    /// <summary>
    /// What is known of a feed over a window. It is covered where good reads, the first after the window's start, each
    /// reach back to the one before it (the first to the window's start) and the last comes at or after its end.
    /// </summary>
    /// <param name="store">The record.</param>
    /// <param name="address">The feed's address.</param>
    /// <param name="window">The window.</param>
    /// <param name="entries">How many of its entries in the window are of the kind that was expected.</param>
    public static FeedHealth Health(Store store, string address, Window window, int entries)
    {
        using var connection = store.Reader();
        var reads = connection
            .Query<Row>(
                """
                SELECT read_at AS ReadAt, failure AS Failure, oldest AS Oldest FROM feed_reads
                WHERE feed = @address AND read_at >= @from ORDER BY read_at
                """,
                Bounds(address, window)
            )
            .ToList();
        // Reads up to the first good one after the end belong to the window: that one still lists what came in it.
        var closing = reads.FindIndex(read =>
            read.Failure is null && read.ReadAt >= window.To.ToUnixTimeMilliseconds()
        );
        var used = closing < 0 ? reads : reads[..(closing + 1)];
        var reached = window.From.ToUnixTimeMilliseconds();
        foreach (var read in used.Where(read => read.Failure is null))
        {
            if (read.Oldest is { } oldest && oldest <= reached)
            {
                reached = read.ReadAt;
            }
        }
        var last = used.LastOrDefault(read => read.Failure is null);
        return new FeedHealth(
            used.Count,
            used.Count(read => read.Failure is not null),
            last is null ? null : DateTimeOffset.FromUnixTimeMilliseconds(last.ReadAt),
            entries,
            Covered: reached >= window.To.ToUnixTimeMilliseconds()
        );
    }

    private static object Bounds(string address, Window window) =>
        new
        {
            address,
            from = window.From.ToUnixTimeMilliseconds(),
            to = window.To.ToUnixTimeMilliseconds(),
        };

    /// <summary>Properties, since a column without a value has no type that a constructor could be found by.</summary>
    private sealed record StateRow
    {
        public string Feed { get; init; } = "";
        public string? Title { get; init; }
        public long Reads { get; init; }
        public long? Good { get; init; }
        public string? Failure { get; init; }
        public long Entries { get; init; }
        public long? Newest { get; init; }
    }

    private sealed record Row(long ReadAt, string? Failure, long? Oldest);
}
