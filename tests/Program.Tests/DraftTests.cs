using System.Text.Json;
using Chancery.Terms;

namespace Chancery.ProgramTests;

public sealed class DraftTests
{
    [Fact]
    public void The_demo_reads_drafts_publishes_and_says_where_to_look()
    {
        using var scratch = new Scratch();
        var result = Run.Chancery(scratch.Folder, "demo");
        Assert.True(result.Code == 0, result.Errors);
        var page = result
            .Output.Split('\n')
            .Single(line => line.StartsWith("The issue as a site: ", StringComparison.Ordinal))
            .Split(": ")[^1];
        Assert.True(File.Exists(page), page);
        Assert.Contains(
            "There were no State Office press briefings this week.",
            result.Output,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(", One diplomat", result.Output, StringComparison.Ordinal);
        // A headline that ends in its day is not dated twice.
        Assert.DoesNotContain(
            "11 March 2026, 11 March 2026",
            string.Join(' ', result.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Song Contest", result.Output, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("goalkeeper", result.Output, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Ondovar", result.Output, StringComparison.Ordinal);
        Assert.Equal(0, Run.Chancery(scratch.Folder, "demo").Code);
    }

    [Fact]
    public void A_draft_is_written_edited_checked_and_published_in_a_persons_name()
    {
        using var scratch = new Scratch();
        // Since that week the spokesperson has gone abroad.
        var watch = scratch.Write(
            "demo.yaml",
            File.ReadAllText(Path.Combine(Run.Root, "watches", "demo.yaml"))
                .Replace(
                    "spokesperson, from: 2023-06-12 }",
                    "spokesperson, from: 2023-06-12, to: 2026-03-31 }\n      - { title: Kestovian ambassador to Westmere, from: 2026-04-01 }",
                    StringComparison.Ordinal
                )
        );
        Assert.Equal(0, Run.Chancery(scratch.Folder, "read", Path.Combine(Run.Root, "samples", "week")).Code);
        var draft = Run.Chancery(scratch.Folder, "draft", watch, "--week", "2026-03-06", "--format", "md");
        Assert.True(draft.Code == 0, draft.Errors);
        var issue = scratch.Write("issue.md", draft.Output);
        var holds = Run.Chancery(scratch.Folder, "check-issue", issue, "--watch", watch);
        Assert.True(holds.Code == 0, holds.Output);

        // A word changed inside a quotation: the line is refused by its number in the file, and nothing is published.
        var lines = draft.Output.Split('\n');
        var at = Array.FindIndex(
            lines,
            line => line.Contains('“') && !line.StartsWith("[^", StringComparison.Ordinal)
        );
        lines[at] = lines[at].Replace("“", "“Gladly, ", StringComparison.Ordinal);
        var edited = scratch.Write("edited.md", string.Join('\n', lines));
        var refused = Run.Chancery(scratch.Folder, "check-issue", edited, "--watch", watch);
        Assert.Equal(3, refused.Code);
        Assert.Contains($"edited.md:{at + 1}:", refused.Output, StringComparison.Ordinal);
        string[] publish = ["publish", watch, "--week", "2026-03-06", "--by", "Ada Editor"];
        Assert.Equal(3, Run.Chancery(scratch.Folder, [.. publish, "--issue", edited]).Code);
        Assert.False(Directory.Exists(Path.Combine(scratch.Folder, "site")));

        var published = Run.Chancery(scratch.Folder, [.. publish, "--issue", issue]);
        Assert.True(published.Code == 0, published.Errors);
        Assert.True(File.Exists(Path.Combine(scratch.Folder, "site", "index.html")));
        var people = File.ReadAllText(Path.Combine(scratch.Folder, "site", "people.html"));
        Assert.Contains("Kestovian Foreign Ministry spokesperson", people, StringComparison.Ordinal);
        Assert.DoesNotContain("ambassador to Westmere", people, StringComparison.Ordinal);
        Assert.Equal(
            2,
            Run.Chancery(scratch.Folder, "check-issue", scratch.Write("broken.json", "{ \"title\": ")).Code
        );
    }

    [Fact]
    public void A_week_that_opens_on_another_day_is_refused_with_the_right_one()
    {
        using var scratch = new Scratch();
        var watch = Path.Combine(Run.Root, "watches", "demo.yaml");
        var result = Run.Chancery(scratch.Folder, "draft", watch, "--week", "2026-03-08");
        Assert.Equal(2, result.Code);
        Assert.Contains("2026-03-06", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void The_real_week_becomes_an_issue_in_the_columns_form()
    {
        var shared =
            Environment.GetEnvironmentVariable("CHANCERY_SHARED") ?? Path.Combine(Run.Root, "..", "shared");
        var week = Path.Combine(shared, "corpora", "week-2025-05-16", "articles.jsonl.gz");
        if (!File.Exists(week))
        {
            Assert.Skip($"{week} is not here: the real week was not drafted.");
        }
        using var scratch = new Scratch();
        Assert.Equal(0, Run.Chancery(scratch.Folder, "read", week).Code);
        var watch = Path.Combine(Run.Root, "watches", "ukraine.yaml");
        var result = Run.Chancery(scratch.Folder, "draft", watch, "--week", "2025-05-16", "--format", "json");
        Assert.True(result.Code == 0, result.Errors);
        var issue = JsonSerializer.Deserialize(result.Output, TermsJson.Issue)!;
        Assert.True(issue.Lead.Paragraphs.Count >= 5);
        Assert.True(issue.Digest.Count >= 3);
        Assert.NotEmpty(issue.Briefings);
        Assert.DoesNotContain(
            issue.Lines(),
            line => line.Text.Contains("Eurovision", StringComparison.OrdinalIgnoreCase)
        );
        var outlets = issue
            .Lines()
            .OfType<Line.Cited>()
            .SelectMany(line => line.Citations)
            .GroupBy(citation => Outlet(scratch, citation.Article))
            .Select(group => group.Count())
            .ToList();
        Assert.True(outlets.Count >= 6);
        Assert.True(outlets.Max() <= outlets.Sum() / 3.0, $"{outlets.Max()} of {outlets.Sum()}");
        Assert.Equal(
            0,
            Run.Chancery(
                scratch.Folder,
                "check-issue",
                scratch.Write("i.json", result.Output),
                "--watch",
                watch
            ).Code
        );
    }

    private static string Outlet(Scratch scratch, ArticleId id)
    {
        using var store = Record.Store.Open(Path.Combine(scratch.Folder, "desk"));
        return Record.Articles.ArticleShelf.Find(store, id)!.Outlet;
    }
}
