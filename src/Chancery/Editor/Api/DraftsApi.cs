using System.Globalization;
using Chancery.Editor.Access;
using Chancery.Editor.Draft;
using Chancery.Record;
using Chancery.Record.Access;
using Chancery.Record.Issues;
using Chancery.Terms;
using Microsoft.AspNetCore.Http.HttpResults;
using Account = Chancery.Record.Access.Account;

namespace Chancery.Editor.Api;

/// <summary>Issues and drafts for programs: what the Draft screen does.</summary>
internal static class DraftsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        Read(
            api.MapGet("/issues", (Store store) => IssueShelf.All(store)),
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
                    Watches watches,
                    DraftRoom room
                ) =>
                    Find(watches, room, watch, week) is { } standing
                        ? TypedResults.Ok(DraftAnswer.Of(standing))
                        : TypedResults.NotFound()
            ),
            "A draft with its lines' ids and revisions, what the checking says, counts, and what was said before."
        );
        Read(
            api.MapGet(
                "/drafts/{watch}/{week}/edits",
                Results<Ok<IReadOnlyList<KeptEdit>>, NotFound> (string watch, DateOnly week, Store store) =>
                    EditShelf.Find(store, watch, week) is { } draft
                        ? TypedResults.Ok(draft.Edits)
                        : TypedResults.NotFound()
            ),
            "Every edit with who and when, in order."
        );
        Read(
            api.MapGet(
                "/drafts/{watch}/{week}/comments",
                (string watch, DateOnly week, Store store) => CommentShelf.Of(store, watch, week)
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
            "Makes one edit. 409: somebody changed the line since, or the issue is approved; nothing was written."
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
                    room.Say(standing.Place, wish.Line, wish.Words.Trim(), Who(context).Person);
                    return TypedResults.NoContent();
                }
            ),
            Scope.Edit,
            "Says something about a line."
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
        // Nobody signs for another.
        var by = Who(context).Person;
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
        if (standing.Approved is null && standing.Blocking.Any())
        {
            return Problem(StatusCodes.Status409Conflict, "Some lines do not hold; nothing was approved.");
        }
        var account = Who(context);
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

    private static Standing? Find(Watches watches, DraftRoom room, string watch, DateOnly week) =>
        watches.Find(watch) is { } known ? room.Find(new Place(known, week)) : null;

    private static Account Who(HttpContext context) => context.Features.Get<Caller>()!.Account;

    private static ProblemHttpResult Problem(int status, string sentence) =>
        TypedResults.Problem(sentence, statusCode: status);

    private static void Read(RouteHandlerBuilder endpoint, string summary) =>
        Write(endpoint, Scope.Read, summary);

    private static void Write(RouteHandlerBuilder endpoint, Scope scope, string summary) =>
        ApiScreen.For(endpoint, scope).WithSummary(summary).WithTags("Drafts");
}
