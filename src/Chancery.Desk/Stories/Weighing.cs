using Chancery.Terms;

namespace Chancery.Desk.Stories;

/// <summary>A story with what it means for the watch.</summary>
/// <param name="Story">The story.</param>
/// <param name="Articles">Its relevant articles, in time order.</param>
/// <param name="Bearing">How far it bears on the watch's question, 0 to 1.</param>
/// <param name="Weight">Higher comes first.</param>
public sealed record Weighed(Story Story, IReadOnlyList<Coded> Articles, double Bearing, double Weight);

/// <summary>Orders stories by what they do to the watch's question, never by mere volume.</summary>
public static class Weighing
{
    /// <summary>Only articles of at least this relevance count.</summary>
    private const double Least = 0.9;

    /// <param name="watch">The watch.</param>
    /// <param name="articles">The week's articles, in time order.</param>
    /// <returns>The stories that are the watch's business, the weightiest first.</returns>
    public static IReadOnlyList<Weighed> Weigh(Watch watch, IReadOnlyList<Coded> articles)
    {
        var judge = new Judge(watch);
        var outlets = new Drafting.Outlets(watch);
        var relevant = articles
            .Select(coded => (Coded: coded, Relevance: judge.Of(coded.Article)))
            .Where(pair => pair.Relevance.Score >= Least)
            .ToDictionary(pair => pair.Coded.Article.Id);
        var stories = Placing.Place([.. articles.Where(coded => relevant.ContainsKey(coded.Article.Id))]);
        return
        [
            .. stories
                .Select(story => Weigh(story, [.. story.Articles.Select(id => relevant[id])], outlets))
                .OrderByDescending(weighed => weighed.Weight)
                .ThenBy(weighed => weighed.Story.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>
    /// Each family counts once, by its most relevant article, and each further family for less; a story that does not
    /// bear on the question weighs a third of one that is about nothing else.
    /// </summary>
    private static Weighed Weigh(
        Story story,
        IReadOnlyList<(Coded Coded, Relevance Relevance)> articles,
        Drafting.Outlets outlets
    )
    {
        var families = articles
            .GroupBy(pair => outlets.Family(pair.Coded.Article), StringComparer.OrdinalIgnoreCase)
            .Select(family => family.Max(pair => pair.Relevance.Score))
            .OrderDescending();
        var bearing = articles.Average(pair => pair.Relevance.Bearing);
        var heard = families.Select((score, place) => score / (1 + 0.5 * place)).Sum();
        return new Weighed(
            story,
            [.. articles.Select(pair => pair.Coded)],
            bearing,
            heard * (0.5 + bearing) / 1.5
        );
    }
}
