using Chancery.Desk.Happenings;
using Chancery.Record;
using Chancery.Record.Articles;
using Chancery.Record.Stories;
using Chancery.Terms;

namespace Chancery;

/// <summary>What joins findings of several articles: the stories of a watch, and which articles are one source.</summary>
internal sealed class Threads
{
    private readonly IReadOnlyDictionary<ArticleId, string> stories;
    private readonly Func<ArticleId, int> sources;

    private Threads(IReadOnlyDictionary<ArticleId, string> stories, Func<ArticleId, int> sources) =>
        (this.stories, this.sources) = (stories, sources);

    /// <param name="within">The dates of the articles whose findings are to be joined; all where it is null.</param>
    public static Threads Of(Store store, Watch watch, Window? within = null)
    {
        var articles = ArticleShelf.Current(
            store,
            within ?? new Window(DateTimeOffset.MinValue, DateTimeOffset.MaxValue)
        );
        return new Threads(StoryShelf.OfArticles(store, watch.Id), Grouping.Sources(articles, watch));
    }

    public IReadOnlyList<Happening> Happenings(IEnumerable<EventEntry> events) =>
        Grouping.Of(events, Story, sources);

    /// <summary>What stands in articles of the watch's stories.</summary>
    public IEnumerable<T> OfWatch<T>(IEnumerable<T> found)
        where T : FoundEntry => found.Where(entry => stories.ContainsKey(entry.Article));

    public IReadOnlyList<MeetingThread> Meetings(IEnumerable<MeetingEntry> meetings) =>
        MeetingThreads.Of(meetings, sources);

    public IReadOnlyList<Counts> Counted(IEnumerable<FigureEntry> figures) => Counts.Of(figures, Story);

    private string Story(ArticleId article) => stories.GetValueOrDefault(article, "");
}
