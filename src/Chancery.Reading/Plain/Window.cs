using Chancery.Reading.Cleaning;

namespace Chancery.Reading.Plain;

/// <summary>The run of lines that is the article: most prose for what else it holds, then freed of far ends.</summary>
internal static class Window
{
    /// <summary>A gap of this many lines without prose parts the article from other stories' teasers.</summary>
    private const int Gap = 12;

    /// <summary>Share of the window's prose that may be cut off behind a gap or a tail.</summary>
    private const double MostCut = 0.3;

    /// <summary>The same behind a line that comments or an author's life follow.</summary>
    private const double MostBehindEnd = 0.7;

    /// <summary>A paragraph between short lines is worth this share: teasers alternate with titles, articles run on.</summary>
    private const double Alone = 0.35;

    public static Range Find(IReadOnlyList<PlainLine> lines, bool[] teaser)
    {
        double best = 0;
        double sum = 0;
        int start = 0;
        int from = 0;
        int to = 0;
        int shorts = 0;
        for (int i = 0; i < lines.Count; i++)
        {
            sum += Score(lines, i, teaser[i], ref shorts);
            if (sum <= 0)
            {
                sum = 0;
                start = i + 1;
            }
            else if (sum > best)
            {
                best = sum;
                from = start;
                to = i + 1;
            }
        }

        return Freed(lines, teaser, from, to);
    }

    private static double Score(IReadOnlyList<PlainLine> lines, int at, bool teaser, ref int shorts)
    {
        PlainLine line = lines[at];
        if (teaser)
        {
            return -Math.Max(60, line.Size);
        }

        if (IsText(line))
        {
            shorts = 0;
            return Math.Min(line.Size, 700) * (IsAlone(lines, at) ? Alone : 1);
        }

        shorts++;
        return line.Kind switch
        {
            LineKind.Notice => -250,
            LineKind.Tail or LineKind.End => -200,
            LineKind.Text => -12 - (6 * Math.Min(shorts, 6)),
            _ => -10,
        };
    }

    private static bool IsText(PlainLine line) =>
        line.IsProse && !line.IsCaption && line.Kind is LineKind.Text;

    /// <summary>Whether neither neighbour is prose; advertisement labels and captions between do not part.</summary>
    private static bool IsAlone(IReadOnlyList<PlainLine> lines, int at)
    {
        int before = at - 1;
        while (before >= 0 && (lines[before].IsCaption || lines[before].Kind == LineKind.Furniture))
        {
            before--;
        }

        int after = at + 1;
        while (after < lines.Count && (lines[after].IsCaption || lines[after].Kind == LineKind.Furniture))
        {
            after++;
        }

        return !(before >= 0 && IsText(lines[before])) && !(after < lines.Count && IsText(lines[after]));
    }

    private static Range Freed(IReadOnlyList<PlainLine> lines, bool[] teaser, int from, int to)
    {
        int total = Prose(lines, from, to);
        for (int i = to - 1; i > from; i--)
        {
            bool parts = lines[i].Kind == LineKind.Tail || teaser[i] || IsGap(lines, i, from);
            int prose = Prose(lines, i, to);
            bool end = lines[i].Kind == LineKind.End && prose <= MostBehindEnd * total;
            if (end || (parts && prose <= MostCut * total && (teaser[i] || !RunsOn(lines, i, to))))
            {
                to = i;
            }
        }

        for (int i = from; i < to; i++)
        {
            if (IsGap(lines, i, from) && Prose(lines, from, i) <= MostCut * total && !RunsOn(lines, from, i))
            {
                from = i + 1;
            }
        }

        while (to > from && !lines[to - 1].IsProse)
        {
            to--;
        }

        return from..to;
    }

    /// <summary>Whether paragraphs in a row stand in the range, as they do in articles and not between teasers.</summary>
    private static bool RunsOn(IReadOnlyList<PlainLine> lines, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (IsText(lines[i]) && !IsAlone(lines, i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the lines that end here are a gap.</summary>
    private static bool IsGap(IReadOnlyList<PlainLine> lines, int end, int from)
    {
        if (end - Gap + 1 < from)
        {
            return false;
        }

        for (int i = end - Gap + 1; i <= end; i++)
        {
            if (lines[i].IsProse)
            {
                return false;
            }
        }

        return true;
    }

    private static int Prose(IReadOnlyList<PlainLine> lines, int from, int to)
    {
        int sum = 0;
        for (int i = from; i < to; i++)
        {
            sum += lines[i].IsProse ? lines[i].Size : 0;
        }

        return sum;
    }
}
