using System.Text.RegularExpressions;
using Chancery.Reading.Cleaning;
using Chancery.Reading.Pages.Head;
using Chancery.Terms;

namespace Chancery.Reading.Plain;

/// <summary>What stands above a saved article: headline, dek, section, byline, date.</summary>
internal static partial class PlainHead
{
    private const int LinesLooked = 14;

    /// <summary>
    /// The first line of the text: a headline that ends in a mark, and whatever stands above a section line, belong to
    /// the head.
    /// </summary>
    public static int Start(IReadOnlyList<PlainLine> lines, int from, int to)
    {
        const int Looked = 6;
        const int LongestHeadline = 130;
        int start = from;
        for (int i = from; i < Math.Min(to, from + Looked); i++)
        {
            if (Category().IsMatch(lines[i].Text))
            {
                start = i + 1;
            }
        }

        while (
            start + 1 < to
            && (
                !lines[start].IsProse
                || (lines[start].Text.Length < LongestHeadline && lines[start].Text[^1] is '?' or '!')
            )
        )
        {
            start++;
        }

        return start - from <= Looked ? start : from;
    }

    /// <param name="lines">All lines.</param>
    /// <param name="first">The first line of the article's text.</param>
    public static Facts Read(IReadOnlyList<PlainLine> lines, int first)
    {
        int from = Math.Max(0, first - LinesLooked);
        var head = new List<string>();
        Stamp? date = null;
        string? byline = null;
        string? section = null;
        int sectionAt = -1;
        for (int i = from; i < first; i++)
        {
            string line = lines[i].Text;
            if (date is null && line.Length < 100 && DateText.Read(line) is { } stamp)
            {
                date = stamp;
            }

            if (HeadLines.IsByline(line))
            {
                byline ??= line;
            }
            else if (Category().Match(line) is { Success: true } category)
            {
                section = category.Groups[1].Value.Trim();
                sectionAt = head.Count;
            }
            else if (lines[i].Kind is LineKind.Text && !lines[i].IsCaption)
            {
                head.Add(line);
            }
        }

        int title = Title(head, sectionAt, lines, first);
        return new Facts
        {
            Headline = title >= 0 ? head[title] : "",
            Dek =
                title >= 0
                && title + 1 < head.Count
                && (sectionAt < 0 || title + 1 < sectionAt)
                && head[title + 1].Length > 30
                    ? head[title + 1]
                    : null,
            Section = section,
            Published = date,
            Authors = byline is null || byline.Any(char.IsAsciiDigit) ? [] : [byline],
        };
    }

    /// <summary>
    /// Directly above a section line stand headline and dek; else the headline is the line that shares most words with
    /// the text below it, the later of equals.
    /// </summary>
    private static int Title(List<string> head, int sectionAt, IReadOnlyList<PlainLine> lines, int first)
    {
        if (sectionAt >= 2 && head[sectionAt - 1].Length > 40)
        {
            return sectionAt - 2;
        }

        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (int i = first; i < Math.Min(lines.Count, first + 12); i++)
        {
            words.UnionWith(Word().Matches(lines[i].Text).Select(match => match.Value));
        }

        int best = -1;
        double most = 1;
        for (int i = 0; i < head.Count; i++)
        {
            if (head[i].Length is < 12 or > 220)
            {
                continue;
            }

            int shared = Word()
                .Matches(head[i])
                .Count(match => match.Length > 3 && words.Contains(match.Value));
            double score = shared + (Math.Min(head[i].Length, 80) / 40.0);
            if (score >= most)
            {
                most = score;
                best = i;
            }
        }

        // A dek shares more words with the text than the headline above it does.
        return best > 0 && head[best].Length > 90 && head[best - 1].Length is > 24 and < 110
            ? best - 1
            : best;
    }

    [GeneratedRegex(
        @"^\s*\p{Lu}[\p{L} &-]{2,24}\s\|\s(\p{Lu}[\p{L} &-]{2,30})\s*$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Category();

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
