using System.Globalization;
using System.Xml;
using Chancery.Terms;
using static Chancery.Press.Files.DocxIssue;

namespace Chancery.Press.Files;

/// <summary>The text of the document and its footnotes. A note that is used again is a footnote that says which.</summary>
internal sealed class DocxBody
{
    // Numbers 0 and 1 are the separators that the standard asks for (17.11.23).
    private const int FirstFootnote = 2;

    private readonly Issue issue;
    private readonly Watch watch;
    private readonly Notes notes;
    private readonly List<(Note Note, int? Before)> footnotes = [];
    private readonly Dictionary<int, int> used = [];
    private readonly List<string> links = [];

    public DocxBody(Issue issue, Watch watch, Notes notes)
    {
        (this.issue, this.watch, this.notes) = (issue, watch, notes);
        foreach (var note in issue.Lines().SelectMany(notes.Of))
        {
            footnotes.Add((note, used.TryGetValue(note.Number, out var before) ? before : null));
            used.TryAdd(note.Number, footnotes.Count);
        }
        used.Clear();
    }

    /// <summary>The addresses that footnotes link to; the first is relation r1.</summary>
    public IReadOnlyList<string> Links => links;

    public void Document(XmlWriter xml)
    {
        var next = 0;
        Open(xml, "document");
        Element(
            xml,
            "body",
            inside: () =>
            {
                Paragraph("Title", [issue.Title]);
                Paragraph("Subtitle", [issue.Dek]);
                Plain(
                    issue.Approved is { } approved
                        ? $"{issue.Name}, {Printed.Week(issue)}. Approved by {approved.By}, {Printed.Day(approved.At)}."
                        : $"{issue.Name}, {Printed.Week(issue)}. A draft: no editor has approved it yet."
                );
                foreach (var correction in issue.Corrections)
                    Plain($"Correction, {Printed.Day(correction.At)}: {correction.Text} — {correction.By}");
                foreach (var paragraph in issue.Lead.Paragraphs)
                    Paragraph(null, paragraph.Lines);
                if (issue.Digest.Count > 0)
                    Heading($"In other {watch.Subject} headlines this week");
                foreach (var item in issue.Digest)
                foreach (var (paragraph, i) in item.Paragraphs.Select((p, i) => (p, i)))
                    Paragraph(null, paragraph.Lines, i == 0 ? "— " : "");
                if (issue.Briefings.Count > 0)
                    Heading("Briefings");
                if (issue.Briefings.Count > 0)
                    Paragraph(null, issue.Briefings);
                if (issue.Ahead.Count > 0)
                    Heading("The week ahead");
                foreach (var line in issue.Ahead)
                    Paragraph(null, [line], "▸ ");
                Element(xml, "sectPr");
            }
        );
        xml.WriteEndElement();

        void Heading(string text) => Styled("Heading1", () => Run(xml, text));

        void Plain(string text) => Styled("Byline", () => Run(xml, text));

        void Paragraph(string? style, IReadOnlyList<Line> lines, string before = "") =>
            Styled(
                style,
                () =>
                {
                    for (var i = 0; i < lines.Count; i++)
                    {
                        Run(xml, (i == 0 ? before : " ") + Printed.Set(lines[i].Text));
                        if (lines[i] is Line.Opinion opinion)
                            Run(xml, $" (Opinion: {opinion.SignedBy})");
                        foreach (var _ in notes.Of(lines[i]))
                            Reference(FirstFootnote + next++);
                    }
                }
            );

        void Reference(int id) =>
            Element(
                xml,
                "r",
                inside: () =>
                {
                    Element(xml, "rPr", inside: () => Element(xml, "rStyle", "FootnoteReference"));
                    Element(xml, "footnoteReference", inside: () => Attribute(xml, "id", Number(id)));
                }
            );

        void Styled(string? style, Action inside) =>
            Element(
                xml,
                "p",
                inside: () =>
                {
                    if (style is not null)
                        Element(xml, "pPr", inside: () => Element(xml, "pStyle", style));
                    inside();
                }
            );
    }

    public void Footnotes(XmlWriter xml)
    {
        Open(xml, "footnotes");
        Separator(0, "separator");
        Separator(1, "continuationSeparator");
        for (var i = 0; i < footnotes.Count; i++)
        {
            var (note, before) = footnotes[i];
            Element(
                xml,
                "footnote",
                inside: () =>
                {
                    Attribute(xml, "id", Number(FirstFootnote + i));
                    Element(
                        xml,
                        "p",
                        inside: () =>
                        {
                            Element(xml, "pPr", inside: () => Element(xml, "pStyle", "FootnoteText"));
                            Element(
                                xml,
                                "r",
                                inside: () =>
                                {
                                    Element(
                                        xml,
                                        "rPr",
                                        inside: () => Element(xml, "rStyle", "FootnoteReference")
                                    );
                                    Element(xml, "footnoteRef");
                                }
                            );
                            Run(xml, " ");
                            if (before is { } earlier)
                                Run(xml, $"As note {Number(earlier)}.");
                            else
                                Words(xml, note);
                        }
                    );
                }
            );
        }
        xml.WriteEndElement();

        void Separator(int id, string kind) =>
            Element(
                xml,
                "footnote",
                inside: () =>
                {
                    Attribute(xml, "type", kind);
                    Attribute(xml, "id", Number(id));
                    Element(xml, "p", inside: () => Element(xml, "r", inside: () => Element(xml, kind)));
                }
            );
    }

    private void Words(XmlWriter xml, Note note)
    {
        switch (note)
        {
            case Note.Words { Source: { } source } words:
                Run(xml, $"{words.Outlet}, ");
                if (Addresses.Outward(source.Address) is { } address)
                {
                    links.Add(address);
                    Link(xml, links.Count, source.Headline);
                }
                else
                    Run(xml, source.Headline);
                var day = Printed.Behind(source);
                Run(xml, $"{day}: “{words.Citation.Quoted}”");
                break;
            case Note.Words words:
                Run(xml, $"“{words.Citation.Quoted}”");
                break;
            case Note.Looked looked:
                Run(
                    xml,
                    $"The feed {looked.Absence.Feed} was read {Printed.Count(looked.Absence.Health.Reads, "time", "times")} in the week."
                );
                break;
        }
    }

    private static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);
}
