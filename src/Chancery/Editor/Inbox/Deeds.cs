using Chancery.Record;
using Chancery.Record.Access;
using Chancery.Record.Marks;
using Chancery.Record.Stories;
using Chancery.Record.Tracks;
using Chancery.Terms;
using Account = Chancery.Record.Access.Account;

namespace Chancery.Editor.Inbox;

/// <summary>What people do to the stories of a week, in the browser or through a program.</summary>
public sealed class Deeds(Boards boards, Store store, TimeProvider clock)
{
    /// <summary>More stories than this are not named one by one to be taken back.</summary>
    private const int Most = 12;

    public static IReadOnlyList<string> Acts { get; } =
    ["read", "unread", "star", "unstar", "dismiss", "restore", "merge", "track"];

    /// <summary>Marks of one's own are anybody's; the rest is the desk's.</summary>
    public static Role Needs(string act) =>
        act is "read" or "unread" or "star" or "unstar" ? Role.Reader : Role.Editor;

    /// <param name="act">One of <see cref="Acts"/>.</param>
    /// <param name="chosen">At least one story.</param>
    /// <param name="track">Where "track" moves them; empty takes them off.</param>
    public Deed Do(Place place, Account who, string act, IReadOnlyList<BoardStory> chosen, string? track)
    {
        var now = clock.GetUtcNow();
        string[] keys = [.. chosen.SelectMany(story => story.Keys)];
        var what = chosen.Count == 1 ? $"“{chosen[0].Lead.Article.Headline}”" : $"{chosen.Count} stories";
        switch (act)
        {
            case "read":
                MarkShelf.Set(store, who.Id, MarkShelf.Read, keys, now);
                return new(null, what, $"Marked {what} read.", Takeback.At("read", now));
            case "unread":
                MarkShelf.Clear(store, who.Id, MarkShelf.Read, keys);
                return new(null, what, $"Marked {what} unread.");
            case "star":
                MarkShelf.Set(
                    store,
                    who.Id,
                    MarkShelf.Starred,
                    [.. chosen.Select(story => story.Lead.Article.Key)],
                    now
                );
                return new(null, what, $"Starred {what}.");
            case "unstar":
                MarkShelf.Clear(store, who.Id, MarkShelf.Starred, keys);
                return new(null, what, $"Took the star off {what}.");
            case "dismiss":
                MarkShelf.Set(store, MarkShelf.Desk, MarkShelf.Dismissed, keys, now);
                return new(
                    "dismissed",
                    what,
                    chosen.Count == 1
                        ? $"Dismissed {what}; it stands under Dismissed."
                        : $"Dismissed {what}; they stand under Dismissed.",
                    Takeback.At("dismissed", now)
                );
            case "restore":
                MarkShelf.Clear(store, MarkShelf.Desk, MarkShelf.Dismissed, keys);
                return new(
                    "took back into the inbox",
                    what,
                    $"{what} {(chosen.Count == 1 ? "is" : "are")} back in the inbox.",
                    chosen.Count <= Most ? new("stories", [.. chosen.Select(story => story.Id)]) : null
                );
            case "merge":
                return Merge(place, who, chosen);
            default:
                return Move(place, who, chosen, track ?? "", what);
        }
    }

    private Deed Merge(Place place, Account who, IReadOnlyList<BoardStory> chosen)
    {
        if (chosen.Count < 2)
        {
            return Deed.No("Tick at least two stories to merge.");
        }
        var ids = RegroupingShelf.Keep(
            store,
            place.Watch.Id,
            [.. chosen.Skip(1).Select(other => new Regrouping(true, other.Keys[0], chosen[0].Keys[0]))],
            who.Person,
            clock.GetUtcNow()
        );
        return new(
            "merged stories",
            string.Join(" + ", chosen.Select(story => story.Lead.Article.Headline)),
            $"Merged {chosen.Count} stories into one.",
            new("regroup", [.. ids.Select(id => $"{id}")])
        );
    }

