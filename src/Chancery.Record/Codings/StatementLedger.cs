using System.Data.Common;
using System.Text;
using System.Text.Json;
using Chancery.Terms;
using Dapper;

namespace Chancery.Record.Codings;

/// <summary>
/// The ledger of statements: who said what to whom, over all articles. It holds the latest coding of each article, and answers from the
/// current version of each. The site, the editor and the command ask here.
/// </summary>
public static class StatementLedger
{
    /// <summary>How many codings are entered in one transaction.</summary>
    private const int Batch = 100;

    /// <summary>A version that another replaces (see <c>ArticleShelf.Current</c>) says nothing any more.</summary>
    private const string Current = """
        NOT EXISTS (
            SELECT 1 FROM articles AS b
            WHERE b.key = a.key AND (b.partial, -b.captured_at, b.id) < (a.partial, -a.captured_at, a.id))
        """;

    /// <summary>A page of the ledger, newest first.</summary>
    public static LedgerPage Find(Store store, StatementQuery query)
    {
        Fill(store);
        var (conditions, values) = Conditions(query);
        values.Add("limit", query.Limit + 1L);
        using var connection = store.Reader();
        Row[] rows =
        [
            .. connection.Query<Row>(
                $"""
                SELECT s.id AS Id, s.dated AS Dated, s.entry AS Entry
                FROM statements AS s JOIN articles AS a ON a.id = s.article
                WHERE {conditions}
                ORDER BY s.dated DESC, s.id
                LIMIT @limit
                """,
                values
            ),
        ];
        Row[] page = [.. rows.Take(query.Limit)];
        return new LedgerPage(
            [.. page.Select(row => Read(row.Entry))],
            rows.Length > page.Length && page.Length > 0 ? new LedgerMark(page[^1].Dated, page[^1].Id) : null
        );
    }

    /// <summary>How many statements answer; the page asked for does not matter.</summary>
    public static int Count(Store store, StatementQuery query)
    {
        Fill(store);
        var (conditions, values) = Conditions(query with { After = null });
        using var connection = store.Reader();
        return connection.ExecuteScalar<int>(
            $"SELECT count(*) FROM statements AS s JOIN articles AS a ON a.id = s.article WHERE {conditions}",
            values
        );
    }

    /// <summary>Who speaks by name in what is asked for, the most talkative first.</summary>
    public static IReadOnlyList<LedgerSpeaker> Speakers(Store store, StatementQuery query)
    {
        Fill(store);
        var (conditions, values) = Conditions(query with { After = null, Named = true });
        values.Add("limit", (long)query.Limit);
        using var connection = store.Reader();
        return
        [
            .. connection
                .Query<SpeakerRow>(
                    $"""
                    SELECT s.name AS Name, count(*) AS Statements, max(s.dated) AS Last
                    FROM statements AS s JOIN articles AS a ON a.id = s.article
                    WHERE {conditions}
                    GROUP BY s.name ORDER BY 2 DESC, 1
                    LIMIT @limit
                    """,
                    values
                )
                .Select(row => new LedgerSpeaker(
                    row.Name,
                    (int)row.Statements,
                    DateTimeOffset.FromUnixTimeMilliseconds(row.Last)
                )),
        ];
    }

    /// <summary>Enters a coding in place of what its article had before. The article must have been kept.</summary>
    internal static void Enter(DbConnection connection, Coding coding)
    {
        var id = coding.Article.Value;
        foreach (var table in (string[])["statement_people", "statement_topics"])
            connection.Execute(
                $"DELETE FROM {table} WHERE rowid IN (SELECT id FROM statements WHERE article = @id)",
                new { id }
            );
        connection.Execute(
            "DELETE FROM statements WHERE article = @id; DELETE FROM statements_due WHERE article = @id",
            new { id }
        );
        if (coding.Statements.Count == 0)
            return;
        var kept = connection.QuerySingle<Row>(
            "SELECT 0 AS Id, dated AS Dated, article AS Entry FROM articles WHERE id = @id",
            new { id }
        );
        var article = JsonSerializer.Deserialize(kept.Entry, TermsJson.Article)!;
        foreach (
            var row in LedgerEntries.Of(coding, article, DateTimeOffset.FromUnixTimeMilliseconds(kept.Dated))
        )
        {
            var statement = connection.ExecuteScalar<long>(
                """
                INSERT INTO statements (article, number, dated, name, stance, negated, entry)
                VALUES (@id, @Number, @Dated, @Name, @Stance, @Negated, @Json)
                RETURNING id
                """,
                new
                {
                    id,
                    row.Entry.Number,
                    kept.Dated,
                    row.Entry.Name,
                    Stance = row.Entry.Statement.Stance.ToString(),
                    row.Entry.Statement.Negated,
                    Json = JsonSerializer.Serialize(row.Entry, TermsJson.LedgerEntry),
                }
            );
            connection.Execute(
                """
                INSERT INTO statement_people (rowid, speaker, addressee) VALUES (@statement, @Speaker, @Addressee);
                INSERT INTO statement_topics (rowid, about) VALUES (@statement, @About);
                """,
                new
                {
                    statement,
                    row.Speaker,
                    row.Addressee,
                    row.About,
                }
            );
        }
    }

