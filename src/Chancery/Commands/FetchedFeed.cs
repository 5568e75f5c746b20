using System.Globalization;
using System.Text;
using Chancery.Reading.Fetching;

namespace Chancery.Commands;

/// <summary>What a pass came to for one feed or page.</summary>
/// <param name="Address">As asked.</param>
/// <param name="State">"read", "unchanged", "page" or "failed".</param>
/// <param name="Entries">That it lists.</param>
/// <param name="Pages">New pages that came.</param>
/// <param name="Failure">Why nothing came, in words; null where something did.</param>
/// <param name="MovedTo">Where it has moved for good; null where it has not.</param>
/// <param name="PageFailures">Why a page did not come, in words.</param>
public sealed record FetchedFeed(
    string Address,
    string State,
    int Entries,
    int Pages,
    string? Failure,
    string? MovedTo,
    IReadOnlyList<string> PageFailures
)
{
    /// <summary>How many pages that did not come are named; the rest is counted.</summary>
    private const int Named = 5;

    /// <param name="visits">Of one pass.</param>
    /// <param name="isPage">Addresses that may be a page instead of a feed.</param>
    public static IReadOnlyList<FetchedFeed> Of(IReadOnlyList<Visit> visits, Func<string, bool> isPage)
    {
        var pages = visits.OfType<Visit.OfPage>().ToLookup(page => page.Feed);
        return
        [
            .. visits
                .OfType<Visit.OfFeed>()
                .Select(feed => Of(feed, [.. pages[feed.Request.Address]], isPage)),
        ];
    }

    private static FetchedFeed Of(Visit.OfFeed visit, List<Visit.OfPage> pages, Func<string, bool> isPage)
    {
        var address = visit.Request.Address;
        var isOwnPage = visit is { Outcome: Fetched.Arrived, Feed: null } && isPage(address);
        var failure = visit.Outcome is Fetched.Failed failed ? failed.Why : visit.Why;
        return new(
            address,
            isOwnPage ? "page"
                : failure is not null ? "failed"
                : visit.Outcome is Fetched.Unchanged ? "unchanged"
                : "read",
            visit.Feed?.Entries.Count ?? 0,
            pages.Count(page => page.Outcome is Fetched.Arrived),
            isOwnPage ? null : failure?.Sentence,
            (visit.Outcome as Fetched.Arrived)?.MovedTo,
            [.. pages.Select(page => page.Outcome).OfType<Fetched.Failed>().Select(page => page.Why.Sentence)]
        );
    }

    /// <summary>The pass as lines for a person.</summary>
    public static string Table(IReadOnlyList<FetchedFeed> feeds, Tally tally)
    {
        var text = new StringBuilder();
        foreach (var feed in feeds.OrderBy(feed => feed.Failure is not null).ThenBy(feed => feed.Address))
        {
            text.Append(
                feed.State switch
                {
                    "failed" => $"✗ {feed.Failure}\n",
                    "unchanged" => $"· {feed.Address}: nothing new\n",
                    "page" => $"✓ {feed.Address}: a page\n",
                    _ => string.Create(
                        CultureInfo.InvariantCulture,
                        $"✓ {feed.Address}: {Counted(feed.Entries, "entry", "entries")}, {Counted(feed.Pages, "new page", "new pages")}\n"
                    ),
                }
            );
            if (feed.MovedTo is { } moved)
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"    It has moved to {moved} for good: change the address.\n"
                );
            }
            foreach (var failure in feed.PageFailures.Take(Named))
            {
                text.Append(CultureInfo.InvariantCulture, $"    {failure}\n");
            }
            if (feed.PageFailures.Count > Named)
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"    … and {feed.PageFailures.Count - Named} more pages that did not come.\n"
                );
            }
        }
        return text.Append(
                CultureInfo.InvariantCulture,
                $"{Counted(feeds.Count, "address", "addresses")} asked, {feeds.Count(feed => feed.Failure is not null)} failed; {Counted(tally.Articles, "new reading", "new readings")} of articles."
            )
            .ToString();
    }

    private static string Counted(long count, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many)}");
}
