using System.Text;
using Chancery.Commands;
using Chancery.Editor.Access;
using Chancery.Editor.Sources;
using Chancery.Reading.Feeds;
using Chancery.Reading.Fetching;
using Chancery.Record;
using Chancery.Record.Access;
using Chancery.Record.Feeds;
using Chancery.Terms;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chancery.Editor.Api;

/// <summary>Sources for programs: how they are, tested, added, dropped, asked.</summary>
internal static class SourcesApi
{
    private const string Subject = "Sources";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet(
                "/sources/{watch}",
                Results<Ok<IReadOnlyList<Source>>, NotFound> (
                    string watch,
                    int? limit,
                    string? after,
                    HttpContext context,
                    Store store,
                    Watches watches
                ) =>
                    watches.Find(watch) is { } known
                        ? TypedResults.Ok(
                            context.Page(
                                limit,
                                after,
                                Source.All(
                                    known,
                                    FeedLog.All(store).ToDictionary(state => state.Address),
                                    Subscriptions.All(store)
                                )
                            )
                        )
                        : TypedResults.NotFound()
            )
            .For(
                Scope.Read,
                Subject,
                "The outlets and feeds of a watch and those added on the desk, with their health in words."
            );
        api.MapGet(
                "/feeds",
                (int? limit, string? after, HttpContext context, Store store) =>
                    context.Page(limit, after, Subscriptions.All(store))
            )
            .For(Scope.Read, Subject, "The feeds that were added on the desk.");
        api.MapGet(
                "/feeds.opml/{watch}",
                Results<FileContentHttpResult, NotFound> (string watch, Store store, Watches watches) =>
                    watches.Find(watch) is { } known
                        ? TypedResults.Bytes(
                            Encoding.UTF8.GetBytes(
                                Opml.Write(
                                    known.Name,
                                    FeedsCommand.OfOutlets(known).Concat(Subscriptions.All(store))
                                )
                            ),
                            Opml.MediaType
                        )
                        : TypedResults.NotFound()
            )
            .Produces<byte[]>(StatusCodes.Status200OK, Opml.MediaType)
            .For(Scope.Read, Subject, "All feeds as OPML, for another reader.");
        api.MapPost("/feeds/test", Test)
            .For(
                Scope.Edit,
                Subject,
                "Asks an address and keeps nothing: what a feed lists, or the feeds that a page leads to."
            )
            .RequireRateLimiting(SourcesScreen.Limit);
        api.MapPost("/feeds", Keep).For(Scope.Edit, Subject, "Adds a feed; the next pass asks it.");
        api.MapDelete(
                "/feeds",
                Results<NoContent, NotFound> (
                    string address,
                    HttpContext context,
                    Store store,
                    Audit audit
                ) =>
                {
                    if (!Subscriptions.Remove(store, address))
                    {
                        return TypedResults.NotFound();
                    }
                    audit.Note(context, "dropped a feed", address, context.Who());
                    return TypedResults.NoContent();
                }
            )
            .For(
                Scope.Edit,
                Subject,
                "Drops a feed that was added on the desk; what it brought stays. A watch's own feeds stand in its file."
            );
        api.MapGet("/fetch", (FetchRun run) => FetchAnswer.Of(run))
            .For(Scope.Read, Subject, "How far the last pass over the feeds is.");
        api.MapPost("/fetch/{watch}", Fetch)
            .For(
                Scope.Edit,
                Subject,
                "Begins a polite pass over all feeds, or one. 409: a pass is under way already."
            )
            .RequireRateLimiting(SourcesScreen.Limit);
    }

    private static async Task<Results<Ok<Looked>, ProblemHttpResult>> Test(
        AddressWish wish,
        HttpContext context,
        Fetcher fetcher
    )
    {
        var (looked, why) = await Looked.At(fetcher, wish.Address, context.RequestAborted);
        return looked is null ? Asking.Refused(why!) : TypedResults.Ok(looked);
    }

    private static Results<Created<Subscription>, Ok<Subscription>, ProblemHttpResult> Keep(
        FeedWish wish,
        HttpContext context,
        Store store,
        Audit audit,
        TimeProvider clock
    )
    {
        if (Links.Safe(wish.Address) is not { } safe)
        {
            return Asking.Refused("A feed has an http or https address.");
        }
        var feed = new Subscription(
            safe,
            wish.Title?.Trim() ?? "",
            Links.Safe(wish.Page),
            wish.Folders ?? []
        );
        if (Subscriptions.Keep(store, [feed], clock.GetUtcNow()) == 0)
        {
            return TypedResults.Ok(feed);
        }
        audit.Note(context, "kept a feed", safe, context.Who());
        return TypedResults.Created($"/api/feeds?address={Uri.EscapeDataString(safe)}", feed);
    }

    private static Results<Accepted<FetchAnswer>, NotFound, ProblemHttpResult> Fetch(
        string watch,
        string? address,
        HttpContext context,
        Store store,
        Watches watches,
        FetchRun run,
        Audit audit
    )
    {
        if (watches.Find(watch) is not { } known)
        {
            return TypedResults.NotFound();
        }
        string[] all =
        [
            .. Fetching
                .Feeds(known)
                .Concat(Subscriptions.All(store).Select(given => given.Address))
                .Distinct(),
        ];
        string[] wanted = address is null ? all : [.. all.Where(one => one == address)];
        if (wanted.Length == 0)
        {
            return Asking.Refused("There is no such feed to ask.");
        }
        if (!run.Start(wanted))
        {
            return Asking.Problem(StatusCodes.Status409Conflict, "A pass is under way already.");
        }
        audit.Note(
            context,
            "fetched",
            wanted.Length == 1 ? wanted[0] : $"{wanted.Length} feeds",
            context.Who()
        );
        return TypedResults.Accepted("/api/fetch", FetchAnswer.Of(run));
    }
}

/// <summary>An address to be asked.</summary>
public sealed record AddressWish(string Address);

/// <summary>A feed to be added.</summary>
/// <param name="Page">The page that it stands for.</param>
/// <param name="Folders">Outermost first.</param>
public sealed record FeedWish(
    string Address,
    string? Title = null,
    string? Page = null,
    IReadOnlyList<string>? Folders = null
);

/// <summary>A pass over feeds.</summary>
/// <param name="Wanted">Addresses that are asked in it.</param>
/// <param name="Articles">New readings of articles.</param>
public sealed record FetchAnswer(bool UnderWay, int Wanted, int Answered, int Failed, long Articles)
{
    internal static FetchAnswer Of(FetchRun run) =>
        new(run.IsUnderWay, run.Wanted, run.Answered, run.Failed, run.Articles);
}
