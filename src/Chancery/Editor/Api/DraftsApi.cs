using System.Globalization;
using Chancery.Editor.Access;
using Chancery.Editor.Draft;
using Chancery.Record;
using Chancery.Record.Access;
using Chancery.Record.Issues;
using Chancery.Terms;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chancery.Editor.Api;

/// <summary>Issues and drafts for programs: what the Draft screen does.</summary>
internal static class DraftsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        Read(
            api.MapGet(
                "/issues",
                (int? limit, string? after, HttpContext context, Store store) =>
                    context.Page(limit, after, IssueShelf.All(store))
            ),
            "All drafts and issues, the latest week first."
        );
        Read(
            api.MapGet(
                "/issues/{watch}/{week}",
                Results<Ok<Issue>, NotFound> (string watch, DateOnly week, Store store) =>
                    IssueShelf.Find(store, watch, week) is { } issue
                        ? TypedResults.Ok(issue)
                        : TypedResults.NotFound()
            ),
            "One issue as readers get it; a draft has no approval."
        );
        Read(
            api.MapGet(
                "/drafts/{watch}/{week}",
                Results<Ok<DraftAnswer>, NotFound> (
                    string watch,
                    DateOnly week,
                    HttpContext context,
                    Watches watches,
                    DraftRoom room
                ) => Answer(context, watches, room, watch, week)
            ),
            "A draft with its lines' ids and revisions, what the checking says, counts, and what was said before."
        );
        Read(
            api.MapGet(
                "/drafts/{watch}/{week}/edits",
                Results<Ok<IReadOnlyList<KeptEdit>>, NotFound> (
                    string watch,
                    DateOnly week,
                    int? limit,
                    string? after,
                    HttpContext context,
                    Store store
                ) =>
                    EditShelf.Find(store, watch, week) is { } draft
                        ? TypedResults.Ok(context.Page(limit, after, draft.Edits))
                        : TypedResults.NotFound()
            ),
            "Every edit with who and when, in order."
        );
        Read(
            api.MapGet(
                "/drafts/{watch}/{week}/comments",
                (string watch, DateOnly week, int? limit, string? after, HttpContext context, Store store) =>
                    context.Page(limit, after, CommentShelf.Of(store, watch, week))
            ),
            "What editors said about lines."
        );
        Read(
            api.MapPost(
                "/drafts/{watch}/{week}/check",
                Results<Ok<IReadOnlyList<RefusalAnswer>>, NotFound> (
                    string watch,
                    DateOnly week,
                    CheckWish wish,
                    Watches watches,
                    DraftRoom room
                ) =>
                    Find(watches, room, watch, week) is { } standing
                        ? TypedResults.Ok<IReadOnlyList<RefusalAnswer>>([
                            .. room.Check(standing, wish.Id, wish.Line)
                                .Select(refusal => RefusalAnswer.Of(wish.Id, refusal)),
                        ])
                        : TypedResults.NotFound()
            ),
            "What the checking would say of a line with other words; nothing is kept."
        );
        Write(
            api.MapPost(
                "/drafts/{watch}/{week}",
                Results<Ok<DraftAnswer>, NotFound, ProblemHttpResult> (
                    string watch,
                    DateOnly week,
                    Watches watches,
                    DraftRoom room
                ) =>
                    watches.Find(watch) is not { } known ? TypedResults.NotFound()
                    : room.Begin(new Place(known, week)) is { } why
                        ? Problem(StatusCodes.Status409Conflict, why.Sentence)
                    : TypedResults.Ok(DraftAnswer.Of(room.Find(new Place(known, week))!))
            ),
            Scope.Edit,
            "Drafts the week, where nobody has begun to edit it."
        );
        Write(
            api.MapPost("/drafts/{watch}/{week}/edits", Edit),
            Scope.Edit,
            "Makes one edit. “seen” is the line's revision as it was read; If-Match can name the whole draft. 409: somebody changed the line since, or the issue is approved; nothing was written."
        );
        Write(
            api.MapPost(
                "/drafts/{watch}/{week}/comments",
                Results<NoContent, NotFound> (
                    string watch,
                    DateOnly week,
                    CommentWish wish,
                    HttpContext context,
                    Watches watches,
                    DraftRoom room
                ) =>
                {
                    if (
                        wish.Words.Trim().Length is 0 or > 2000
                        || Find(watches, room, watch, week) is not { } standing
                        || standing.Draft.Find(wish.Line) is null
                    )
                    {
                        return TypedResults.NotFound();
                    }
                    room.Say(standing.Place, wish.Line, wish.Words.Trim(), context.Who().Person);
                    return TypedResults.NoContent();
                }
            ),
            Scope.Edit,
            "Says something about a line."
        );
        Write(
            api.MapPost(
                "/drafts/{watch}/{week}/comments/{comment}/settled",
                Results<NoContent, NotFound> (
                    string watch,
                    DateOnly week,
                    long comment,
                    HttpContext context,
                    Watches watches,
                    DraftRoom room
                ) =>
                    watches.Find(watch) is { } known
                    && room.Settle(new Place(known, week), comment, context.Who().Person)
                        ? TypedResults.NoContent()
                        : TypedResults.NotFound()
            ),
            Scope.Edit,
            "Settles a comment; it stays to be read."
        );
        Write(
            api.MapDelete(
                "/drafts/{watch}/{week}/comments/{comment}/settled",
                Results<NoContent, NotFound> (
                    string watch,
                    DateOnly week,
                    long comment,
                    Watches watches,
                    DraftRoom room
                ) =>
                    watches.Find(watch) is { } known && room.Reopen(new Place(known, week), comment)
                        ? TypedResults.NoContent()
                        : TypedResults.NotFound()
            ),
            Scope.Edit,
            "Opens a settled comment again."
        );
        Write(
            api.MapPost(
                "/drafts/{watch}/{week}/look-again",
                Results<Ok<OfferedAnswer>, NotFound> (
                    string watch,
                    DateOnly week,
                    HttpContext context,
                    Watches watches,
                    DraftRoom room
                ) =>
                    Find(watches, room, watch, week) is { } standing
                        ? TypedResults.Ok(
                            new OfferedAnswer(room.LookAgain(standing.Place, context.Who().Person))
                        )
                        : TypedResults.NotFound()
            ),
            Scope.Edit,
            "Drafts the week anew and lays beside the issue what it does not have."
        );
        Write(
            api.MapPost("/pictures", Picture).Accepts<byte[]>("application/octet-stream"),
            Scope.Edit,
            "Takes a picture in (JPEG, PNG, GIF or WebP, 8 MB at most). The answer, its words filled in, goes into an edit of the kind “illustrate”."
        );
        Write(
            api.MapPost("/drafts/{watch}/{week}/approval", Approve),
            Scope.Approve,
            "Approves exactly the state after an edit, and publishes it where a site's folder is set. 409: the draft is at another edit, or lines do not hold."
        );
    }

    private static Results<Ok<EditAnswer>, NotFound, ProblemHttpResult> Edit(
        string watch,
        DateOnly week,
        EditWish wish,
        HttpContext context,
        Watches watches,
        DraftRoom room
    )
    {
        if (Find(watches, room, watch, week) is not { } standing)
        {
            return TypedResults.NotFound();
        }
        if (context.Stale(Stand.Of(standing)) is { } stale)
        {
            return stale;
        }
        // Nobody signs for another.
        var by = context.Who().Person;
        var edit = wish.Edit switch
        {
            Edit.Write { Line: Line.Opinion opinion } write => write with
            {
                Line = opinion with { SignedBy = by },
            },
            Edit.Add { Line: Line.Opinion opinion } add => add with { Line = opinion with { SignedBy = by } },
            var other => other,
        };
        return room.Do(standing.Place, edit, wish.Seen, by) switch
        {
            EditOutcome.Kept kept => TypedResults.Ok(new EditAnswer(kept.Number)),
            EditOutcome.Conflict conflict => Problem(
                StatusCodes.Status409Conflict,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{conflict.Theirs.By} changed the line with edit {conflict.Theirs.Number}; read it and send that as “seen”."
                )
            ),
            EditOutcome.Closed closed => Problem(
                StatusCodes.Status409Conflict,
                $"{closed.Approved.By} has approved this issue; it is not edited any more."
            ),
            _ => TypedResults.NotFound(),
        };
    }

    private static Results<Ok<Issue>, NotFound, ProblemHttpResult> Approve(
        string watch,
        DateOnly week,
        ApprovalWish wish,
        HttpContext context,
        Watches watches,
        DraftRoom room,
        Store store,
        Audit audit
    )
    {
        if (Find(watches, room, watch, week) is not { } standing)
        {
            return TypedResults.NotFound();
        }
        if (context.Stale(Stand.Of(standing)) is { } stale)
        {
            return stale;
        }
        if (standing.Approved is null && standing.Blocking.Any())
        {
            return Problem(StatusCodes.Status409Conflict, "Some lines do not hold; nothing was approved.");
        }
        var account = context.Who();
        switch (room.Approve(standing.Place, wish.Number, account.Person).Outcome)
        {
            case EditOutcome.Kept:
                audit.Note(context, "approved an issue", $"/draft/{standing.Place}", account);
                return TypedResults.Ok(IssueShelf.Find(store, watch, week)!);
            case EditOutcome.Moved moved:
                return Problem(
                    StatusCodes.Status409Conflict,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"The draft is at edit {moved.Number}, not {wish.Number}; nothing was approved."
                    )
                );
            default:
                return Problem(StatusCodes.Status409Conflict, "The issue is approved already.");
        }
    }

    private static Results<Ok<DraftAnswer>, NotFound> Answer(
        HttpContext context,
        Watches watches,
        DraftRoom room,
        string watch,
        DateOnly week
    )
    {
        if (Find(watches, room, watch, week) is not { } standing)
        {
            return TypedResults.NotFound();
        }
        context.Tagged(Stand.Of(standing));
        return TypedResults.Ok(DraftAnswer.Of(standing));
    }

    private static async Task<Results<Ok<IssuePicture>, ProblemHttpResult>> Picture(
        HttpContext context,
        Store store,
        TimeProvider clock
    )
    {
        var (picture, why) = await Pictures.Keep(
            store,
            context.Request.Body,
            clock.GetUtcNow(),
            context.RequestAborted
        );
        return picture is null ? Asking.Refused(why!) : TypedResults.Ok(picture);
    }

    private static Standing? Find(Watches watches, DraftRoom room, string watch, DateOnly week) =>
        watches.Find(watch) is { } known ? room.Find(new Place(known, week)) : null;

    private static ProblemHttpResult Problem(int status, string sentence) => Asking.Problem(status, sentence);

    private static void Read(RouteHandlerBuilder endpoint, string summary) =>
        endpoint.For(Scope.Read, "Drafts", summary);

    private static void Write(RouteHandlerBuilder endpoint, Scope scope, string summary) =>
        endpoint.For(scope, "Drafts", summary);

    /// <summary>What an edit or an approval can name as the state that it was made from.</summary>
    private sealed record Stand(int Number, bool Approved)
    {
        public static Stand Of(Standing standing) =>
            new(standing.Draft.Number, standing.Approved is not null);
    }
}
