using System.Text;
using Dapper;

namespace Chancery.Record.Search;

/// <summary>What is looked for in full text.</summary>
/// <param name="Words">As typed: all of them must occur; "quoted words" stand in a row; the last one may be unfinished.</param>
public sealed record SearchQuery(string Words)
{
    /// <summary>Whether articles or issues are wanted.</summary>
    public SearchKind Kind { get; init; } = SearchKind.Article;

    /// <summary>Registrable domains of outlets; empty for all.</summary>
    public IReadOnlyList<string> Outlets { get; init; } = [];

    /// <summary>The first moment of what is wanted.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The first moment of what is no longer wanted.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Newest first; otherwise what fits best first.</summary>
    public bool Newest { get; init; }

    public int Limit { get; init; } = 20;

    /// <summary>How many to pass over.</summary>
    public int Skip { get; init; }
}

public enum SearchKind
{
    Article,
    Issue,
}

/// <summary>One that was found.</summary>
/// <param name="Shown">The article version's id, or the issue as watch/week.</param>
/// <param name="Outlet">The article's outlet, or the issue's watch.</param>
/// <param name="Dated">Its date.</param>
public sealed record SearchHit(string Shown, string Outlet, DateTimeOffset Dated);

/// <summary>Full text over the current version of each article and over every issue.</summary>
public static class FullText
{
    /// <summary>
    /// How many of the newest that hold the words are weighed against each other: a word that half the record holds says
    /// nothing about fitness, and weighing all of them would be felt.
    /// </summary>
    private const int Weighed = 4000;

    /// <returns>Empty where no word was given.</returns>
    public static IReadOnlyList<SearchHit> Find(Store store, SearchQuery query)
    {
        if (Match(query.Words) is not { } match)
        {
            return [];
        }
        var (where, values) = Conditions(query);
        values.Add("match", match);
        values.Add("limit", query.Limit);
        values.Add("skip", query.Skip);
        values.Add("weighed", Weighed);
        // Rows are numbered as they come in; a title's word counts as four of the text's.
        var sql = query.Newest
            ? $"""
                SELECT s.shown AS Shown, s.outlet AS Outlet, s.dated AS Dated FROM searchable AS s
                WHERE s.id IN (SELECT rowid FROM words WHERE words MATCH @match) AND {where}
                ORDER BY s.dated DESC, s.id LIMIT @limit OFFSET @skip
                """
            : $"""
                SELECT s.shown AS Shown, s.outlet AS Outlet, s.dated AS Dated
                FROM (SELECT rowid, bm25(words, 4.0, 1.0) AS fit FROM words WHERE words MATCH @match
                      ORDER BY rowid DESC LIMIT @weighed) AS w
                JOIN searchable AS s ON s.id = w.rowid
                WHERE {where}
                ORDER BY w.fit, s.dated DESC LIMIT @limit OFFSET @skip
                """;
        using var connection = store.Reader();
        return
        [
            .. connection
                .Query<Row>(sql, values)
                .Select(row => new SearchHit(
                    row.Shown,
                    row.Outlet,
                    DateTimeOffset.FromUnixTimeMilliseconds(row.Dated)
                )),
        ];
    }

    /// <summary>How many hold the words, up to a bound.</summary>
    public static int Count(Store store, SearchQuery query, int upTo = 1000)
    {
        if (Match(query.Words) is not { } match)
        {
            return 0;
        }
        var (where, values) = Conditions(query);
        values.Add("match", match);
        values.Add("upTo", upTo);
        using var connection = store.Reader();
        return connection.ExecuteScalar<int>(
            $"""
            SELECT count(*) FROM (
                SELECT 1 FROM (SELECT rowid FROM words WHERE words MATCH @match) AS w
                JOIN searchable AS s ON s.id = w.rowid WHERE {where} LIMIT @upTo)
            """,
            values
        );
    }

    /// <summary>The words as they are looked for, for showing them in a text.</summary>
    public static IReadOnlyList<string> Phrases(string words)
    {
        var phrases = new List<string>();
        var quoted = words.Split('"');
        for (var i = 0; i < quoted.Length; i++)
        {
            phrases.AddRange(
                i % 2 == 1
                    ? [quoted[i].Trim()]
                    : quoted[i]
                        .Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            );
        }
        return [.. phrases.Where(phrase => phrase.Any(char.IsLetterOrDigit))];
    }

    /// <summary>An FTS5 query (https://www.sqlite.org/fts5.html, 3): every phrase quoted, so that nothing typed is an operator.</summary>
    private static string? Match(string words)
    {
        var phrases = Phrases(words);
        if (phrases.Count == 0)
        {
            return null;
        }
        var match = new StringBuilder();
        foreach (var phrase in phrases)
        {
            match.Append('"').Append(phrase.Replace("\"", "", StringComparison.Ordinal)).Append("\" ");
        }
        // The last word is still being typed, unless it was closed by a quotation mark or a space.
        return words.EndsWith('"') || words.EndsWith(' ')
            ? match.ToString()
            : match.ToString().TrimEnd() + "*";
    }

    private static (string Sql, DynamicParameters Values) Conditions(SearchQuery query)
    {
        var values = new DynamicParameters(
            new
            {
                kind = query.Kind == SearchKind.Article ? "article" : "issue",
                since = query.Since?.ToUnixTimeMilliseconds(),
                until = query.Until?.ToUnixTimeMilliseconds(),
                outlets = query.Outlets,
            }
        );
        var sql = new StringBuilder("s.kind = @kind");
        sql.Append(query.Outlets.Count > 0 ? " AND s.outlet IN @outlets" : "");
        sql.Append(query.Since is null ? "" : " AND s.dated >= @since");
        sql.Append(query.Until is null ? "" : " AND s.dated < @until");
        return (sql.ToString(), values);
    }

    private sealed record Row(string Shown, string Outlet, long Dated);
}
