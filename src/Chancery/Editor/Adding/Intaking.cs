using Chancery.Editor.Access;
using Chancery.Editor.Inbox;
using Chancery.Reading;
using Chancery.Reading.Files;
using Chancery.Record;
using Chancery.Record.Articles;
using Chancery.Terms;

namespace Chancery.Editor.Adding;

/// <summary>Takes captures that a person brought through the pipeline and leads to what became of them.</summary>
public sealed class Intaking(Store store, Pipeline pipeline, Audit audit, TimeProvider clock) : IDisposable
{
    // The pipeline's writer is one; a second person waits.
    private readonly SemaphoreSlim one = new(1);

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <returns>The articles that the captures hold, or why there is none.</returns>
    public async Task<(IReadOnlyList<Article> Articles, string? Why)> Keep(
        IReadOnlyList<Capture> captures,
        CancellationToken stop
    )
    {
        var tally = new Tally();
        await one.WaitAsync(stop);
        try
        {
            await pipeline.Read(
                captures.Select(capture => new Finding.Found(capture)),
                tally,
                () => { },
                stop
            );
        }
        finally
        {
            one.Release();
        }
        // Asked by their words: the desk may have had the same article from elsewhere.
        var articles = captures
            .SelectMany(Reader.Read)
            .OfType<Verdict.Keep>()
            .Select(keep => ArticleShelf.Find(store, keep.Article.Id))
            .OfType<Article>()
            .ToList();
        return (
            articles,
            articles.Count > 0
                ? null
                : tally.Discarded.Concat(tally.Missed).Select(reason => reason.Sentence).FirstOrDefault()
                    ?? "No article was found in it; what came is kept."
        );
    }

    public async Task<IResult> Take(HttpContext context, IReadOnlyList<Capture> captures)
    {
        var (articles, why) = await Keep(captures, context.RequestAborted);
        if (articles.Count == 0)
        {
            return new Notice(why!, Failed: true).Then(context, "/add");
        }
        // Of many, the newest of the week that most of them are of stands for them: that is where the work is.
        var watch = context.RequestServices.GetRequiredService<Places>().Current.Watch;
        var (week, of) = articles
            .GroupBy(article =>
                Place.Of(watch, DateOnly.FromDateTime((article.Published?.At ?? Now).UtcDateTime))
            )
            .Select(group => (group.Key, group.ToList()))
            .MaxBy(group => (group.Item2.Count, group.Key.Week));
        var first = of.MaxBy(article => article.Published?.At ?? DateTimeOffset.MinValue)!;
        audit.Note(
            context,
            articles.Count == 1 ? "added an article" : $"added {articles.Count} articles",
            $"/article/{first.Id}"
        );
        var board = context.RequestServices.GetRequiredService<Boards>().Now(week);
        var where = board.Of(first.Id) is { } story
            ? story.Keys.Count == 1
                ? "It is a story of its own in the inbox."
                : $"It is in the story “{story.Lead.Article.Headline}”."
            : $"It does not bear on {week.Watch.Subject}, so the inbox of {Frame.Dates.Week(week)} does not show it.";
        // The article opens in its own week, so that the way back leads to where it is.
        return new Notice(
            articles.Count == 1
                ? $"Kept. {where}"
                : $"Kept {articles.Count} articles, {of.Count} of them of {Frame.Dates.Week(week)}; this is one. {where}"
        ).Then(
            context,
            $"/article/{first.Id}?watch={Uri.EscapeDataString(week.Watch.Id)}&week={week.Week:yyyy-MM-dd}"
        );
    }

    public void Dispose() => one.Dispose();
}
