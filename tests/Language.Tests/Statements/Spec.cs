using System.Globalization;

namespace Chancery.Language.Tests.Statements;

/// <summary>One example of the Markdown files beside this one; README.md tells their form.</summary>
public sealed record Spec(
    string File,
    int Line,
    string Title,
    string Text,
    IReadOnlyList<SpecStatement> Expected
)
{
    public override string ToString() => $"{File}:{Line} {Title}";

    /// <summary>Every example of one file, in order. Throws where the file breaks its own form.</summary>
    public static IEnumerable<Spec> Read(string path)
    {
        string name = Path.GetFileNameWithoutExtension(path);
        string[] lines = System.IO.File.ReadAllLines(path);
        for (int i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("## ", StringComparison.Ordinal))
                continue;
            int dot = Array.IndexOf(lines, ".", i);
            int end = Array.FindIndex(lines, i + 1, l => l.StartsWith("## ", StringComparison.Ordinal));
            end = end < 0 ? lines.Length : end;
            if (dot < 0 || dot > end)
                throw new FormatException($"{name}.md:{i + 1}: no line with a single full stop");
            string[] expected = [.. lines[(dot + 1)..end].Where(l => l.Length > 0)];
            yield return new Spec(
                name,
                i + 1,
                lines[i][3..],
                string.Join('\n', lines[(i + 1)..dot]).Trim(),
                expected is ["nothing"]
                    ? []
                    : [.. expected.Select(l => SpecStatement.Of(l, $"{name}.md:{i + 1}"))]
            );
        }
    }

    /// <summary>The folder with the examples, found by walking up from the test's own folder.</summary>
    public static string Folder()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            string folder = Path.Combine(at.FullName, "tests", "Language.Tests", "Statements");
            if (Directory.Exists(folder))
                return folder;
        }
        throw new DirectoryNotFoundException(
            "tests/Language.Tests/Statements stands in no folder above the test"
        );
    }
}

/// <summary>One expected statement, as its line writes it; what is compared is text, so a failure reads like the line.</summary>
public sealed record SpecStatement(
    string Form,
    string Speaker,
    string Cue,
    string Content,
    string Notes,
    string? Entity
)
{
    private static readonly string[] Known =
    [
        "to",
        "in",
        "through",
        "hedge",
        "stance",
        "not",
        "anonymous",
        "translated",
        "is",
    ];

    public static SpecStatement Of(string line, string where)
    {
        string[] fields = [.. line.Split(" | ").Select(f => f.Trim())];
        if (fields.Length < 4)
            throw new FormatException($"{where}: \"{line}\" has fewer than four columns");
        var notes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (string note in fields[4..])
        {
            int colon = note.IndexOf(": ", StringComparison.Ordinal);
            string key = colon < 0 ? note : note[..colon];
            if (!Known.Contains(key))
                throw new FormatException($"{where}: nobody knows the note \"{note}\"");
            notes.Add(key, colon < 0 ? "" : note[(colon + 2)..]);
        }
        notes.Remove("is", out string? entity);
        return new(fields[0], fields[1], fields[2], fields[3], Written(notes), entity);
    }

    public static string Written(SortedDictionary<string, string> notes) =>
        string.Join(
            " | ",
            notes.Select(n =>
                n.Value.Length == 0
                    ? n.Key
                    : string.Create(CultureInfo.InvariantCulture, $"{n.Key}: {n.Value}")
            )
        );

    public override string ToString() =>
        string.Join(" | ", new[] { Form, Speaker, Cue, Content, Notes }.Where(f => f.Length > 0))
        + (Entity is null ? "" : $" | is: {Entity}");
}
