using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using Chancery.Terms;

namespace Chancery.Desk.Checking;

/// <summary>Reads what <see cref="MarkdownIssue"/> describes; the first thing that cannot be read ends it with a reason.</summary>
internal sealed partial class MarkdownReader(string markdown, string name, Func<ArticleId, Article?> article)
{
    private readonly string[] rows = markdown.ReplaceLineEndings("\n").TrimStart('\ufeff').Split('\n');
    private readonly Dictionary<string, string> front = [];
    private readonly Dictionary<string, (string Text, int Row)> notes = [];
    private Reason? wrong;
    private string? leadStory;

    /// <summary>A sentence with the row it stands in.</summary>
    private readonly record struct Placed(Line Line, int Row);

    private sealed class Section
    {
        public List<(string? Story, List<List<Placed>> Paragraphs)> Items { get; } = [];
    }

    public bool TryRead([NotNullWhen(true)] out MarkdownIssue? read, [NotNullWhen(false)] out Reason? why)
    {
        read = null;
        var start = Front();
        Notes(start);
        var sections = Sections(start, out var title);
        if (wrong is null && title is null)
            Wrong(1, "no title: begin with a line “# Title [^1]”");
        if (wrong is null)
            read = Made(sections, title!.Value);
        why = wrong;
        return why is null && read is not null;
    }

    private int Front()
    {
        if (rows.Length == 0 || rows[0].Trim() != "---")
            return 0;
        var close = Array.FindIndex(rows, 1, row => row.Trim() == "---");
        if (close < 0)
            Wrong(1, "the block that “---” opens is never closed");
        for (var row = 1; row < close; row++)
        {
            var colon = rows[row].IndexOf(':', StringComparison.Ordinal);
            if (colon < 1)
                Wrong(row + 1, "this is not “key: value”");
            else if (!front.TryAdd(rows[row][..colon].Trim(), rows[row][(colon + 1)..].Trim()))
                Wrong(row + 1, $"“{rows[row][..colon].Trim()}” stands here a second time");
        }
        return close < 0 ? rows.Length : close + 1;
    }

    private void Notes(int start)
    {
        for (var row = start; row < rows.Length; row++)
            if (
                Note().Match(rows[row]) is { Success: true } note
                && !notes.TryAdd(note.Groups[1].Value, (note.Groups[2].Value, row))
            )
                Wrong(row + 1, $"the footnote [^{note.Groups[1].Value}] is defined a second time");
    }

    private Dictionary<string, Section> Sections(int start, out Placed? title)
    {
        title = null;
        var sections = new Dictionary<string, Section> { [""] = new() };
        var section = sections[""];
        string? story = null;
        List<Placed>? paragraph = null;
        for (var row = start; row < rows.Length && wrong is null; row++)
        {
            var text = rows[row].Trim();
            if (text.Length == 0 || Note().IsMatch(rows[row]))
                paragraph = null;
            else if (Comment().Match(text) is { Success: true } comment)
            {
                story = comment.Groups[1].Value;
                if (section == sections[""])
                    leadStory = story;
            }
            else if (text.StartsWith("# ", StringComparison.Ordinal) && title is null)
                title = Lines(text[2..], row).FirstOrDefault();
            else if (text.StartsWith("## ", StringComparison.Ordinal))
            {
                if (!Headings.Contains(text[3..].Trim()))
                    Wrong(row + 1, $"the heading “{text[3..]}” is none of {string.Join(", ", Headings)}");
                else if (!sections.TryAdd(text[3..].Trim(), section = new Section()))
                    Wrong(row + 1, $"the section “{text[3..]}” stands here a second time");
                (story, paragraph) = (null, null);
            }
            else
            {
                var entry = text.StartsWith("- ", StringComparison.Ordinal);
                var indented = rows[row].StartsWith("  ", StringComparison.Ordinal);
                if (entry || paragraph is null)
                {
                    var items = section.Items;
                    if (items.Count == 0 || entry || !indented && section != sections[""])
                    {
                        items.Add((story, []));
                        story = null;
                    }
                    items[^1].Paragraphs.Add(paragraph = []);
                }
                paragraph.AddRange(Lines(entry ? text[2..] : text, row));
            }
        }
        return sections;
    }

    private static readonly IReadOnlyList<string> Headings =
    [
        "Digest",
        "Briefings",
        "Ahead",
        "Alternatives",
        "Offered",
    ];

    // A sentence ends with its footnotes. Several may stand in one row: where a full stop, footnotes and white space meet.
    private IEnumerable<Placed> Lines(string text, int row)
    {
        foreach (var piece in SentenceEnd().Split(text).Where(p => p.Trim().Length > 0))
        {
            var labels = Label().Matches(piece).Select(m => m.Groups[1].Value).ToList();
            var words = Markdown.Unhead(Label().Replace(piece, "").Trim());
            if (labels.Find(l => !notes.ContainsKey(l)) is { } missing)
                Wrong(row + 1, $"the footnote [^{missing}] is nowhere defined");
            else
                yield return new Placed(Made(words, labels), row + 1);
        }
    }

    private Line Made(string words, List<string> labels)
    {
        var citations = new List<Citation>();
        foreach (var label in labels)
        {
            var (text, row) = notes[label];
            if (text.StartsWith("opinion:", StringComparison.Ordinal))
                return new Line.Opinion(words, text[8..].Trim());
            if (text.StartsWith("absence:", StringComparison.Ordinal))
                return Absence(words, text[8..].Trim(), row);
            if (
                Cited().Match(text) is not { Success: true } cited
                || !int.TryParse(
                    cited.Groups[2].Value,
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var start
                )
                || !int.TryParse(
                    cited.Groups[3].Value,
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var length
                )
            )
            {
                Wrong(row + 1, $"the footnote [^{label}] is not “article-version start length”");
                continue;
            }
            var id = new ArticleId(cited.Groups[1].Value);
            citations.Add(
                new Citation(
                    id,
                    new Passage(start, length),
                    Words(id, new Passage(start, length), cited.Groups[4].Value)
                )
            );
        }
        return new Line.Cited(words, citations);
    }

