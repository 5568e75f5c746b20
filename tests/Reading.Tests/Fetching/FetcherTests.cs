using System.IO.Compression;
using System.Net;
using System.Text;
using Chancery.Reading.Fetching;

namespace Chancery.Reading.Tests.Fetching;

public sealed class FetcherTests
{
    private const string Rss = "<rss><channel><title>World</title></channel></rss>";

    private static FetchOptions Options =>
        new()
        {
            Resolve = StubSite.Resolve,
            Refuses = StubSite.Refuses,
            AskRobots = false,
        };

    private static async Task<Fetched> Get(
        Func<Seen, byte[]> answer,
        Func<StubSite, FetchRequest>? request = null,
        FetchOptions? options = null
    )
    {
        using var site = new StubSite(answer);
        using var fetcher = new Fetcher(options ?? Options, new LeapingClock());
        return await fetcher.Get(
            request?.Invoke(site) ?? new FetchRequest(site.At("paper", "/feed")),
            TestContext.Current.CancellationToken
        );
    }

    private static async Task<string> Failure(Func<Seen, byte[]> answer, FetchOptions? options = null) =>
        Assert.IsType<Fetched.Failed>(await Get(answer, null, options)).Why.Code;

    [Fact]
    public async Task An_answer_is_a_capture_with_what_to_ask_by_next_time()
    {
        var arrived = Assert.IsType<Fetched.Arrived>(
            await Get(_ =>
                StubSite.Answer(
                    Rss,
                    "Content-Type: Application/RSS+xml; charset=UTF-8\r\nETag: W/\"a1\"\r\nLast-Modified: Fri, 06 Mar 2026 18:00:00 GMT\r\n"
                )
            )
        );
        Assert.Equal(Rss, Encoding.UTF8.GetString(arrived.Capture.Body.Span));
        Assert.Equal("application/rss+xml; charset=utf-8", arrived.Capture.MediaType);
        Assert.Equal(("W/\"a1\"", "Fri, 06 Mar 2026 18:00:00 GMT"), (arrived.ETag, arrived.LastModified));
        Assert.Null(arrived.MovedTo);
    }

    [Fact]
    public async Task What_has_not_changed_is_not_sent_again()
    {
        byte[] Answer(Seen seen) =>
            seen.Fields.GetValueOrDefault("If-None-Match") == "\"a1\""
            && seen.Fields.GetValueOrDefault("If-Modified-Since") == "yesterday"
                ? StubSite.Answer("", "", "304 Not Modified")
                : StubSite.Answer(Rss);
        Assert.IsType<Fetched.Unchanged>(
            await Get(Answer, site => new FetchRequest(site.At("paper", "/feed"), "\"a1\"", "yesterday"))
        );
    }

    [Theory]
    [InlineData("404 Not Found", "not-found")]
    [InlineData("410 Gone", "gone")]
    [InlineData("403 Forbidden", "forbidden")]
    [InlineData("429 Too Many Requests", "too-many-requests")]
    [InlineData("503 Service Unavailable", "server-error")]
    [InlineData("204 No Content", "status")]
    public async Task Each_refusal_is_told_apart(string status, string code) =>
        Assert.Equal(code, await Failure(_ => StubSite.Answer("no", "", status)));

    [Fact]
    public async Task A_server_that_says_when_is_not_asked_before()
    {
        using var site = new StubSite(_ => StubSite.Answer("", "Retry-After: 3600\r\n", "503 Busy"));
        var clock = new LeapingClock();
        using var fetcher = new Fetcher(Options, clock);
        var first = Assert.IsType<Fetched.Failed>(
            await fetcher.Get(new FetchRequest(site.At("paper", "/1")), default)
        );
        var second = Assert.IsType<Fetched.Failed>(
            await fetcher.Get(new FetchRequest(site.At("paper", "/2")), default)
        );
        Assert.Equal(
            TimeSpan.FromHours(1),
            first.NotBefore - new DateTimeOffset(2026, 3, 6, 18, 0, 0, TimeSpan.Zero)
        );
        Assert.Equal("told-to-wait", second.Why.Code);
        Assert.Single(site.Log);
    }

    [Fact]
    public async Task A_permanent_move_is_told_and_a_passing_one_is_not()
    {
        byte[] Moved(Seen seen, string status) =>
            seen.Path == "/feed" ? StubSite.Answer("", "Location: /new\r\n", status) : StubSite.Answer(Rss);
        Assert.EndsWith(
            "/new",
            Assert.IsType<Fetched.Arrived>(await Get(seen => Moved(seen, "301 Moved"))).MovedTo,
            StringComparison.Ordinal
        );
        Assert.Null(Assert.IsType<Fetched.Arrived>(await Get(seen => Moved(seen, "302 Found"))).MovedTo);
    }

    [Theory]
    [InlineData("file:///etc/passwd", "scheme")]
    [InlineData("gopher://paper.example/", "scheme")]
    [InlineData("/feed", "too-many-redirects")]
    public async Task A_redirect_that_leads_nowhere_good_is_not_followed(string location, string code) =>
        Assert.Equal(code, await Failure(_ => StubSite.Answer("", $"Location: {location}\r\n", "302 Found")));

    [Fact]
    public async Task An_address_of_this_network_is_refused_also_by_its_number()
    {
        var options = Options with { Refuses = PrivateNetwork.Contains };
        Assert.Equal("private-address", await Failure(_ => StubSite.Answer(Rss), options));
        var number = await Get(
            _ => StubSite.Answer(Rss),
            site => new FetchRequest($"http://0x7f.1:{site.Port}/"),
            options
        );
        Assert.Equal("private-address", Assert.IsType<Fetched.Failed>(number).Why.Code);
    }

