using Chancery.Gauge;
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
    public static IReadOnlyList<string> Names { get; } = ["cleaning", "dates", "statements"];

    /// <param name="stage">One of <see cref="Names"/>.</param>
    /// <param name="path">The gold.</param>
    /// <param name="asText">Cleaning: the plain-text intake on the pages' bare text.</param>
    /// <param name="nationalityAsPlace">Names: nationalities count as places.</param>
    public static Measured Measure(string stage, string path, bool asText, bool nationalityAsPlace) =>
        stage switch
        {
            "dates" => Dates(path),
            "statements" => Statements(path),
            _ => throw new MisuseException(Exit.Unreadable, $"There is no gauge for “{stage}”."),
        };

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
