using Chancery.Desk;
using Chancery.Desk.Stories;
using Chancery.Gauge;
using Chancery.Terms;

namespace Chancery;

/// <summary>Joins the gauges of stories to the desk.</summary>
internal static class StoryGauges
{
    public static Measured Stories(string path)
    {
        var figures = StoriesGauge.Measure(path, Placed);
        return new Measured(
            "stories",
            figures.Items,
            figures.Seconds,
            [
                ("b3Precision", figures.Precision),
                ("b3Recall", figures.Recall),
                ("b3F1", figures.F1),
                ("articlesPerSecond", figures.ArticlesPerSecond),
                ("gold", figures.Gold),
                ("found", figures.Found),
            ]
        );
    }

    private static List<string> Placed(IReadOnlyList<StoriesGold> gold)
    {
        List<Coded> articles =
        [
            .. gold.Select(item =>
                Uncoded(item.Id, "", item.Title, item.Text, "en", item.At ?? DateTimeOffset.UnixEpoch)
            ),
        ];
        var stories = Placing
            .Place(articles)
            .SelectMany(story => story.Articles.Select(id => (id, story.Id)))
            .ToDictionary(pair => pair.id, pair => pair.Id);
        return [.. articles.Select(coded => stories[coded.Article.Id])];
    }

    /// <summary>An article as a line of gold gives it, with nothing found in it.</summary>
    private static Coded Uncoded(
        string key,
        string outlet,
        string headline,
        string text,
        string language,
        DateTimeOffset at
    )
    {
        var id = ArticleId.Of(key, headline, text);
        return new Coded(
            new Article
            {
                Id = id,
                Key = key,
                Capture = new Digest(""),
                Reader = "gold",
                Outlet = outlet,
                Headline = headline,
                Text = text,
                Language = language,
                Blocks = [],
            },
            new Coding { Article = id, Coder = "" },
            at
        );
    }
}
