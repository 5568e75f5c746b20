using System.Text.Json;

namespace Chancery.Terms.Tests;

public sealed class TermsJsonTests
{
    private static readonly DateTimeOffset Noon = new(2031, 3, 7, 12, 0, 0, TimeSpan.FromHours(2));

    private static Article Article(string text = "Envoys met in Ostmark.") =>
        new()
        {
            Id = new ArticleId("00ff00ff00ff00ff"),
            Key = "https://courier.example/a",
            Capture = new Digest("ab"),
            Reader = "1",
            Outlet = "courier.example",
            Headline = "“Envoys” met",
            Published = new Stamp(Noon, true),
            Text = text,
            Blocks = [new Block(BlockKind.Paragraph, new Passage(0, text.Length))],
        };

    [Fact]
    public void An_article_comes_back_as_it_was()
    {
        var json = JsonSerializer.Serialize(Article(), TermsJson.Article);
        var back = JsonSerializer.Deserialize(json, TermsJson.Article)!;
        Assert.Equal(json, JsonSerializer.Serialize(back, TermsJson.Article));
        Assert.Equal(Article().Published, back.Published);
        Assert.Equal(Noon.Offset, back.Published!.Value.At.Offset);
        Assert.Equal(Article().Blocks, back.Blocks);
        Assert.Contains("\"id\":\"00ff00ff00ff00ff\"", json, StringComparison.Ordinal);
        Assert.Contains("“Envoys” met", json, StringComparison.Ordinal);
        Assert.DoesNotContain("\"end\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_that_an_older_record_does_not_carry_is_empty_and_not_null()
    {
        var article = JsonSerializer.Deserialize(
            """{"id":"a","key":"k","capture":"c","reader":"1","outlet":"o","headline":"h","text":"","blocks":[]}""",
            TermsJson.Article
        )!;
        Assert.Empty(article.Tags);
        Assert.Equal("und", article.Language);
        Assert.Null(article.Published);
    }

    [Fact]
    public void A_coding_comes_back_as_it_was()
    {
        var coding = new Coding
        {
            Article = new ArticleId("a"),
            Coder = "1",
            Sentences = [new Passage(0, 22)],
            Entities = [new Entity("Ostmark", EntityKind.Place, [new Mention(new Passage(14, 7))])],
            Statements =
            [
                new Statement
                {
                    Form = StatementForm.Mixed,
                    Content = [new Passage(0, 6)],
                    Evidence = new Passage(0, 22),
                    Stance = Stance.Deny,
                },
            ],
            Events =
            [
                new Event
                {
                    Type = EventType.Consult,
                    Trigger = new Passage(7, 3),
                    Evidence = new Passage(0, 22),
                    When = 0,
                },
            ],
            Figures = [new Figure(new Passage(0, 1), 1.5m, "usd", null, Bound.AtLeast)],
            Meetings =
            [
                new Meeting
                {
                    Parties = [],
                    Status = MeetingStatus.UnderWay,
                    Evidence = new Passage(0, 22),
                },
            ],
            Times = [new TimeExpression(new Passage(0, 1), TimeKind.Date, "2031-03-07")],
        };
        var json = JsonSerializer.Serialize(coding, TermsJson.Coding);
        var back = JsonSerializer.Deserialize(json, TermsJson.Coding)!;
        Assert.Equal(json, JsonSerializer.Serialize(back, TermsJson.Coding));
        Assert.Equal(MeetingStatus.UnderWay, back.Meetings[0].Status);
        Assert.Equal(Stance.Deny, back.Statements[0].Stance);
        Assert.Equal(coding.Figures, back.Figures);
    }

    [Fact]
    public void The_three_kinds_of_line_come_back_as_they_were()
    {
        var window = new Window(Noon.AddDays(-7), Noon);
        var issue = new Issue
        {
            Watch = "ostmark",
            Name = "Ostmark Watch",
            Week = new DateOnly(2031, 2, 28),
            Window = window,
            Zone = "Etc/UTC",
            Title = new Line.Cited(
                "Envoys met",
                [new Citation(new ArticleId("a"), new Passage(0, 6), "Envoys")]
            ),
            Dek = new Line.Opinion("It may last.", "J. Vell"),
            Lead = new Item(
                "s",
                [
                    new Paragraph([
                        new Line.Absence("None.", "feed", window, new FeedHealth(7, 0, Noon, 0, true)),
                    ]),
                ]
            ),
        };
        var file = IssueFile.Write(issue);
        Assert.True(IssueFile.TryRead(file, "issue.json", out var back, out var why), why?.Sentence);
        Assert.Equal(file, IssueFile.Write(back));
        Assert.Equal(issue.Dek, back.Dek);
        Assert.Equal(issue.Lead.Paragraphs[0].Lines, back.Lead.Paragraphs[0].Lines);
        Assert.Equal(issue.Week, back.Week);
        Assert.Null(back.Approved);
        Assert.Empty(back.Digest);
    }

    [Theory]
    [InlineData("", "line 1")]
    [InlineData("null", "empty")]
    [InlineData("[]", "line 1")]
    [InlineData("{\n\"watch\": 3}", "line 2")]
    [InlineData("{\n\"watch\": \"a\"\n}", "name")]
    public void A_file_that_is_no_issue_is_refused_with_its_name_and_line(string json, string part)
    {
        Assert.False(IssueFile.TryRead(json, "week.json", out _, out var why));
        Assert.Equal("unreadable-issue", why.Code);
        Assert.StartsWith("week.json", why.Sentence, StringComparison.Ordinal);
        Assert.Contains(part, why.Sentence, StringComparison.Ordinal);
    }
}
