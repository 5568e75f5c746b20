using System.Collections.Concurrent;
using System.Text.Json;
using Chancery.Terms;

namespace Chancery.Language.Tests.Statements;

/// <summary>The quotations of two real issues, which stand beside the project and never in it.</summary>
public class ColumnTests
{
    private static readonly Lazy<Coder> Coder = new(() => new Coder(Weights.Read()));

    private static readonly ConcurrentDictionary<string, Coding> Codings = [];

    private sealed record Quoted(
        string File,
        int Start,
        int End,
        string? Speaker,
        string? Outlet,
        string? Office
    );

    [Fact]
    public void Every_quotation_of_the_two_issues_has_its_speaker()
    {
        string folder = Column();
        List<string> wrong = [.. Quotations(folder).Select(q => Wrong(q, folder)).OfType<string>()];

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static string? Wrong(Quoted quoted, string folder)
    {
        string text = File.ReadAllText(Path.Combine(folder, quoted.File));
        Coding coding = Codings.GetOrAdd(quoted.File, _ => Coder.Value.Code(Articles.Of(text)));
        var whole = Passage.Between(quoted.Start, quoted.End);
        string words = whole.In(text).ToString();
        Statement? said = coding
            .Statements.Where(s => s.Content.Sum(c => Shared(c, whole)) * 10 >= whole.Length * 8)
            .OrderBy(s => s.Content.Sum(c => c.Length))
            .FirstOrDefault();
        if (said is null)
            return $"{quoted.File}:{quoted.Start} nobody says {words}";
        string speaker = said.SpeakerEntity is { } e
            ? coding.Entities[e].Name
            : said.Speaker?.In(text).ToString() ?? "";
        string expected = quoted.Speaker ?? quoted.Outlet!;
        if (
            !Alike(speaker, expected)
            && !(quoted.Office is { } office && speaker.EndsWith(office, StringComparison.OrdinalIgnoreCase))
            && !(said.Speaker is { } p && Alike(p.In(text).ToString(), expected))
        )
            return $"{quoted.File}:{quoted.Start} \"{speaker}\" instead of \"{expected}\" says {words}";
        return quoted.Outlet is null || Outlets(said, coding, text).Any(o => Alike(o, quoted.Outlet))
            ? null
            : $"{quoted.File}:{quoted.Start} without \"{quoted.Outlet}\": {words}";
    }

    /// <summary>Who passed it on or heard it, by the statement's own word or by that of another in its paragraph, the one before, or in the same mouth.</summary>
    private static IEnumerable<string> Outlets(Statement said, Coding coding, string text)
    {
        int end = said.Evidence.Start;
        int start = end;
        for (int breaks = 0; start > 0 && breaks < 2; start--)
            if (text[start - 1] == '\n' && text[start] == '\n')
                breaks++;
        var near = Passage.Between(start, Math.Max(said.Evidence.End, end));
        return coding
            .Statements.Where(s =>
                s == said || near.Overlaps(s.Evidence) || s.SpeakerEntity is { } e && e == said.SpeakerEntity
            )
            .SelectMany(s =>
                new[] { s.Addressee, s.Medium, s.Speaker }.Concat(s.Through.Select(t => (Passage?)t))
            )
            .OfType<Passage>()
            .Select(p => p.In(text).ToString());
    }

    /// <summary>The last word of one in the other, or the outlet's initials.</summary>
    private static bool Alike(string found, string expected)
    {
        string initials = string.Concat(expected.Split(' ').Select(w => w[0]));
        return found.Contains(expected.Split(' ')[^1], StringComparison.Ordinal)
            || found.Contains(expected, StringComparison.OrdinalIgnoreCase)
            || found == initials
            || found.Split(' ').Contains(expected.Split(' ')[^1])
            || expected.StartsWith("a ", StringComparison.Ordinal)
                && found.StartsWith(expected[..12], StringComparison.Ordinal)
            || found.Split(' ')[^1] == "Post" && expected.EndsWith("Post", StringComparison.Ordinal);
    }

    private static int Shared(Passage a, Passage b) =>
        Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start));

    private static IEnumerable<Quoted> Quotations(string folder)
    {
        foreach (string line in File.ReadLines(Path.Combine(folder, "quotations.jsonl")))
        {
            using JsonDocument item = JsonDocument.Parse(line);
            JsonElement q = item.RootElement;
            yield return new Quoted(
                q.GetProperty("file").GetString()!,
                q.GetProperty("start").GetInt32(),
                q.GetProperty("end").GetInt32(),
                q.GetProperty("speaker").GetString(),
                q.GetProperty("outlet").GetString(),
                q.GetProperty("office").GetString()
            );
        }
    }

    private static string Column()
    {
        string? set = Environment.GetEnvironmentVariable("CHANCERY_SHARED");
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); set is null && at is not null; at = at.Parent)
            if (Directory.Exists(Path.Combine(at.FullName, "shared", "column")))
                set = Path.Combine(at.FullName, "shared");
        string folder = Path.Combine(set ?? "", "column");
        Assert.SkipUnless(
            File.Exists(Path.Combine(folder, "quotations.jsonl")),
            "The two real issues stand in ../shared/column, which is not here."
        );
        return folder;
    }
}
