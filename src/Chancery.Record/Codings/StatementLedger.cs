using System.Data.Common;
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
    /// <summary>The statements of one article as the ledger writes them, whether they are entered yet or not.</summary>
    public static IReadOnlyList<LedgerEntry> Of(Coding coding, Article article) =>
        [.. LedgerEntries.Of(coding, article, article.Published?.At ?? default).Select(row => row.Entry)];

    /// <summary>A page of the ledger, newest first.</summary>
    public static LedgerPage Find(Store store, StatementQuery query)
    {
        Ledgers.Fill(store);
        var (from, where, values) = Conditions(query);
        values.Add("limit", query.Limit + 1L);
        using var connection = store.Reader();
        Row[] rows =
        [
            .. connection.Query<Row>(
                $"""
                SELECT s.id AS Id, s.dated AS Dated, s.entry AS Entry
                FROM (SELECT rowid AS id FROM {from} WHERE {where} ORDER BY rowid DESC LIMIT @limit) AS found
                JOIN statements AS s USING (id)
                ORDER BY s.id DESC
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
    /// <param name="upTo">Where counting ends: telling that there are more costs less than telling how many.</param>
    public static int Count(Store store, StatementQuery query, int upTo = int.MaxValue)
    {
        Ledgers.Fill(store);
        var (from, where, values) = Conditions(query with { After = null });
        values.Add("upTo", upTo);
        using var connection = store.Reader();
        return connection.ExecuteScalar<int>(
            $"SELECT count(*) FROM (SELECT 1 FROM {from} WHERE {where} LIMIT @upTo)",
            values
        );
    }

    /// <summary>Who speaks by name in what is asked for, the most talkative first.</summary>
    public static IReadOnlyList<LedgerSpeaker> Speakers(Store store, StatementQuery query)
    {
        Ledgers.Fill(store);
        var inTime = query with { After = null, Since = null, Until = null };
        var (from, where, values) = Conditions(query with { After = null });
        values.Add("limit", (long)query.Limit);
        values.Add("since", query.Since?.ToUnixTimeMilliseconds() ?? long.MinValue);
        values.Add("until", query.Until?.ToUnixTimeMilliseconds() ?? long.MaxValue);
        using var connection = store.Reader();
        return
        [
            .. connection
                .Query<SpeakerRow>(
                    $"""
                    SELECT name AS Name, count(*) AS Statements, max(dated) AS Last FROM statements
                    WHERE name IS NOT NULL AND dated >= @since AND dated < @until
                        {(Asks(inTime) ? $"AND id IN (SELECT rowid FROM {from} WHERE {where})" : "")}
                    GROUP BY name ORDER BY 2 DESC, 1
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

    /// <summary>Enters the statements of a coding; what its article had before is gone.</summary>
    internal static void Enter(DbConnection connection, Coding coding, Article article, long dated)
    {
        if (coding.Statements.Count == 0)
            return;
        var next = Numbering.Next(connection, "statements", Numbering.Of(dated));
        foreach (var row in LedgerEntries.Of(coding, article, DateTimeOffset.FromUnixTimeMilliseconds(dated)))
        {
            connection.Execute(
                """
                INSERT INTO statements (id, article, number, dated, name, entry)
                    VALUES (@id, @article, @Number, @dated, @Name, @json);
                INSERT INTO statement_people (rowid, speaker, addressee, marks) VALUES (@id, @Speaker, @Addressee, @marks);
                INSERT INTO statement_topics (rowid, about, speaker, addressee, marks)
                    VALUES (@id, @About, @exactSpeaker, @exactAddressee, @marks);
                """,
                new
                {
                    id = next--,
                    article = article.Id.Value,
                    row.Entry.Number,
                    dated,
                    row.Entry.Name,
                    json = JsonSerializer.Serialize(row.Entry, TermsJson.LedgerEntry),
                    row.Speaker,
                    row.Addressee,
                    exactSpeaker = Tokens.Exact(row.Speaker),
                    exactAddressee = Tokens.Exact(row.Addressee),
                    row.About,
                    marks = string.Join(
                        ' ',
                        Tokens.Of(row.Entry.Statement.Stance),
                        row.Entry.Statement.Negated ? Tokens.Negated : Tokens.Plain,
                        row.Entry.Name is null ? "" : Tokens.Named,
                        Tokens.Outlet(article.Outlet)
                    ),
                }
            );
        }
    }

    private static bool Asks(StatementQuery query) =>
        !People(query).IsEmpty || query.About.Count + query.Words.Count > 0;

    private static Match People(StatementQuery query) =>
        new Match()
            .Any("speaker", query.By)
            .Any("addressee", query.To)
            .Any("marks", query.Outlets.Select(Tokens.Outlet))
            .Any("marks", query.Stances.Select(stance => Tokens.Of(stance)))
            .Any(
                "marks",
                query.Negated is { } negated
                    ? [negated ? Tokens.Negated : Tokens.Plain]
                    : Array.Empty<string>()
            )
            .Any("marks", query.Named ? [Tokens.Named] : Array.Empty<string>());

    /// <summary>The table that gives numbers of statements in their order, and what holds for them.</summary>
    private static (string From, string Where, DynamicParameters Values) Conditions(StatementQuery query)
    {
        var values = new DynamicParameters();
        long end = query.Until is { } until ? Numbering.From(until) : long.MaxValue;
        values.Add("first", query.Since is { } since ? Numbering.From(since) : long.MinValue);
        values.Add("end", query.After is { } after ? Math.Min(end, after.Id) : end);
        const string InTime = "rowid >= @first AND rowid < @end";
        var people = People(query);
        if (!people.IsEmpty)
            values.Add("people", $"{people}");
        if (query.About.Count + query.Words.Count == 0)
            return people.IsEmpty
                ? ("statements", InTime, values)
                : ("statement_people", $"statement_people MATCH @people AND {InTime}", values);
        var exactly = query with
        {
            By = [.. query.By.Select(Tokens.Exact)],
            To = [.. query.To.Select(Tokens.Exact)],
        };
        values.Add("topics", $"{People(exactly).Any("about", query.About).All("about", query.Words)}");
        return ("statement_topics", $"statement_topics MATCH @topics AND {InTime}", values);
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
