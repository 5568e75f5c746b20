using Chancery.Record.Codings;
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

/// <param name="Hits">What is on the page.</param>
/// <param name="Count">How many were found, up to a thousand.</param>
public sealed record SearchResult(IReadOnlyList<SearchHit> Hits, int Count);

/// <summary>Full text over the current version of each article and over every issue.</summary>
public static class FullText
{
    /// <summary>
    /// How many of the newest that hold the words are weighed against each other: a word that half the record holds says
    /// nothing about fitness, and weighing all of them would be felt.
    /// </summary>
    private const int Weighed = 1000;

    /// <returns>Empty where no word was given.</returns>
    public static IReadOnlyList<SearchHit> Find(Store store, SearchQuery query) => Look(store, query).Hits;

    /// <summary>A page of what was found, and how many there are, up to a thousand; later ones are on no page.</summary>
    public static SearchResult Look(Store store, SearchQuery query)
    {
        using var connection = store.Reader();
        // Numbers are in the order of time; a title's word counts as four of the text's.
        var fit = query.Newest ? "0.0" : $"bm25({Table(query.Kind)}, 4.0, 1.0, 0.0)";
        var found = Either(
            query,
            Weighed,
            (match, values) =>
                connection
                    .Query<Weight>(
                        $"""
                        SELECT rowid AS Id, {fit} AS Fit FROM {Table(query.Kind)}
                        WHERE {match} ORDER BY rowid DESC LIMIT @upTo
                        """,
                        values
                    )
                    .ToList(),
            all => all.Count
        );
        var places = found
            .OrderBy(one => one.Fit)
            .ThenByDescending(one => one.Id)
            .Skip(query.Skip)
            .Take(query.Limit)
            .Select((one, place) => (one.Id, place))
            .ToDictionary(one => one.Id, one => one.place);
        var rows = connection.Query<Row>(
            "SELECT id AS Id, shown AS Shown, outlet AS Outlet, dated AS Dated FROM searchable WHERE id IN @ids",
            new { ids = places.Keys }
        );
        return new SearchResult(
            [
                .. rows.OrderBy(row => places[row.Id])
                    .Select(row => new SearchHit(
                        row.Shown,
                        row.Outlet,
                        DateTimeOffset.FromUnixTimeMilliseconds(row.Dated)
                    )),
            ],
            found.Count
        );
    }

    /// <summary>How many hold the words, up to a bound.</summary>
    public static int Count(Store store, SearchQuery query, int upTo = Weighed)
    {
        using var connection = store.Reader();
        return Either(
            query,
            upTo,
            (match, values) =>
                connection.ExecuteScalar<int>(
                    $"SELECT count(*) FROM (SELECT 1 FROM {Table(query.Kind)} WHERE {match} LIMIT @upTo)",
                    values
                ),
            count => count
        );
    }

    /// <summary>
    /// Where the last word is unfinished it is first taken as it stands: a word that is found often enough is one. Only then
    /// is looked for all that begin with it, which takes longer the more there are.
    /// </summary>
    private static T Either<T>(
        SearchQuery query,
        int upTo,
        Func<string, DynamicParameters, T> ask,
        Func<T, int> count
    )
        where T : new()
    {
        if (Match(query, "") is not { } match)
        {
            return new T();
        }
        var found = Ask(match);
        return query.Words.EndsWith('"') || query.Words.EndsWith(' ') || count(found) >= upTo
            ? found
            : Ask(Match(query, "*")!);

        T Ask(string match)
        {
            var values = new DynamicParameters(
                new
                {
                    match,
                    upTo,
                    first = query.Since is { } since ? Numbering.From(since) : long.MinValue,
                    end = query.Until is { } until ? Numbering.From(until) : long.MaxValue,
                }
            );
            return ask($"{Table(query.Kind)} MATCH @match AND rowid >= @first AND rowid < @end", values);
        }
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
    /// <param name="last">"*" where more may follow the last word.</param>
    private static string? Match(SearchQuery query, string last)
    {
        var phrases = Phrases(query.Words);
        if (phrases.Count == 0)
        {
            return null;
        }
        var words = string.Join(
            ' ',
            phrases.Select(phrase => $"\"{phrase.Replace("\"", "", StringComparison.Ordinal)}\"")
        );
        var outlets = string.Join(" OR ", query.Outlets.Select(Tokens.Outlet));
        return $"{{title body}} : ({words}{last})" + (outlets.Length > 0 ? $" AND marks : ({outlets})" : "");
    }

    private static string Table(SearchKind kind) => kind == SearchKind.Article ? "words" : "issue_words";

    /// <summary>Properties, since an expression has no type that a constructor could be found by.</summary>
    private sealed record Weight
    {
        public long Id { get; init; }
        public double Fit { get; init; }
    }

    private sealed record Row(long Id, string Shown, string Outlet, long Dated);
}
