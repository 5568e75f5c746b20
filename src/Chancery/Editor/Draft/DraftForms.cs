using System.Globalization;
using Chancery.Desk.Editing;
using Chancery.Editor.Access;
using Chancery.Record;
using Chancery.Record.Issues;
using Chancery.Terms;
using Microsoft.AspNetCore.Mvc;

namespace Chancery.Editor.Draft;

/// <summary>What is done to the draft as a whole.</summary>
internal static class DraftForms
{
    public static void Map(IEndpointRouteBuilder draft)
    {
        draft.MapPost("/add", Add);
        draft.MapPost("/take", Take);
        draft.MapPost("/item", Item);
        draft.MapPost("/move", Move);
        draft.MapPost(
            "/undo",
            (HttpContext context, Places places, DraftRoom room) => Back(context, places, room, History.Undo)
        );
        draft.MapPost(
            "/redo",
            (HttpContext context, Places places, DraftRoom room) => Back(context, places, room, History.Redo)
        );
        draft.MapPost("/picture", Picture);
        draft.MapPost(
            "/picture/remove",
            (HttpContext context, Places places, DraftRoom room) =>
                Simply(context, places.Current, room, new Edit.Illustrate(null), "picture")
        );
        draft.MapPost(
            "/choose",
            (
                HttpContext context,
                Places places,
                DraftRoom room,
                [FromForm] string id,
                [FromForm] Section section
            ) => Simply(context, places.Current, room, new Edit.Choose(id, section), "state")
        );
        draft.MapPost(
            "/again",
            (HttpContext context, Places places, DraftRoom room) =>
                (
                    room.LookAgain(places.Current, context.Account().Person) is var items and > 0
                        ? new Notice(
                            items == 1 ? "One more item is at hand." : $"{items} more items are at hand.",
                            $"/draft/{places.Current}/undo"
                        )
                        : new Notice("The week has brought nothing that this draft does not have.")
                ).Then(context, new View(places.Current, Pane: "add").Address)
        );
    }

    /// <summary>Takes a statement into the draft from the article in which it was read.</summary>
    /// <param name="article">The version of the article.</param>
    /// <param name="at">Where what is said begins.</param>
    private static IResult Take(
        HttpContext context,
        Places places,
        DraftRoom room,
        Known known,
        Ledger ledger,
        [FromForm] string? article,
        [FromForm] int at
    )
    {
        var place = places.Current;
        if (known.Article(new ArticleId(article ?? "")) is not { } read)
        {
            return Page.Missing();
        }
        if (ledger.Line(place.Watch, read, at) is not { } line)
        {
            return new Notice(
                "These words cannot stand in a sentence of ours as they are: write the line, and cite them.",
                Failed: true
            ).Then(context, new View(place, Pane: "add").Address);
        }
        return room.Do(place, new Edit.Add(line, Section.Lead), 0, context.Account().Person) switch
        {
            EditOutcome.Kept kept => new Notice("At the end of the lead; move it where it belongs.").Then(
                context,
                new View(place, $"e{kept.Number.ToString(CultureInfo.InvariantCulture)}", "line").Address
            ),
            var outcome => LineForms.Refused(context, place, outcome),
        };
    }

    /// <summary>Adds a line; the form's fields "cite" hold what it rests on: "article:start:length".</summary>
    /// <param name="where">"after:" and a line's id, or a section's name.</param>
    /// <param name="kind">"opinion": signed by whoever adds it.</param>
    private static IResult Add(
        HttpContext context,
        Places places,
        DraftRoom room,
        Known known,
        [FromForm] string? text,
        [FromForm] string? where,
        [FromForm] string? kind
    )
    {
        var place = places.Current;
        var by = context.Account().Person;
        var words = LineForms.OneLine(text ?? "");
        if (words.Length is 0 or > 2000)
        {
            return new Notice("Write the sentence first, then add it.", Failed: true).Then(
                context,
                new View(place, Pane: "add").Address
            );
        }
        Line line =
            kind == "opinion"
                ? new Line.Opinion(words, by)
                : new Line.Cited(
                    words,
                    [
                        .. context
                            .Request.Form["cite"]
                            .OfType<string>()
                            .Select(one => one.Split(':', 2))
                            .Select(one =>
                                one.Length == 2 ? Passages.Citation(known, one[0], [one[1]]) : null
                            )
                            .OfType<Citation>(),
                    ]
                );
        var after = where?.StartsWith("after:", StringComparison.Ordinal) == true ? where[6..] : null;
        var section = Enum.TryParse<Section>(where, ignoreCase: true, out var named) ? named : Section.Lead;
        return room.Do(place, new Edit.Add(line, section, after), 0, by) switch
        {
            EditOutcome.Kept kept => Results.LocalRedirect(
                new View(
                    place,
                    $"e{kept.Number.ToString(CultureInfo.InvariantCulture)}",
                    line is Line.Cited { Citations.Count: 0 } ? "cite" : "line"
                ).Address
            ),
            var outcome => LineForms.Refused(context, place, outcome),
        };
    }

