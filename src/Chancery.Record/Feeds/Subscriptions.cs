using Chancery.Terms;
using Dapper;

namespace Chancery.Record.Feeds;

/// <summary>The feeds that the desk was given beside those of its watches.</summary>
public static class Subscriptions
{
    /// <summary>Adds those that are not there yet, each once in a folder.</summary>
    /// <returns>How many were new.</returns>
    public static int Keep(Store store, IReadOnlyCollection<Subscription> feeds, DateTimeOffset at)
    {
        var added = 0;
        store.Write(connection =>
            added = connection.Execute(
                """
                INSERT INTO subscriptions (feed, folder, title, page, added_at)
                VALUES (@Address, @folder, @Title, @Page, @at) ON CONFLICT DO NOTHING
                """,
                feeds.Select(feed => new
                {
                    feed.Address,
                    folder = string.Join('/', feed.Folders),
                    feed.Title,
                    feed.Page,
                    at = at.ToUnixTimeMilliseconds(),
                })
            )
        );
        return added;
    }

    /// <summary>Takes a feed out of every folder; what it has brought stays.</summary>
    /// <returns>False where the desk did not have it.</returns>
    public static bool Remove(Store store, string address)
    {
        var removed = 0;
        store.Write(connection =>
            removed = connection.Execute("DELETE FROM subscriptions WHERE feed = @address", new { address })
        );
        return removed > 0;
    }

    /// <summary>Takes back what was added in one go.</summary>
    /// <returns>How many there were.</returns>
    public static int RemoveAddedAt(Store store, DateTimeOffset at)
    {
        var removed = 0;
        store.Write(connection =>
            removed = connection.Execute(
                "DELETE FROM subscriptions WHERE added_at = @at",
                new { at = at.ToUnixTimeMilliseconds() }
            )
        );
        return removed;
    }

    /// <summary>All of them, by folder and title.</summary>
    public static IReadOnlyList<Subscription> All(Store store)
    {
        using var connection = store.Reader();
        return
        [
            .. connection
                .Query<Row>(
                    """
                    SELECT feed AS Feed, folder AS Folder, title AS Title, page AS Page
                    FROM subscriptions ORDER BY folder, title COLLATE NOCASE, feed
                    """
                )
                .Select(row => new Subscription(
                    row.Feed,
                    row.Title,
                    row.Page,
                    row.Folder.Split('/', StringSplitOptions.RemoveEmptyEntries)
                )),
        ];
    }

    private sealed record Row(string Feed, string Folder, string Title, string? Page);
}
