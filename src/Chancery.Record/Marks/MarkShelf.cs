using System.Text.Json;
using Dapper;

namespace Chancery.Record.Marks;

/// <summary>What people mark as they read, by the article's key: a story has the marks of its articles.</summary>
public static class MarkShelf
{
    public const string Read = "read",
        Starred = "starred",
        Dismissed = "dismissed";

    /// <summary>The account of marks that are the whole desk's.</summary>
    public const string Desk = "";

    public static void Set(
        Store store,
        string account,
        string mark,
        IReadOnlyCollection<string> articles,
        DateTimeOffset at
    ) =>
        store.Write(connection =>
            connection.Execute(
                """
                INSERT INTO marks (account, mark, article, marked_at) VALUES (@account, @mark, @article, @at)
                ON CONFLICT DO NOTHING
                """,
                articles.Select(article => new
                {
                    account,
                    mark,
                    article,
                    at = at.ToUnixTimeMilliseconds(),
                })
            )
        );

    public static void Clear(
        Store store,
        string account,
        string mark,
        IReadOnlyCollection<string> articles
    ) =>
        store.Write(connection =>
            connection.Execute(
                "DELETE FROM marks WHERE account = @account AND mark = @mark AND article IN @articles",
                new
                {
                    account,
                    mark,
                    articles,
                }
            )
        );

    /// <summary>Takes back what was marked in one go: marks that stood before it stay.</summary>
    /// <returns>How many there were.</returns>
    public static int ClearSetAt(Store store, string account, string mark, DateTimeOffset at)
    {
        var cleared = 0;
        store.Write(connection =>
            cleared = connection.Execute(
                "DELETE FROM marks WHERE account = @account AND mark = @mark AND marked_at = @at",
                new
                {
                    account,
                    mark,
                    at = at.ToUnixTimeMilliseconds(),
                }
            )
        );
        return cleared;
    }

    /// <summary>Those of the given articles that bear a mark.</summary>
    public static IReadOnlySet<string> Of(
        Store store,
        string account,
        string mark,
        IReadOnlyCollection<string> articles
    )
    {
        using var connection = store.Reader();
        return connection
            .Query<string>(
                """
                SELECT m.article FROM json_each(@keys) AS k
                JOIN marks AS m ON m.account = @account AND m.mark = @mark AND m.article = k.value
                """,
                new
                {
                    account,
                    mark,
                    keys = JsonSerializer.Serialize(articles, Lists.Default.IEnumerableString),
                }
            )
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>
    /// Notes that an account is here, and tells since when things are new to it: the end of its visit before. A visit
    /// ends with half an hour of silence. Null at the first one.
    /// </summary>
    public static DateTimeOffset? Visit(Store store, string account, string watch, DateTimeOffset at)
    {
        using (var connection = store.Reader())
        {
            // Noted once a minute: a write waits for the disk.
            if (
                connection.QuerySingleOrDefault<Noted>(
                    "SELECT last_at AS LastAt, before AS Before FROM visits WHERE account = @account AND watch = @watch",
                    new { account, watch }
                )
                    is { } noted
                && at.ToUnixTimeMilliseconds() - noted.LastAt is >= 0 and < 60_000
            )
            {
                return Since(noted.Before);
            }
        }
        var before = 0L;
        store.Write(connection =>
            before = connection.ExecuteScalar<long>(
                """
                INSERT INTO visits (account, watch, last_at, before) VALUES (@account, @watch, @at, 0)
                ON CONFLICT (account, watch) DO UPDATE SET
                    before = CASE WHEN @at - last_at > @silence THEN last_at ELSE before END, last_at = @at
                RETURNING before
                """,
                new
                {
                    account,
                    watch,
                    at = at.ToUnixTimeMilliseconds(),
                    silence = (long)TimeSpan.FromMinutes(30).TotalMilliseconds,
                }
            )
        );
        return Since(before);
    }

    private static DateTimeOffset? Since(long before) =>
        before == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(before);

    private sealed record Noted(long LastAt, long Before);
}
