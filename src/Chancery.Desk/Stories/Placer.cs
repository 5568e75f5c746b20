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
    public const double Near = 0.075;

    /// <summary>The same where all articles are on one subject, whose words are therefore no sign.</summary>
    public const double NearOnOneSubject = 0.14;

    /// <summary>… and for each day that the story has been silent it must be so much nearer, up to <see cref="Silent"/>.</summary>
    private const double PerDay = 0.002,
        Silent = 0.06;

    /// <summary>
    /// … and up to so much nearer for an article of few words (a feed's lead): a few names in common are a large part of it.
    /// From <see cref="Full"/> different words on, nothing is added.
    /// </summary>
    private const double Short = 0.05;

    private const int Full = 120;

    /// <summary>Stories this near, once what they share is weighed out, are one.</summary>
    private const double Joined = 0.14;

    /// <summary>A story without an article for this long is closed.</summary>
    private static readonly TimeSpan Open = TimeSpan.FromDays(400);

    /// <summary>With more open stories than this, those silent longest are closed.</summary>
    private const int Most = 120_000;

    /// <summary>Articles between two corrections.</summary>
    private const int Every = 200;

    private readonly Terms terms;
    private readonly StoryIndex index = new();
    private readonly HashSet<OpenStory> grown = [];
    private readonly PriorityQueue<OpenStory, DateTimeOffset> byAge = new();
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private readonly Action<Story>? closed;
    private readonly double near;
    private int sinceCorrection;

    /// <param name="closed">Is handed each story that no article can join any more; null where nobody asks.</param>
    /// <param name="near">How near an article must be to join a story, as a cosine.</param>
    /// <param name="oneSubject">True where all articles are of one subject (a watch's): its own words then join nothing.</param>
    public Placer(Action<Story>? closed = null, double near = Near, bool oneSubject = false)
    {
        terms = new Terms(oneSubject ? Terms.OfOneSubject : Terms.OfEverything);
        this.closed = closed;
        this.near = near;
    }

    /// <summary>Makes the words of an article known that is still to come.</summary>
    public void Expect(string headline, string text) => terms.Expect(headline, text);

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
        var words = terms.Weighed(placed.Said).Unit();
        var (story, nearness) = Nearest(words, null);
        if (story is null || nearness < Needed(at - story.To, words.Count))
        {
            story = Start(id.Value, [placed]);
            grown.Add(story);
        }
        else
        {
            story.Add(placed);
            index.List(story, words);
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
        // A large story is looked through again when it has grown by a tenth: work stays in proportion to its articles.
        if (story.Members.Count < 1.1 * story.Examined)
        {
            return [story];
        }
        story.Examined = story.Members.Count;
        if (Splitting.Seam(Weighed(story)) is not { } seam)
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
        if (story.Members.Count == 0)
        {
            return;
        }
        var (other, nearness) = Nearest(terms.Weighed(story.Sum).Unit(), story);
        if (
            other is null
            || nearness < Needed(Gap(story, other), story.Members[0].Said.Count)
            || !One(story, other)
        )
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

    private Vector[] Weighed(OpenStory story) =>
        [.. story.Members.Select(member => terms.Weighed(member.Said).Unit())];

    /// <summary>The silence between two stories; none where they overlap.</summary>
    private static TimeSpan Gap(OpenStory one, OpenStory other) =>
        one.Members[0].At > other.To ? one.Members[0].At - other.To : other.Members[0].At - one.To;

    private bool One(OpenStory one, OpenStory other) =>
        one.Members.Count == 1
        || other.Members.Count == 1
        || Splitting.Between(Weighed(one), Weighed(other)) >= Joined;

    private double Needed(TimeSpan silence, int words) =>
        near
        + Math.Clamp(PerDay * silence.TotalDays, 0, Silent)
        + Short * Math.Max(0, 1 - (double)words / Full);

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
        var story = new OpenStory(id, members, terms);
        ids.Add(id);
        foreach (var member in members)
        {
            index.List(story, terms.Weighed(member.Said).Unit());
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
        while (byAge.TryPeek(out var story, out var at) && (at < before || ids.Count > Most))
        {
            byAge.Dequeue();
            // Only its latest entry counts: a story that has grown since is in the queue again.
            if (story.Members.Count > 0 && story.To <= at)
            {
                closed?.Invoke(story.Story());
                End(story);
            }
        }
    }
}
