using Chancery.Desk.Editing;
using Chancery.Editor.Access;
using Chancery.Record.Issues;
using Chancery.Terms;
using Microsoft.AspNetCore.Mvc;

namespace Chancery.Editor.Draft;

/// <summary>What is done to one line.</summary>
internal static class LineForms
{
    /// <summary>The longest line that is taken, in characters: a sentence, not a page.</summary>
    private const int Longest = 2000;

    public static void Map(IEndpointRouteBuilder draft)
    {
        draft.MapPost("/line", Change);
        draft.MapPost("/check", Check);
        draft.MapPost("/cite", Cite);
        draft.MapPost("/use", Use);
        draft.MapPost(
            "/comment",
            (
                HttpContext context,
                Places places,
                DraftRoom room,
                [FromForm] string line,
                [FromForm] string? words
            ) =>
            {
                if (
                    words?.Trim() is { Length: > 0 and <= Longest } said
                    && room.Find(places.Current)?.Draft.Find(line) is not null
                )
                {
                    room.Say(places.Current, line, said, context.Account().Person);
                }
                return Results.LocalRedirect(new View(places.Current, line, "line").Address);
            }
        );
        draft.MapPost(
            "/settle",
            (
                HttpContext context,
                Places places,
                DraftRoom room,
                [FromForm] long id,
                [FromForm] string? line
            ) =>
            {
                room.Settle(places.Current, id, context.Account().Person);
                return OnLine(places.Current, line);
            }
        );
        draft.MapPost(
            "/reopen",
            (Places places, DraftRoom room, [FromForm] long id, [FromForm] string? line) =>
            {
                room.Reopen(places.Current, id);
                return OnLine(places.Current, line);
            }
        );
    }

    private static IResult OnLine(Place place, string? line) =>
        Results.LocalRedirect(new View(place, line, line is null ? "state" : "line").Address);

    /// <summary>One form holds a line's words and all that can be done with it, so that no button loses what was typed.</summary>
    /// <param name="id">The line.</param>
    /// <param name="seen">The last edit that had touched it when it was shown.</param>
    /// <param name="text">Its words as typed.</param>
    /// <param name="act">What else: "next", "up", "down", "begin", "join", "cut", "restore", "sign", "cite", "keep" (in passing); only saved otherwise.</param>
    /// <param name="from">"row" where the line was not taken in hand for it.</param>
    private static IResult Change(
        HttpContext context,
        Places places,
        DraftRoom room,
        [FromForm] string id,
        [FromForm] int seen,
        [FromForm] string? text,
        [FromForm] string? act,
        [FromForm] string? from
    )
    {
        var place = places.Current;
        if (room.Find(place) is not { } standing || standing.Draft.Find(id) is not { } line)
        {
            return Gone(context, place);
        }
        var by = context.Account().Person;
        var words = OneLine(text ?? line.Line.Text);
        if (words.Length is 0 or > Longest)
        {
            return new Notice(
                words.Length == 0
                    ? "A line has words; to be rid of it, take it out."
                    : $"A line is a sentence: {Longest} characters at most.",
                Failed: true
            ).Then(context, new View(place, id, "line").Address);
        }
        Line wanted = line.Line with { Text = words };
        if (act == "sign")
        {
            wanted = new Line.Opinion(words, by);
        }
        else if (act == "cite" && line.Line is Line.Opinion)
        {
            wanted = new Line.Cited(words, Lately(standing, id));
        }
        if (!Same(wanted, line.Line))
        {
            switch (room.Do(place, new Edit.Write(id, wanted, Passing: act == "keep"), seen, by))
            {
                case EditOutcome.Conflict conflict:
                    return Clash(standing, line, words, conflict, seen);
                case EditOutcome.Kept kept:
                    seen = kept.Number;
                    break;
                case var closed:
                    return Refused(context, place, closed);
            }
        }
        Edit? more = act switch
        {
            "up" or "down" => Walking.Step(standing.Draft, id, act == "up"),
            "begin" or "join" => new Edit.Paragraphs(id, act == "begin"),
            "cut" => new Edit.Remove(id),
            "restore" => new Edit.Restore(id),
            _ => null,
        };
        if (more is not null && room.Do(place, more, seen, by) is var outcome and not EditOutcome.Kept)
        {
            return outcome is EditOutcome.Conflict conflict
                ? Clash(standing, line, words, conflict, seen)
                : Refused(context, place, outcome);
        }
        return act switch
        {
            "next" => Results.LocalRedirect(new View(place, Next(standing, id), "line").Address),
            "cut" => new Notice(
                "The line is taken out; it can be put back below the text.",
                $"/draft/{place}/undo"
            ).Then(context, $"/draft/{place}"),
            "save" or "restore" => Results.LocalRedirect($"/draft/{place}#line-{id}"),
            _ when from == "row" => Results.LocalRedirect($"/draft/{place}#line-{id}"),
            _ => Results.LocalRedirect(new View(place, id, "line").Address),
        };
    }

