using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Chancery.Terms;
using Capture = Chancery.Terms.Capture;

namespace Chancery.Gauge;

/// <summary>One page's measures, for reading errors.</summary>
/// <param name="Item">The gold.</param>
/// <param name="Verdict">What the reader made of it.</param>
/// <param name="Precision">Null where nothing was put out.</param>
/// <param name="Recall">Of 4-gram shingles.</param>
/// <param name="WordF1">Of lower-cased words.</param>
/// <param name="Title">Whether the title agrees; null where the gold has none.</param>
/// <param name="Authors">F1 of the people's names; null where neither side names anybody.</param>
/// <param name="Credits">The same with the credited agency among them.</param>
/// <param name="Date">Whether the day agrees; null where the gold has none.</param>
/// <param name="Minute">Whether the minute agrees, as a moment; null where the gold has no time of day with its zone.</param>
public sealed record CleaningPage(
    CleaningItem Item,
    Verdict Verdict,
    double? Precision,
    double Recall,
    double WordF1,
    bool? Title,
    double? Authors,
    double? Credits,
    bool? Date,
    bool? Minute
);

/// <summary>Measures a reader of pages against pages whose articles people have written down.</summary>
public static partial class CleaningGauge
{
    /// <summary>Reads every page of a set and sums up.</summary>
    /// <param name="path">A folder with <c>truth.jsonl</c>, or that file, also gzipped.</param>
    /// <param name="asText">True to hand over the page as pasted text instead of its bytes.</param>
    /// <param name="read">The reader to measure: of pages, or of plain text.</param>
    /// <param name="each">Called with each page, for whoever reads errors.</param>
    public static CleaningFigures Measure(
        string path,
        bool asText,
        Func<Capture, Verdict> read,
        Action<CleaningPage>? each = null
    )
    {
        var pages = new List<CleaningPage>();
        var clock = new Stopwatch();
        foreach (CleaningItem item in CleaningGold.Read(path))
        {
            CleaningPage page = Page(item, asText, read, clock);
            pages.Add(page);
            each?.Invoke(page);
        }

        double precision = Mean(pages.Select(page => page.Precision)) ?? 0;
        double recall = Mean(pages.Select(page => (double?)page.Recall)) ?? 0;
        return new CleaningFigures(
            pages.Count,
            clock.Elapsed.TotalSeconds,
            precision,
            recall,
            precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall),
            Mean(pages.Select(page => (double?)page.WordF1)) ?? 0,
            Share(pages.Select(page => page.Title)),
            Mean(pages.Select(page => page.Authors)),
            Mean(pages.Select(page => page.Credits)),
            Share(pages.Select(page => page.Date)),
            Share(pages.Select(page => page.Minute)),
            pages.Count(page => page.Verdict is Verdict.Discard)
        );
    }

    private static CleaningPage Page(
        CleaningItem item,
        bool asText,
        Func<Capture, Verdict> read,
        Stopwatch clock
    )
    {
        Capture capture = asText
            ? Of(
                Encoding.UTF8.GetBytes(CleaningAsText.Of(Encoding.UTF8.GetString(item.Html))),
                "text/plain; charset=utf-8",
                item
            )
            : Of(item.Html, "text/html", item);
        clock.Start();
        Verdict verdict = read(capture);
        clock.Stop();
        Article? article = (verdict as Verdict.Keep)?.Article;
        string text = article?.Text ?? "";
        var (precision, recall) = CleaningScores.Shingles(item.Text, text);
        return new CleaningPage(
            item,
            verdict,
            precision,
            recall,
            CleaningScores.WordF1(item.Text, text),
            string.IsNullOrEmpty(item.Title)
                ? null
                : CleaningScores.Folded(item.Title) == CleaningScores.Folded(article?.Headline ?? ""),
            item.Authors is null ? null : CleaningScores.NamesF1(item.Authors, article?.Authors ?? []),
            item.Authors is null
                ? null
                : CleaningScores.CreditsF1(item.Authors, article?.Authors ?? [], article?.Agency),
            item.Date is { } date && Day().Match(date) is { Success: true } day
                ? article?.Published is { } at && $"{at.Day:yyyy-MM-dd}" == day.Value
                : null,
            Moment(item.Date) is { } moment
                ? article?.Published is { HasTime: true } time
                    && Math.Abs((time.At - moment).TotalSeconds) < SecondsInMinute
                : null
        );
    }

    private const int SecondsInMinute = 60;

    /// <summary>The moment that the gold gives; null where it has a day only, or midnight, which sets write for a day.</summary>
    private static DateTimeOffset? Moment(string? date) =>
        date is not null
        && WithZone().IsMatch(date)
        && DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, out DateTimeOffset moment)
        && moment.TimeOfDay != TimeSpan.Zero
            ? moment
            : null;

    [GeneratedRegex(@"\d{2}:\d{2}.*(?:[+-]\d{2}:?\d{2}|Z)$", RegexOptions.CultureInvariant)]
    private static partial Regex WithZone();

    private static Capture Of(byte[] body, string mediaType, CleaningItem item) =>
        Capture.Of(body, mediaType, item.Url, item.Id, DateTimeOffset.UnixEpoch);

    private static double? Mean(IEnumerable<double?> values) => values.Average();

    private static double? Share(IEnumerable<bool?> values) =>
        values.Average(value => value is { } yes ? (yes ? 1.0 : 0.0) : (double?)null);

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}", RegexOptions.CultureInvariant)]
    private static partial Regex Day();
}
