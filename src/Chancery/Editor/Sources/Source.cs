using Chancery.Record.Feeds;
using Chancery.Terms;

namespace Chancery.Editor.Sources;

/// <summary>Where the desk's articles come from: a feed, or an outlet without one.</summary>
/// <param name="Group">The watch, or the folder of those added here.</param>
/// <param name="Name">Of the outlet or the feed.</param>
/// <param name="About">What the outlet is, in words.</param>
/// <param name="Address">Of the feed; null for an outlet without one.</param>
/// <param name="State">How the feed is; null where it was never asked.</param>
/// <param name="IsGiven">Added on the desk, so that it can be dropped there.</param>
public sealed record Source(
    string Group,
    string Name,
    string About,
    string? Address,
    FeedState? State,
    bool IsGiven
)
{
    public static IReadOnlyList<Source> All(
        Watch watch,
        IReadOnlyDictionary<string, FeedState> states,
        IReadOnlyList<Subscription> given
    ) =>
        [
            .. watch.Outlets.SelectMany(outlet =>
                outlet.Feeds.Count == 0
                    ? [new Source(watch.Name, outlet.Name, Of(outlet), null, null, false)]
                    : outlet.Feeds.Select(feed => new Source(
                        watch.Name,
                        outlet.Name,
                        Of(outlet),
                        feed.Address,
                        states.GetValueOrDefault(feed.Address),
                        false
                    ))
            ),
            .. watch
                .Briefings.Where(briefing =>
                    watch.Outlets.All(outlet => outlet.Feeds.All(feed => feed.Address != briefing.Feed))
                )
                .Select(briefing => new Source(
                    "Expected briefings",
                    briefing.Name,
                    "",
                    briefing.Feed,
                    states.GetValueOrDefault(briefing.Feed),
                    false
                )),
            .. given.Select(feed => new Source(
                feed.Folders.Count == 0 ? "Added here" : $"Added here: {string.Join(" › ", feed.Folders)}",
                feed.Title.Length > 0 ? feed.Title : feed.Address,
                "",
                feed.Address,
                states.GetValueOrDefault(feed.Address),
                true
            )),
        ];

    private static string Of(Outlet outlet) =>
        string.Join(
            ", ",
            new[]
            {
                outlet.Kind switch
                {
                    OutletKind.StateMedia => "state media",
                    var kind => kind.ToString().ToLowerInvariant(),
                },
                outlet.Country ?? "",
                outlet.Family == outlet.Name || outlet.Family.Length == 0 ? "" : $"of {outlet.Family}",
            }.Where(part => part.Length > 0)
        );
}