    /// <summary>Enters what an older desk had coded before there was a ledger.</summary>
    private static void Fill(Store store)
    {
        while (true)
        {
            string[] due;
            using (var connection = store.Reader())
                due =
                [
                    .. connection.Query<string>(
                        "SELECT c.coding FROM statements_due JOIN codings AS c USING (article, coder) LIMIT @Batch",
                        new { Batch }
                    ),
                ];
            if (due.Length == 0)
                return;
            store.Write(connection =>
            {
                foreach (var coding in due)
                    Enter(connection, JsonSerializer.Deserialize(coding, TermsJson.Coding)!);
            });
        }
    }

    private static (string Sql, DynamicParameters Values) Conditions(StatementQuery query)
    {
        var sql = new StringBuilder(Current);
        var values = new DynamicParameters();
        void Where(bool given, string condition, string name, Func<object?> value)
        {
            if (!given)
                return;
            sql.Append("\n    AND ").Append(condition);
            values.Add(name, value());
        }
        string people = string.Join(
            " AND ",
            [.. Words("speaker", query.By), .. Words("addressee", query.To)]
        );
        Where(
            people.Length > 0,
            "s.id IN (SELECT rowid FROM statement_people WHERE statement_people MATCH @people)",
            "people",
            () => people
        );
        Where(
            query.About.Count > 0,
            "s.id IN (SELECT rowid FROM statement_topics WHERE statement_topics MATCH @about)",
            "about",
            () => Words("about", query.About).Single()
        );
        Where(query.Outlets.Count > 0, "a.outlet IN @outlets", "outlets", () => query.Outlets);
        Where(
            query.Since is not null,
            "s.dated >= @since",
            "since",
            () => query.Since!.Value.ToUnixTimeMilliseconds()
        );
        Where(
            query.Until is not null,
            "s.dated < @until",
            "until",
            () => query.Until!.Value.ToUnixTimeMilliseconds()
        );
        Where(
            query.Stances.Count > 0,
            "s.stance IN @stances",
            "stances",
            () => query.Stances.Select(stance => stance.ToString())
        );
        Where(query.Negated is not null, "s.negated = @negated", "negated", () => query.Negated);
        if (query.Named)
            sql.Append("\n    AND s.name IS NOT NULL");
        if (query.After is { } after)
        {
            sql.Append("\n    AND (s.dated < @afterDated OR s.dated = @afterDated AND s.id > @afterId)");
            values.Add("afterDated", after.Dated);
            values.Add("afterId", after.Id);
        }
        return (sql.ToString(), values);
    }

    /// <summary>One column's part of an FTS5 query: any of the phrases. A quotation mark in one is doubled (https://www.sqlite.org/fts5.html, 3.1).</summary>
    private static IEnumerable<string> Words(string column, IReadOnlyList<string> phrases)
    {
        if (phrases.Count > 0)
            yield return $"{column} : ({string.Join(" OR ", phrases.Select(phrase => $"\"{phrase.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))})";
    }

    private static LedgerEntry Read(string json) =>
        JsonSerializer.Deserialize(json, TermsJson.LedgerEntry)
        ?? throw new InvalidOperationException("An entry was kept as null.");

    private sealed record Row(long Id, long Dated, string Entry);

    /// <summary>Properties, since an aggregate over no rows has no type that a constructor could be found by.</summary>
    private sealed record SpeakerRow
    {
        public string Name { get; init; } = "";
        public long Statements { get; init; }
        public long Last { get; init; }
    }
}
