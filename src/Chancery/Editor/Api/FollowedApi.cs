using Chancery.Editor.Access;
using Chancery.Record;
using Chancery.Record.Access;
using Chancery.Record.Disputes;
using Chancery.Record.Tracks;
using Chancery.Terms;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chancery.Editor.Api;

/// <summary>Tracks and disputes for programs.</summary>
internal static class FollowedApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet(
                "/tracks/{watch}",
                Results<Ok<IReadOnlyList<Track>>, NotFound> (
                    string watch,
                    int? limit,
                    string? after,
                    HttpContext context,
                    Store store,
                    Watches watches
                ) =>
                    watches.Find(watch) is null
                        ? TypedResults.NotFound()
                        : TypedResults.Ok(context.Page(limit, after, TrackShelf.All(store, watch)))
            )
            .For(Scope.Read, "Tracks", "The negotiations that a watch follows.");
        api.MapGet(
                "/tracks/{watch}/{track}",
                Results<Ok<Track>, NotFound> (string watch, string track, Store store) =>
                    TrackShelf.Find(store, watch, track) is { } found
                        ? TypedResults.Ok(found)
                        : TypedResults.NotFound()
            )
            .For(Scope.Read, "Tracks", "One negotiation: its rounds, its log with citations, how it stands.");
        api.MapGet(
                "/disputes/{watch}/{week}",
                Results<Ok<IReadOnlyList<Dispute>>, NotFound> (
                    string watch,
                    DateOnly week,
                    int? limit,
                    string? after,
                    HttpContext context,
                    Store store,
                    Watches watches
                ) =>
                    watches.Find(watch) is not { } known
                        ? TypedResults.NotFound()
                        : TypedResults.Ok(
                            context.Page(
                                limit,
                                after,
                                DisputeShelf.In(store, watch, Place.Of(known, week).Window)
                            )
                        )
            )
            .For(Scope.Read, "Disputes", "A week's claims beside what stands against them.");
        api.MapGet(
                "/disputes/{watch}/{week}/{id}",
                Results<Ok<Dispute>, NotFound> (
                    string watch,
                    DateOnly week,
                    string id,
                    HttpContext context,
                    Store store
                ) =>
                    DisputeShelf.Find(store, watch, id) is { } found
                        ? TypedResults.Ok(context.Tagged(found))
                        : TypedResults.NotFound()
            )
            .For(Scope.Read, "Disputes", "One dispute.");
        api.MapPut("/disputes/{watch}/{week}/{id}/ruling", Rule)
            .For(
                Scope.Edit,
                "Disputes",
                "Says what a dispute is: open, upheld (it may be printed) or dismissed. If-Match names the state that was read."
            );
    }

    private static Results<Ok<Dispute>, NotFound, ProblemHttpResult> Rule(
        string watch,
        DateOnly week,
        string id,
        RulingWish wish,
        HttpContext context,
        Store store,
        Audit audit,
        TimeProvider clock
    )
    {
        if (DisputeShelf.Find(store, watch, id) is not { } found)
        {
            return TypedResults.NotFound();
        }
        if (context.Stale(found) is { } stale)
        {
            return stale;
        }
        var who = context.Who();
        store.Write(connection =>
            DisputeShelf.Rule(connection, watch, id, wish.Ruling, who.Person, clock.GetUtcNow())
        );
        audit.Note(
            context,
            wish.Ruling switch
            {
                Ruling.Upheld => "upheld a dispute",
                Ruling.Dismissed => "dismissed a dispute",
                _ => "reopened a dispute",
            },
            string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"/disputes/{watch}/{week:yyyy-MM-dd}#{id}"
            ),
            who
        );
        return TypedResults.Ok(context.Tagged(DisputeShelf.Find(store, watch, id)!));
    }
}

/// <summary>What a dispute is said to be.</summary>
public sealed record RulingWish(Ruling Ruling);
