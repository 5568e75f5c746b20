using System.Collections.Frozen;

namespace Chancery.Reading.Cleaning;

/// <summary>What the wording of a line says it is.</summary>
internal enum LineKind
{
    Text,

    /// <summary>"Advertisement", "Share": furniture as a whole.</summary>
    Furniture,

    /// <summary>"Read more: …", "Photo by …": a short line that is furniture by how it opens.</summary>
    Pointer,

    /// <summary>Opens a part after which nothing of the article follows.</summary>
    Tail,

    /// <summary>The same where what follows may well be prose: comments, the author's life.</summary>
    End,

    /// <summary>A heading that begins like one: "More on …" may head a part of the article too.</summary>
    PerhapsTail,

    /// <summary>A consent or subscription notice of any length.</summary>
    Notice,
}

/// <summary>Lines that publishers of all countries put around articles (<c>Words/lines.txt</c>).</summary>
internal static class Lines
{
    private static readonly FrozenSet<string> Whole;
    private static readonly FrozenSet<string> Tails;
    private static readonly FrozenSet<string> Ends;
    private static readonly FrozenSet<string> Starts;
    private static readonly FrozenSet<string> Notices;

    /// <summary>Longest opening in words, over all kinds.</summary>
    private const int MostWords = 7;

    /// <summary>How much of a line is folded to be looked up.</summary>
    private const int Looked = 90;

    static Lines()
    {
        var byKind = Words
            .Lines("lines")
            .ToLookup(line => line[..line.IndexOf(':')], line => line[(line.IndexOf(':') + 1)..].Trim());
        Whole = byKind["line"].ToFrozenSet(StringComparer.Ordinal);
        Tails = byKind["tail"].ToFrozenSet(StringComparer.Ordinal);
        Ends = byKind["end"].ToFrozenSet(StringComparer.Ordinal);
        Starts = byKind["start"].ToFrozenSet(StringComparer.Ordinal);
        Notices = byKind["notice"].ToFrozenSet(StringComparer.Ordinal);
    }

    /// <param name="line">A line or block of text.</param>
    /// <param name="heading">Whether it is marked up as a heading: a tail may then go on ("More from Example").</param>
    public static LineKind KindOf(ReadOnlySpan<char> line, bool heading = false)
    {
        Span<char> buffer = stackalloc char[Looked];
        int length = Fold(line, buffer, out bool whole);
        ReadOnlySpan<char> folded = buffer[..length];
        if (length == 0)
        {
            return LineKind.Furniture;
        }

        if (whole)
        {
            if (Tails.GetAlternateLookup<ReadOnlySpan<char>>().Contains(folded))
            {
                return LineKind.Tail;
            }

            if (Ends.GetAlternateLookup<ReadOnlySpan<char>>().Contains(folded))
            {
                return LineKind.End;
            }

            if (Whole.GetAlternateLookup<ReadOnlySpan<char>>().Contains(folded))
            {
                return LineKind.Furniture;
            }
        }

        var starts = Starts.GetAlternateLookup<ReadOnlySpan<char>>();
        var notices = Notices.GetAlternateLookup<ReadOnlySpan<char>>();
        var tails = Tails.GetAlternateLookup<ReadOnlySpan<char>>();
        int words = 0;
        for (int i = 0; i <= length && words < MostWords; i++)
        {
            if (i < length && folded[i] != ' ')
            {
                continue;
            }

            words++;
            ReadOnlySpan<char> opening = folded[..i];
            if (notices.Contains(opening))
            {
                return LineKind.Notice;
            }

            if (heading && words > 1 && tails.Contains(opening))
            {
                return LineKind.PerhapsTail;
            }

            if (starts.Contains(opening) && IsPointer(line, words))
            {
                return LineKind.Pointer;
            }
        }

        return LineKind.Text;
    }

    /// <summary>One word must be set off by a colon or bar; several words open a line that is short and no full sentence.</summary>
    private static bool IsPointer(ReadOnlySpan<char> line, int words)
    {
        const int Longest = 200;
        if (line.Length > Longest)
        {
            return false;
        }

        int mark = line.IndexOfAny(":|>»→");
        bool setOff = mark >= 0 && mark < 40;
        return setOff || (words > 1 && line.Length < 140);
    }

    /// <summary>Lower case, letters and digits, single spaces.</summary>
    private static int Fold(ReadOnlySpan<char> line, Span<char> folded, out bool whole)
    {
        int length = 0;
        bool space = false;
        foreach (char c in line)
        {
            if (!char.IsLetterOrDigit(c))
            {
                space = length > 0;
                continue;
            }

            if (length + 2 > folded.Length)
            {
                whole = false;
                return length;
            }

            if (space)
            {
                folded[length++] = ' ';
                space = false;
            }

            folded[length++] = char.ToLowerInvariant(c);
        }

        whole = true;
        return length;
    }
}
