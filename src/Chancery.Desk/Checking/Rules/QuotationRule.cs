using Chancery.Terms;

namespace Chancery.Desk.Checking.Rules;

/// <summary>
/// Every quotation is found in one cited passage. White space and the glyphs of marks may differ; so may the final comma
/// or full point. An ellipsis or a bracketed edit parts a quotation: the parts must stand in order in one passage.
/// </summary>
internal static class QuotationRule
{
    public static IEnumerable<Reason> Check(Ground ground)
    {
        if (ground.Unclosed >= 0)
            yield return new Reason(
                "quotation-unclosed",
                $"The quotation mark before “{Shown.Short(ground.Line.Text[(ground.Unclosed + 1)..])}” is never closed."
            );
        foreach (var quotation in ground.Quotations)
        {
            if (string.IsNullOrWhiteSpace(quotation.Words))
                yield return new Reason("quotation-empty", "A pair of quotation marks holds nothing.");
            else if (!ground.Sources.Any(source => Find(quotation.Words, source.Words) is not null))
                yield return new Reason(
                    "quotation-not-found",
                    $"The quotation “{Shown.Short(quotation.Words)}” does not stand in a cited passage in these words."
                );
        }
    }

    /// <summary>Where the quotation stands in the passage, from its first part to its last; null where it does not.</summary>
    public static Passage? Find(string quotation, string passage)
    {
        var places = new List<int>();
        var text = Fold.Quotation(passage, places);
        var (start, end) = (-1, 0);
        foreach (var part in Parts(quotation))
        {
            var at = IndexOf(text, part, end);
            if (at < 0)
                return null;
            if (start < 0)
                start = at;
            end = at + part.Words.Length;
        }
        return start < 0 ? null : Passage.Between(places[start], places[end - 1] + 1);
    }

    private readonly record struct Part(string Words, bool OpenStart, bool OpenEnd);

    private static List<Part> Parts(string quotation)
    {
        var folded = Fold.Quotation(quotation).Trim();
        var parts = new List<Part>();
        var (start, openStart) = (0, false);
        for (var at = 0; at <= folded.Length; at++)
        {
            var cut =
                at == folded.Length ? 0
                : folded[at] == '[' && folded.IndexOf(']', at) is > 0 and var close ? close - at + 1
                : folded.AsSpan(at).StartsWith("...") ? 3
                : folded.AsSpan(at).StartsWith(". . .") ? 5
                : -1;
            if (cut < 0)
                continue;
            var bracket = cut > 0 && folded[at] == '[';
            var words = folded[start..at].Trim(' ');
            // The final comma or full point is the house's, not the speaker's; before an edit it may be either.
            words = words.TrimEnd(',', '.');
            // "[T]he": the word goes on after the bracket, so that part may begin inside a word of the passage.
            if (words.Any(char.IsLetterOrDigit))
                parts.Add(new Part(words, openStart, bracket && at > start && folded[at - 1] != ' '));
            start = at + cut;
            openStart = bracket && start < folded.Length && char.IsLetter(folded[start]);
            at += Math.Max(cut - 1, 0);
            if (cut == 0)
                break;
        }
        return parts;
    }

    private static int IndexOf(string text, Part part, int from)
    {
        for (var at = from; (at = text.IndexOf(part.Words, at, StringComparison.Ordinal)) >= 0; at++)
        {
            var end = at + part.Words.Length;
            var starts =
                part.OpenStart
                || at == 0
                || !char.IsLetterOrDigit(text[at - 1])
                || !char.IsLetterOrDigit(part.Words[0]);
            var ends =
                part.OpenEnd
                || end == text.Length
                || !char.IsLetterOrDigit(text[end])
                || !char.IsLetterOrDigit(part.Words[^1]);
            if (starts && ends)
                return at;
        }
        return -1;
    }
}
