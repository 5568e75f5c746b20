using Chancery.Reading.Cleaning;
using Chancery.Reading.Outlets;
using Chancery.Reading.Pages;
using Chancery.Terms;

namespace Chancery.Reading.Plain;

/// <summary>Text saved or pasted from a page becomes an article: the article alone, without furniture and teasers.</summary>
public static class PlainReader
{
    /// <summary>Lines in a row that may stand between paragraphs as subheads or items of a list.</summary>
    private const int MostShort = 3;

    /// <returns>The article, or the reason "empty" or "no-article".</returns>
    public static Verdict Read(Capture capture)
    {
        if (capture.Body.Length > PageLimits.MaxBytes)
        {
            return Refused(
                capture,
                "too-large",
                $"{capture.Origin} has {capture.Body.Length:N0} bytes, more than the {PageLimits.MaxBytes:N0} a text may have; it was not read."
            );
        }

        string text = PageEncoding.Decode(capture.Body.Span, capture.MediaType);
        if (string.IsNullOrWhiteSpace(text))
        {
            return Refused(capture, "empty", $"{capture.Origin} is empty.");
        }

        List<PlainLine> lines = [.. Unwrapped.Lines(text).Select(line => new PlainLine(line))];
        if (lines.Count <= 2)
        {
            CleanText clean = PlainText.Clean(text, OutletRules.For(capture.Address));
            return Kept(
                capture,
                new Facts
                {
                    Dek = clean.Dek,
                    Authors = clean.Authors,
                    Captions = clean.Captions,
                    Cuts = clean.Cuts,
                    Partial = clean.Partial,
                },
                clean.Pieces
            );
        }

        string? address = capture.Address ?? AddressLine.Take(lines);

        bool[] teaser = Teasers.Mark(lines);
        var (window, length) = Window.Find(lines, teaser).GetOffsetAndLength(lines.Count);
        if (length == 0)
        {
            (window, length) = (0, lines.Count);
        }

        int from = PlainHead.Start(lines, window, window + length);
        Facts facts = PlainHead.Read(lines, from) with { Address = address };
        return Kept(capture, facts, lines, teaser, from, window + length);
    }

    private static Verdict Kept(
        Capture capture,
        Facts facts,
        List<PlainLine> lines,
        bool[] teaser,
        int from,
        int to
    )
    {
        var pieces = new List<Piece>();
        var captions = new List<string>();
        var cuts = new List<Cut>();
        string title = Bylines.Folded(facts.Headline);
        for (int i = from; i < to; i++)
        {
            PlainLine line = lines[i];
            if (line.IsCaption)
            {
                captions.Add(line.Text);
            }
            else if (Notices.WhyNot(line.Text) is { } why)
            {
                cuts.Add(new Cut(why, line.Text));
            }
            else if (
                !teaser[i]
                && line.Kind == LineKind.Text
                && Bylines.Folded(line.Text) != title
                && Belongs(lines, i, from, to)
            )
            {
                pieces.Add(
                    new Piece(
                        Corrections.Is(line.Text) ? BlockKind.Correction
                            : line.IsProse ? BlockKind.Paragraph
                            : IsItem(line.Text) ? BlockKind.ListItem
                            : BlockKind.Subhead,
                        line.Text
                    )
                );
            }
        }

        return Kept(
            capture,
            facts with
            {
                Captions = captions,
                Cuts = cuts,
                Partial = cuts.Any(cut => cut.Why == "paywall"),
            },
            pieces
        );
    }

    private static Verdict Kept(Capture capture, Facts facts, IReadOnlyList<Piece> pieces) =>
        pieces.Count == 0
            ? Refused(
                capture,
                "no-article",
                $"{capture.Origin} holds no running text that could be an article."
            )
            : new Verdict.Keep(ArticleBuilder.Build(capture, facts, pieces));

    /// <summary>Prose belongs; so do one or two short lines above prose, and items of a list.</summary>
    private static bool Belongs(List<PlainLine> lines, int at, int from, int to)
    {
        if (lines[at].IsProse || IsItem(lines[at].Text))
        {
            return true;
        }

        int run = 1;
        int next = at + 1;
        while (next < to && !lines[next].IsProse)
        {
            next++;
            run++;
        }

        for (int before = at - 1; before >= from && !lines[before].IsProse; before--)
        {
            run++;
        }

        return next < to && run <= MostShort && lines[at].Size is > 2 and < 140;
    }

    private static bool IsItem(string line) =>
        line[0] is '•' or '–' or '—' or '-' or '*' or '·' && line.Length > 20;

    private static Verdict.Discard Refused(Capture capture, string code, string sentence) =>
        new(capture.Digest, new Reason(code, sentence));
}
