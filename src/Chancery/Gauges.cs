using Chancery.Gauge;
using Chancery.Reading.Feeds;
using Chancery.Reading.Pages;
using Chancery.Reading.Plain;
using Chancery.Reading.Warc;
using Chancery.Record;
using Chancery.Record.Articles;
using Chancery.Record.Codings;
using Chancery.Terms;

namespace Chancery;

/// <summary>What a gauge measured.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Items">Gold items.</param>
/// <param name="Seconds">Spent in the stage itself.</param>
/// <param name="Figures">By name; shares are from 0 to 1.</param>
public sealed record Measured(
    string Stage,
    int Items,
    double Seconds,
    IReadOnlyList<(string Name, double Value)> Figures
);

/// <summary>Joins each gauge to the room that it measures.</summary>
public static class Gauges
{
    public static IReadOnlyList<string> Names { get; } =
    [
        "cleaning",
        "dates",
        "events",
        "feeds",
        "grammar",
        "names",
        "statements",
        "stories",
        "leads",
        "facts",
        "warc",
    ];

    /// <param name="stage">One of <see cref="Names"/>.</param>
    /// <param name="path">The gold.</param>
    /// <param name="asText">Cleaning: the plain-text intake on the pages' bare text.</param>
    /// <param name="nationalityAsPlace">Names: nationalities count as places.</param>
    /// <param name="issue">Facts: the draft to hold against them, a JSON file.</param>
    public static Measured Measure(
        string stage,
        string path,
        bool asText,
        bool nationalityAsPlace,
        string? issue = null
    ) =>
        stage switch
        {
            "dates" => Dates(path),
            "cleaning" => Cleaning(path, asText),
            "feeds" => Feeds(path),
            "warc" => Archives(path),
            "grammar" => Grammar(path),
            "names" => NamesIn(path, nationalityAsPlace),
            "events" => Events(path),
            "statements" => Statements(path),
            "stories" => StoryGauges.Stories(path),
            "leads" => StoryGauges.Leads(path),
            "facts" => StoryGauges.Facts(path, issue),
            _ => throw new MisuseException(Exit.Unreadable, $"There is no gauge for “{stage}”."),
        };

    private static Measured Cleaning(string path, bool asText)
    {
        var figures = CleaningGauge.Measure(path, asText, asText ? PlainReader.Read : PageReader.Read);
        return new Measured("cleaning", figures.Items, figures.Seconds, [.. figures.Named()]);
    }

    private static Measured Feeds(string path)
    {
        var figures = FeedsGauge.Measure(path, capture => FeedReader.Read(capture).Feed);
        return new Measured(
            "feeds",
            figures.Items,
            figures.Seconds,
            [("read", figures.Read), ("met", figures.Met), ("expectations", figures.Expectations)]
        );
    }

    private static Measured Archives(string path)
    {
        var figures = WarcGauge.Measure(
            path,
            file =>
            {
                using var stream = File.OpenRead(file);
                return
                [
                    .. WarcFile
                        .Records(stream, Path.GetFileName(file))
                        .Select(found => new WarcItem(
                            found.Record is not null,
                            found.Record?.DigestHolds,
                            found.Why?.Sentence
                        )),
                ];
            }
        );
        foreach (var reason in figures.Reasons)
        {
            Commands.Terminal.Say(reason);
        }
        return new Measured(
            "warc",
            figures.Items,
            figures.Seconds,
            [
                ("wanted", figures.Wanted),
                ("records", figures.Records),
                ("answered", figures.Answered),
                ("digestsHold", figures.DigestsHold),
                ("digestsFail", figures.DigestsFail),
            ]
        );
    }

    private static Measured Grammar(string path)
    {
        var figures = Training.Measure.Grammar(Weights.Parser(), [.. GrammarGold.Read(path)]);
        return new Measured(
            "grammar",
            figures.Items,
            figures.Seconds,
            [
                ("upos", figures.Upos),
                ("uas", figures.Uas),
                ("las", figures.Las),
                ("rawUpos", figures.RawUpos),
                ("rawUas", figures.RawUas),
                ("rawLas", figures.RawLas),
                ("tokenF1", figures.TokenF1),
                ("sentenceF1", figures.SentenceF1),
                ("wordsPerSecond", figures.WordsPerSecond),
                .. figures.LasByGenre.Select(genre => ($"las {genre.Key}", genre.Value)),
                .. figures.LasByLength.Select(length => ($"las {length.Key} words", length.Value)),
            ]
        );
    }

