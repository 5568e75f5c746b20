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
        Enter(connection, coding);
    }

    /// <summary>Enters the latest codings of an article's versions again: what people corrected in them has changed.</summary>
    internal static void Reenter(DbConnection connection, string key)
    {
        var codings = connection.Query<string>(
            """
            SELECT coding FROM codings AS c JOIN articles AS a ON a.id = c.article
            WHERE a.key = @key AND c.coder = (SELECT max(coder) FROM codings AS d WHERE d.article = c.article)
            """,
            new { key }
        );
        foreach (var coding in codings.ToList())
        {
            Enter(connection, JsonSerializer.Deserialize(coding, TermsJson.Coding)!);
        }
    }

    /// <summary>The ledgers hold what people made of a coding, not what the machine did.</summary>
    private static void Enter(DbConnection connection, Coding coding)
    {
        var corrected = EmendationShelf.Over(connection, coding);
        StatementLedger.Enter(connection, corrected);
        FoundLedger.Enter(connection, corrected);
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
}