    [Fact]
    public async Task A_redirect_to_this_network_is_refused_and_nothing_is_sent_there()
    {
        if (OperatingSystem.IsMacOS())
            Assert.Skip("This system has one loopback address only.");
        using var inside = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        inside.Start();
        var port = ((IPEndPoint)inside.LocalEndpoint).Port;
        Assert.Equal(
            "private-address",
            await Failure(_ => StubSite.Answer("", $"Location: http://127.0.0.1:{port}/\r\n", "302 Found"))
        );
        Assert.False(inside.Pending());
    }

    [Fact]
    public async Task A_name_that_changes_its_meaning_between_two_requests_is_looked_at_each_time()
    {
        var asked = 0;
        using var site = new StubSite(_ => StubSite.Answer(Rss));
        var options = Options with
        {
            Refuses = PrivateNetwork.Contains,
            Resolve = (_, _) =>
                Task.FromResult<IPAddress[]>(
                    asked++ == 0
                        ? [IPAddress.Parse("192.168.1.1"), IPAddress.Parse("93.184.216.34")]
                        : [IPAddress.Loopback]
                ),
        };
        using var fetcher = new Fetcher(options, new LeapingClock());
        for (var i = 0; i < 2; i++)
            Assert.Equal(
                "private-address",
                Assert
                    .IsType<Fetched.Failed>(
                        await fetcher.Get(new FetchRequest(site.At("paper", "/")), default)
                    )
                    .Why.Code
            );
        Assert.Equal(2, asked);
        Assert.Empty(site.Log);
    }

    [Fact]
    public async Task A_body_without_end_is_stopped_whether_it_says_its_length_or_not()
    {
        var options = Options with { MaxBytes = 100_000 };
        Assert.Equal("too-large", await Failure(_ => StubSite.Answer(new byte[200_000], ""), options));
        Assert.Equal(
            "too-large",
            await Failure(
                _ => [.. "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"u8, .. new byte[200_000]],
                options
            )
        );
    }

    [Fact]
    public async Task A_packed_body_is_stopped_by_its_unpacked_size()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(new byte[50 << 20]);
        Assert.Equal(
            "too-large",
            await Failure(_ => StubSite.Answer(packed.ToArray(), "Content-Encoding: gzip\r\n"))
        );
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_no_answer() =>
        Assert.Equal(
            "cut-off",
            await Failure(_ => "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n<rss>"u8.ToArray())
        );

    [Fact]
    public async Task A_server_that_never_answers_costs_the_time_limit_and_no_more() =>
        Assert.Equal(
            "timeout",
            await Failure(_ => [], Options with { TimeLimit = TimeSpan.FromMilliseconds(200) })
        );

    [Fact]
    public async Task A_name_that_nobody_knows_and_a_closed_door_are_told_apart()
    {
        var unknown = Options with
        {
            Resolve = (_, _) =>
                throw new System.Net.Sockets.SocketException(
                    (int)System.Net.Sockets.SocketError.HostNotFound
                ),
        };
        Assert.Equal("dns", await Failure(_ => StubSite.Answer(Rss), unknown));
        using var fetcher = new Fetcher(Options, new LeapingClock());
        Assert.Equal(
            "refused",
            Assert
                .IsType<Fetched.Failed>(
                    await fetcher.Get(new FetchRequest("http://paper.example:1/"), default)
                )
                .Why.Code
        );
    }

    [Fact]
    public async Task Robots_txt_is_asked_for_once_a_host_and_kept_to()
    {
        using var site = new StubSite(seen =>
            seen.Path == "/robots.txt"
                ? StubSite.Answer("User-agent: *\nDisallow: /private/\nCrawl-delay: 7")
                : StubSite.Answer(Rss)
        );
        var clock = new LeapingClock();
        using var fetcher = new Fetcher(Options with { AskRobots = true }, clock);
        Assert.IsType<Fetched.Arrived>(
            await fetcher.Get(new FetchRequest(site.At("paper", "/feed")), default)
        );
        Assert.Equal(
            "robots",
            Assert
                .IsType<Fetched.Failed>(
                    await fetcher.Get(new FetchRequest(site.At("paper", "/private/1")), default)
                )
                .Why.Code
        );
        Assert.IsType<Fetched.Arrived>(
            await fetcher.Get(new FetchRequest(site.At("paper", "/feed2")), default)
        );
        Assert.Equal(["/robots.txt", "/feed", "/feed2"], site.Log.Select(seen => seen.Path));
    }

    [Theory]
    [InlineData("404 Not Found", true)]
    [InlineData("403 Forbidden", true)]
    [InlineData("500 Broken", false)]
    public async Task A_robots_txt_that_is_not_there_forbids_nothing_and_one_that_cannot_be_had_everything(
        string status,
        bool isAsked
    )
    {
        using var site = new StubSite(seen =>
            seen.Path == "/robots.txt" ? StubSite.Answer("", "", status) : StubSite.Answer(Rss)
        );
        using var fetcher = new Fetcher(Options with { AskRobots = true }, new LeapingClock());
        var outcome = await fetcher.Get(new FetchRequest(site.At("paper", "/feed")), default);
        Assert.Equal(isAsked, outcome is Fetched.Arrived);
    }
}
