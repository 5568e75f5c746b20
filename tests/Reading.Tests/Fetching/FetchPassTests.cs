using System.Globalization;
using Chancery.Reading.Fetching;

namespace Chancery.Reading.Tests.Fetching;

public sealed class FetchPassTests
{
    /// <summary>What the tenth of the five hundred feeds does that stands at its place.</summary>
    private static readonly string[] Kinds =
    [
        "fine",
        "unchanged",
        "gone",
        "moved",
        "busy",
        "slow",
        "huge",
        "cut",
        "lying",
        "inward",
        "file",
    ];

    private static byte[] Answer(Seen seen, int port)
    {
        if (seen.Path == "/robots.txt")
            return StubSite.Answer("User-agent: *\nDisallow: /closed/");
        var kind = seen.Path.Split('/', '?')[1];
        return kind switch
        {
            "fine" => StubSite.Answer(
                $"<rss><channel><title>F</title><item><title>New</title><link>http://{seen.Host}/page{seen.Path}</link></item></channel></rss>"
            ),
            "unchanged" => seen.Fields.ContainsKey("If-None-Match")
                ? StubSite.Answer("", "", "304 Not Modified")
                : StubSite.Answer("<rss/>"),
            "gone" => StubSite.Answer("", "", "410 Gone"),
            "moved" => StubSite.Answer("", "Location: /fine/moved\r\n", "301 Moved"),
            "busy" => StubSite.Answer("", "Retry-After: 120\r\n", "429 Too Many"),
            "slow" => [],
            "huge" => StubSite.Answer(new byte[300_000], ""),
            "cut" => "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n40\r\n<rss>"u8.ToArray(),
            "lying" => "HTTP/1.1 200 OK\r\nContent-Length: 400000\r\n\r\n<rss></rss>"u8.ToArray(),
            "inward" => StubSite.Answer(
                "",
                $"Location: http://127.0.0.1:{port}/fine/secret\r\n",
                "302 Found"
            ),
            "file" => StubSite.Answer("", "Location: file:///etc/passwd\r\n", "302 Found"),
            _ => StubSite.Answer("<!DOCTYPE html><p>A page."),
        };
    }

