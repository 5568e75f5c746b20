using System.Buffers;
using System.Collections.Frozen;
using Chancery.Reading.Cleaning;

namespace Chancery.Reading.Plain;

/// <summary>Tells sentences that are notices hung on an article by their wording (<c>Words/notices.txt</c>, <c>Words/pleas.txt</c>).</summary>
internal static class Notices
{
    /// <summary>Wordings that make the sentence that holds them a notice.</summary>
    private static readonly (string Why, string Wording)[] Held;

    /// <summary>Wordings that open a notice wherever a line could, in the letters given.</summary>
    public static readonly IReadOnlyList<(string Why, string Wording)> Openers;

    /// <summary>Wordings that are a notice by themselves, whatever they are glued to.</summary>
    public static readonly IReadOnlyList<(string Why, string Wording)> Alone;

    private static readonly FrozenDictionary<string, string> Pleas = Words.Keyed("pleas");

    private static readonly SearchValues<char> QuotationMarks = SearchValues.Create("\"“”„«»");

    /// <summary>A longer stretch is prose that happens to hold such words.</summary>
    private const int Longest = 420;

    static Notices()
    {
        var all = Words
            .Lines("notices")
            .Select(line =>
            {
                int colon = line.IndexOf(':', StringComparison.Ordinal);
                return (Why: line[..colon], Wording: line[(colon + 1)..].Trim());
            })
            .ToLookup(entry => entry.Wording[0] is '^' or '=' ? entry.Wording[0] : ' ');
        Held = [.. all[' ']];
        Openers = [.. all['^'].Select(entry => (entry.Why, entry.Wording[1..]))];
        Alone = [.. all['='].Select(entry => (entry.Why, entry.Wording[1..]))];
    }

    /// <summary>Why a sentence is no part of the article ("paywall", "subscription", "copyright", "agency-tail" …), or null.</summary>
    public static string? WhyNot(ReadOnlySpan<char> sentence)
    {
        if (sentence.Length > Longest || sentence.ContainsAny(QuotationMarks))
        {
            // Words somebody is quoted with are never a notice.
            return null;
        }

        foreach (var (why, wording) in Held)
        {
            if (sentence.Contains(wording, StringComparison.OrdinalIgnoreCase))
            {
                return why;
            }
        }

        foreach (var (why, wording) in Openers)
        {
            if (
                sentence.StartsWith(wording, StringComparison.Ordinal)
                && (why != Inset.Related || sentence.Length <= Inset.LongestTitle)
            )
            {
                return why;
            }
        }

        return sentence.Trim().TrimEnd('.').Equals("Advertisement", StringComparison.OrdinalIgnoreCase)
                ? "advertisement"
            : IsPlea(sentence) ? "subscription"
            : null;
    }

    /// <summary>
    /// A plea orders the reader to subscribe or follow, or speaks to him of a subscription, or speaks of one and is no
    /// sentence at all. News that reports of a newsletter does none of the three.
    /// </summary>
    private static bool IsPlea(ReadOnlySpan<char> sentence)
    {
        var pleas = Pleas.GetAlternateLookup<ReadOnlySpan<char>>();
        bool subscription = false;
        bool network = false;
        bool order = false;
        bool reader = sentence.TrimEnd() is not [.., '.' or '!' or '?' or '…'];
        bool first = true;
        foreach (Range range in sentence.SplitAny(' ', '/', '’', '\''))
        {
            ReadOnlySpan<char> word = sentence[range].Trim(".,;:!?()");
            pleas.TryGetValue(word, out string? kind);
            subscription |= kind == "noun";
            network |=
                kind == "network" || word is ['@', _, ..] || (word.Contains('@') && word.Contains('.'));
            reader |= kind == "reader";
            order |= kind == "verb" && first;
            first &= word.IsEmpty;
        }

        // A longer one is glued to a sentence of the article.
        const int LongestOrder = 120;
        const int LongestOffer = 250;
        return (order && (subscription || network) && sentence.Length <= LongestOrder)
            || (reader && subscription && sentence.Length <= LongestOffer);
    }
}
