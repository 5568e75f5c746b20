using Chancery.Desk.Checking;
using Chancery.Terms;

namespace Chancery.Desk.Tests.Checking;

public sealed class MarkdownIssueTests
{
    private static readonly Article Article = Invented.Article(
        "courier.example",
        new DateOnly(2031, 3, 11),
        "“We are ready,” Jan Novák said on Monday.\n\nEnvoys met in Tarn. A path \\ was found."
    );

    private static Line Said { get; } =
        new Line.Cited(
            "“We are ready,” Novák said on Monday.",
            [Invented.Cite(Article, "“We are ready,” Jan Novák said on Monday.")]
        );

    private static Line Met { get; } =
        new Line.Cited(
            "- Envoys met in Tarn.",
            [
                Invented.Cite(Article, "on Monday.\n\nEnvoys met in Tarn."),
                Invented.Cite(Article, "A path \\ was found."),
            ]
        );

    private static Issue Whole =>
        Invented.Issue(Said, Met) with
        {
            Title = new Line.Cited("Envoys met", [Invented.Cite(Article, "Envoys met")]),
            Dek = new Line.Cited("“We are ready”", [Invented.Cite(Article, "“We are ready,”")]),
            Category = "Reporting | The Basin",
            Lead = new Item(
                "s1",
                [new Paragraph([Said, Met]), new Paragraph([new Line.Opinion("It may last.", "Vera Lund")])]
            ),
            Digest =
            [
                new Item("s2", [new Paragraph([Met]), new Paragraph([Said])]),
                new Item(null, [new Paragraph([Said])]),
            ],
            Briefings =
            [
                new Line.Absence(
                    "There were no briefings.",
                    "https://ministry.example/feed?a=b",
                    new Window(Invented.At(Invented.Week), Invented.At(Invented.Week.AddDays(7))),
                    new FeedHealth(9, 1, Invented.At(Invented.Week.AddDays(7)), 0, true)
                ),
            ],
            Ahead = [Said],
            Alternatives = [Said, Met],
            Offered = [new Item("s3", [new Paragraph([Said])])],
            Approved = new Approval("Vera Lund", Invented.At(Invented.Week.AddDays(8))),
        };

    [Fact]
    public void An_issue_comes_back_from_its_Markdown_as_it_was()
    {
        var markdown = MarkdownIssue.Write(Whole);
        Assert.True(
            MarkdownIssue.TryRead(markdown, "week.md", _ => null, out var read, out var why),
            why?.Sentence
        );
        Assert.Equal(IssueFile.Write(Whole), IssueFile.Write(read.Issue));
        Assert.Equal(markdown, MarkdownIssue.Write(read.Issue));
    }

    [Fact]
    public void Every_line_knows_its_line_in_the_file()
    {
        var markdown = MarkdownIssue.Write(Whole);
        Assert.True(MarkdownIssue.TryRead(markdown, "week.md", _ => null, out var read, out _));
        var rows = markdown.Split('\n');
        var lines = read.Issue.Lines().ToList();
        Assert.Equal(lines.Count, read.Lines.Count);
        for (var i = 0; i < lines.Count; i++)
            Assert.Contains(lines[i].Text, rows[read.Lines[i] - 1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_hand_written_file_needs_no_block_at_its_head_and_no_words_in_its_footnotes()
    {
        var markdown = $"""
            # Envoys met[^a]

            “We are ready”[^b]

            Envoys met in Tarn.[^a] “We are ready,” Novák said on Monday.[^b][^a]

            [^a]: {Article.Id} {Article.Text.IndexOf("Envoys", StringComparison.Ordinal)} 19
            [^b]: {Article.Id} 0 41
            """;
        Assert.True(
            MarkdownIssue.TryRead(
                markdown,
                "week.md",
                id => id == Article.Id ? Article : null,
                out var read,
                out var why
            ),
            why?.Sentence
        );
        Assert.Equal([1, 3, 5, 5], read.Lines);
        var refusals = Checker.Check(
            read.Issue,
            Invented.Watch,
            id => id == Article.Id ? Article : null,
            _ => null
        );
        Assert.Empty(refusals);
    }

    [Fact]
    public void A_refusal_names_the_line_of_the_file()
    {
        var markdown = MarkdownIssue
            .Write(Whole)
            .Replace(
                "“We are ready,” Novák said",
                "“We are not ready,” Novák said",
                StringComparison.Ordinal
            );
        Assert.True(MarkdownIssue.TryRead(markdown, "week.md", _ => null, out var read, out _));
        var refusals = read.InFile(
            Checker.Check(read.Issue, Invented.Watch, id => id == Article.Id ? Article : null, _ => null)
        );
        Assert.NotEmpty(refusals);
        Assert.All(
            refusals.Where(r => r.Why.Code == "quotation-not-found"),
            r =>
                Assert.Contains(
                    "We are not ready",
                    markdown.Split('\n')[r.Line - 1],
                    StringComparison.Ordinal
                )
        );
    }

    [Theory]
    [InlineData("", "line 1: no title")]
    [InlineData("# T[^1]\n\nDek[^1]", "line 1: the footnote [^1] is nowhere defined")]
    [InlineData("# T[^1]\n\nDek[^1]\n\n[^1]: abc 1", "line 5: the footnote [^1] is not")]
    [InlineData("# T[^1]\n\nDek[^1]\n\n[^1]: abc 1 99999999999", "line 5: the footnote [^1] is not")]
    [InlineData(
        "# T[^1]\n\nDek[^1]\n\n[^1]: abc 1 2\n[^1]: abc 1 2",
        "line 6: the footnote [^1] is defined a second time"
    )]
    [InlineData("# T[^1]\n\n[^1]: abc 1 2", "line 1: no dek")]
    [InlineData("# T[^1]\n\nDek[^1]\n\n## Weather\n\n[^1]: abc 1 2", "line 5: the heading")]
    [InlineData("---\nwatch: a\n# T", "line 1: the block")]
    [InlineData("---\nwatch\n---\n# T", "line 2: this is not")]
    [InlineData("# T[^1]\n\nDek[^1]\n\n[^1]: absence: feed yesterday today", "line 5: this footnote is not")]
    public void A_file_that_cannot_be_read_is_refused_with_its_line(string markdown, string part)
    {
        Assert.False(MarkdownIssue.TryRead(markdown, "week.md", _ => null, out _, out var why));
        Assert.Equal("unreadable-issue", why.Code);
        Assert.StartsWith("week.md, ", why.Sentence, StringComparison.Ordinal);
        Assert.Contains(part, why.Sentence, StringComparison.Ordinal);
    }
}
