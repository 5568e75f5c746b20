using System.Text;
using Chancery.Reading.Cleaning;
using Chancery.Reading.Outlets;
using Chancery.Terms;

namespace Chancery.Reading.Plain;

/// <summary>An article's text cleaned: its pieces in order, what was cut, and whether only part of it was there.</summary>
public sealed record CleanText(IReadOnlyList<Piece> Pieces, IReadOnlyList<Cut> Cuts, bool Partial)
{
    /// <summary>Captions with their credits, as they stood between the sentences.</summary>
    public IReadOnlyList<string> Captions { get; init; } = [];

    /// <summary>Who the byline at the text's head or the lines about its writers at the end name.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>What stood above the byline at the text's head, or null.</summary>
    public string? Dek { get; init; }
}

/// <summary>Cleans text that is already an article's own (a JSON line's, a feed entry's).</summary>
public static class PlainText
{
    /// <summary>A paragraph that a break is restored after has at least this many characters.</summary>
    private const int ShortestParagraph = 260;

    /// <summary>Lines longer than this have lost breaks inside.</summary>
    private const int LongestLine = 700;

    /// <summary>Stretches between two notices that go with them: a menu, a teaser, a share button. Prose never does.</summary>
    private const int GapAtTail = 4;
    private const int GapAtHead = 2;

    /// <summary>One sentence or inset of the text.</summary>
    /// <param name="Text">Its words.</param>
    /// <param name="Opens">Whether a line begins with it.</param>
    /// <param name="Why">Why it is none of the article, or null.</param>
    private readonly record struct Stretch(string Text, bool Opens, string? Why);

    /// <summary>Restores paragraph breaks where sentences allow; cuts notices, pleas, captions and tails and records them.</summary>
    /// <param name="text">The article's text, with or without its breaks.</param>
    /// <param name="outlet">What the text's outlet needs beside, where it is known.</param>
    public static CleanText Clean(string text, OutletRules? outlet = null)
    {
        var cuts = new List<Cut>();
        text = outlet?.Apply(text, cuts) ?? text;
        var stretches = new List<Stretch>();
        OpeningByline? byline = null;
        foreach (
            string line in text.Split(
                ['\n', '\r'],
                StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
            )
        )
        {
            string single = Spaced(line);
            byline = stretches.Count == 0 ? OpeningByline.In(single) : byline;
            Divide(single, stretches.Count == 0 ? byline : null, outlet, stretches);
        }

        int from = Head(stretches);
        int to = Tail(stretches, from);
        var (life, writers) = ClosingBios.In(
            [.. stretches.Take(to).Select(stretch => stretch.Text)],
            i => stretches[i].Why is not null
        );
        for (int i = life; i < to; i++)
        {
            stretches[i] = stretches[i] with { Why = stretches[i].Why ?? "author-bio" };
        }

        Record(cuts, stretches, 0, from);
        var pieces = Paragraphs(stretches, from, to, cuts);
        Record(cuts, stretches, to, stretches.Count);
        return new CleanText(
            pieces,
            [.. cuts.Where(cut => cut.Why != Inset.Caption)],
            cuts.Any(cut => cut.Why == "paywall")
        )
        {
            Captions = [.. cuts.Where(cut => cut.Why == Inset.Caption).Select(cut => cut.Words)],
            Authors = byline?.Names ?? writers,
            Dek = cuts.FirstOrDefault(cut => cut.Why == Inset.Dek)?.Words,
        };
    }

    /// <summary>A line's sentences, and what is set between them.</summary>
    private static void Divide(
        string line,
        OpeningByline? byline,
        OutletRules? outlet,
        List<Stretch> stretches
    )
    {
        int at = 0;
        foreach (
            Inset inset in Insets.Of(line, byline, outlet).Append(new Inset(line.Length, line.Length, ""))
        )
        {
            string between = line[at..inset.Start];
            bool opens = true;
            foreach (Range range in Sentences.Of(between))
            {
                stretches.Add(new Stretch(between[range], opens, Notices.WhyNot(between[range])));
                opens = false;
            }

            if (inset.Start < inset.End)
            {
                stretches.Add(new Stretch(line[inset.Start..inset.End].Trim(), true, inset.Why));
            }

            at = inset.End;
        }
    }

