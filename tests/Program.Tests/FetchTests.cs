using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Chancery.ProgramTests;

public sealed class FetchTests : IAsyncDisposable
{
    private const string Prose =
        "The envoys of both sides met in the harbour town on Tuesday and agreed on nothing but the date of their next round. "
        + "“We shall be back in a fortnight,” the mediator said. Nobody contradicted him, and nobody shook his hand. ";

    private readonly ConcurrentQueue<(string Path, string? IfNoneMatch)> log = [];
    private readonly WebApplication site;
    private bool isPageDown;

    public FetchTests()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        builder.Logging.ClearProviders();
        site = builder.Build();
        site.Run(Answer);
        site.StartAsync(TestContext.Current.CancellationToken).GetAwaiter().GetResult();
    }

    private string Base => site.Urls.First();

    [Fact]
    public void A_pass_brings_the_feed_and_its_pages_and_the_next_one_asks_only_for_what_changed()
    {
        using var scratch = new Scratch();
        var first = Fetch(scratch, $"{Base}/feed.xml");
        Assert.Equal((0, 2), (first.Code, first.Feed.GetProperty("pages").GetInt32()));
        Assert.Contains(
            "The envoys of both sides",
            Run.Chancery(scratch.Folder, "show", $"{Base}/a").Output,
            StringComparison.Ordinal
        );
        log.Clear();

        var second = Fetch(scratch, $"{Base}/feed.xml");
        Assert.Equal("unchanged", second.Feed.GetProperty("state").GetString());
        Assert.Equal([("/robots.txt", null), ("/feed.xml", "\"one\"")], log);
    }

    [Fact]
    public void A_page_that_was_down_is_asked_for_again_though_the_feed_has_not_changed()
    {
        using var scratch = new Scratch();
        isPageDown = true;
        var first = Fetch(scratch, $"{Base}/feed.xml");
        Assert.Equal(1, first.Feed.GetProperty("pages").GetInt32());
        Assert.Contains(
            "503",
            first.Feed.GetProperty("pageFailures")[0].GetString(),
            StringComparison.Ordinal
        );

        isPageDown = false;
        log.Clear();
        Assert.Equal(1, Fetch(scratch, $"{Base}/feed.xml").Feed.GetProperty("pages").GetInt32());
        Assert.DoesNotContain(log, request => request.Path == "/a");
    }

    [Fact]
    public void A_page_given_by_its_address_becomes_an_article()
    {
        using var scratch = new Scratch();
        Assert.Equal("page", Fetch(scratch, $"{Base}/a").Feed.GetProperty("state").GetString());
        Assert.Contains(
            "harbour town",
            Run.Chancery(scratch.Folder, "show", $"{Base}/a").Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_address_of_this_machine_is_not_asked_unless_that_is_allowed()
    {
        using var scratch = new Scratch();
        var result = Run.Chancery(scratch.Folder, "fetch", $"{Base}/feed.xml");
        Assert.Equal(Exit.Unreadable, result.Code);
        Assert.Contains("address of a private network", result.Output, StringComparison.Ordinal);
        Assert.Empty(log);
    }

    [Fact]
    public void A_list_with_folders_is_imported_asked_and_given_out_again()
    {
        using var scratch = new Scratch();
        scratch.Write(
            "list.opml",
            $"""
            <opml version="2.0"><body>
              <outline text="Talks"><outline text="Harbour &amp; Post" type="rss" xmlUrl="{Base}/feed.xml"/></outline>
              <outline text="Gone" type="rss" xmlUrl="{Base}/gone.xml"/>
            </body></opml>
            """
        );
        Assert.Contains(
            "2 feeds in 2 folders, 2 of them new",
            Run.Chancery(scratch.Folder, "feeds", "import", "list.opml").Output,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "0 of them new",
            Run.Chancery(scratch.Folder, "feeds", "import", "list.opml").Output,
            StringComparison.Ordinal
        );

        Assert.Equal(0, Run.Chancery(scratch.Folder, "fetch", "--allow-private", "--pause", "0").Code);
        var health = Run.Chancery(scratch.Folder, "feeds").Output;
        Assert.Contains($"✓ {Base}/feed.xml", health, StringComparison.Ordinal);
        Assert.Contains($"✗ {Base}/gone.xml", health, StringComparison.Ordinal);
        Assert.Contains("gone for good (410)", health, StringComparison.Ordinal);

        var list = scratch.Write("out.opml", Run.Chancery(scratch.Folder, "feeds", "export").Output);
        Assert.Contains(
            $"Talks  Harbour & Post  {Base}/feed.xml",
            Run.Chancery(scratch.Folder, "feeds", list).Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void What_is_understood_of_a_feed_is_shown_and_a_page_tells_its_feeds()
    {
        using var scratch = new Scratch();
        var feed = Run.Chancery(scratch.Folder, "feeds", "--allow-private", $"{Base}/feed.xml").Output;
        Assert.Contains("The Harbour Post", feed, StringComparison.Ordinal);
        Assert.Contains("2031-03-04 10:30", feed, StringComparison.Ordinal);
        var page = Run.Chancery(scratch.Folder, "feeds", "--allow-private", $"{Base}/a").Output;
        Assert.Contains($"{Base}/feed.xml  All news", page, StringComparison.Ordinal);
    }

    private static (int Code, JsonElement Feed) Fetch(Scratch scratch, string address)
    {
        var result = Run.Chancery(
            scratch.Folder,
            "fetch",
            address,
            "--allow-private",
            "--pause",
            "0",
            "--json"
        );
        Assert.True(result.Output.Length > 0, result.Errors);
        return (result.Code, JsonDocument.Parse(result.Output).RootElement.GetProperty("feeds")[0]);
    }

    private Task Answer(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        log.Enqueue((request.Path, request.Headers.IfNoneMatch));
        switch (request.Path)
        {
            case "/feed.xml" when request.Headers.IfNoneMatch == "\"one\"":
                response.StatusCode = 304;
                return Task.CompletedTask;
            case "/feed.xml":
                response.Headers.ETag = "\"one\"";
                response.ContentType = "application/rss+xml";
                return response.WriteAsync(
                    $"""
                    <rss version="2.0"><channel><title>The Harbour Post</title><link>{Base}/</link>
                      <item><title>Envoys part</title><link>{Base}/a</link><pubDate>Tue, 04 Mar 2031 10:30:00 GMT</pubDate></item>
                      <item><title>No handshake</title><link>{Base}/b</link><pubDate>Tue, 04 Mar 2031 09:00:00 GMT</pubDate></item>
                    </channel></rss>
                    """
                );
            case "/a" or "/b" when !isPageDown || request.Path == "/a":
                response.ContentType = "text/html; charset=utf-8";
                return response.WriteAsync(Page(request.Path), Encoding.UTF8);
            default:
                response.StatusCode =
                    request.Path == "/gone.xml" ? 410
                    : request.Path == "/b" ? 503
                    : 404;
                return Task.CompletedTask;
        }
    }

    private static string Page(string path) =>
        $"""
        <!doctype html><html lang="en"><head><title>Envoys part {path}</title>
        <link rel="alternate" type="application/rss+xml" title="All news" href="/feed.xml"></head>
        <body><article><h1>Envoys part {path}</h1>{string.Concat(
            Enumerable.Range(1, 6).Select(i => $"<p>{Prose} So it went for day {i} at {path}.</p>")
        )}</article></body></html>
        """;

    public async ValueTask DisposeAsync() => await site.DisposeAsync();
}
