using Chancery.Terms;

namespace Chancery.Reading.Pages;

/// <summary>What a page may not be, told before a tree is built: a tree of 20,000 nested elements costs seconds.</summary>
public static class PageLimits
{
    /// <summary>Bytes. The largest of 1,012 real article pages has 3.1 million.</summary>
    public const int MaxBytes = 16_000_000;

    /// <summary>Elements open at once. Browsers stop nesting at 512; real pages stay under 60.</summary>
    public const int MaxDepth = 512;

    /// <summary>Start tags in all.</summary>
    public const int MaxElements = 200_000;

    private static readonly ulong[] NeverNest = Table([
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        // Their end tags may be left out, and a sibling closes them.
        "p",
        "li",
        "dt",
        "dd",
        "option",
        "optgroup",
        "tr",
        "td",
        "th",
        "thead",
        "tbody",
        "tfoot",
        "colgroup",
        "rt",
        "rp",
        "html",
        "head",
        "body",
        // Inside vector drawings and formulas elements close themselves.
        "path",
        "circle",
        "rect",
        "line",
        "use",
        "g",
        "polygon",
        "polyline",
        "ellipse",
        "stop",
    ]);

    /// <summary>The reason to refuse the page, or null.</summary>
    public static Reason? Exceeded(ReadOnlySpan<char> html, string where)
    {
        Span<ulong> open = stackalloc ulong[MaxDepth];
        int depth = 0;
        int elements = 0;
        int at = 0;
        while (true)
        {
            int next = html[at..].IndexOf('<');
            if (next < 0 || at + next + 1 >= html.Length)
            {
                return null;
            }

            at += next + 1;
            if (html[at..].StartsWith("!--", StringComparison.Ordinal))
            {
                int end = html[at..].IndexOf("-->", StringComparison.Ordinal);
                if (end < 0)
                {
                    return null;
                }

                at += end + 3;
                continue;
            }

            bool closes = html[at] == '/';
            ReadOnlySpan<char> name = NameAt(html[(closes ? at + 1 : at)..]);
            ulong id = Id(name);
            if (name.IsEmpty || Holds(NeverNest, id))
            {
                elements += name.IsEmpty ? 0 : 1;
                continue;
            }

            if (closes)
            {
                int match = depth - 1;
                while (match >= 0 && open[match] != id)
                {
                    match--;
                }

                depth = match < 0 ? depth : match;
                continue;
            }

            elements++;
            if (elements > MaxElements)
            {
                return new Reason(
                    "too-many-elements",
                    $"{where} holds more than {MaxElements:N0} elements, more than any article needs; it was not read."
                );
            }

            if (id == Script || id == Style || id == Svg)
            {
                int end = html[at..].IndexOf($"</{name}", StringComparison.OrdinalIgnoreCase);
                at = end < 0 ? at : at + end + 2;
                continue;
            }

            if (depth == MaxDepth)
            {
                return new Reason(
                    "too-deep",
                    $"{where} nests more than {MaxDepth} elements in each other; it was not read."
                );
            }

            open[depth++] = id;
        }
    }

    /// <summary>
    /// The name's letters in lower case as one number, so that a page's tags are told apart without hashing: exact for up
    /// to eight letters, which all names of HTML that matter here have; longer ones keep their ends and their length.
    /// </summary>
    private static ulong Id(ReadOnlySpan<char> name)
    {
        ulong id = (ulong)(name.Length >> 3);
        foreach (char c in name)
        {
            id = (id << 8 | id >> 56) ^ (byte)(c | 0x20);
        }

        return id;
    }

    private static readonly ulong Script = Id("script");
    private static readonly ulong Style = Id("style");
    private static readonly ulong Svg = Id("svg");

    private const int TableSize = 256;

    /// <summary>A table of our own: code made ahead of time knows no set of numbers, and every tag is looked up here.</summary>
    private static ulong[] Table(string[] names)
    {
        var table = new ulong[TableSize];
        foreach (string name in names)
        {
            ulong id = Id(name);
            int at = Slot(id);
            while (table[at] != 0)
            {
                at = (at + 1) % TableSize;
            }

            table[at] = id;
        }

        return table;
    }

    private static bool Holds(ulong[] table, ulong id)
    {
        int at = Slot(id);
        while (table[at] != 0)
        {
            if (table[at] == id)
            {
                return true;
            }

            at = (at + 1) % TableSize;
        }

        return false;
    }

    private static int Slot(ulong id) => (int)((id * 0x9E3779B97F4A7C15) >> 56);

    private static ReadOnlySpan<char> NameAt(ReadOnlySpan<char> html)
    {
        int length = 0;
        while (
            length < html.Length
            && length < 40
            && (char.IsAsciiLetterOrDigit(html[length]) || (length > 0 && html[length] is '-' or ':'))
        )
        {
            length++;
        }

        return length > 0 && char.IsAsciiLetter(html[0]) ? html[..length] : default;
    }
}