    private Deed Move(Place place, Account who, IReadOnlyList<BoardStory> chosen, string track, string what)
    {
        var watch = place.Watch.Id;
        var name =
            track.Length == 0
                ? ""
                : Inboxes.Tracks(store, place.Watch).FirstOrDefault(one => one.Id == track).Name;
        if (name is null)
        {
            return Deed.No("The desk follows no such track.");
        }
        var all = TrackStories.All(store, watch);
        List<string> before = [];
        foreach (var story in chosen)
        {
            var lead = story.Lead.Article.Key;
            var old = story
                .Keys.Select(key => all.GetValueOrDefault(key))
                .FirstOrDefault(id => id is not null);
            before.Add($"{Uri.EscapeDataString(lead)}={Uri.EscapeDataString(old ?? "")}");
            // An article that said it before may not be the one that leads now.
            foreach (var key in story.Keys.Where(all.ContainsKey))
            {
                TrackStories.Move(store, watch, key, null, who.Person, clock.GetUtcNow());
            }
            if (track.Length > 0)
            {
                TrackStories.Move(store, watch, lead, track, who.Person, clock.GetUtcNow());
            }
        }
        return new(
            track.Length > 0 ? "moved to a track" : "took off its track",
            track.Length > 0 ? $"{what} → {name}" : what,
            track.Length > 0 ? $"Moved {what} to “{name}”." : $"Took {what} off its track.",
            before.Count <= Most ? new("track", before) : null
        );
    }

    /// <param name="leaving">Ids of the articles that leave the story and are one of their own.</param>
    public Deed Split(Place place, Account who, BoardStory story, IReadOnlyCollection<string> leaving)
    {
        var gone = story
            .Weighed.Articles.Where(coded => leaving.Contains(coded.Article.Id.Value))
            .Select(coded => coded.Article.Key)
            .ToList();
        var staying = story.Keys.Except(gone).ToList();
        if (gone.Count == 0 || staying.Count == 0)
        {
            return Deed.No("Tick some of the articles, and leave at least one.");
        }
        // Each leaves; then those that left are joined.
        var ids = RegroupingShelf.Keep(
            store,
            place.Watch.Id,
            [
                .. gone.Select(key => new Regrouping(false, key, staying[0])),
                .. gone.Skip(1).Select(key => new Regrouping(true, key, gone[0])),
            ],
            who.Person,
            clock.GetUtcNow()
        );
        return new(
            "split a story",
            $"“{story.Lead.Article.Headline}”",
            gone.Count == 1
                ? "One article is a story of its own now."
                : $"{gone.Count} articles are a story of their own now.",
            new("regroup", [.. ids.Select(id => $"{id}")])
        );
    }

    /// <summary>Whom taking something back is for.</summary>
    public static Role Needs(Takeback undo) => undo.Kind == "read" ? Role.Reader : Role.Editor;

    public Deed Undo(Place place, Account who, Takeback undo)
    {
        var (watch, now) = (place.Watch.Id, clock.GetUtcNow());
        switch (undo.Kind)
        {
            case "regroup":
                RegroupingShelf.Withdraw(store, watch, [.. undo.Numbers], who.Person, now);
                return new("took a merge or split back", "", "Taken back: the stories are as they were.");
            case "dismissed" when undo.Moment is { } moment:
                var count = MarkShelf.ClearSetAt(store, MarkShelf.Desk, MarkShelf.Dismissed, moment);
                return count == 0
                    ? Deed.No("It was taken back already.")
                    : new(
                        "took a dismissal back",
                        "",
                        "Taken back: what was dismissed is back in the inbox."
                    );
            case "read" when undo.Moment is { } moment:
                MarkShelf.ClearSetAt(store, who.Id, MarkShelf.Read, moment);
                return new(null, "", "Taken back: unread again.");
            case "stories":
                var board = boards.Of(place);
                string[] keys =
                [
                    .. undo.Values.Select(board.Find).OfType<BoardStory>().SelectMany(story => story.Keys),
                ];
                MarkShelf.Set(store, MarkShelf.Desk, MarkShelf.Dismissed, keys, now);
                return new("dismissed again", "", "Dismissed again.");
            case "track":
                foreach (var pair in undo.Values)
                {
                    if (pair.Split('=') is not [var article, var track])
                    {
                        return Deed.No("That is nothing that can be taken back.");
                    }
                    TrackStories.Move(
                        store,
                        watch,
                        Uri.UnescapeDataString(article),
                        track.Length > 0 ? Uri.UnescapeDataString(track) : null,
                        who.Person,
                        now
                    );
                }
                return new(
                    "took a move to a track back",
                    "",
                    "Taken back: it is on the track it was on before, or on none."
                );
            default:
                return Deed.No("That is nothing that can be taken back.");
        }
    }
}
