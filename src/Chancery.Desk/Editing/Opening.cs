using System.Security.Cryptography;
using System.Text;
using Chancery.Terms;

namespace Chancery.Desk.Editing;

/// <summary>
/// An issue as a draft that can be edited. A line is named after its words, so that the same line of a week drafted again
/// has the same name.
/// </summary>
internal sealed class Opening
{
    private readonly List<DraftLine> lines = [];
    private readonly Dictionary<string, string> stories = [];
    private readonly Dictionary<string, int> seen = [];

    public static Draft Of(Issue issue)
    {
        var opening = new Opening();
        opening.Single(issue.Title, Section.Title);
        opening.Single(issue.Dek, Section.Dek);
        opening.Item(issue.Lead, Section.Lead);
        foreach (var item in issue.Digest)
        {
            opening.Item(item, Section.Digest);
        }
        foreach (var line in issue.Briefings)
        {
            opening.Single(line, Section.Briefings);
        }
        foreach (var line in issue.Ahead)
        {
            opening.Single(line, Section.Ahead);
        }
        foreach (var line in issue.Alternatives)
        {
            opening.Single(line, Section.Alternatives);
        }
        foreach (var item in issue.Offered)
        {
            opening.Item(item, Section.Offered);
        }
        return new Draft
        {
            Base = issue with { Approved = null },
            Lines = opening.lines,
            Stories = opening.stories,
            Picture = issue.Picture,
        };
    }

    /// <summary>Items laid beside the issue later: their names are of the edit that brought them.</summary>
    public static (IReadOnlyList<DraftLine> Lines, IReadOnlyDictionary<string, string> Stories) Of(
        IReadOnlyList<Item> items,
        Draft draft
    )
    {
        var opening = new Opening();
        foreach (var line in draft.Lines)
        {
            opening.seen[Stem(line.Id)] = opening.seen.GetValueOrDefault(Stem(line.Id)) + 1;
        }
        foreach (var item in items)
        {
            opening.Item(item, Section.Offered);
        }
        return (opening.lines, opening.stories);
    }

    /// <summary>An item or a paragraph is not named like its first line, which may leave it.</summary>
    public static string ItemOf(string id) => $"i-{id}";

    public static string ParagraphOf(string id) => $"p-{id}";

    private static string Stem(string id) => id.Split('-')[0];

    private void Single(Line line, Section section)
    {
        var id = Name(line);
        lines.Add(new DraftLine(id, line, section, id, id));
    }

    private void Item(Item item, Section section)
    {
        string? name = null;
        foreach (var paragraph in item.Paragraphs)
        {
            string? first = null;
            foreach (var line in paragraph.Lines)
            {
                var id = Name(line);
                lines.Add(new DraftLine(id, line, section, name ??= ItemOf(id), first ??= ParagraphOf(id)));
            }
        }
        if (name is not null && item.Story is { } story)
        {
            stories[name] = story;
        }
    }

    private string Name(Line line)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(line.Text)).AsSpan(0, 4);
        var stem = "l" + Convert.ToHexStringLower(digest);
        var count = seen[stem] = seen.GetValueOrDefault(stem) + 1;
        return count == 1 ? stem : $"{stem}-{count}";
    }
}
