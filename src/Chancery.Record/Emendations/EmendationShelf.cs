using System.Data.Common;
using System.Text.Json;
using Chancery.Record.Codings;
using Chancery.Terms;
using Dapper;

namespace Chancery.Record.Emendations;

/// <summary>An emendation as it was made.</summary>
/// <param name="Id">Names it.</param>
/// <param name="Article">The version in which it was made.</param>
/// <param name="Emendation">What was corrected.</param>
/// <param name="MadeAt">UTC.</param>
/// <param name="MadeBy">The person's name.</param>
/// <param name="WithdrawnBy">Who took it back; null while it holds.</param>
public sealed record KeptEmendation(
    long Id,
    ArticleId Article,
    Emendation Emendation,
    DateTimeOffset MadeAt,
    string MadeBy,
    string? WithdrawnBy
);

/// <summary>What people corrected in codings. <see cref="CodingShelf.Find"/> lays it over what it gives.</summary>
public static class EmendationShelf
{
    /// <summary>Keeps one and brings the ledgers up to date.</summary>
    /// <returns>Its id.</returns>
    public static long Keep(Store store, Article article, Emendation emendation, string by, DateTimeOffset at)
    {
        long id = 0;
        store.Write(connection =>
        {
            id = connection.ExecuteScalar<long>(
                """
                INSERT INTO corrections (key, article, correction, made_at, made_by)
                VALUES (@Key, @id, @json, @at, @by) RETURNING id
                """,
                new
                {
                    article.Key,
                    id = article.Id.Value,
                    json = JsonSerializer.Serialize(emendation, TermsJson.Emendation),
                    at = at.ToUnixTimeMilliseconds(),
                    by,
                }
            );
            CodingShelf.Reenter(connection, article.Key);
        });
        return id;
    }

    /// <summary>Takes one back; false where it was taken back before, or there is none.</summary>
    public static bool Withdraw(Store store, long id, string by, DateTimeOffset at)
    {
        string? key = null;
        store.Write(connection =>
        {
            key = connection.QuerySingleOrDefault<string>(
                """
                UPDATE corrections SET withdrawn_at = @at, withdrawn_by = @by
                WHERE id = @id AND withdrawn_at IS NULL RETURNING key
                """,
                new
                {
                    id,
                    at = at.ToUnixTimeMilliseconds(),
                    by,
                }
            );
            if (key is not null)
            {
                CodingShelf.Reenter(connection, key);
            }
        });
        return key is not null;
    }

    /// <summary>Changes whenever somebody corrects something or takes it back.</summary>
    public static string Stamp(Store store)
    {
        using var connection = store.Reader();
        return connection.ExecuteScalar<string>(
            "SELECT count(*) || '.' || count(withdrawn_at) FROM corrections"
        )!;
    }

    /// <summary>Those of an article over all its versions, the oldest first, withdrawn ones too.</summary>
    public static IReadOnlyList<KeptEmendation> Of(Store store, string key)
    {
        using var connection = store.Reader();
        return Of(connection, key);
    }

    /// <summary>The article versions for which there is a correction that holds.</summary>
    internal static HashSet<ArticleId> Corrected(DbConnection connection) =>
        [
            .. connection
                .Query<string>(
                    "SELECT id FROM articles WHERE key IN (SELECT key FROM corrections WHERE withdrawn_at IS NULL)"
                )
                .Select(id => new ArticleId(id)),
        ];

    /// <summary>The coding with what people corrected laid over it.</summary>
    internal static Coding Over(DbConnection connection, Coding coding)
    {
        var article = connection.QuerySingleOrDefault<string>(
            "SELECT article FROM articles WHERE id = @Value AND key IN (SELECT key FROM corrections WHERE withdrawn_at IS NULL)",
            new { coding.Article.Value }
        );
        if (article is null)
        {
            return coding;
        }
        var read = JsonSerializer.Deserialize(article, TermsJson.Article)!;
        return Terms.Emendations.Over(
            coding,
            read.Text,
            Of(connection, read.Key).Where(kept => kept.WithdrawnBy is null).Select(kept => kept.Emendation)
        );
    }

    private static KeptEmendation[] Of(DbConnection connection, string key) =>
        [
            .. connection
                .Query<Row>(
                    """
                    SELECT id AS Id, article AS Article, correction AS Correction, made_at AS MadeAt, made_by AS MadeBy,
                           withdrawn_by AS WithdrawnBy
                    FROM corrections WHERE key = @key ORDER BY id
                    """,
                    new { key }
                )
                .Select(row => new KeptEmendation(
                    row.Id,
                    new ArticleId(row.Article),
                    JsonSerializer.Deserialize(row.Correction, TermsJson.Emendation)!,
                    DateTimeOffset.FromUnixTimeMilliseconds(row.MadeAt),
                    row.MadeBy,
                    row.WithdrawnBy
                )),
        ];

    private sealed record Row(
        long Id,
        string Article,
        string Correction,
        long MadeAt,
        string MadeBy,
        string? WithdrawnBy
    );
}
