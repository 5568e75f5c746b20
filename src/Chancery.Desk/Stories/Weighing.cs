using Chancery.Terms;

namespace Chancery.Desk.Stories;

/// <summary>A story with what it means for the watch.</summary>
/// <param name="Story">The story.</param>
/// <param name="Articles">Its relevant articles, in time order.</param>
/// <param name="Bearing">How far it bears on the watch's question, 0 to 1.</param>
/// <param name="Weight">Higher comes first.</param>
public sealed record Weighed(Story Story, IReadOnlyList<Coded> Articles, double Bearing, double Weight)
{
    /// <summary>Independent families among its outlets; reprints of one text are one.</summary>
    public int Families { get; init; }

    /// <summary>Why it is the watch's business, the commonest reason first, each with how many of its articles give it.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>For each of its articles the number of its source: articles of one number are one source. -1 for a roundup or an opinion.</summary>
    public IReadOnlyList<int> Sources { get; init; } = [];
}

/// <summary>Orders stories by what they do to the watch's question, never by mere volume.</summary>
public static class Weighing
{
    /// <summary>Only articles of at least this relevance count.</summary>
    public const double Least = 0.9;

    /// <param name="watch">The watch.</param>
    /// <param name="articles">The week's articles, in time order.</param>
    /// <param name="regroupings">What people decided about them, in order.</param>
    /// <returns>The stories that are the watch's business, the weightiest first.</returns>
    public static IReadOnlyList<Weighed> Weigh(
        Watch watch,
        IReadOnlyList<Coded> articles,
        IReadOnlyList<Regrouping>? regroupings = null
    )
    {
        var judge = new Judge(watch);
        var outlets = new Drafting.Outlets(watch);
        var relevant = articles
            .Select(coded => (Coded: coded, Relevance: judge.Of(coded.Article)))
            .Where(pair => pair.Relevance.Score >= Least)
            .ToDictionary(pair => pair.Coded.Article.Id);
        Coded[] business = [.. articles.Where(coded => relevant.ContainsKey(coded.Article.Id))];
        var stories = Regrouped.Over(Placing.Place(business, oneSubject: true), business, regroupings ?? []);
        return
        [
            .. stories
                .Select(story => Weigh(story, [.. story.Articles.Select(id => relevant[id])], outlets))
                .OrderByDescending(weighed => weighed.Weight)
                .ThenBy(weighed => weighed.Story.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>
    /// How far the story bears on the question (each family heard once, by its article nearest to the question), times the
    /// principals who speak or act in it, times its independent families, each further one for less. Roundups and opinions
    /// count for none of it, nor does a second article of a family or a reprint.
    /// </summary>
    private static Weighed Weigh(
        Story story,
        IReadOnlyList<(Coded Coded, Relevance Relevance)> articles,
        Drafting.Outlets outlets
    )
    {
        var reports = articles.Where(pair => !pair.Relevance.Digest).ToList();
        var family = Reprints.Families([.. reports.Select(pair => pair.Coded.Article)], outlets);
        var families = reports
            .Zip(family)
            .GroupBy(pair => pair.Second)
            .Select(group => group.Max(pair => pair.First.Relevance.Bearing))
            .ToList();
        var bearing = families.Count == 0 ? 0 : families.Average();
        // Named by at least a quarter of the families' articles: a name in one stray headline moves nothing.
        var principals = reports
            .SelectMany(pair => pair.Relevance.Principals)
            .CountBy(name => name, StringComparer.Ordinal)
            .Count(name => name.Value * 4 >= reports.Count);
        return new Weighed(
            story,
            [.. articles.Select(pair => pair.Coded)],
            bearing,
            (0.1 + bearing) * (1 + 0.25 * Math.Min(principals, 4)) * Math.Log2(1 + families.Count)
        )
        {
            Families = families.Count,
            Sources =
            [
                .. articles.Select(pair =>
                    reports.FindIndex(report => report.Coded.Article.Id == pair.Coded.Article.Id)
                        is >= 0
                            and var place
                        ? family[place]
                        : -1
                ),
            ],
            Reasons =
            [
                .. articles
                    .SelectMany(pair => pair.Relevance.Reasons)
                    .CountBy(reason => reason, StringComparer.Ordinal)
                    .OrderByDescending(reason => reason.Value)
                    .ThenBy(reason => reason.Key, StringComparer.Ordinal)
                    .Take(8)
                    .Select(reason => $"{reason.Key} ({reason.Value} of {articles.Count})"),
            ],
        };
    }
}
