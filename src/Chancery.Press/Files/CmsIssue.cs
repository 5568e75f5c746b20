using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Chancery.Terms;

namespace Chancery.Press.Files;

/// <summary>
/// An issue as HTML for pasting into another system: headings, paragraphs, lists and links, without a class, an id or a
/// style, so that what such systems strip is not there. Each number links to the original; the words follow at the end.
/// </summary>
public static class CmsIssue
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <param name="issue">The issue or draft.</param>
    /// <param name="watch">Its watch, for headings and the outlets' names.</param>
    /// <param name="article">Finds the cited articles.</param>
    public static string Write(Issue issue, Watch watch, Func<ArticleId, Article?> article)
    {
        var notes = Notes.Of(issue, watch, article);
        var html = new StringBuilder();
        Element("h1", Text(issue.Title.Text));
        Element("p", $"<em>{Text(issue.Dek.Text)}</em>");
        foreach (var correction in issue.Corrections)
            Element(
                "p",
                $"<strong>Correction, {Printed.Day(correction.At)}.</strong> {Text(correction.Text)}"
            );
        foreach (var paragraph in issue.Lead.Paragraphs)
            Element("p", Lines(paragraph.Lines));
        if (issue.Digest.Count > 0)
            Element("h2", Text($"In other {watch.Subject} headlines this week"));
        foreach (var item in issue.Digest)
        foreach (var (paragraph, i) in item.Paragraphs.Select((p, i) => (p, i)))
            Element("p", (i == 0 ? "— " : "") + Lines(paragraph.Lines));
        if (issue.Briefings.Count > 0)
        {
            Element("h2", "Briefings");
            Element("p", Lines(issue.Briefings));
        }
        if (issue.Ahead.Count > 0)
        {
            Element("h2", "The week ahead");
            Element("ul", "\n" + string.Concat(issue.Ahead.Select(line => $"<li>{Lines([line])}</li>\n")));
        }
        if (notes.All.Count > 0)
        {
            Element("h2", "Notes");
            Element("ol", "\n" + string.Concat(notes.All.Select(note => $"<li>{Source(note)}</li>\n")));
        }
        return html.ToString();

        void Element(string name, string inner) =>
            html.Append('<').Append(name).Append('>').Append(inner).Append("</").Append(name).Append(">\n");

        string Lines(IEnumerable<Line> lines) =>
            string.Join(' ', lines.Select(line => Sentence(line, notes)));
    }

    private static string Sentence(Line line, Notes notes) =>
        Text(line.Text)
        + (line is Line.Opinion opinion ? $" <em>(Opinion: {Text(opinion.SignedBy)})</em>" : "")
        + string.Concat(
            notes
                .Of(line)
                .Select(note =>
                    Link(note) is { } address
                        ? $" <a href=\"{Encoder.Encode(address)}\">[{note.Number}]</a>"
                        : $" [{note.Number}]"
                )
        );

    private static string Source(Note note) =>
        note switch
        {
            Note.Words { Source: { } source } words =>
                $"{Text(words.Outlet)}, {(Link(note) is { } address ? $"<a href=\"{Encoder.Encode(address)}\">{Encoder.Encode(source.Headline)}</a>" : $"<cite>{Encoder.Encode(source.Headline)}</cite>")}{Printed.Behind(source)}: “{Encoder.Encode(words.Citation.Quoted)}”",
            Note.Words words => $"“{Encoder.Encode(words.Citation.Quoted)}”",
            Note.Looked looked =>
                $"The feed {Encoder.Encode(looked.Absence.Feed)} was read {Printed.Count(looked.Absence.Health.Reads, "time", "times")} in the week.",
            _ => "",
        };

    private static string? Link(Note note) =>
        note is Note.Words { Source: { } source } ? Addresses.Outward(source.Address) : null;

    private static string Text(string text) => Encoder.Encode(Printed.Set(text));
}
