using Chancery.Terms;

namespace Chancery.Language.Statements;

/// <summary>
/// Finds what stands between quotation marks, whatever the glyphs. A paragraph that opens anew without a close before it
/// continues the quotation (Chicago Manual of Style, 13.32), also where the paragraph break was lost. Marks inside marks belong
/// to the outer pair. A mark without a partner encloses nothing.
/// </summary>
public static class QuotationFinder
{
    /// <summary>The quotations of a text, in order; they never overlap.</summary>
    public static IReadOnlyList<Quotation> Find(string text)
    {
        var found = new List<Quotation>();
        int start = 0;
        bool open = false;
        while (start < text.Length)
        {
            int end = text.IndexOf("\n\n", start, StringComparison.Ordinal);
            end = end < 0 ? text.Length : end;
            open = Paragraph(text, start, end, open, found);
            start = end;
            while (start < text.Length && char.IsWhiteSpace(text[start]))
                start++;
        }
        return found;
    }

    /// <param name="open">True where the paragraph before left a quotation open.</param>
    /// <returns>True where this paragraph leaves one open.</returns>
    private static bool Paragraph(string text, int start, int end, bool open, List<Quotation> found)
    {
        int i = start;
        bool continues = open;
        while (i < end)
        {
            Mark mark = Opening(text, start, end, i);
            if (mark.Length == 0)
            {
                continues &= char.IsWhiteSpace(text[i]);
                i++;
                continue;
            }
            int close = Close(text, mark, i + mark.Length, end, out int width, out bool anew);
            if (close < 0)
            {
                // Open to the paragraph's end: good only where the next paragraph opens anew.
                int next = end;
                while (next < text.Length && char.IsWhiteSpace(text[next]))
                    next++;
                if (
                    !mark.Single
                    && next < text.Length
                    && text.AsSpan(next).StartsWith(text.AsSpan(i, mark.Length))
                )
                {
                    Add(text, i, end, i + mark.Length, end, continues, found);
                    return true;
                }
                i += mark.Length;
                continues = false;
                continue;
            }
            Add(text, i, close + width, i + mark.Length, close, continues, found);
            i = close + width;
            continues = anew;
        }
        return false;
    }

    private static void Add(
        string text,
        int outer,
        int outerEnd,
        int inner,
        int innerEnd,
        bool continues,
        List<Quotation> found
    )
    {
        while (inner < innerEnd && char.IsWhiteSpace(text[inner]))
            inner++;
        while (innerEnd > inner && char.IsWhiteSpace(text[innerEnd - 1]))
            innerEnd--;
        if (innerEnd > inner)
            found.Add(
                new Quotation(Passage.Between(outer, outerEnd), Passage.Between(inner, innerEnd), continues)
            );
    }

    /// <param name="Length">UTF-16 units of the mark; zero for none.</param>
    /// <param name="Open">Its first unit.</param>
    private readonly record struct Mark(int Length, char Open)
    {
        public bool Single => Length == 1 && Open is '\'' or '\u2018';
    }

    private static Mark Opening(string text, int start, int end, int i)
    {
        char c = text[i];
        if (c is '\u201C' or '\u201E' or '\u00AB')
            return new Mark(1, c);
        if (c is not ('"' or '\'' or '`' or '\u2018'))
            return default;
        int length = c != '"' && i + 1 < end && text[i + 1] is '\'' or '`' && c is '\'' or '`' ? 2 : 1;
        if (c == '`' && length == 1)
            return default;
        bool free =
            i == start || !char.IsLetterOrDigit(text[i - 1]) && text[i - 1] is not ('\u2019' or '.' or ',');
        bool words = i + length < end && !char.IsWhiteSpace(text[i + length]);
        return free && words ? new Mark(length, c) : default;
    }

    /// <returns>Where the closing mark stands, or −1. Where the same mark opens anew first, the place just before it.</returns>
    private static int Close(string text, Mark mark, int from, int end, out int width, out bool anew)
    {
        anew = false;
        width = mark.Length;
        if (mark.Single)
            return CloseSingle(text, mark.Open, from, LineEnd(text, from, end));
        int nested = 0;
        for (int i = from; i < end; i++)
        {
            switch (mark.Open)
            {
                // A curly mark that a straight one closes, or another opening one behind a word.
                case '\u201C' when text[i] == '"' && Opening(text, from, end, i).Length > 0:
                    nested++;
                    continue;
                case '\u201C' when text[i] == '"' && nested > 0:
                    nested--;
                    continue;
                case '\u201C' when text[i] == '"':
                case '\u201C'
                    when text[i] == '\u201C'
                        && text[i - 1] is ',' or '.' or '!' or '?'
                        && !IsLetter(text, i + 1):
                    return i;
                case '\u201C' when text[i] is '\u201D':
                case '\u201E' when text[i] is '\u201C' or '\u201D':
                case '\u00AB' when text[i] is '\u00BB':
                    return i;
                case '\u201C' when text[i] == '\u201C' && (i == 0 || char.IsWhiteSpace(text[i - 1])):
                    (width, anew) = (0, true);
                    return i;
                // Of three, the first one closes the inner quotation.
                case '\'' or '`' when Doubled(text, i, end) && Doubled(text, i + 1, end):
                    continue;
                case '"' when text[i] is '"' or '\u201D':
                case '\'' or '`' when Doubled(text, i, end):
                    if (
                        char.IsWhiteSpace(text[i - 1])
                        && i + mark.Length < end
                        && !char.IsWhiteSpace(text[i + mark.Length])
                    )
                    {
                        (width, anew) = (0, true);
                        return i;
                    }
                    return i;
                default:
                    continue;
            }
        }
        return -1;
    }

    private static int LineEnd(string text, int from, int end) =>
        text.AsSpan(from, end - from).IndexOf('\n') is var line and >= 0 ? from + line : end;

    private static bool IsLetter(string text, int i) => i < text.Length && char.IsLetterOrDigit(text[i]);

    private static bool Doubled(string text, int i, int end) =>
        text[i] == '\'' && i + 1 < end && text[i + 1] == '\'';

    /// <summary>
    /// A single mark closes where no letter follows; of several such places the first behind a full stop, comma or the like is
    /// taken, since any other may be an apostrophe ("the envoys’ hotel"). Straight ones close only there.
    /// </summary>
    private static int CloseSingle(string text, char open, int from, int end)
    {
        char close = open == '\'' ? '\'' : '\u2019';
        int first = -1;
        for (int i = from; i < end; i++)
        {
            if (text[i] == '\u2018' && open == '\u2018' && first >= 0)
                return first;
            if (text[i] != close || i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]))
                continue;
            if (
                text[i - 1] is '.' or ',' or '?' or '!' or '\u2026' or ';'
                || i + 1 < text.Length && text[i + 1] is ','
            )
                return i;
            first = first < 0 ? i : first;
        }
        return open == '\'' && !WholeLine(text, first, end) ? -1 : first;
    }

    /// <summary>A headline's quotation ends with the line and needs no stop.</summary>
    private static bool WholeLine(string text, int close, int end) => close >= 0 && close == end - 1;
}
