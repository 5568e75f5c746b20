using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace Chancery.Desk.Checking;

/// <summary>What two spellings must share to be one word: letters without case and accents.</summary>
internal static class Fold
{
    // Latin letters with marks, each group after its plain letter. The invariant globalisation mode has no tables for it.
    private const string Marked =
        "aàáâãäåāăą cçćĉċč dďđð eèéêëēĕėęěə gĝğġģ hĥħ iìíîïĩīĭįı jĵ kķ lĺļľŀł nñńņňŋ oòóôõöøōŏő rŕŗř sśŝşšș tţťŧț uùúûüũūŭůűų wŵ yýÿŷ zźżž";

    private static readonly FrozenDictionary<char, char> plain = Marked
        .Split(' ')
        .SelectMany(group => group[1..].Select(c => (c, group[0])))
        .ToFrozenDictionary(p => p.c, p => p.Item2);

    private static readonly SearchValues<char> invisible = SearchValues.Create(
        "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"
    );

    public static bool Invisible(char c) => invisible.Contains(c);

    public static char Letter(char c)
    {
        c = char.ToLowerInvariant(c);
        return c < 128 ? c : plain.GetValueOrDefault(c, c);
    }

    public static string Word(ReadOnlySpan<char> word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            if (c == '.' && !char.IsDigit(word[0]))
                continue;
            if (
                char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark
                || Invisible(c)
            )
                continue;
            if (c is 'ß')
                folded.Append("ss");
            else if (c is 'æ' or 'Æ')
                folded.Append("ae");
            else if (c is 'œ' or 'Œ')
                folded.Append("oe");
            else
                folded.Append(Letter(c));
        }
        return folded.ToString();
    }

    /// <summary>
    /// What a quotation is compared by: white space as one space, every quotation mark and apostrophe as one glyph, every
    /// dash as one, an ellipsis as three points. Letters keep their case and accents: a quotation is exact.
    /// </summary>
    /// <param name="text">The words.</param>
    /// <param name="places">Where given, the index in <paramref name="text"/> of every unit of the answer.</param>
    public static string Quotation(ReadOnlySpan<char> text, List<int>? places = null)
    {
        var folded = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (Invisible(c))
                continue;
            if (char.IsWhiteSpace(c))
            {
                if (folded.Length == 0 || folded[^1] == ' ')
                    continue;
                c = ' ';
            }
            else if (QuotationMarks.Is(c))
                c = '\'';
            else if (c is '–' or '—' or '‒' or '―' or '−' or '\u2010' or '\u2011')
                c = '-';
            else if (c == '…')
            {
                folded.Append("..");
                places?.Add(at);
                places?.Add(at);
                c = '.';
            }
            folded.Append(c);
            places?.Add(at);
        }
        if (folded.Length > 0 && folded[^1] == ' ')
            folded.Length--;
        return folded.ToString();
    }
}
