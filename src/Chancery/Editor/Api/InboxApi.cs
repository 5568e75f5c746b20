using Chancery.Editor.Access;
using Chancery.Editor.Inbox;
using Chancery.Record.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chancery.Editor.Api;

/// <summary>The week's stories for programs: what the Inbox does.</summary>
internal static class InboxApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        const string Subject = "Inbox";
        api.MapGet("/inbox/{watch}/{week}", Stories)
            .For(
                Scope.Read,
                Subject,
                "The week's stories, the weightiest first; show: new, unread, starred or dismissed, all but the dismissed unless said."
            );
        api.MapGet("/inbox/{watch}/{week}/{id}", Story)
            .For(Scope.Read, Subject, "One story with all its articles, by independent source.");
        api.MapPost("/inbox/{watch}/{week}/marks", Mark)
            .For(
                Scope.Read,
                Subject,
                "Marks stories for the token's person alone: read, unread, star or unstar."
            );
        api.MapPost("/inbox/{watch}/{week}/acts", Act)
            .For(
                Scope.Edit,
                Subject,
                "Does something to stories for the whole desk: dismiss, restore, merge, or track with the track's id (none: off it). 409: a story is not there any more."
            );
        api.MapPost("/inbox/{watch}/{week}/{id}/split", Split)
            .For(
                Scope.Edit,
                Subject,
                "Makes some of a story's articles a story of their own. If-Match names the state that was read."
            );
        api.MapPost("/inbox/{watch}/{week}/undo", Undo)
            .For(Scope.Edit, Subject, "Takes back what an act or a split was: send its “undo” as it came.");
    }

    private static Results<Ok<IReadOnlyList<StoryAnswer>>, NotFound> Stories(
        string watch,
        DateOnly week,
        string? show,
        int? limit,
        string? after,
        HttpContext context,
        Watches watches,
        Inboxes inboxes
    ) =>
        Find(watches, watch, week) is not { } place
            ? TypedResults.NotFound()
            : TypedResults.Ok(
                context.Page(
                    limit,
                    after,
                    inboxes
                        .Of(context.Who(), place)
                        .Rows.Where(row => row.In(show ?? ""))
                        .Select(row => StoryAnswer.Of(place, row))
                )
            );

    private static Results<Ok<StoryAnswer>, NotFound> Story(
        string watch,
        DateOnly week,
        string id,
        HttpContext context,
        Watches watches,
        Inboxes inboxes
    ) =>
        Find(watches, watch, week) is { } place && inboxes.Of(context.Who(), place).Find(id) is { } row
            ? TypedResults.Ok(context.Tagged(StoryAnswer.Of(place, row)))
            : TypedResults.NotFound();

    private static Results<Ok<DeedAnswer>, NotFound, ProblemHttpResult> Mark(
        string watch,
        DateOnly week,
        MarkWish wish,
        HttpContext context,
        Watches watches,
        Boards boards,
        Deeds deeds,
        Audit audit
    ) => Do(watch, week, wish.Act, wish.Stories, null, Role.Reader, context, watches, boards, deeds, audit);

    private static Results<Ok<DeedAnswer>, NotFound, ProblemHttpResult> Act(
        string watch,
        DateOnly week,
        ActWish wish,
        HttpContext context,
        Watches watches,
        Boards boards,
        Deeds deeds,
        Audit audit
    ) =>
        Do(
            watch,
            week,
            wish.Act,
            wish.Stories,
            wish.Track,
            Role.Editor,
            context,
            watches,
            boards,
            deeds,
            audit
        );

    private static Results<Ok<DeedAnswer>, NotFound, ProblemHttpResult> Do(
        string watch,
        DateOnly week,
        string act,
        IReadOnlyList<string> ids,
        string? track,
        Role role,
        HttpContext context,
        Watches watches,
        Boards boards,
        Deeds deeds,
        Audit audit
    )
    {
        if (Find(watches, watch, week) is not { } place)
        {
            return TypedResults.NotFound();
        }
        if (!Deeds.Acts.Contains(act) || Deeds.Needs(act) != role || ids.Count == 0)
        {
            return Asking.Refused(
                $"Name at least one story, and one of: {string.Join(", ", Deeds.Acts.Where(one => Deeds.Needs(one) == role))}."
            );
        }
        var board = boards.Of(place);
        List<BoardStory> chosen = [.. ids.Distinct().Select(board.Find).OfType<BoardStory>()];
        return chosen.Count < ids.Distinct().Count()
            ? Asking.Problem(
                StatusCodes.Status409Conflict,
                "One of the stories is not there any more; nothing was done. Read the inbox again."
            )
            : Done(context, place, audit, deeds.Do(place, context.Who(), act, chosen, track));
    }

    private static Results<Ok<DeedAnswer>, NotFound, ProblemHttpResult> Split(
        string watch,
        DateOnly week,
        string id,
        SplitWish wish,
        HttpContext context,
        Watches watches,
        Inboxes inboxes,
        Deeds deeds,
        Audit audit
    ) =>
        Find(watches, watch, week) is not { } place
        || inboxes.Of(context.Who(), place).Find(id) is not { } row
            ? TypedResults.NotFound()
        : context.Stale(StoryAnswer.Of(place, row)) is { } stale ? stale
        : Done(
            context,
            place,
            audit,
            deeds.Split(place, context.Who(), row.Story, wish.Articles.ToHashSet())
        );

    private static Results<Ok<DeedAnswer>, NotFound, ProblemHttpResult> Undo(
        string watch,
        DateOnly week,
        UndoWish wish,
        HttpContext context,
        Watches watches,
        Deeds deeds,
        Audit audit
    ) =>
        Find(watches, watch, week) is not { } place ? TypedResults.NotFound()
        : Takeback.Read(wish.Undo) is not { } undo ? Asking.Refused("That is nothing that can be taken back.")
        : Done(context, place, audit, deeds.Undo(place, context.Who(), undo));

    private static Results<Ok<DeedAnswer>, NotFound, ProblemHttpResult> Done(
        HttpContext context,
        Place place,
        Audit audit,
        Deed deed
    )
    {
        if (deed.Refused)
        {
            return Asking.Refused(deed.Sentence);
        }
        if (deed.Act is { } act)
        {
            audit.Note(
                context,
                act,
                deed.Subject.Length > 0 ? deed.Subject : $"/inbox/{place}",
                context.Who()
            );
        }
        return TypedResults.Ok(new DeedAnswer(deed.Sentence, deed.Undo?.ToString()));
    }

    private static Place? Find(Watches watches, string watch, DateOnly week) =>
        watches.Find(watch) is { } known ? Place.Of(known, week) : null;
}
