using System.Text;
using Chancery.Terms;

namespace Chancery.Press.Files;

/// <summary>An issue as plain text: lines of at most 80 characters, the evidence as numbered notes at the end.</summary>
public static class PlainIssue
{
    private const int Width = 80;

    /// <param name="issue">The issue or draft.</param>
    /// <param name="article">Finds the cited articles.</param>
    public static string Write(Issue issue, Func<ArticleId, Article?> article)
    {
        var text = new StringBuilder();
        var notes = new Notes();
        Wrap(text, $"{issue.Name}: {issue.Title.Text}{notes.Of(issue.Title)}");
        text.Append('\n');
        Wrap(text, issue.Dek.Text + notes.Of(issue.Dek));
        text.Append('\n');
        Wrap(text, issue.Category);
        foreach (var correction in issue.Corrections)
        {
            text.Append('\n');
            Wrap(text, $"Correction, {Printed.Day(correction.At)}: {correction.Text} — {correction.By}");
        }
        Paragraphs(issue.Lead.Paragraphs, "");
        if (issue.Digest.Count > 0)
        {
            text.Append('\n');
            Wrap(text, $"In other {issue.Name} headlines this week:");
        }
        foreach (var item in issue.Digest)
        {
            Paragraphs(item.Paragraphs, "— ");
        }
        Lines(issue.Briefings);
        Lines(issue.Ahead);
        text.Append('\n');
        if (issue.Alternatives.Count > 0)
        {
            Wrap(text, "Other titles:");
            foreach (var line in issue.Alternatives)
            {
                Wrap(text, $"  {line.Text}{notes.Of(line)}");
            }
            text.Append('\n');
        }
        if (issue.Offered.Count > 0)
        {
            Wrap(text, "Also at hand, not in the issue:");
            foreach (var item in issue.Offered)
            {
                Paragraphs(item.Paragraphs, "— ");
            }
            text.Append('\n');
        }
        Wrap(text, "Notes");
        foreach (var (number, citation) in notes.All)
        {
            Wrap(text, $"[{number}] {Source(article(citation.Article))} “{OneLine(citation.Quoted)}”");
        }
        return text.ToString();

        void Paragraphs(IReadOnlyList<Paragraph> paragraphs, string dash)
        {
            foreach (var paragraph in paragraphs)
            {
                text.Append('\n');
                Wrap(
                    text,
                    dash + string.Join(' ', paragraph.Lines.Select(line => line.Text + notes.Of(line)))
                );
                dash = "";
            }
        }

        void Lines(IReadOnlyList<Line> lines)
        {
            if (lines.Count > 0)
            {
                text.Append('\n');
                Wrap(text, string.Join(' ', lines.Select(line => line.Text + notes.Of(line))));
            }
        }
    }

    private static string Source(Article? article) =>
        article is null
            ? "(not in the record)"
            : $"{article.Outlet}, {article.Headline}{Printed.Behind(article)}:";

    private static string OneLine(string words) =>
        string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static void Wrap(StringBuilder text, string paragraph)
    {
        var column = 0;
        foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (column > 0 && column + 1 + word.Length > Width)
            {
                text.Append('\n');
                column = 0;
            }
            else if (column > 0)
            {
                text.Append(' ');
                column++;
            }
            text.Append(word);
            column += word.Length;
        }
        text.Append('\n');
    }

    /// <summary>Numbers citations in the order of their first use; the same words cited again keep their number.</summary>
    private sealed class Notes
    {
        private readonly Dictionary<Citation, int> numbers = [];

        public IEnumerable<(int Number, Citation Citation)> All =>
            numbers.OrderBy(pair => pair.Value).Select(pair => (pair.Value, pair.Key));

        public string Of(Line line) =>
            line switch
            {
                Line.Cited cited => string.Concat(
                    cited.Citations.Select(citation => $"[{Number(citation)}]")
                ),
                Line.Opinion opinion => $" (Opinion: {opinion.SignedBy})",
                _ => "",
            };

        private int Number(Citation citation)
        {
            if (!numbers.TryGetValue(citation, out var number))
            {
                numbers[citation] = number = numbers.Count + 1;
            }
            return number;
        }
    }
}