    // Words that are left out, or that differ from the article's in white space only, are the article's own.
    private string Words(ArticleId id, Passage passage, string written)
    {
        var words = Markdown.Unescape(written.Trim(' '));
        if (article(id) is not { } known || !passage.FitsIn(known.Text))
            return words;
        var there = passage.In(known.Text).ToString();
        return words.Length == 0 || Fold.Quotation(words) == Fold.Quotation(there) ? there : words;
    }

    private Line.Absence Absence(string words, string text, int row)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var named = parts
            .Where(p => p.Contains('='))
            .Select(p => p.Split('=', 2))
            .ToLookup(p => p[0], p => p[1]);
        var plain = parts
            .Where(p => !p.Contains('=') || p.Contains("://", StringComparison.Ordinal))
            .ToArray();
        var window = default(Window);
        if (plain.Length != 3 || Time(plain[1]) is not { } from || Time(plain[2]) is not { } to)
            Wrong(
                row + 1,
                "this footnote is not “absence: feed from to reads=… failures=… entries=… covered=yes”"
            );
        else
            window = new Window(from, to);
        int Count(string key) =>
            int.TryParse(
                named[key].FirstOrDefault(),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var count
            )
                ? count
                : 0;
        var health = new FeedHealth(
            Count("reads"),
            Count("failures"),
            Time(named["last"].FirstOrDefault()),
            Count("entries"),
            named["covered"].FirstOrDefault() == "yes"
        );
        return new Line.Absence(words, plain.FirstOrDefault() ?? "", window, health);
    }

    private MarkdownIssue? Made(Dictionary<string, Section> sections, Placed title)
    {
        var lead = sections[""].Items.SelectMany(i => i.Paragraphs).ToList();
        if (lead.Count == 0)
        {
            Wrong(title.Row, "no dek: a line under the title");
            return null;
        }
        var dek = lead[0][0];
        var rest = lead[0].Count > 1 ? [lead[0][1..], .. lead[1..]] : lead[1..];
        var digest = sections.GetValueOrDefault("Digest")?.Items ?? [];
        var briefings = Flat(sections, "Briefings");
        var ahead = Flat(sections, "Ahead");
        var week = DateOnly.TryParseExact(front.GetValueOrDefault("week"), "yyyy-MM-dd", out var day)
            ? day
            : default;
        var issue = new Issue
        {
            Watch = front.GetValueOrDefault("watch") ?? "",
            Name = front.GetValueOrDefault("name") ?? "",
            Week = week,
            Window = new Window(
                Time(front.GetValueOrDefault("from")) ?? default,
                Time(front.GetValueOrDefault("to")) ?? default
            ),
            Zone = front.GetValueOrDefault("zone") ?? "Etc/UTC",
            Category = front.GetValueOrDefault("category") ?? "",
            Approved =
                front.TryGetValue("approved-by", out var by)
                && Time(front.GetValueOrDefault("approved-at")) is { } at
                    ? new Approval(by, at)
                    : null,
            Title = title.Line,
            Dek = dek.Line,
            Lead = new Item(leadStory, Paragraphs(rest)),
            Digest = [.. digest.Select(i => new Item(i.Story, Paragraphs(i.Paragraphs)))],
            Briefings = [.. briefings.Select(p => p.Line)],
            Ahead = [.. ahead.Select(p => p.Line)],
            Alternatives = [.. Flat(sections, "Alternatives").Select(p => p.Line)],
            Offered =
            [
                .. (sections.GetValueOrDefault("Offered")?.Items ?? []).Select(i => new Item(
                    i.Story,
                    Paragraphs(i.Paragraphs)
                )),
            ],
        };
        IEnumerable<Placed> placed =
        [
            title,
            dek,
            .. rest.SelectMany(p => p),
            .. digest.SelectMany(i => i.Paragraphs).SelectMany(p => p),
            .. briefings,
            .. ahead,
        ];
        return new MarkdownIssue(issue, [.. placed.Select(p => p.Row)]);
    }

    private static List<Placed> Flat(Dictionary<string, Section> sections, string name) =>
        [.. (sections.GetValueOrDefault(name)?.Items ?? []).SelectMany(i => i.Paragraphs).SelectMany(p => p)];

    private static IReadOnlyList<Paragraph> Paragraphs(List<List<Placed>> paragraphs) =>
        [.. paragraphs.Select(p => new Paragraph([.. p.Select(l => l.Line)]))];

    private static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var time
        )
            ? time
            : null;

    private void Wrong(int row, string what) =>
        wrong ??= new Reason("unreadable-issue", $"{name}, line {row}: {what}.");

    [GeneratedRegex(@"^\[\^([^\]\s]+)\]:\s*(.*)$")]
    private static partial Regex Note();

    [GeneratedRegex(@"\[\^([^\]\s]+)\]")]
    private static partial Regex Label();

    [GeneratedRegex(@"^<!--\s*story:\s*(.*?)\s*-->$")]
    private static partial Regex Comment();

    [GeneratedRegex("""(?<=[.!?…][”’"'»)]*\s?(?:\[\^[^\]\s]+\])+)\s+""")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"^(\S+)\s+(\d+)\s+(\d+)(?:\s(.*))?$")]
    private static partial Regex Cited();
}
