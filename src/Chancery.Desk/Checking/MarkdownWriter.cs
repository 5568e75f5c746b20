using System.Globalization;
using System.Text;
using Chancery.Terms;

namespace Chancery.Desk.Checking;

/// <summary>Writes an issue as <see cref="MarkdownIssue"/> describes it.</summary>
internal sealed class MarkdownWriter
{
    private readonly StringBuilder body = new();
    private readonly StringBuilder notes = new();
    private readonly Dictionary<string, int> numbers = [];

    public static string Write(Issue issue)
    {
        var writer = new MarkdownWriter();
        writer.Front(issue);
        writer.body.Append("# ").AppendLf(writer.Text(issue.Title)).AppendLf();
        writer.body.AppendLf(writer.Text(issue.Dek)).AppendLf();
        writer.Story(issue.Lead, "");
        foreach (var paragraph in issue.Lead.Paragraphs)
            writer.Paragraph(paragraph.Lines, "", "");
        writer.Items("Digest", issue.Digest);
        writer.Single("Briefings", issue.Briefings);
        writer.Single("Ahead", issue.Ahead);
        writer.Single("Alternatives", issue.Alternatives);
        writer.Items("Offered", issue.Offered);
        return writer.body.Append(writer.notes).ToString();
    }

    private void Front(Issue issue)
    {
        body.AppendLf("---");
        Key("watch", issue.Watch);
        Key("name", issue.Name);
        Key("week", issue.Week.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Key("from", Time(issue.Window.From));
        Key("to", Time(issue.Window.To));
        Key("zone", issue.Zone);
        if (issue.Category.Length > 0)
            Key("category", issue.Category);
        if (issue.Approved is { } approved)
        {
            Key("approved-by", approved.By);
            Key("approved-at", Time(approved.At));
        }
        body.AppendLf("---").AppendLf();
    }

    private void Key(string key, string value) =>
        body.Append(key).Append(": ").AppendLf(value.ReplaceLineEndings(" "));

    private void Items(string heading, IReadOnlyList<Item> items)
    {
        if (items.Count == 0)
            return;
        body.Append("## ").AppendLf(heading).AppendLf();
        foreach (var item in items)
        {
            Story(item, "");
            for (var i = 0; i < item.Paragraphs.Count; i++)
                Paragraph(item.Paragraphs[i].Lines, i == 0 ? "- " : "  ", "  ");
        }
    }

    // A comment, as Markdown has no other place for what readers do not see.
    private void Story(Item item, string indent)
    {
        if (item.Story is { } story)
            body.Append(indent).Append("<!-- story: ").Append(story).AppendLf(" -->").AppendLf();
    }

    private void Single(string heading, IReadOnlyList<Line> lines)
    {
        if (lines.Count == 0)
            return;
        body.Append("## ").AppendLf(heading).AppendLf();
        foreach (var line in lines)
            Paragraph([line], "", "");
    }

    private void Paragraph(IReadOnlyList<Line> lines, string first, string rest)
    {
        for (var i = 0; i < lines.Count; i++)
            body.Append(i == 0 ? first : rest).AppendLf(Text(lines[i]));
        body.AppendLf();
    }

    private string Text(Line line)
    {
        var references = line switch
        {
            Line.Cited cited => string.Concat(
                cited.Citations.Select(c =>
                    Reference($"{c.Article} {c.Passage.Start} {c.Passage.Length} {Markdown.Escape(c.Quoted)}")
                )
            ),
            Line.Opinion opinion => Reference($"opinion: {opinion.SignedBy}"),
            Line.Absence absence => Reference(Absence(absence)),
            _ => "",
        };
        return Markdown.Head(line.Text.ReplaceLineEndings(" ")) + references;
    }

    private static string Absence(Line.Absence line)
    {
        var health = line.Health;
        var last = health.LastRead is { } read ? $" last={Time(read)}" : "";
        return $"absence: {line.Feed} {Time(line.Window.From)} {Time(line.Window.To)} reads={health.Reads} failures={health.Failures} entries={health.Entries} covered={(health.Covered ? "yes" : "no")}{last}";
    }

    private string Reference(string note)
    {
        if (!numbers.TryGetValue(note, out var number))
        {
            numbers[note] = number = numbers.Count + 1;
            notes.Append(CultureInfo.InvariantCulture, $"[^{number}]: ").AppendLf(note.TrimEnd());
        }
        return $"[^{number}]";
    }

    private static string Time(DateTimeOffset time) => time.ToString("O", CultureInfo.InvariantCulture);
}
