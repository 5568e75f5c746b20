using AngleSharp.Html.Parser;
using Chancery.Reading.Pages;
using Chancery.Terms;

namespace Chancery.Reading.Feeds;

/// <summary>A feed that a page points to.</summary>
/// <param name="Address">Absolute.</param>
/// <param name="Title">As the page calls it; null where it does not.</param>
/// <param name="Declared">True where the page declares it as its feed, false where a link only looks like one.</param>
public sealed record FoundFeed(string Address, string? Title, bool Declared);

/// <summary>Finds the feeds of a page: those it declares (HTML's <c>link rel=alternate</c>), else the links that look like one.</summary>
public static class Discovery
{
    private static readonly string[] Types =
    [
        "application/rss+xml",
        "application/atom+xml",
        "application/feed+json",
        "application/rdf+xml",
        "application/json",
        "text/xml",
        "application/xml",
    ];

    /// <param name="capture">A page; its address is what relative links start from.</param>
    public static IReadOnlyList<FoundFeed> Feeds(Capture capture)
    {
        var html = PageEncoding.Decode(capture.Body.Span, capture.MediaType);
        if (PageLimits.Exceeded(html, capture.Origin) is not null)
            return [];
        var document = new HtmlParser().ParseDocument(html);
        var from = document.QuerySelector("base[href]")?.GetAttribute("href") is { } start
            ? Links.Absolute(start, capture.Address)
            : capture.Address;
        var declared = document
            .QuerySelectorAll("link[rel~=alternate][href], link[rel~=feed][href]")
            .Where(link =>
                Types.Contains(link.GetAttribute("type")?.Split(';')[0].Trim().ToLowerInvariant() ?? "")
                || link.GetAttribute("rel") == "feed"
            )
            // WordPress declares its own programming interface as an alternate in JSON.
            .Where(link =>
                link.GetAttribute("type")?.Contains("application/json", StringComparison.OrdinalIgnoreCase)
                    != true
                || link.GetAttribute("href")!.Contains("feed", StringComparison.OrdinalIgnoreCase)
            )
            .Select(link => new FoundFeed(
                Links.Absolute(link.GetAttribute("href")!, from),
                link.GetAttribute("title"),
                true
            ));
        var found = declared.Where(IsWeb).DistinctBy(feed => feed.Address).ToList();
        if (found.Count > 0)
            return found;
        return
        [
            .. document
                .QuerySelectorAll("a[href]")
                .Where(link => LooksLikeOne(link.GetAttribute("href")!))
                .Select(link => new FoundFeed(
                    Links.Absolute(link.GetAttribute("href")!, from),
                    link.TextContent.Trim() is { Length: > 0 } words ? words : null,
                    false
                ))
                .Where(IsWeb)
                .DistinctBy(feed => feed.Address)
                .Take(20),
        ];
    }

    private static bool IsWeb(FoundFeed feed) =>
        feed.Address.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || feed.Address.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    private static bool LooksLikeOne(string address)
    {
        var path = address.Split('?', '#')[0].TrimEnd('/').ToLowerInvariant();
        var last = path[(path.LastIndexOf('/') + 1)..];
        return last
                is "feed"
                    or "rss"
                    or "atom"
                    or "feeds"
                    or "index.rdf"
                    or "rss.php"
                    or "feed.json"
                    or "rss2"
            || last.EndsWith(".rss", StringComparison.Ordinal)
            || last.EndsWith(".atom", StringComparison.Ordinal)
            || last is "rss.xml" or "feed.xml" or "atom.xml" or "index.xml"
            || path.Contains("feeds.feedburner.com/", StringComparison.Ordinal);
    }
}