    /// <param name="act">"up", "down", "lead", "in" (to the digest) or "out" (laid beside).</param>
    private static IResult Item(
        HttpContext context,
        Places places,
        DraftRoom room,
        [FromForm] string item,
        [FromForm] string act
    )
    {
        var place = places.Current;
        if (room.Find(place) is not { } standing)
        {
            return Page.Missing();
        }
        Edit? edit = act switch
        {
            "up" or "down" => Walking.StepItem(standing.Draft, item, act == "up"),
            "lead" => new Edit.Place(item, Section.Lead),
            "in" => new Edit.Place(item, Section.Digest),
            "out" => new Edit.Place(item, Section.Offered),
            _ => null,
        };
        var address = act == "in" ? new View(place, Pane: "add").Address : $"/draft/{place}#item-{item}";
        return edit is null ? Results.LocalRedirect(address)
            : room.Do(place, edit, 0, context.Account().Person) is EditOutcome.Kept
                ? act is "lead" or "out" or "in"
                        ? new Notice(
                            act switch
                            {
                                "lead" => "That item leads now; what led before opens the digest.",
                                "out" => "The item is laid beside the issue; it stands under “Add”.",
                                _ => "The item stands at the end of the digest.",
                            },
                            $"/draft/{place}/undo"
                        ).Then(context, address)
                    : Results.LocalRedirect(address)
            : LineForms.Refused(context, place, new EditOutcome.Missing());
    }

    /// <summary>A line that was dragged.</summary>
    private static IResult Move(
        HttpContext context,
        Places places,
        DraftRoom room,
        [FromForm] string id,
        [FromForm] string beside,
        [FromForm] Side side
    ) => Simply(context, places.Current, room, new Edit.Move(id, beside, side), null, id);

    private static IResult Back(
        HttpContext context,
        Places places,
        DraftRoom room,
        Func<IReadOnlyList<Spell>, string, Edit.Undo?> which
    )
    {
        var place = places.Current;
        var by = context.Account().Person;
        if (room.Find(place) is not { } standing || which(standing.History, by) is not { } undo)
        {
            return new Notice(
                "There is nothing of yours to take back, or somebody has changed the same line since.",
                Failed: true
            ).Then(context, $"/draft/{place}");
        }
        var seen = standing.Draft.Find(undo.Id)?.Revision ?? Lately(standing, undo.Id);
        return room.Do(place, undo, seen, by) is EditOutcome.Kept
            ? Results.LocalRedirect($"/draft/{place}" + (undo.Id is { } line ? $"#line-{line}" : ""))
            : new Notice("Somebody was faster: that line has just changed. Look again.", Failed: true).Then(
                context,
                $"/draft/{place}"
            );
    }

    // A line whose adding was taken back is not in the draft, but its edits are.
    private static int Lately(Standing standing, string? id) =>
        standing.History.LastOrDefault(spell => id is not null && spell.Touches == id)?.Last.Number ?? 0;

    private static async Task<IResult> Picture(
        HttpContext context,
        Places places,
        DraftRoom room,
        Store store,
        TimeProvider clock,
        IFormFile? file,
        [FromForm] string? alt,
        [FromForm] string? caption,
        [FromForm] string? credit,
        [FromForm] string? licence
    )
    {
        var place = places.Current;
        var back = new View(place, Pane: "picture");
        if (new[] { alt, caption, credit, licence }.Any(string.IsNullOrWhiteSpace))
        {
            return new Notice(
                "A picture is printed with what it shows, its caption, its credit and its licence, or not at all.",
                Failed: true
            ).Then(context, back.Address);
        }
        var standing = room.Find(place);
        var picture = standing?.Issue.Picture;
        if (file is { Length: > 0 })
        {
            await using var bytes = file.OpenReadStream();
            var (kept, why) = await Pictures.Keep(store, bytes, clock.GetUtcNow(), context.RequestAborted);
            if (kept is null)
            {
                return new Notice(why!, Failed: true).Then(context, back.Address);
            }
            picture = kept;
        }
        if (picture is null)
        {
            return new Notice("Choose the picture’s file.", Failed: true).Then(context, back.Address);
        }
        return Simply(
            context,
            place,
            room,
            new Edit.Illustrate(
                picture with
                {
                    Alt = LineForms.OneLine(alt!),
                    Caption = LineForms.OneLine(caption!),
                    Credit = LineForms.OneLine(credit!),
                    Licence = LineForms.OneLine(licence!),
                }
            ),
            "picture"
        );
    }

    /// <param name="number">The last edit that the approver saw.</param>
    public static IResult Approve(
        HttpContext context,
        Places places,
        DraftRoom room,
        Audit audit,
        [FromForm] int number
    )
    {
        var place = places.Current;
        if (room.Find(place) is not { } standing)
        {
            return Page.Missing();
        }
        if (standing.Approved is null && standing.Blocking.Any())
        {
            return new Notice("Nothing was approved: some lines do not hold.", Failed: true).Then(
                context,
                new View(place, Pane: "approve").Address
            );
        }
        var (outcome, page) = room.Approve(place, number, context.Account().Person);
        if (outcome is EditOutcome.Kept)
        {
            audit.Note(context, "approved an issue", $"/draft/{place}");
        }
        return outcome switch
        {
            EditOutcome.Kept => new Notice(
                page is null
                    ? "Approved. It is in the record for good; the next publishing takes it to the site."
                    : "Approved and published."
            ).Then(context, $"/draft/{place}"),
            EditOutcome.Moved => new Notice(
                "Nothing was approved: somebody changed the draft while you looked. This is how it stands now.",
                Failed: true
            ).Then(context, new View(place, Pane: "approve").Address),
            _ => LineForms.Refused(context, place, outcome),
        };
    }

    private static IResult Simply(
        HttpContext context,
        Place place,
        DraftRoom room,
        Edit edit,
        string? pane,
        string? line = null
    ) =>
        room.Do(place, edit, 0, context.Account().Person) is var outcome and not EditOutcome.Kept
            ? LineForms.Refused(context, place, outcome)
            : Results.LocalRedirect(
                pane is null ? $"/draft/{place}#line-{line}" : new View(place, Pane: pane).Address
            );
}
