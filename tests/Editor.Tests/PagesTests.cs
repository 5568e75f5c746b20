using Chancery.Record.Access;
using Chancery.Record.Articles;
using Chancery.Record.Captures;
using Chancery.Record.Codings;
using Chancery.Terms;

namespace Chancery.EditorTests;

/// <summary>Long lists a page at a time, and what stands there while the desk is still at work.</summary>
public sealed class PagesTests : IAsyncLifetime
{
    private const string Inbox = "/inbox/demo/2026-03-06";
    private static readonly DateTimeOffset Monday = new(2026, 3, 9, 9, 0, 0, TimeSpan.Zero);
    private Served served = null!;

    public async ValueTask InitializeAsync() => served = await Served.Start();

    public async ValueTask DisposeAsync() => await served.DisposeAsync();

    [Fact]
    public async Task The_inbox_goes_on_after_fifty_stories_and_misses_none()
    {
        for (var i = 0; i < 60; i++)
        {
            Keep(i);
        }
        using var browser = await served.SignedIn(Role.Editor);
        await browser.Get(Inbox);
        var first = browser.Page!.QuerySelectorAll(".story").Select(story => story.Id!).ToList();
        Assert.Equal(50, first.Count);
        Assert.Null(browser.Page.QuerySelector("[data-rows=before]"));

        await browser.Get(browser.Page.QuerySelector("[data-rows=after]")!.GetAttribute("href")!);
        var second = browser.Page.QuerySelectorAll(".story").Select(story => story.Id!).ToList();
        Assert.Equal(60, first.Union(second).Count());
        Assert.Equal("51–60 of 60", browser.Texts(".pager .numbers").Single());
        Assert.Null(browser.Page.QuerySelector("[data-rows=after]"));

        // What is done on a page comes back to it; past the end stands the last one; a story's own page is found.
        await browser.Send(
            Inbox,
            ("story", second[0]["s-".Length..]),
            ("act", "star"),
            ("to", $"{Inbox}?page=2")
        );
        Assert.Contains(second[0], browser.Page.QuerySelectorAll(".story").Select(story => story.Id));
        await browser.Get($"{Inbox}?page=99");
        Assert.Equal("51–60 of 60", browser.Texts(".pager .numbers").Single());
        await browser.Get($"{Inbox}?story={second[3]["s-".Length..]}");
        Assert.NotNull(browser.Page.GetElementById(second[3]));
    }

    [Fact]
    public async Task After_an_update_the_inbox_shows_the_older_findings_says_so_and_reads_anew_behind_it()
    {
        var article = Keep(1);
        served.Store.Write(connection =>
            CodingShelf.Keep(connection, new Coding { Article = article.Id, Coder = "0+before" })
        );
        using var browser = await served.SignedIn();
        await browser.Get(Inbox);
        Assert.NotEmpty(browser.Texts(".story"));
        Assert.Contains("being read anew", browser.Texts("#board .hint").Single(), StringComparison.Ordinal);

        for (var i = 0; i < 200 && browser.Texts("#board .hint").Any(); i++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            await browser.Get(Inbox);
        }
        Assert.Empty(browser.Texts("#board .hint"));
        Assert.NotEmpty(browser.Texts(".story"));
    }

    [Fact]
    public async Task More_statements_than_a_page_holds_follow_by_their_dates()
    {
        for (var i = 0; i < 60; i++)
        {
            Keep(i, said: true);
        }
        using var browser = await served.SignedIn();
        await browser.Get("/people/Milena%20Drosk");
        Assert.Equal("60 statements", browser.Texts(".head .numbers").Single());
        Assert.Equal(50, browser.Page!.QuerySelectorAll(".ledger li").Length);
        await browser.Get(browser.Page.QuerySelector("[rel=next]:not([data-key])")!.GetAttribute("href")!);
        Assert.Equal(10, browser.Page.QuerySelectorAll(".ledger li").Length);
        Assert.Null(browser.Page.QuerySelector("main [rel=next]"));
    }

    /// <summary>An article that shares few words with the others.</summary>
    private Article Keep(int number, bool said = false)
    {
        var random = new Random(number);
        var words = string.Join(
            ' ',
            Enumerable
                .Range(0, 60)
                .Select(_ => new string([
                    .. Enumerable.Range(0, 7).Select(_ => (char)('a' + random.Next(26))),
                ]))
        );
        var text = $"Kestovia and Marenia hold talks. Milena Drosk said that they go on. Besides, {words}.";
        var headline = $"Kestovia {words[..30]}";
        var capture = Capture.Of(
            System.Text.Encoding.UTF8.GetBytes(text),
            "text/plain",
            null,
            $"{number}",
            Monday.AddHours(number / 10)
        );
        var key = $"https://wire{number}.example/a";
        var article = new Article
        {
            Id = ArticleId.Of(key, headline, text),
            Key = key,
            Capture = capture.Digest,
            Reader = "test",
            Outlet = $"wire{number}.example",
            Headline = headline,
            Text = text,
            Blocks = [new Block(BlockKind.Paragraph, new Passage(0, text.Length))],
            Published = new Stamp(capture.At, true),
        };
        Passage Of(string part) => new(text.IndexOf(part, StringComparison.Ordinal), part.Length);
        CaptureArchive.Keep(served.Store, [capture]);
        served.Store.Write(connection =>
        {
            ArticleShelf.Keep(connection, article, capture.At);
            if (said)
            {
                CodingShelf.Keep(
                    connection,
                    new Coding
                    {
                        Article = article.Id,
                        Coder = "0+before",
                        Entities = [new("Milena Drosk", EntityKind.Person, [new(Of("Milena Drosk"))])],
                        Statements =
                        [
                            new Statement
                            {
                                Form = StatementForm.Indirect,
                                Content = [Of("that they go on")],
                                Speaker = Of("Milena Drosk"),
                                SpeakerEntity = 0,
                                Cue = Of("said"),
                                Evidence = Of("Milena Drosk said that they go on."),
                            },
                        ],
                    }
                );
            }
        });
        return article;
    }
}
