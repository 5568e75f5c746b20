using System.Data.Common;
using System.Text.Json;
using Chancery.Record.Emendations;
using Chancery.Terms;
using Dapper;

namespace Chancery.Record.Codings;

/// <summary>The codings: one for an article version and a coder's version.</summary>
public static class CodingShelf
{
    /// <summary>Keeps a coding and enters what it found where it can be searched. The article must have been kept.</summary>
    public static void Keep(DbConnection connection, Coding coding)
    {
        var kept = connection.Execute(
            """
            INSERT INTO codings (article, coder, coding) VALUES (@Value, @Coder, @Json)
            ON CONFLICT DO NOTHING
            """,
            new
            {
                coding.Article.Value,
                coding.Coder,
                Json = JsonSerializer.Serialize(coding, TermsJson.Coding),
            }
        );
        if (kept == 0)
        {
            return;
        }
        Ledgers.Enter(connection, coding);
    }

    /// <summary>Enters the latest codings of an article's versions again: what people corrected in them has changed.</summary>
    internal static void Reenter(DbConnection connection, string key)
    {
        var codings = connection.Query<string>(
            """
            SELECT coding FROM codings AS c JOIN articles AS a ON a.id = c.article
            WHERE a.key = @key AND c.coder = (
                SELECT coder FROM codings AS d WHERE d.article = c.article
                ORDER BY CAST(coder AS INTEGER) DESC, coder DESC LIMIT 1)
            """,
            new { key }
        );
        foreach (var coding in codings.ToList())
        {
            Ledgers.Enter(connection, JsonSerializer.Deserialize(coding, TermsJson.Coding)!);
        }
    }

    /// <summary>The coding by this version of the coder, with what people corrected laid over it; null where it has not been made.</summary>
    public static Coding? Find(Store store, ArticleId article, string coder)
    {
        using var connection = store.Reader();
        return
            connection.QuerySingleOrDefault<string>(
                "SELECT coding FROM codings WHERE article = @Value AND coder = @coder",
                new { article.Value, coder }
            )
                is { } json
            ? EmendationShelf.Over(connection, JsonSerializer.Deserialize(json, TermsJson.Coding)!)
            : null;
    }

    /// <summary>
    /// The codings of many articles as they are at hand: by this version of the coder where there is one, else by the latest
    /// before it; with what people corrected laid over. Articles that nobody has coded are not among them.
    /// </summary>
    public static IReadOnlyDictionary<ArticleId, Coding> AtHand(
        Store store,
        IEnumerable<ArticleId> articles,
        string coder
    )
    {
        using var connection = store.Reader();
        var json = connection
            .Query<string>(
                """
                SELECT c.coding FROM json_each(@articles) AS a JOIN codings AS c ON c.article = a.value
                WHERE c.coder = (
                    SELECT d.coder FROM codings AS d WHERE d.article = c.article
                    ORDER BY d.coder = @coder DESC, CAST(d.coder AS INTEGER) DESC, d.coder DESC LIMIT 1)
                """,
                new
                {
                    articles = JsonSerializer.Serialize(
                        articles.Select(id => id.Value),
                        Lists.Default.IEnumerableString
                    ),
                    coder,
                }
            )
            .ToList();
        // A week's codings are tens of megabytes of JSON.
        var codings = json.AsParallel()
            .Select(one => JsonSerializer.Deserialize(one, TermsJson.Coding)!)
            .ToList();
        var corrected = EmendationShelf.Corrected(connection);
        return codings.ToDictionary(
            coding => coding.Article,
            coding => corrected.Contains(coding.Article) ? EmendationShelf.Over(connection, coding) : coding
        );
    }
}
