using System.Text;
using System.Text.RegularExpressions;

namespace Chancery.Reading.Feeds;

/// <summary>Services that carry other outlets' entries: they are the way in, never the outlet.</summary>
internal static partial class Transport
{
    private static readonly string[] Hosts =
    [
        "news.google.com",
        "feedproxy.google.com",
        "feeds.feedburner.com",
        "feedburner.google.com",
        "www.google.com",
        "www.bing.com",
        "rss.app",
        "news.yahoo.com.feedsportal.com",
        "feedly.com",
        "go.microsoft.com",
    ];

    /// <summary>True where an address is the transport's own and not a page of an outlet.</summary>
    public static bool Is(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (Hosts.Contains(uri.Host) || uri.Host.EndsWith(".feedsportal.com", StringComparison.Ordinal));

    /// <summary>The page that a transport's address leads to, where the address says so; else the address itself.</summary>
    public static string? Page(string? address)
    {
        if (!Is(address))
            return address;
        var uri = new Uri(address!);
        var wanted = Wrapped().Match(uri.Query);
        if (
            wanted.Success
            && Uri.UnescapeDataString(wanted.Groups[1].Value) is var inner
            && inner.StartsWith("http", StringComparison.OrdinalIgnoreCase)
        )
            return inner;
        return uri.Host == "news.google.com" ? InArticleId(uri) ?? address : address;
    }

    /// <summary>Google News packs the address into the identity of its older articles (base 64 of a message that holds it).</summary>
    private static string? InArticleId(Uri uri)
    {
        var id = uri.Segments[^1].Trim('/').Replace('-', '+').Replace('_', '/');
        var bytes = Files.TransferCoding.Base64(Encoding.ASCII.GetBytes(id));
        var match = InBytes().Match(Encoding.Latin1.GetString(bytes));
        return match.Success ? match.Value : null;
    }

    [GeneratedRegex(
        @"[?&](?:url|u|q)=(https?%3a[^&]+|https?://[^&]+)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Wrapped();

    [GeneratedRegex(@"https?://[!-~]{4,}")]
    private static partial Regex InBytes();
}
