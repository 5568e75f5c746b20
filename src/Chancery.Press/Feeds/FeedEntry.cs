using Chancery.Press.Templates;
using Chancery.Terms;

namespace Chancery.Press.Feeds;

/// <summary>One entry of a feed, as all three forms carry it.</summary>
/// <param name="Id">Stable: of an issue it depends on the watch and the week alone, so that a moved site repeats nothing to its readers.</param>
/// <param name="Title">Text.</param>
/// <param name="Summary">Text.</param>
/// <param name="Address">Of its page.</param>
/// <param name="Html">Its whole text, notes included.</param>
/// <param name="Published">When readers could first see it.</param>
/// <param name="Updated">When it was last corrected; as published where it never was.</param>
internal sealed record FeedEntry(
    string Id,
    string Title,
    string Summary,
    string Address,
    string Html,
    DateTimeOffset Published,
    DateTimeOffset Updated
)
{
    /// <summary>How many issues a feed carries: about a year.</summary>
    public const int Most = 52;

    public static async Task<FeedEntry> Of(Issue issue, SiteSource source, Rendering rendering)
    {
        var address = Addresses.Absolute(source.Address, Addresses.PathOf(issue));
        var html = await rendering.Of<FeedText>(
            new()
            {
                ["Issue"] = issue,
                ["Notes"] = Notes.Of(issue, source.Watch, source.Article),
                ["Subject"] = source.Watch.Subject,
                ["Page"] = address,
            }
        );
        var published = issue.Release ?? issue.Approved!.At;
        return new(
            FeedHead.Urn(issue.Watch, Addresses.NameOf(issue)),
            Xml.Clean(issue.Title.Text),
            Xml.Clean(issue.Dek.Text),
            address,
            Xml.Clean(html),
            published,
            issue.Corrections.Count > 0 ? issue.Corrections[^1].At : published
        );
    }
}
