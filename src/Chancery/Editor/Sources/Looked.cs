using Chancery.Reading.Feeds;
using Chancery.Reading.Fetching;
using Chancery.Terms;

namespace Chancery.Editor.Sources;

/// <summary>What an address turned out to be, before anything of it is kept.</summary>
/// <param name="Asked">The address as it was asked for.</param>
/// <param name="Address">Where it led.</param>
/// <param name="Feed">What the feed lists; null where it is a page.</param>
/// <param name="Found">The feeds that the page leads to.</param>
/// <param name="Why">Why it is no feed, in words; empty where it is one.</param>
public sealed record Looked(
    string Asked,
    string Address,
    Feed? Feed,
    IReadOnlyList<FoundFeed> Found,
    string Why
)
{
    /// <returns>Null and a sentence where nothing came.</returns>
    public static async Task<(Looked? Looked, string? Why)> At(
        Fetcher fetcher,
        string address,
        CancellationToken stop
    )
    {
        var asked = address.Trim();
        if (asked.Length > 0 && !asked.Contains("://", StringComparison.Ordinal))
        {
            asked = "https://" + asked;
        }
        var answer = await fetcher.Get(new FetchRequest(asked), stop);
        if (answer is not Fetched.Arrived came)
        {
            return (null, answer is Fetched.Failed failed ? failed.Why.Sentence : $"{asked} gave nothing.");
        }
        var (feed, why) = FeedReader.Read(came.Capture);
        return (
            new Looked(
                asked,
                came.MovedTo ?? came.Capture.Address ?? asked,
                feed,
                feed is null ? Discovery.Feeds(came.Capture) : [],
                why?.Sentence ?? ""
            ),
            null
        );
    }
}
