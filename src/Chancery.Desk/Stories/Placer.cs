using Chancery.Terms;

namespace Chancery.Desk.Stories;

/// <summary>
/// Puts articles into stories, one pass in time order. An article joins the open story whose centre is nearest, or opens
/// one; every so often, stories that grew are looked through again: look-alikes are parted, and halves of one happening
/// are joined. A story keeps its id: a part that is split off takes the id of its first article, two that are joined keep
/// the older one's. State and memory are bounded by the open stories.
/// </summary>
public sealed class Placer
{
    /// <summary>An article this near to a story's centre joins it. Low: what should not have joined is parted later.</summary>
    private const double Near = 0.15;

    /// <summary>Stories this near, once what they share is weighed out, are one.</summary>
    private const double Joined = 0.14;

    /// <summary>A story without an article for this long is closed.</summary>
    private static readonly TimeSpan Open = TimeSpan.FromDays(4);

    /// <summary>Articles between two corrections.</summary>
    private const int Every = 200;

    private readonly Terms terms = new();
    private readonly StoryIndex index = new();
    private readonly HashSet<OpenStory> grown = [];
    private readonly PriorityQueue<OpenStory, DateTimeOffset> byAge = new();
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private readonly Action<Story>? closed;
    private int sinceCorrection;

    /// <param name="closed">Is handed each story that no article can join any more; null where nobody asks.</param>
    public Placer(Action<Story>? closed = null) => this.closed = closed;

    /// <summary>The open stories as they now stand, in order of their first article.</summary>
    public IReadOnlyList<Story> Stories =>
        [
            .. index
                .Stories.Select(story => story.Story())
                .OrderBy(story => story.From)
                .ThenBy(story => story.Id, StringComparer.Ordinal),
        ];

    /// <summary>Places one article; those before it were not later than it.</summary>
    /// <param name="id">The article.</param>
    /// <param name="at">When it was published.</param>
    /// <param name="headline">Its headline.</param>
    /// <param name="text">Its text.</param>
    /// <returns>The id of the story that it joined or opened.</returns>
    public string Place(ArticleId id, DateTimeOffset at, string headline, string text)
    {
        Close(at - Open);
        var placed = new Placed(id, at, terms.Add(headline, text));
        var (story, nearness) = Nearest(placed.Vector, null);
        if (story is null || nearness < Near)
        {
            story = Start(id.Value, [placed]);
        }
        else
        {
            story.Add(placed);
            index.List(story, placed.Vector);
            byAge.Enqueue(story, at);
            grown.Add(story);
        }
        if (++sinceCorrection >= Every)
        {
            Correct();
        }
        return story.Id;
    }

    /// <summary>Looks again through the stories that grew since the last time. The end of a run is a good moment.</summary>
    public void Correct()
    {
        sinceCorrection = 0;
        terms.Forget();
        OpenStory[] looked = [.. grown.OrderBy(story => story.Id, StringComparer.Ordinal)];
        grown.Clear();
        var parts = looked.SelectMany(Parted).ToList();
        foreach (var story in parts)
        {
            Join(story);
        }
    }

    /// <summary>The stories that one story is: itself, or what it was parted into.</summary>
    private IEnumerable<OpenStory> Parted(OpenStory story)
    {
        if (Splitting.Seam([.. story.Members.Select(member => member.Vector)]) is not { } seam)
        {
            return [story];
        }
        var keeps = story.Members.Where((_, i) => seam[i] == seam[0]).ToList();
        var leaves = story.Members.Where((_, i) => seam[i] != seam[0]).ToList();
        End(story);
        var first = Start(story.Id, keeps);
        var second = Start(leaves.First(member => !ids.Contains(member.Id.Value)).Id.Value, leaves);
        return [.. Parted(first), .. Parted(second)];
    }

    /// <summary>Joins a story to the nearest other one where both tell of one happening; the older keeps its id.</summary>
    private void Join(OpenStory story)
    {
        if (story.Members.Count == 0 || story.Length == 0)
        {
            return;
        }
        var (other, nearness) = Nearest(story.Sum.Unit(), story);
        if (other is null || nearness < Near || !One(story, other))
        {
            return;
        }
        var (keeps, goes) =
            (story.Members[0].At, story.Id).CompareTo((other.Members[0].At, other.Id)) <= 0
                ? (story, other)
                : (other, story);
        Placed[] members = [.. keeps.Members.Concat(goes.Members).OrderBy(member => member.At)];
        End(keeps);
        End(goes);
        Start(keeps.Id, members);
    }

    private static bool One(OpenStory one, OpenStory other) =>
        one.Members.Count > 1
        && other.Members.Count > 1
        && Splitting.Between(
            [.. one.Members.Select(member => member.Vector)],
            [.. other.Members.Select(member => member.Vector)]
        ) >= Joined;

    private (OpenStory? Story, double Nearness) Nearest(Vector vector, OpenStory? but)
    {
        OpenStory? best = null;
        double nearest = 0;
        foreach (var story in index.Near(vector))
        {
            if (story != but && story.Nearness(vector) is var nearness && nearness > nearest)
            {
                (best, nearest) = (story, nearness);
            }
        }
        return (best, nearest);
    }

    private OpenStory Start(string id, IReadOnlyList<Placed> members)
    {
        var story = new OpenStory(id, members);
        ids.Add(id);
        foreach (var member in members)
        {
            index.List(story, member.Vector);
        }
        byAge.Enqueue(story, story.To);
        return story;
    }

    private void End(OpenStory story)
    {
        ids.Remove(story.Id);
        index.Remove(story);
        grown.Remove(story);
        story.Members.Clear();
    }

    private void Close(DateTimeOffset before)
    {
        while (byAge.TryPeek(out var story, out var at) && at < before)
        {
            byAge.Dequeue();
            if (story.Members.Count > 0 && story.To < before)
            {
                closed?.Invoke(story.Story());
                End(story);
            }
        }
    }
}
