using System.Collections.Frozen;

namespace Chancery.Reading.Feeds;

/// <summary>The namespaces of feeds under short names of ours. Their addresses are written with and without a stroke, in any case.</summary>
internal static class Spaces
{
    private static readonly FrozenDictionary<string, string> Known = new Dictionary<string, string>
    {
        [""] = "",
        ["http://backend.userland.com/rss"] = "",
        ["http://backend.userland.com/rss2"] = "",
        ["http://blogs.law.harvard.edu/tech/rss"] = "",
        ["http://purl.org/rss/1.0"] = "",
        ["http://my.netscape.com/rdf/simple/0.9"] = "",
        ["http://my.netscape.com/publish/formats/rss-0.91.dtd"] = "",
        ["http://example.com/newformat#"] = "",
        ["http://purl.org/net/rss1.1#"] = "",
        ["http://channel.netscape.com/rdf/simple/0.9"] = "",
        ["http://www.w3.org/2005/atom"] = "atom",
        ["http://purl.org/atom/ns#"] = "atom",
        ["http://example.com/necho"] = "atom",
        ["http://purl.org/echo"] = "atom",
        ["uri/of/echo/namespace#"] = "atom",
        ["http://purl.org/pie"] = "atom",
        ["http://purl.org/dc/elements/1.1"] = "dc",
        ["http://purl.org/dc/elements/1.0"] = "dc",
        ["http://purl.org/dc/terms"] = "dcterms",
        ["http://purl.org/rss/1.0/modules/content"] = "content",
        ["http://www.itunes.com/dtds/podcast-1.0.dtd"] = "itunes",
        ["http://example.com/dtds/podcast-1.0.dtd"] = "itunes",
        ["http://search.yahoo.com/mrss"] = "media",
        ["http://www.rssboard.org/media-rss"] = "media",
        ["http://rssnamespace.org/feedburner/ext/1.0"] = "feedburner",
        ["http://www.w3.org/1999/02/22-rdf-syntax-ns#"] = "rdf",
        ["http://www.w3.org/1999/xhtml"] = "xhtml",
        ["http://www.w3.org/2000/svg"] = "svg",
    }.ToFrozenDictionary();

    /// <returns>Our short name; null for a namespace that feeds do not share.</returns>
    public static string? Of(string address)
    {
        var key = address.Trim().ToLowerInvariant().TrimEnd('/');
        if (key.StartsWith("https:", StringComparison.Ordinal))
            key = string.Concat("http:", key.AsSpan(6));
        return Known.GetValueOrDefault(key);
    }
}
