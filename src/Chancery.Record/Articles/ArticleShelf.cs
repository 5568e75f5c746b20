using System.Data.Common;
using System.Text.Json;
using Chancery.Terms;
using Dapper;

namespace Chancery.Record.Articles;

/// <summary>The articles, every version of each. A version is written once and never changed.</summary>
public static class ArticleShelf
{
    public static void Keep(DbConnection connection, Article article, DateTimeOffset capturedAt) =>
        connection.Execute(
            """
            INSERT INTO articles
                (id, key, capture, outlet, headline, language, partial, captured_at, dated, article)
            VALUES
                (@Id, @Key, @Capture, @Outlet, @Headline, @Language, @Partial, @CapturedAt, @Dated, @Json)
            ON CONFLICT (id) DO NOTHING
            """,
            new
            {
                Id = article.Id.Value,
                article.Key,
                Capture = article.Capture.Hex,
                article.Outlet,
                article.Headline,
                article.Language,
                article.Partial,
                CapturedAt = capturedAt.ToUnixTimeMilliseconds(),
                Dated = (article.Published?.At ?? capturedAt).ToUnixTimeMilliseconds(),
                Json = JsonSerializer.Serialize(article, TermsJson.Article),
            }
        );

    public static void Discard(DbConnection connection, Digest capture, string reader, Reason why) =>
        connection.Execute(
            """
            INSERT INTO discards (capture, reader, code, sentence) VALUES (@Hex, @reader, @Code, @Sentence)
            ON CONFLICT DO NOTHING
            """,
            new
            {
                capture.Hex,
                reader,
                why.Code,
                why.Sentence,
            }
        );

    /// <summary>One version; null where the record has none of that id.</summary>
    public static Article? Find(Store store, ArticleId id)
    {
        using var connection = store.Reader();
        return
            connection.QuerySingleOrDefault<string>(
                "SELECT article FROM articles WHERE id = @Value",
                new { id.Value }
            )
                is { } json
            ? Read(json)
            : null;
    }

    /// <summary>All versions of one article, the current one first.</summary>
    public static IReadOnlyList<Article> Versions(Store store, string key)
    {
        using var connection = store.Reader();
        return
        [
            .. connection
                .Query<string>(
                    "SELECT article FROM articles WHERE key = @key ORDER BY partial, captured_at DESC, id",
                    new { key }
                )
                .Select(Read),
        ];
    }

    /// <summary>
    /// The current version of each article dated in a window, in time order: whole before partial, then the latest captured.
    /// </summary>
    public static IReadOnlyList<Article> Current(Store store, Window window)
    {
        using var connection = store.Reader();
        return
        [
            .. connection
                .Query<string>(
                    """
                    SELECT article FROM (
                        SELECT article, dated, id,
                               row_number() OVER (PARTITION BY key ORDER BY partial, captured_at DESC, id) AS place
                        FROM articles
                        WHERE key IN (SELECT key FROM articles WHERE dated >= @from AND dated < @to))
                    WHERE place = 1 AND dated >= @from AND dated < @to
                    ORDER BY dated, id
                    """,
                    new
                    {
                        from = window.From.ToUnixTimeMilliseconds(),
                        to = window.To.ToUnixTimeMilliseconds(),
                    }
                )
                .Select(Read),
        ];
    }

    /// <summary>When the newest news is from: the date of the tenth newest article, since a single one may be dated amiss. Null where there is none.</summary>
    public static DateTimeOffset? Newest(Store store, DateTimeOffset before)
    {
        using var connection = store.Reader();
        return
            connection.ExecuteScalar<long?>(
                """
                SELECT min(dated) FROM (
                    SELECT dated FROM articles WHERE dated < @before ORDER BY dated DESC LIMIT 10)
                """,
                new { before = before.ToUnixTimeMilliseconds() }
            )
                is { } at
            ? DateTimeOffset.FromUnixTimeMilliseconds(at)
            : null;
    }

    /// <summary>The keys of the articles dated in a window that were captured after a moment.</summary>
    public static HashSet<string> CapturedSince(Store store, DateTimeOffset since, Window window)
    {
        using var connection = store.Reader();
        return connection
            .Query<string>(
                "SELECT DISTINCT key FROM articles WHERE dated >= @from AND dated < @to AND captured_at > @since",
                new
                {
                    from = window.From.ToUnixTimeMilliseconds(),
                    to = window.To.ToUnixTimeMilliseconds(),
                    since = since.ToUnixTimeMilliseconds(),
                }
            )
            .ToHashSet(StringComparer.Ordinal);
    }

    public static long Count(Store store)
    {
        using var connection = store.Reader();
        return connection.ExecuteScalar<long>("SELECT count(*) FROM articles");
    }

    private static Article Read(string json) =>
        JsonSerializer.Deserialize(json, TermsJson.Article)
        ?? throw new InvalidOperationException("An article was kept as null.");
}