    /// <summary>Index after the notices that the text opens with.</summary>
    private static int Head(List<Stretch> stretches)
    {
        int end = 0;
        for (int i = 0; i < stretches.Count && i <= end + GapAtHead; i++)
        {
            if (stretches[i].Why is { } why)
            {
                end = Inset.StandsAnywhere(why) && i > end ? end : i + 1;
            }
            else if (IsProse(stretches[i].Text))
            {
                break;
            }
        }

        return end;
    }

    /// <summary>Index of the first of the notices that the text ends in; an agency's tail alone takes nothing else with it.</summary>
    private static int Tail(List<Stretch> stretches, int from)
    {
        int start = stretches.Count;
        for (int i = stretches.Count - 1; i >= from && i >= start - 1 - GapAtTail; i--)
        {
            string? why = stretches[i].Why;
            if (why is null && IsProse(stretches[i].Text))
            {
                break;
            }

            bool near = why is "agency-tail"
                ? i >= start - 1
                : why is not null && (!Inset.StandsAnywhere(why) || i == start - 1);
            start = near ? i : start;
        }

        return start;
    }

    /// <summary>A sentence of the article's own: some words and the mark that ends them.</summary>
    private static bool IsProse(string text) =>
        text.AsSpan().Count(' ') >= 3
        && text.AsSpan().TrimEnd("\"”’)»'") is [.., '.' or '!' or '?' or '…' or '。'];

    private static List<Piece> Paragraphs(List<Stretch> stretches, int from, int to, List<Cut> cuts)
    {
        var pieces = new List<Piece>();
        var paragraph = new StringBuilder();
        bool lost = LongestRun(stretches, from, to) > LongestLine;
        for (int i = from; i < to; i++)
        {
            var (text, opens, why) = stretches[i];
            if (why is { } reason)
            {
                cuts.Add(new Cut(reason, text));
                continue;
            }

            bool full = lost && paragraph.Length >= ShortestParagraph;
            if (paragraph.Length > 0 && (opens || full))
            {
                pieces.Add(new Piece(BlockKind.Paragraph, paragraph.ToString()));
                paragraph.Clear();
            }

            paragraph.Append(paragraph.Length > 0 ? " " : "").Append(text);
        }

        if (paragraph.Length > 0)
        {
            pieces.Add(new Piece(BlockKind.Paragraph, paragraph.ToString()));
        }

        return pieces;
    }

    /// <summary>Characters of the longest line between two breaks that are there.</summary>
    private static int LongestRun(List<Stretch> stretches, int from, int to)
    {
        int run = 0;
        int most = 0;
        for (int i = from; i < to; i++)
        {
            run = stretches[i].Opens ? stretches[i].Text.Length : run + stretches[i].Text.Length;
            most = Math.Max(most, run);
        }

        return most;
    }

    /// <summary>What was cut at one end, in one cut for each run of one reason.</summary>
    private static void Record(List<Cut> cuts, List<Stretch> stretches, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            string reason = stretches[i].Why ?? (i > from && cuts.Count > 0 ? cuts[^1].Why : "furniture");
            if (i > from && cuts.Count > 0 && cuts[^1].Why == reason && reason != Inset.Caption)
            {
                cuts[^1] = cuts[^1] with { Words = $"{cuts[^1].Words} {stretches[i].Text}" };
            }
            else
            {
                cuts.Add(new Cut(reason, stretches[i].Text));
            }
        }
    }

    /// <summary>Single spaces; no-break spaces are spaces here.</summary>
    private static string Spaced(string line) =>
        string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
