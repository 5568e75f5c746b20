using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Chancery.Reading.Feeds;
using Chancery.Terms;

namespace Chancery.Reading.Fetching;

/// <summary>What a pass came to.</summary>
public abstract record Visit
{
    private Visit() { }

    /// <param name="Request">As asked.</param>
    /// <param name="Outcome">What came.</param>
    /// <param name="Feed">What was understood of it; null where nothing came, nothing changed, or it is no feed.</param>
    /// <param name="Why">Why what came is no feed.</param>
    public sealed record OfFeed(FetchRequest Request, Fetched Outcome, Feed? Feed, Reason? Why) : Visit;

    /// <param name="Feed">The address of the feed that named the page.</param>
    /// <param name="Page">The entry's link.</param>
    /// <param name="Outcome">What came.</param>
    public sealed record OfPage(string Feed, string Page, Fetched Outcome) : Visit;

    /// <summary>All that a pass does for one feed has been done.</summary>
    /// <param name="Request">As asked.</param>
    /// <param name="Outcome">What came of the feed.</param>
    /// <param name="IsWhole">False where a page is still to be had: the feed is then to be asked for in full next time, not only for what has changed.</param>
    public sealed record Ended(FetchRequest Request, Fetched Outcome, bool IsWhole) : Visit;
}

/// <summary>One courteous pass over feeds and the pages of their new entries.</summary>
public static class FetchPass
{
    /// <param name="fetcher">Holds the courtesy.</param>
    /// <param name="feeds">Each is asked once; those of one host one after another.</param>
    /// <param name="isNew">Whether a page is wanted: false for one that the record has.</param>
    /// <param name="options">For the number of hosts asked at a time, and of pages for a feed.</param>
    /// <param name="stop">Ends the pass; what has come was given.</param>
    /// <returns>Visits as they end: the feed's, its pages', and the end of both. The order between hosts is theirs.</returns>
    public static async IAsyncEnumerable<Visit> Run(
        Fetcher fetcher,
        IEnumerable<FetchRequest> feeds,
        Func<string, bool> isNew,
        FetchOptions options,
        [EnumeratorCancellation] CancellationToken stop = default
    )
    {
        // Bounded: what comes is kept back until the archive has taken what came before.
        var visits = Channel.CreateBounded<Visit>(64);
        var hosts = feeds
            .GroupBy(
                feed => Uri.TryCreate(feed.Address, UriKind.Absolute, out var uri) ? uri.Authority : "",
                StringComparer.OrdinalIgnoreCase
            )
            .ToList();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var running = Task.Run(
            async () =>
            {
                try
                {
                    await Parallel
                        .ForEachAsync(
                            hosts,
                            new ParallelOptions
                            {
                                MaxDegreeOfParallelism = options.Hosts,
                                CancellationToken = ended.Token,
                            },
                            async (host, token) =>
                            {
                                foreach (var feed in host)
                                    await One(fetcher, feed, isNew, options, visits.Writer, token)
                                        .ConfigureAwait(false);
                            }
                        )
                        .ConfigureAwait(false);
                    visits.Writer.Complete();
                }
                catch (Exception wrong)
                {
                    visits.Writer.Complete(wrong);
                }
            },
            CancellationToken.None
        );
        try
        {
            await foreach (var visit in visits.Reader.ReadAllAsync(stop).ConfigureAwait(false))
                yield return visit;
        }
        finally
        {
            await ended.CancelAsync().ConfigureAwait(false);
            await running.ConfigureAwait(false);
        }
    }

    private static async Task One(
        Fetcher fetcher,
        FetchRequest request,
        Func<string, bool> isNew,
        FetchOptions options,
        ChannelWriter<Visit> visits,
        CancellationToken stop
    )
    {
        var outcome = await fetcher.Get(request, stop).ConfigureAwait(false);
        var (feed, why) = outcome is Fetched.Arrived arrived
            ? FeedReader.Read(arrived.Capture)
            : (null, null);
        await visits.WriteAsync(new Visit.OfFeed(request, outcome, feed, why), stop).ConfigureAwait(false);
        var isWhole = true;
        var left = options.PagesPerFeed;
        foreach (
            var page in feed?.Entries.Select(entry => Transport.Page(entry.Link))
                .OfType<string>()
                .Distinct()
                .Where(isNew)
                ?? []
        )
        {
            if (left-- == 0)
            {
                isWhole = false;
                break;
            }
            var came = await fetcher.Get(new FetchRequest(page), stop).ConfigureAwait(false);
            isWhole &= came is not Fetched.Failed { MayPass: true };
            await visits
                .WriteAsync(new Visit.OfPage(request.Address, page, came), stop)
                .ConfigureAwait(false);
        }
        await visits.WriteAsync(new Visit.Ended(request, outcome, isWhole), stop).ConfigureAwait(false);
    }
}
