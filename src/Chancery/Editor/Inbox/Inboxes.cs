using Chancery.Record;
using Chancery.Record.Marks;
using Chancery.Record.Tracks;
using Chancery.Terms;
using Account = Chancery.Record.Access.Account;

namespace Chancery.Editor.Inbox;

/// <summary>A week as one person sees it.</summary>
/// <param name="Place">The watch and the week.</param>
/// <param name="Rows">All its stories, dismissed ones too, the weightiest first.</param>
/// <param name="Since">What was captured after this is new to the person; null at a first visit.</param>
/// <param name="Tracks">The watch's tracks, for moving stories to.</param>
/// <param name="Older">How many articles were last read by an older version of the coder, and are being read anew.</param>
public sealed record Inbox(
    Place Place,
    IReadOnlyList<InboxRow> Rows,
    DateTimeOffset? Since,
    IReadOnlyList<(string Id, string Name)> Tracks,
    int Older = 0
)
{
    public InboxRow? Find(string id) => Rows.FirstOrDefault(row => row.Story.Id == id);
}

/// <param name="Story">The story.</param>
/// <param name="Rank">Its place by weight, from 1.</param>
/// <param name="Unread">How many of its articles the person has not read.</param>
/// <param name="New">Keys of those that came since the last visit.</param>
/// <param name="Starred">By this person.</param>
/// <param name="Dismissed">By the desk: at least half of its articles are.</param>
/// <param name="Track">The name of the track it was moved to; null where it was not.</param>
public sealed record InboxRow(
    BoardStory Story,
    int Rank,
    int Unread,
    IReadOnlySet<string> New,
    bool Starred,
    bool Dismissed,
    string? Track
)
{
    /// <param name="show">"new", "unread", "starred" or "dismissed"; anything else is all but the dismissed.</param>
    public bool In(string show) =>
        show switch
        {
            "new" => New.Count > 0 && !Dismissed,
            "unread" => Unread > 0 && !Dismissed,
            "starred" => Starred,
            "dismissed" => Dismissed,
            _ => !Dismissed,
        };
}

/// <summary>Joins a board to what people marked.</summary>
public sealed class Inboxes(Boards boards, Store store, TimeProvider clock)
{
    public Inbox Of(Account account, Place place)
    {
        var board = boards.Of(place);
        var stories = board.Stories;
        var keys = stories.SelectMany(story => story.Keys).ToList();
        var read = MarkShelf.Of(store, account.Id, MarkShelf.Read, keys);
        var starred = MarkShelf.Of(store, account.Id, MarkShelf.Starred, keys);
        var dismissed = MarkShelf.Of(store, MarkShelf.Desk, MarkShelf.Dismissed, keys);
        var since = MarkShelf.Visit(store, account.Id, place.Watch.Id, clock.GetUtcNow());
        var fresh = since is { } then
            ? Record.Articles.ArticleShelf.CapturedSince(store, then, place.Window)
            : new HashSet<string>();
        var tracks = Tracks(store, place.Watch);
        var moved = TrackStories.All(store, place.Watch.Id);
        return new Inbox(
            place,
            [
                .. stories.Select(
                    (story, i) =>
                        new InboxRow(
                            story,
                            i + 1,
                            story.Keys.Count(key => !read.Contains(key)),
                            story.Keys.Where(fresh.Contains).ToHashSet(),
                            story.Keys.Any(starred.Contains),
                            story.Keys.Count(dismissed.Contains) * 2 >= story.Keys.Count,
                            story
                                .Keys.Select(key => moved.GetValueOrDefault(key))
                                .FirstOrDefault(id => id is not null)
                                is { } track
                                ? tracks.FirstOrDefault(each => each.Id == track).Name ?? track
                                : null
                        )
                ),
            ],
            since,
            tracks,
            board.Older
        );
    }

    /// <summary>The tracks that the desk follows, and those that the watch names and that no story has begun.</summary>
    public static IReadOnlyList<(string Id, string Name)> Tracks(Store store, Watch watch)
    {
        var followed = TrackShelf.All(store, watch.Id).Select(track => (track.Id, track.Name)).ToList();
        return
        [
            .. followed,
            .. watch
                .Tracks.Where(named => followed.All(track => track.Name != named.Name))
                .Select(named => (named.Name, named.Name)),
        ];
    }
}
