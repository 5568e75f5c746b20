using System.Globalization;
using Chancery.Editor.Access;
using Chancery.Record;
using Chancery.Record.Access;
using Chancery.Record.Marks;
using Chancery.Record.Stories;
using Chancery.Record.Tracks;
using Chancery.Terms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;

namespace Chancery.Editor.Inbox;

/// <summary>What is done to stories.</summary>
internal static class Acts
{
    /// <param name="story">Ids of the chosen stories.</param>
    /// <param name="act">"read", "unread", "star", "unstar", "dismiss", "restore", "merge" or "track".</param>
    /// <param name="track">The track to move to; empty to take it off.</param>
    /// <param name="to">The page to go on to.</param>
    public static IResult OnStories(
        HttpContext context,
        Places places,
        Boards boards,
        Store store,
        Audit audit,
        TimeProvider clock,
        [FromForm] StringValues story,
        [FromForm] string? act,
        [FromForm] string? track,
        [FromForm] string? to
    )
    {
        var (place, me, now) = (places.Current, context.Account(), clock.GetUtcNow());
        var board = boards.Of(place);
        var chosen = story.OfType<string>().Distinct().Select(board.Find).OfType<BoardStory>().ToList();
        var back = to ?? $"/inbox/{place}";
        if (chosen.Count == 0)
        {
            return new Notice("Tick a story first.", Failed: true).Then(context, back);
        }
        if (act is "dismiss" or "restore" or "merge" or "track" && me.Role < Role.Editor)
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }
        string[] keys = [.. chosen.SelectMany(each => each.Keys)];
        var what = chosen.Count == 1 ? $"“{chosen[0].Lead.Article.Headline}”" : $"{chosen.Count} stories";
        switch (act)
        {
            case "read":
                MarkShelf.Set(store, me.Id, MarkShelf.Read, keys, now);
                return Results.LocalRedirect(SignInScreen.Local(back));
            case "unread":
                MarkShelf.Clear(store, me.Id, MarkShelf.Read, keys);
                return Results.LocalRedirect(SignInScreen.Local(back));
            case "star":
                MarkShelf.Set(
                    store,
                    me.Id,
                    MarkShelf.Starred,
                    [.. chosen.Select(each => each.Lead.Article.Key)],
                    now
                );
                return Results.LocalRedirect(SignInScreen.Local(back));
            case "unstar":
                MarkShelf.Clear(store, me.Id, MarkShelf.Starred, keys);
                return Results.LocalRedirect(SignInScreen.Local(back));
            case "dismiss":
                MarkShelf.Set(store, MarkShelf.Desk, MarkShelf.Dismissed, keys, now);
                audit.Note(context, "dismissed", what);
                return
                    new Notice(
                        $"Dismissed {what}.",
                        $"/inbox/{place}",
                        new Dictionary<string, string>
                        {
                            ["act"] = "restore",
                            ["story"] = chosen[0].Id,
                            ["to"] = back,
                        }
                    )
                        is var notice
                    && chosen.Count == 1
                    ? notice.Then(context, back)
                    : new Notice($"Dismissed {what}; they stand under Dismissed.").Then(context, back);
            case "restore":
                MarkShelf.Clear(store, MarkShelf.Desk, MarkShelf.Dismissed, keys);
                audit.Note(context, "took back into the inbox", what);
                return new Notice($"{what} is back in the inbox.").Then(context, back);
            case "merge":
                return Merge(context, place, chosen, store, audit, now, back);
            case "track":
                TrackStories.Move(
                    store,
                    place.Watch.Id,
                    chosen[0].Lead.Article.Key,
                    track is { Length: > 0 } ? track : null,
                    me.Person,
                    now
                );
                audit.Note(context, "moved to a track", $"{what} → {track}");
                return new Notice(
                    track is { Length: > 0 } ? $"Moved {what} to its track." : $"Took {what} off its track."
                ).Then(context, back);
            default:
                return Results.BadRequest();
        }
    }

    private static IResult Merge(
        HttpContext context,
        Place place,
        List<BoardStory> chosen,
        Store store,
        Audit audit,
        DateTimeOffset now,
        string back
    )
    {
        if (chosen.Count < 2)
        {
            return new Notice("Tick at least two stories to merge.", Failed: true).Then(context, back);
        }
        var ids = RegroupingShelf.Keep(
            store,
            place.Watch.Id,
            [.. chosen.Skip(1).Select(other => new Regrouping(true, other.Keys[0], chosen[0].Keys[0]))],
            context.Account().Person,
            now
        );
        audit.Note(
            context,
            "merged stories",
            string.Join(" + ", chosen.Select(each => each.Lead.Article.Headline))
        );
        return new Notice(
            $"Merged {chosen.Count} stories into one.",
            $"/inbox/{place}/undo",
            Fields(ids, back)
        ).Then(context, back);
    }

    /// <param name="id">The story.</param>
    /// <param name="article">Ids of the articles that leave it and are a story of their own.</param>
    public static IResult Split(
        HttpContext context,
        Places places,
        Boards boards,
        Store store,
        Audit audit,
        TimeProvider clock,
        string id,
        [FromForm] StringValues article
    )
    {
        var place = places.Current;
        if (boards.Of(place).Find(id) is not { } story)
        {
            return Page.Missing();
        }
        var back = $"/story/{place}/{id}";
        var leaving = story
            .Weighed.Articles.Where(coded => article.Contains(coded.Article.Id.Value))
            .Select(coded => coded.Article.Key)
            .ToList();
        var staying = story.Keys.Except(leaving).ToList();
        if (leaving.Count == 0 || staying.Count == 0)
        {
            return new Notice("Tick some of the articles, and leave at least one.", Failed: true).Then(
                context,
                back
            );
        }
        // Each leaves; then those that left are joined.
        var ids = RegroupingShelf.Keep(
            store,
            place.Watch.Id,
            [
                .. leaving.Select(key => new Regrouping(false, key, staying[0])),
                .. leaving.Skip(1).Select(key => new Regrouping(true, key, leaving[0])),
            ],
            context.Account().Person,
            clock.GetUtcNow()
        );
        audit.Note(context, "split a story", $"“{story.Lead.Article.Headline}”");
        return new Notice(
            leaving.Count == 1
                ? "One article is a story of its own now."
                : $"{leaving.Count} articles are a story of their own now.",
            $"/inbox/{place}/undo",
            Fields(ids, back)
        ).Then(context, $"/inbox/{place}");
    }

    public static IResult Undo(
        HttpContext context,
        Places places,
        Store store,
        Audit audit,
        TimeProvider clock,
        [FromForm] string? ids,
        [FromForm] string? to
    )
    {
        long[] numbers =
        [
            .. (ids ?? "")
                .Split(',')
                .Select(id =>
                    long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                        ? number
                        : 0
                )
                .Where(number => number > 0)
                .Take(1000),
        ];
        RegroupingShelf.Withdraw(
            store,
            places.Current.Watch.Id,
            numbers,
            context.Account().Person,
            clock.GetUtcNow()
        );
        audit.Note(context, "took a merge or split back", "");
        return new Notice("Taken back.").Then(context, to ?? $"/inbox/{places.Current}");
    }

    private static Dictionary<string, string> Fields(IReadOnlyList<long> ids, string back) =>
        new() { ["ids"] = string.Join(',', ids), ["to"] = back };
}
