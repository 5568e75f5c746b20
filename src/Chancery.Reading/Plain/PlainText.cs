using System.Text;
using Chancery.Reading.Cleaning;
using Chancery.Reading.Outlets;
using Chancery.Terms;

namespace Chancery.Reading.Plain;

/// <summary>An article's text cleaned: its pieces in order, what was cut, and whether only part of it was there.</summary>
public sealed record CleanText(IReadOnlyList<Piece> Pieces, IReadOnlyList<Cut> Cuts, bool Partial);

/// <summary>Cleans text that is already an article's own (a JSON line's, a feed entry's).</summary>
public static class PlainText
{
    /// <summary>A paragraph that a break is restored after has at least this many characters.</summary>
    private const int ShortestParagraph = 260;

    /// <summary>Lines longer than this have lost breaks inside.</summary>
    private const int LongestLine = 700;

    /// <summary>Sentences between two notices that go with them: a menu, a teaser, a share button.</summary>
    private const int GapAtTail = 4;
    private const int GapAtHead = 2;

    /// <summary>Restores paragraph breaks where sentences allow; cuts notices, pleas and tails and records them.</summary>
    /// <param name="text">The article's text, with or without its breaks.</param>
    /// <param name="outlet">What the text's outlet needs beside, where it is known.</param>
    public static CleanText Clean(string text, OutletRules? outlet = null)
    {
        var cuts = new List<Cut>();
        text = outlet?.Apply(text, cuts) ?? text;
        var sentences = new List<(string Text, bool Opens)>();
        foreach (
            string line in text.Split(
                ['\n', '\r'],
                StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
            )
        )
        {
            string single = Spaced(line);
            bool opens = true;
            foreach (Range range in Sentences.Of(single))
            {
                sentences.Add((single[range], opens));
                opens = false;
            }
        }

        var why = sentences.Select(sentence => Notices.WhyNot(sentence.Text)).ToArray();
        int from = Head(why);
        int to = Tail(why, from);
        Record(cuts, sentences, why, 0, from);
        var pieces = Paragraphs(sentences, why, from, to, cuts);
        Record(cuts, sentences, why, to, sentences.Count);
        return new CleanText(pieces, cuts, cuts.Any(cut => cut.Why == "paywall"));
    }

    /// <summary>Index after the notices that the text opens with.</summary>
    private static int Head(string?[] why)
    {
        int end = 0;
        for (int i = 0; i < why.Length && i <= end + GapAtHead && end < why.Length / 2; i++)
        {
            end = why[i] is not null ? i + 1 : end;
        }

        return end;
    }

    /// <summary>Index of the first of the notices that the text ends in; an agency's tail alone takes nothing else with it.</summary>
    private static int Tail(string?[] why, int from)
    {
        int start = why.Length;
        int least = from + ((why.Length - from) / 3);
        for (int i = why.Length - 1; i >= least && i >= start - 1 - GapAtTail; i--)
        {
            bool near = why[i] == "agency-tail" ? i >= start - 1 : why[i] is not null;
            start = near ? i : start;
        }

        return start;
    }

    private static List<Piece> Paragraphs(
        List<(string Text, bool Opens)> sentences,
        string?[] why,
        int from,
        int to,
        List<Cut> cuts
    )
    {
        var pieces = new List<Piece>();
        var paragraph = new StringBuilder();
        bool lost =
            Enumerable
                .Range(from, to - from)
                .Aggregate(
                    (Run: 0, Most: 0),
                    (sum, i) =>
                    {
                        int run = sentences[i].Opens
                            ? sentences[i].Text.Length
                            : sum.Run + sentences[i].Text.Length;
                        return (run, Math.Max(run, sum.Most));
                    }
                )
                .Most > LongestLine;
        for (int i = from; i < to; i++)
        {
            var (text, opens) = sentences[i];
            if (why[i] is { } reason)
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

    /// <summary>What was cut at one end, in one cut for each run of one reason.</summary>
    private static void Record(
        List<Cut> cuts,
        List<(string Text, bool Opens)> sentences,
        string?[] why,
        int from,
        int to
    )
    {
        for (int i = from; i < to; i++)
        {
            string reason = why[i] ?? (i > from && cuts.Count > 0 ? cuts[^1].Why : "furniture");
            if (i > from && cuts.Count > 0 && cuts[^1].Why == reason)
            {
                cuts[^1] = cuts[^1] with { Words = $"{cuts[^1].Words} {sentences[i].Text}" };
            }
            else
            {
                cuts.Add(new Cut(reason, sentences[i].Text));
            }
        }
    }

    /// <summary>Single spaces; no-break spaces are spaces here.</summary>
    private static string Spaced(string line) =>
        string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
