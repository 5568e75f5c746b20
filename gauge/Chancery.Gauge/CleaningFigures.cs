namespace Chancery.Gauge;

/// <summary>How well pages become articles; shares from 0 to 1, null where no item of the set tells.</summary>
/// <param name="Items">Pages measured.</param>
/// <param name="Seconds">Time spent reading them, decompression and scoring excluded.</param>
/// <param name="Precision">4-gram shingle precision, mean over pages that gave an output.</param>
/// <param name="Recall">4-gram shingle recall, mean over pages.</param>
/// <param name="F1">2PR/(P+R) of those two means, as in the article-extraction-benchmark.</param>
/// <param name="WordF1">Lower-cased word-multiset F1, mean over pages.</param>
/// <param name="TitleExact">Share of titles that agree after folding case, space, quote glyphs and punctuation.</param>
/// <param name="AuthorsF1">F1 over name sets of <c>Authors</c>, which holds people only; mean over pages where either side names somebody.</param>
/// <param name="CreditsF1">The same with the credited agency among them: gold lists agencies as authors.</param>
/// <param name="DateExact">Share of dates right to the day in the page's own zone.</param>
/// <param name="MinuteExact">Share of times right to the minute, of pages whose gold has a time of day and its zone.</param>
/// <param name="Refused">Pages without an article.</param>
public sealed record CleaningFigures(
    int Items,
    double Seconds,
    double Precision,
    double Recall,
    double F1,
    double WordF1,
    double? TitleExact,
    double? AuthorsF1,
    double? CreditsF1,
    double? DateExact,
    double? MinuteExact,
    int Refused
)
{
    /// <summary>The figures under the names that reports use, those that were not measured left out.</summary>
    public IEnumerable<(string Name, double Value)> Named()
    {
        yield return ("precision", Precision);
        yield return ("recall", Recall);
        yield return ("f1", F1);
        yield return ("wordF1", WordF1);
        if (TitleExact is { } title)
        {
            yield return ("titleExact", title);
        }

        if (AuthorsF1 is { } authors)
        {
            yield return ("authorsF1", authors);
        }

        if (CreditsF1 is { } credits)
        {
            yield return ("creditsF1", credits);
        }

        if (DateExact is { } date)
        {
            yield return ("dateExact", date);
        }

        if (MinuteExact is { } minute)
        {
            yield return ("minuteExact", minute);
        }

        yield return ("refused", Refused);
    }
}