    [Fact]
    public async Task Of_five_hundred_feeds_every_case_is_told_apart_and_every_host_treated_with_courtesy()
    {
        var clock = new LeapingClock();
        var port = 0;
        using var site = new StubSite(seen => Answer(seen, port), clock);
        port = site.Port;
        var options = new FetchOptions
        {
            Resolve = StubSite.Resolve,
            Refuses = StubSite.Refuses,
            MaxBytes = 200_000,
            TimeLimit = TimeSpan.FromMilliseconds(1500),
            Hosts = 60,
        };
        using var fetcher = new Fetcher(options, clock);
        var feeds = Enumerable
            .Range(0, 500)
            .Select(n => new FetchRequest(
                site.At($"h{n % 120}", $"/{Kinds[n % Kinds.Length]}/{n}"),
                "\"tag\""
            ))
            .ToList();
        var visits = new List<Visit>();
        await foreach (
            var visit in FetchPass.Run(
                fetcher,
                feeds,
                _ => true,
                options,
                TestContext.Current.CancellationToken
            )
        )
            visits.Add(visit);

        var outcomes = visits.OfType<Visit.OfFeed>().ToDictionary(visit => visit.Request.Address);
        Assert.Equal(500, outcomes.Count);
        var expected = new Dictionary<string, string[]>
        {
            ["fine"] = ["arrived", "told-to-wait"],
            ["unchanged"] = ["unchanged", "told-to-wait"],
            ["gone"] = ["gone", "told-to-wait"],
            ["moved"] = ["moved", "told-to-wait"],
            ["busy"] = ["too-many-requests", "told-to-wait"],
            ["slow"] = ["timeout", "told-to-wait"],
            ["huge"] = ["too-large", "told-to-wait"],
            ["cut"] = ["cut-off", "told-to-wait"],
            ["lying"] = ["too-large", "cut-off", "told-to-wait"],
            ["inward"] = ["private-address", "told-to-wait"],
            ["file"] = ["scheme", "told-to-wait"],
        };
        foreach (var (address, visit) in outcomes)
            Assert.Contains(Told(visit.Outcome), expected[new Uri(address).AbsolutePath.Split('/')[1]]);
        foreach (var kind in Kinds)
            Assert.Contains(
                outcomes.Values,
                visit =>
                    new Uri(visit.Request.Address).AbsolutePath.Split('/')[1] == kind
                    && Told(visit.Outcome) == expected[kind][0]
            );

        foreach (var host in site.Log.GroupBy(seen => seen.Host))
        {
            var seen = host.OrderBy(one => one.Began).ToList();
            Assert.Equal("/robots.txt", seen[0].Path);
            Assert.Single(seen, one => one.Path == "/robots.txt");
            foreach (var (before, after) in seen.Zip(seen.Skip(1)))
                Assert.True(
                    after.Began - before.Began >= options.Pause,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{host.Key}: {before.Path} and {after.Path} within {after.Began - before.Began}"
                    )
                );
        }
        Assert.Contains(visits.OfType<Visit.OfPage>(), page => page.Outcome is Fetched.Arrived);
    }

    private static string Told(Fetched outcome) =>
        outcome switch
        {
            Fetched.Unchanged => "unchanged",
            Fetched.Arrived { MovedTo: not null } => "moved",
            Fetched.Arrived => "arrived",
            Fetched.Failed failed => failed.Why.Code,
            _ => "",
        };

    [Fact]
    public async Task Two_feeds_that_redirect_to_one_host_ask_it_one_after_the_other()
    {
        var clock = new LeapingClock();
        StubSite? site = null;
        using (
            site = new StubSite(
                seen =>
                    seen.Host.StartsWith("shared", StringComparison.Ordinal)
                        ? StubSite.Answer("<rss/>")
                        : StubSite.Answer("", $"Location: {site!.At("shared", "/feed")}\r\n", "302 Found"),
                clock
            )
        )
        {
            var options = new FetchOptions
            {
                Resolve = StubSite.Resolve,
                Refuses = StubSite.Refuses,
                AskRobots = false,
            };
            using var fetcher = new Fetcher(options, clock);
            var feeds = Enumerable.Range(0, 20).Select(n => new FetchRequest(site.At($"h{n}", "/feed")));
            await foreach (var _ in FetchPass.Run(fetcher, feeds, _ => false, options)) { }
            var shared = site
                .Log.Where(seen => seen.Host.StartsWith("shared", StringComparison.Ordinal))
                .ToList();
            Assert.Equal(20, shared.Count);
            Assert.All(shared, seen => Assert.Equal(0, seen.Running));
        }
    }

    [Fact]
    public async Task Pages_that_the_record_has_are_not_asked_for_again()
    {
        using var site = new StubSite(seen =>
            seen.Path == "/feed"
                ? StubSite.Answer(
                    "<rss><channel><item><title>A</title><link>/a</link></item><item><title>B</title><link>/b</link></item></channel></rss>"
                )
                : StubSite.Answer("<p>Page.")
        );
        var options = new FetchOptions
        {
            Resolve = StubSite.Resolve,
            Refuses = StubSite.Refuses,
            AskRobots = false,
        };
        using var fetcher = new Fetcher(options, new LeapingClock());
        var pages = new List<string>();
        await foreach (
            var visit in FetchPass.Run(
                fetcher,
                [new FetchRequest(site.At("paper", "/feed"))],
                page => !page.EndsWith("/a", StringComparison.Ordinal),
                options
            )
        )
            if (visit is Visit.OfPage page)
                pages.Add(new Uri(page.Page).AbsolutePath);
        Assert.Equal(["/b"], pages);
    }
}
