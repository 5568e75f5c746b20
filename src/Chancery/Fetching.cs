using Chancery.Reading.Fetching;
using Chancery.Reading.Files;
using Chancery.Record;
using Chancery.Record.Feeds;
using Chancery.Terms;

namespace Chancery;

/// <summary>One polite pass, taken in: each answer is archived and read, then what a later request needs is noted.</summary>
public static class Fetching
{
    /// <summary>The feeds of a watch: its outlets', and those where its briefings would appear.</summary>
    public static IEnumerable<string> Feeds(Watch watch) =>
        watch
            .Outlets.SelectMany(outlet => outlet.Feeds.Select(feed => feed.Address))
            .Concat(watch.Briefings.Select(briefing => briefing.Feed))
            .Distinct();

    /// <param name="store">Says what was asked before, and keeps what comes.</param>
    /// <param name="pipeline">Reads it.</param>
    /// <param name="addresses">Feeds; each is asked once.</param>
    /// <param name="isPage">Those that may be a page instead, which is then kept as an article.</param>
    /// <param name="options">How politely.</param>
    /// <param name="clock">Of the pauses and of the record.</param>
    /// <param name="tally">Counts as it goes.</param>
    /// <param name="told">Called after each visit is kept.</param>
    /// <param name="stop">Ends it; what was kept is kept, and what was not will be asked for again.</param>
    public static async Task Run(
        Store store,
        Pipeline pipeline,
        IEnumerable<string> addresses,
        Func<string, bool> isPage,
        FetchOptions options,
        TimeProvider clock,
        Tally tally,
        Action<Visit> told,
        CancellationToken stop
    )
    {
        using var fetcher = new Fetcher(options, clock);
        var requests = new List<FetchRequest>();
        foreach (var address in addresses.Distinct())
        {
            if (FetchLog.Find(store, address) is { NotBefore: { } until } && until > clock.GetUtcNow())
            {
                var why = new Reason(
                    "told-to-wait",
                    $"{address} asked not to be asked before {until:u}; it was left for then."
                );
                told(new Visit.OfFeed(new FetchRequest(address), new Fetched.Failed(why, until), null, null));
                continue;
            }
            requests.Add(Request(store, address));
        }
        var visits = FetchPass.Run(
            fetcher,
            requests,
            page => !FetchLog.IsSettled(store, page),
            options,
            stop
        );
        await foreach (var visit in visits.ConfigureAwait(false))
        {
            if (Kept(visit, isPage) is { } capture)
            {
                await pipeline
                    .Read([new Finding.Found(capture)], tally, () => { }, stop)
                    .ConfigureAwait(false);
            }
            store.Write(connection => Note(connection, visit, isPage, clock.GetUtcNow()));
            told(visit);
        }
    }

    private static FetchRequest Request(Store store, string address) =>
        FetchLog.Find(store, address) is { } asked
            ? new FetchRequest(address, asked.ETag, asked.LastModified)
            : new FetchRequest(address);

    /// <summary>What is archived of a visit: not what came in a feed's place, an error page or a notice.</summary>
    private static Capture? Kept(Visit visit, Func<string, bool> isPage) =>
        visit switch
        {
            Visit.OfPage { Outcome: Fetched.Arrived page } => page.Capture,
            Visit.OfFeed { Outcome: Fetched.Arrived came } feed
                when feed.Feed is not null || isPage(feed.Request.Address) => came.Capture,
            _ => null,
        };

    private static void Note(
        System.Data.Common.DbConnection connection,
        Visit visit,
        Func<string, bool> isPage,
        DateTimeOffset now
    )
    {
        switch (visit)
        {
            case Visit.OfFeed { Feed: { } feed } read:
                FeedLog.Keep(connection, read.Request.Address, feed, now);
                break;
            case Visit.OfFeed { Outcome: Fetched.Unchanged } read:
                FeedLog.Unchanged(connection, read.Request.Address, now);
                break;
            case Visit.OfFeed { Outcome: Fetched.Failed failed } read:
                FeedLog.Fail(connection, read.Request.Address, failed.Why, now);
                break;
            case Visit.OfFeed { Why: { } why } read when !isPage(read.Request.Address):
                FeedLog.Fail(connection, read.Request.Address, why, now);
                break;
            case Visit.OfPage page:
                FetchLog.Keep(connection, Asked(page.Page, page.Outcome, now));
                break;
            // An answer that says "unchanged" has nothing new to remember.
            case Visit.Ended { Outcome: not Fetched.Unchanged } ended:
                FetchLog.Keep(connection, Asked(ended.Request.Address, ended.Outcome, now, ended.IsWhole));
                break;
        }
    }

    private static Asked Asked(string address, Fetched outcome, DateTimeOffset now, bool isWhole = true) =>
        outcome switch
        {
            Fetched.Arrived came when isWhole => new Asked(
                address,
                now,
                came.ETag,
                came.LastModified,
                came.MovedTo
            ),
            Fetched.Failed failed => new Asked(
                address,
                now,
                NotBefore: failed.NotBefore,
                Failure: failed.Why.Sentence,
                MayPass: failed.MayPass
            ),
            _ => new Asked(address, now),
        };
}
