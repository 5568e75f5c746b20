using Chancery.Terms;

namespace Chancery.Reading.Feeds;

/// <summary>Bytes of a feed as a <see cref="Feed"/>.</summary>
public static class FeedReader
{
    /// <returns>The feed, or why it is none.</returns>
    public static (Feed? Feed, Reason? Why) Read(Capture capture) =>
        (null, new Reason("no-feed", $"{capture.Origin} is no feed that can be read."));

    internal static bool IsJsonFeed(Capture capture) =>
        capture.MediaType.StartsWith("application/feed+json", StringComparison.Ordinal);
}