    private static Measured NamesIn(string path, bool nationalityAsPlace)
    {
        var figures = Training.Measure.Names(Weights.Parser(), path, nationalityAsPlace);
        return new Measured(
            "names",
            figures.Items,
            figures.Seconds,
            [
                ("f1", figures.F1),
                ("precision", figures.Precision),
                ("recall", figures.Recall),
                ("per", figures.Per),
                ("loc", figures.Loc),
                ("org", figures.Org),
            ]
        );
    }

    private static Measured Statements(string path)
    {
        var coder = Weights.Coder();
        var figures = StatementsGauge.Measure(path, gold => coder.Code(Article(gold.Id, gold.Text)));
        return new Measured(
            "statements",
            figures.Items,
            figures.Seconds,
            [
                ("sourceF1", figures.SourceF1),
                ("cueF1", figures.CueF1),
                ("contentExactF1", figures.ContentExactF1),
                ("contentTokenF1", figures.ContentTokenF1),
                ("statementOverlapF1", figures.StatementOverlapF1),
                ("directFound", figures.DirectFound),
                ("directSpeaker", figures.DirectSpeaker),
                ("gold", figures.Gold),
                ("found", figures.Found),
                ("withoutSpeaker", figures.WithoutSpeaker),
            ]
        );
    }

    private static Measured Dates(string path)
    {
        var coder = Weights.Coder();
        var figures = DatesGauge.Measure(path, gold => coder.Code(Article(gold.Id, gold.Text)));
        return new Measured(
            "dates",
            figures.Items,
            figures.Seconds,
            [
                ("strictF1", figures.Strict.F1),
                ("relaxedF1", figures.Relaxed.F1),
                ("valueF1", figures.Value.F1),
                ("strictPrecision", figures.Strict.Precision),
                ("strictRecall", figures.Strict.Recall),
                ("gold", figures.Strict.Wanted),
                ("found", figures.Strict.Found),
            ]
        );
    }

    private static Measured Events(string path)
    {
        var coder = Weights.Coder();
        var figures = EventsGauge.Measure(
            path,
            gold => coder.Code(Article(gold.Id, gold.Text), gold.Given),
            Language.Events.Folding.Of
        );
        return new Measured(
            "events",
            figures.Items,
            figures.Seconds,
            figures.Types.Count > 0
                ? [("accuracy", figures.Accuracy), ("macroF1", figures.MacroF1)]
                :
                [
                    ("eventF1", figures.Event.F1),
                    ("eventPrecision", figures.Event.Precision),
                    ("eventRecall", figures.Event.Recall),
                    ("eventActorF1", figures.EventActor.F1),
                    (
                        "falseAlarmsPer100",
                        figures.Eventless == 0 ? 0 : 100.0 * figures.FalseAlarms / figures.Eventless
                    ),
                ]
        );
    }

    /// <summary>A seeded sample of a desk's events.</summary>
    /// <param name="stage">"events" or "statements".</param>
    /// <param name="folder">The desk's.</param>
    /// <param name="size">How many events.</param>
    /// <param name="seed">Which sample.</param>
    public static string Sample(string stage, string folder, int size, int seed)
    {
        if (!File.Exists(Path.Combine(folder, "chancery.db")))
        {
            throw new MisuseException(
                Exit.Unreadable,
                $"{folder} is no desk: there is no chancery.db in it."
            );
        }
        using var store = Store.Open(folder);
        var coder = Weights.Coder();
        var coded = ArticleShelf
            .Current(store, new Window(DateTimeOffset.MinValue, DateTimeOffset.MaxValue))
            .Select(article =>
                (article, CodingShelf.Find(store, article.Id, coder.Version) ?? coder.Code(article))
            );
        return stage switch
        {
            "events" => EventsSample.Draw(coded, size, seed),
            "statements" => StatementsSample.Draw([.. coded], size, seed),
            _ => throw new MisuseException(Exit.Unreadable, $"Nothing can be drawn of “{stage}”."),
        };
    }

    /// <summary>Gold text as an article: as it stands, uncleaned, so that offsets agree.</summary>
    private static Article Article(string key, string text) =>
        new()
        {
            Id = ArticleId.Of(key, "", text),
            Key = key,
            Capture = new Digest(""),
            Reader = "gold",
            Outlet = "",
            Headline = "",
            Text = text,
            Blocks = [],
        };
}
