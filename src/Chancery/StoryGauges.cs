using Chancery.Commands;
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

    /// <summary>
    /// The order of stories over whole weeks of feeds, by the watch <c>watches/ukraine.yaml</c> of the working folder. The
    /// human leads stand in <c>leads.jsonl</c> in the folder itself or in <c>../../column</c>; the events, where there are any, in
    /// <c>wikipedia-events.jsonl.gz</c> beside the folder.
    /// </summary>
    public static Measured Leads(string folder)
    {
        var watch = CheckCommand.Use("watches/ukraine.yaml");
        string[] places = [folder, Path.Combine(folder, "..", "..", "column")];
        var leads =
            places.Select(place => Path.Combine(place, "leads.jsonl")).FirstOrDefault(File.Exists)
            ?? throw new InvalidDataException("there is no leads.jsonl in it or in ../../column.");
        var events = Path.Combine(folder, "..", "wikipedia-events.jsonl.gz");
        var figures = StoriesLeads.Measure(
            StoriesWeek.Read(folder, leads),
            File.Exists(events) ? StoriesEvent.Read(events, "Ukrain") : [],
            week => Ordered(watch, week)
        );
        return new Measured(
            "leads",
            figures.Articles,
            figures.Seconds,
            [
                ("weeks", figures.Weeks),
                ("leadInFirstThree", figures.InFirstThree),
                .. figures.Ranks.Select((rank, i) => ($"rankOfWeek{i + 1}", (double)rank)),
                ("events", figures.Events),
                ("eventsInAnyEntry", Share(figures.EventsCarried)),
                ("eventsInFirstTen", Share(figures.EventsInFirstTen)),
                ("eventsInAnyStory", Share(figures.EventsAnywhere)),
            ]
        );

        double Share(int count) => figures.Events == 0 ? 0 : (double)count / figures.Events;
    }

    /// <summary>The facts of a human issue that a draft of the same week carries.</summary>
    public static Measured Facts(string path, string? issue)
    {
        if (issue is null)
        {
            throw new MisuseException(
                Exit.Unreadable,
                "gauge facts needs a draft: --issue issue.json, from draft --format json."
            );
        }
        if (!IssueFile.TryRead(File.ReadAllText(issue), issue, out var draft, out var why))
        {
            throw new MisuseException(Exit.Unreadable, why.Sentence);
        }
        var figures = FactsGauge.Measure(FactsGold.Read(path), draft);
        return new Measured(
            "facts",
            figures.Items,
            0,
            [
                ("contained", figures.Contained),
                ("found", figures.Found),
                ("invented", figures.Invented),
                .. figures.Places.Select(fact => ($"item of {fact.Id}", (double)fact.Place)),
            ]
        );
    }

    private static List<IReadOnlyList<WeekEntry>> Ordered(Watch watch, StoriesWeek week)
    {
        var entries = new Dictionary<ArticleId, WeekEntry>();
        var articles = new List<Coded>();
        foreach (var entry in week.Entries)
        {
            var coded = Uncoded(
                entry.Address,
                entry.Outlet,
                entry.Title,
                entry.Lead,
                entry.Language.Split('-')[0],
                entry.At
            );
            // One entry stands in several feeds of an outlet.
            if (entries.TryAdd(coded.Article.Id, entry))
            {
                articles.Add(coded);
            }
        }
        return
        [
            .. Weighing
                .Weigh(watch, articles)
                .Select(story => story.Articles.Select(coded => entries[coded.Article.Id]).ToList()),
        ];
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
