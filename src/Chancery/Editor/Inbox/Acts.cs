using Chancery.Editor.Access;
using Chancery.Record.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;

namespace Chancery.Editor.Inbox;

/// <summary>What is done to stories, as forms bring it.</summary>
internal static class Acts
{
    /// <param name="story">Ids of the chosen stories.</param>
    /// <param name="act">One of <see cref="Deeds.Acts"/>.</param>
    /// <param name="track">The track to move to; empty to take it off.</param>
    /// <param name="to">The page to go on to.</param>
    public static IResult OnStories(
        HttpContext context,
        Places places,
        Boards boards,
        Deeds deeds,
        Audit audit,
        [FromForm] StringValues story,
        [FromForm] string? act,
        [FromForm] string? track,
        [FromForm] string? to
    )
    {
        var place = places.Current;
        var board = boards.Of(place);
        var chosen = story.OfType<string>().Distinct().Select(board.Find).OfType<BoardStory>().ToList();
        var back = to ?? $"/inbox/{place}";
        if (act is null || !Deeds.Acts.Contains(act))
        {
            return Results.BadRequest();
        }
        if (chosen.Count == 0)
        {
            return new Notice("Tick a story first.", Failed: true).Then(context, back);
        }
        if (!context.May(Deeds.Needs(act)))
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }
        var deed = deeds.Do(place, context.Account(), act, chosen, track);
        // Marks of one story are seen at once and taken off by the same key.
        return Deeds.Needs(act) == Role.Reader && chosen.Count == 1
            ? Results.LocalRedirect(SignInScreen.Local(back))
            : Done(context, place, audit, deed, back);
    }

    /// <param name="id">The story.</param>
    /// <param name="article">Ids of the articles that leave it and are a story of their own.</param>
    public static IResult Split(
        HttpContext context,
        Places places,
        Boards boards,
        Deeds deeds,
        Audit audit,
        string id,
        [FromForm] StringValues article
    )
    {
        var place = places.Current;
        if (boards.Of(place).Find(id) is not { } story)
        {
            return Page.Missing();
        }
        var deed = deeds.Split(place, context.Account(), story, [.. article.OfType<string>()]);
        return Done(context, place, audit, deed, deed.Refused ? $"/story/{place}/{id}" : $"/inbox/{place}");
    }

    public static IResult Undo(
        HttpContext context,
        Places places,
        Deeds deeds,
        Audit audit,
        [FromForm] string? done,
        [FromForm] string? to
    )
    {
        var place = places.Current;
        if (Takeback.Read(done) is not { } undo)
        {
            return Results.BadRequest();
        }
        return context.May(Deeds.Needs(undo))
            ? Done(context, place, audit, deeds.Undo(place, context.Account(), undo), to ?? $"/inbox/{place}")
            : Results.StatusCode(StatusCodes.Status403Forbidden);
    }

    private static IResult Done(HttpContext context, Place place, Audit audit, Deed deed, string back)
    {
        if (deed.Act is { } act)
        {
            audit.Note(context, act, deed.Subject);
        }
        return new Notice(
            deed.Sentence,
            deed.Undo is null ? null : $"/inbox/{place}/undo",
            deed.Undo is { } undo
                ? new Dictionary<string, string> { ["done"] = undo.ToString(), ["to"] = back }
                : null,
            deed.Refused
        ).Then(context, back);
    }
}
