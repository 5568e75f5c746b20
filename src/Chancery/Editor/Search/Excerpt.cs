using System.Globalization;

namespace Chancery.Editor.Search;

/// <summary>A piece of a text around the words that were looked for.</summary>
/// <param name="Text">The piece.</param>
/// <param name="IsHit">True where it is one of the words.</param>
public readonly record struct ExcerptPart(string Text, bool IsHit);

/// <summary>Cuts excerpts.</summary>
internal static class Excerpt
{
    /// <summary>UTF-16 units shown before the first word, and in all.</summary>
    private const int Before = 60;
    private const int Length = 260;

    private const CompareOptions Loosely = CompareOptions.OrdinalIgnoreCase;

    /// <param name="text">The whole text.</param>
    /// <param name="phrases">The words looked for; where none occurs the text's beginning is shown.</param>
    public static IReadOnlyList<ExcerptPart> Of(string text, IReadOnlyList<string> phrases)
    {
        var first = phrases
            .Select(phrase => Find(text, phrase, 0))
            .Where(at => at >= 0)
            .DefaultIfEmpty(0)
            .Min();
        var start = Start(text, first - Before);
        var end = End(text, start + Length);
        var parts = new List<ExcerptPart>();
        if (start > 0)
        {
            parts.Add(new("… ", false));
        }
        for (var at = start; at < end; )
        {
            var next = phrases
                .Select(phrase => (At: Find(text, phrase, at), phrase.Length))
                .Where(found => found.At >= 0 && found.At + found.Length <= end)
                .DefaultIfEmpty((At: end, Length: 0))
                .MinBy(found => found.At);
            if (next.At > at)
            {
                parts.Add(new(OnOneLine(text[at..next.At]), false));
            }
            if (next.Length > 0)
            {
                parts.Add(new(text.Substring(next.At, next.Length), true));
            }
            at = next.At + next.Length;
        }
        if (end < text.Length)
        {
            parts.Add(new(" …", false));
        }
        return parts;
    }

    private static string OnOneLine(string text) => text.ReplaceLineEndings(" ");

    /// <summary>Where a word that begins with the phrase begins.</summary>
    private static int Find(string text, string phrase, int from)
    {
        for (var at = from; at < text.Length; at++)
        {
            at = CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, phrase, at, Loosely);
            if (at < 0)
            {
                return -1;
            }
            if (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
            {
                return at;
            }
        }
        return -1;
    }

    private static int Start(string text, int wanted)
    {
        if (wanted <= 0)
        {
            return 0;
        }
        var space = text.AsSpan(wanted).IndexOfAny(' ', '\n');
        return space < 0 ? wanted : wanted + space + 1;
    }

    private static int End(string text, int wanted)
    {
        if (wanted >= text.Length)
        {
            return text.Length;
        }
        var space = text.AsSpan(0, wanted).LastIndexOfAny(' ', '\n');
        return space < 0 ? wanted : space;
    }
}
