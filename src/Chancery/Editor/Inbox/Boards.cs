using System.Collections.Concurrent;
using Chancery.Record;
using Chancery.Record.Stories;
using Chancery.Terms;

namespace Chancery.Editor.Inbox;

/// <summary>
/// The boards that editors look at. Weighing a week takes seconds on a large desk, so a board is kept: new articles have
/// it made again behind the page that asked, what a person decided at once. After an update it is made of the older codings,
/// and the articles are coded again behind it.
/// </summary>
public sealed partial class Boards(Store store, Pipeline pipeline, ILogger<Boards> log)
{
    /// <summary>How many weeks are kept in memory.</summary>
    private const int Most = 8;

    private readonly ConcurrentDictionary<(string Watch, DateOnly Week), Kept> kept = new();

    public Board Of(Place place)
    {
        var slot = kept.GetOrAdd((place.Watch.Id, place.Week), _ => new Kept());
        slot.Asked = Environment.TickCount64;
        var stamp = StoryShelf.Stamp(store, place.Watch.Id, place.Window);
        if (slot.Board is { } board && slot.Stamp == stamp && ReferenceEquals(board.Watch, place.Watch))
        {
            return board;
        }
        if (slot.Board is { } stale && slot.Stamp.Decisions == stamp.Decisions)
        {
            _ = Task.Run(() => Refresh(slot, place));
            return stale;
        }
        return Make(slot, place);
    }

    /// <summary>The board with everything that is in the record now, however long it takes: after somebody added something.</summary>
    public Board Now(Place place) =>
        Make(kept.GetOrAdd((place.Watch.Id, place.Week), _ => new Kept()), place);

    private void Refresh(Kept slot, Place place)
    {
        try
        {
            Make(slot, place);
        }
        catch (RecordException e)
        {
            NotMade(log, place, e.Message);
        }
    }

    private void Recode(Kept slot, Place place, IReadOnlyList<Article> older)
    {
        try
        {
            foreach (var article in older)
            {
                pipeline.Coding(article);
            }
            lock (slot.Gate)
            {
                (slot.Recoding, slot.Stamp) = (false, default);
            }
            Make(slot, place);
        }
        catch (Exception e) when (e is RecordException or ObjectDisposedException)
        {
            slot.Recoding = false;
            NotMade(log, place, e.Message);
        }
    }

    private Board Make(Kept slot, Place place)
    {
        lock (slot.Gate)
        {
            var stamp = StoryShelf.Stamp(store, place.Watch.Id, place.Window);
            if (slot.Board is { } made && slot.Stamp == stamp && ReferenceEquals(made.Watch, place.Watch))
            {
                return made;
            }
            var (stories, older) = pipeline.Stories(place.Watch, place.Window);
            var board = new Board(
                place.Watch,
                [.. stories.Select(story => new BoardStory(story))],
                older.Count
            );
            (slot.Board, slot.Stamp) = (board, stamp);
            if (older.Count > 0 && !slot.Recoding)
            {
                slot.Recoding = true;
                _ = Task.Run(() => Recode(slot, place, older));
            }
            foreach (var (key, _) in kept.OrderByDescending(pair => pair.Value.Asked).Skip(Most))
            {
                kept.TryRemove(key, out _);
            }
            return board;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The inbox of {Place} could not be made anew: {Why}")]
    private static partial void NotMade(ILogger log, Place place, string why);

    private sealed class Kept
    {
        public Lock Gate { get; } = new();
        public Board? Board { get; set; }
        public (string Articles, string Decisions) Stamp { get; set; }
        public long Asked { get; set; }

        /// <summary>True while its articles are coded again.</summary>
        public bool Recoding { get; set; }
    }
}