    /// <summary>What the checking says of a line as it is being typed: the same as at the end. Nothing is kept.</summary>
    private static IResult Check(
        Places places,
        DraftRoom room,
        [FromForm] string id,
        [FromForm] string? text
    ) =>
        room.Find(places.Current) is { } standing && standing.Draft.Find(id) is { } line
            ? Page.Of<VerdictPart>(
                new
                {
                    Refusals = room.Check(
                        standing,
                        id,
                        line.Line with
                        {
                            Text = OneLine(text ?? "") is { Length: <= Longest } words ? words : "",
                        }
                    ),
                    Words = Desk.Words.Count(OneLine(text ?? "")),
                }
            )
            : Page.Missing();

    /// <summary>Adds words of an article to what a line rests on, or takes away one of its citations.</summary>
    /// <param name="article">Whose words are added: its form's fields "sentence" hold "start:length"; from the first to the last they are cited.</param>
    /// <param name="drop">The citation to take away, from 0.</param>
    private static IResult Cite(
        HttpContext context,
        Places places,
        DraftRoom room,
        Known known,
        [FromForm] string id,
        [FromForm] int seen,
        [FromForm] string? article,
        [FromForm] int? drop
    )
    {
        var place = places.Current;
        if (room.Find(place) is not { } standing || standing.Draft.Find(id) is not { } line)
        {
            return Gone(context, place);
        }
        IReadOnlyList<Citation> citations = line.Line is Line.Cited cited ? cited.Citations : [];
        if (drop is { } at)
        {
            citations = [.. citations.Where((_, i) => i != at)];
        }
        else if (
            Passages.Citation(known, article, [.. context.Request.Form["sentence"].OfType<string>()]) is
            { } added
        )
        {
            citations = [.. citations.Where(one => one != added), added];
        }
        else
        {
            return new Notice("Tick the sentences that say it, then cite them.", Failed: true).Then(
                context,
                new View(place, id, "cite", Article: article).Address
            );
        }
        return room.Do(
            place,
            new Edit.Write(id, new Line.Cited(line.Line.Text, citations)),
            seen,
            context.Account().Person
        ) switch
        {
            EditOutcome.Kept => Results.LocalRedirect(
                new View(place, id, "line", drop is null ? citations.Count - 1 : 0).Address
            ),
            EditOutcome.Conflict conflict => Clash(standing, line, line.Line.Text, conflict, seen),
            var outcome => Refused(context, place, outcome),
        };
    }

    /// <summary>Takes an earlier version of a line again.</summary>
    /// <param name="number">The edit whose words are wanted; 0 for what the draft began with.</param>
    private static IResult Use(
        HttpContext context,
        Places places,
        DraftRoom room,
        [FromForm] string id,
        [FromForm] int seen,
        [FromForm] int number
    )
    {
        var place = places.Current;
        if (room.Find(place) is not { } standing || standing.Draft.Find(id) is not { } line)
        {
            return Gone(context, place);
        }
        var spells = standing.History.Where(spell => spell.Concerns(id)).ToList();
        var version =
            number == 0
                ? spells.FirstOrDefault()?.Before
                : spells.Find(spell => spell.Last.Number == number)?.After;
        if (version is null || Same(version, line.Line))
        {
            return Results.LocalRedirect(new View(place, id, "line").Address);
        }
        return room.Do(place, new Edit.Write(id, version), seen, context.Account().Person) switch
        {
            EditOutcome.Kept => Results.LocalRedirect(new View(place, id, "line").Address),
            EditOutcome.Conflict conflict => Clash(standing, line, version.Text, conflict, seen),
            var outcome => Refused(context, place, outcome),
        };
    }

    public static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static IResult Gone(HttpContext context, Place place) =>
        new Notice("That line is not in this draft any more; nothing was changed.", Failed: true).Then(
            context,
            $"/draft/{place}"
        );

    public static IResult Refused(HttpContext context, Place place, EditOutcome outcome) =>
        new Notice(
            outcome is EditOutcome.Closed closed
                ? $"{closed.Approved.By} has approved this issue; it is not edited any more."
                : "This week has no draft.",
            Failed: true
        ).Then(context, $"/draft/{place}");

    private static IResult Clash(
        Standing standing,
        DraftLine line,
        string mine,
        EditOutcome.Conflict conflict,
        int seen
    ) =>
        Page.Of<ConflictPage>(
            new
            {
                Standing = standing,
                Line = line,
                Mine = mine,
                Theirs = conflict.Theirs,
                Before = standing.TextAt(line.Id, seen),
            },
            StatusCodes.Status409Conflict
        );

    private static bool Same(Line one, Line two) =>
        one.Text == two.Text
        && (one, two) switch
        {
            (Line.Cited a, Line.Cited b) => a.Citations.SequenceEqual(b.Citations),
            (Line.Opinion a, Line.Opinion b) => a.SignedBy == b.SignedBy,
            (Line.Absence a, Line.Absence b) => a == b,
            _ => false,
        };

    private static string? Next(Standing standing, string id) =>
        standing.Draft.Printed.SkipWhile(line => line.Id != id).Skip(1).FirstOrDefault()?.Id;

    /// <summary>What a line rested on before somebody signed it.</summary>
    private static IReadOnlyList<Citation> Lately(Standing standing, string id) =>
        standing
            .History.Where(spell => spell.Concerns(id))
            .SelectMany(spell => new[] { spell.Before, spell.After })
            .OfType<Line.Cited>()
            .LastOrDefault()
            ?.Citations
        ?? [];
}
