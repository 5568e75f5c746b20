using System.Data.Common;
using System.Text.Json;
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
        StatementLedger.Enter(connection, coding);
    }

    /// <summary>The coding by this version of the coder; null where it has not been made.</summary>
    public static Coding? Find(Store store, ArticleId article, string coder)
    {
        using var connection = store.Reader();
        return
            connection.QuerySingleOrDefault<string>(
                "SELECT coding FROM codings WHERE article = @Value AND coder = @coder",
                new { article.Value, coder }
            )
                is { } json
            ? JsonSerializer.Deserialize(json, TermsJson.Coding)
            : null;
    }
}
