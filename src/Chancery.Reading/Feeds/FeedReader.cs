using Chancery.Terms;

namespace Chancery.Reading.Feeds;

/// <summary>Bytes of a feed as a <see cref="Feed"/>: RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0, CDF, JSON Feed.</summary>
public static class FeedReader
{
    /// <param name="capture">Of any type: servers call feeds text/html, and worse.</param>
    /// <returns>The feed, read as far as it can be; or why it is none.</returns>
    public static (Feed? Feed, Reason? Why) Read(Capture capture)
    {
        if (IsJsonFeed(capture))
            return JsonFeed.Read(capture);
        var (text, encoding) = FeedEncoding.Decode(capture.Body.Span, capture.MediaType);
        var document = LenientXml.Read(Mojibake.WithoutControls(text));
        return XmlFeed.Read(document, capture.Address) is { } feed
            ? (feed with { Encoding = encoding }, null)
            : (
                null,
                new Reason(
                    "no-feed",
                    $"{capture.Origin} is no feed: it holds neither a channel nor a list of entries{Seems(document)}."
                )
            );
    }

    /// <summary>True where the bytes are a JSON Feed (by their type or by the version they state).</summary>
    internal static bool IsJsonFeed(Capture capture)
    {
        if (capture.MediaType.StartsWith("application/feed+json", StringComparison.Ordinal))
            return true;
        var head = capture.Body.Span[..Math.Min(capture.Body.Length, 2048)];
        var begun = (head.StartsWith("\uFEFF"u8) ? head[3..] : head).TrimStart(" \t\r\n"u8);
        return begun.StartsWith("{"u8) && begun.IndexOf("jsonfeed.org"u8) >= 0;
    }

    private static string Seems(Element document)
    {
        var root = document.Children.FirstOrDefault()?.Name;
        return root is null ? ""
            : root == "html" ? " (it is a web page)"
            : root == "opml" ? " (it is a list of feeds: import it)"
            : $" (it begins with <{root}>)";
    }
}
