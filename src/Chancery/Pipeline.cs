using Chancery.Desk;
using Chancery.Desk.Checking;
using Chancery.Desk.Disputes;
using Chancery.Desk.Drafting;
using Chancery.Desk.Stories;
using Chancery.Desk.Tracks;
using Chancery.Language;
using Chancery.Reading;
using Chancery.Reading.Files;
using Chancery.Record;
using Chancery.Record.Articles;
using Chancery.Record.Captures;
using Chancery.Record.Codings;
using Chancery.Record.Disputes;
using Chancery.Record.Feeds;
using Chancery.Record.Issues;
using Chancery.Record.Stories;
using Chancery.Record.Tracks;
using Chancery.Terms;

namespace Chancery;

/// <summary>
/// Feed → Capture → Article → Coding → Story → Draft → Issue → Publication, on one screen. Left of Story the work is for
/// each article alone, parallel and idempotent; stories are placed by one writer; from draft to issue is a human act.
/// </summary>
public sealed class Pipeline(Store store, Coder coder)
{
    private const string Reading = "read";

    /// <summary>How many captures are made safe, and then worked on, at a time.</summary>
    private const int Batch = 128;

    /// <summary>Bytes of captures held at a time: a mailbox with pictures in it must not fill the memory.</summary>
    private const long BatchBytes = 32 << 20;

    /// <summary>Archives what comes in, then reads and codes it. A capture is on the disk before anything is made of it.</summary>
    /// <param name="findings">From the intake; read lazily.</param>
    /// <param name="tally">Counts as it goes.</param>
    /// <param name="progress">Called after each batch.</param>
    /// <param name="stop">Ends it between two batches; what was acknowledged is kept.</param>
    public async Task Read(
        IEnumerable<Finding> findings,
        Tally tally,
        Action progress,
        CancellationToken stop
    )
    {
        foreach (var batch in Batches(findings))
        {
            stop.ThrowIfCancellationRequested();
            tally.Missed.AddRange(batch.OfType<Finding.Missed>().Select(missed => missed.Why));
            Capture[] captures = [.. batch.OfType<Finding.Found>().Select(found => found.Capture)];
            CaptureArchive.Keep(store, captures);
            tally.Captures += captures.Length;
            var undone = Jobs.Undone(
                store,
                Reading,
                Reader.Version,
                [.. captures.Select(capture => capture.Digest)]
            );
            await Work(
                    captures
                        .Where(capture => undone.Contains(capture.Digest))
                        .DistinctBy(capture => capture.Digest),
                    tally,
                    progress,
                    stop
                )
                .ConfigureAwait(false);
        }
    }

    private static IEnumerable<IReadOnlyList<Finding>> Batches(IEnumerable<Finding> findings)
    {
        var (batch, bytes) = (new List<Finding>(), 0L);
        foreach (var finding in findings)
        {
            batch.Add(finding);
            bytes += finding is Finding.Found found ? found.Capture.Body.Length : 0;
            if (batch.Count == Batch || bytes >= BatchBytes)
            {
                yield return batch;
                (batch, bytes) = ([], 0);
            }
        }
        if (batch.Count > 0)
        {
            yield return batch;
        }
    }

    /// <summary>Takes up what the archive holds and no reader has read yet; with <paramref name="again"/>, all that this version of the reader has not.</summary>
    public Task TakeUp(bool again, Tally tally, Action progress, CancellationToken stop) =>
        Work(
            CaptureArchive
                .Pending(store, Reading, Reader.Version, anyVersion: !again)
                .Select(digest => CaptureArchive.Find(store, digest)!),
            tally,
            progress,
            stop
        );

    private Task Work(IEnumerable<Capture> captures, Tally tally, Action progress, CancellationToken stop) =>
        Engine.Run(
            captures,
            Made,
            made =>
            {
                Keep(made, tally);
                progress();
            },
            Batch,
            stop
        );

    /// <summary>Everything that is made of one capture alone.</summary>
    private Work Made(Capture capture)
    {
        var verdicts = Reader.Read(capture);
        (Coding Coding, Reason? Fault)[] coded =
        [
            .. verdicts.OfType<Verdict.Keep>().Select(keep => Code(keep.Article)),
        ];
        return new Work(
            capture,
            verdicts,
            [.. coded.Select(one => one.Coding)],
            [.. coded.Select(one => one.Fault).OfType<Reason>()],
            Reader.Feed(capture)
        );
    }

    /// <summary>
    /// An article's coding; an empty one, with the reason, where a fault of the coder's stops it: one article must not stop a run, and is
    /// coded again by the next version.
    /// </summary>
    private (Coding Coding, Reason? Fault) Code(Article article)
    {
        try
        {
            return (coder.Code(article), null);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return (
                new Coding { Article = article.Id, Coder = coder.Version },
                new Reason(
                    "not-coded",
                    $"{article.Address ?? article.Headline}: nothing could be found in the article, by a fault of the program ({e.GetType().Name}: {e.Message})."
                )
            );
        }
    }

    private void Keep(IReadOnlyList<Work> made, Tally tally) =>
        store.Write(connection =>
        {
            foreach (var (capture, verdicts, codings, faults, feed) in made)
            {
                tally.Faults.AddRange(faults);
                foreach (var keep in verdicts.OfType<Verdict.Keep>())
                {
                    ArticleShelf.Keep(connection, keep.Article, capture.At);
                    tally.Articles++;
                }
                foreach (var discard in verdicts.OfType<Verdict.Discard>())
                {
                    ArticleShelf.Discard(connection, discard.Capture, Reader.Version, discard.Why);
                    tally.Discarded.Add(discard.Why);
                }
                foreach (var coding in codings)
                {
                    CodingShelf.Keep(connection, coding);
                }
                if (feed is { Address: { } address })
                {
                    FeedLog.Keep(connection, address, feed, capture.At);
                }
                Jobs.Mark(connection, Reading, Reader.Version, capture.Digest);
            }
        });

    /// <summary>How far back words are looked for that a week denies or departs from.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromDays(28);

    /// <summary>Places a week's articles in stories, follows the tracks through it, sets its statements against each other; keeps all three.</summary>
    public Week Follow(Watch watch, DateOnly firstDay)
    {
        var window = Editions.Window(watch.Edition, firstDay);
        var articles = ArticleShelf.Current(store, window);
        Coded[] coded = [.. articles.Select(Coded)];
        var regroupings = RegroupingShelf.Standing(store, watch.Id);
        var stories = Weighing.Weigh(watch, coded, regroupings);
        var tracks = Tracking.Follow(
            watch,
            TrackShelf.All(store, watch.Id),
            window,
            [.. stories.SelectMany(story => story.Articles).OrderBy(one => one.At)],
            Moved(watch, stories)
        );
        var disputes = Disputing.Find(watch, stories, Earlier(watch, window));
        store.Write(connection =>
        {
            StoryShelf.Keep(connection, watch.Id, [.. stories.Select(weighed => weighed.Story)]);
            TrackShelf.Keep(connection, tracks);
            DisputeShelf.Keep(connection, watch.Id, window, disputes);
        });
        return new Week(
            watch,
            firstDay,
            window,
            TimeZoneInfo.FindSystemTimeZoneById(watch.Edition.Zone),
            coded,
            [.. watch.Briefings.Select(briefing => Look(watch, briefing, window, articles))]
        )
        {
            Regroupings = regroupings,
            Stories = stories,
            Tracks = tracks,
            Issues = IssueShelf.Approved(store, watch.Id),
            // As they are kept: with what people ruled on them.
            Disputes = DisputeShelf.In(store, watch.Id, window),
        };
    }

    /// <summary>The articles of the stories that a person moved to a track, with its id.</summary>
    private Dictionary<ArticleId, string> Moved(Watch watch, IReadOnlyList<Weighed> stories)
    {
        var tracks = TrackStories.All(store, watch.Id);
        return stories
            .Select(story =>
                (
                    story.Articles,
                    Track: story
                        .Articles.Select(coded => tracks.GetValueOrDefault(coded.Article.Key))
                        .FirstOrDefault(track => track is not null)
                )
            )
            .Where(pair => pair.Track is not null)
            .SelectMany(pair => pair.Articles.Select(coded => (coded.Article.Id, pair.Track)))
            .ToDictionary(pair => pair.Id, pair => pair.Track!);
    }

    /// <summary>Drafts a week. The draft is not kept here: what does not hold must not be written.</summary>
    public (Issue? Draft, Reason? Why) Draft(Watch watch, DateOnly firstDay)
    {
        var (draft, _, why) = Drafter.Draft(Follow(watch, firstDay));
        return (draft, why);
    }

    private IReadOnlyList<Coded> Earlier(Watch watch, Window window)
    {
        var judge = new Judge(watch);
        return
        [
            .. ArticleShelf
                .Current(store, new Window(window.From - Memory, window.From))
                .Where(article => judge.Of(article).Score >= Weighing.Least)
                .Select(Coded),
        ];
    }

    /// <summary>
    /// The stories of a week that are the watch's business, the weightiest first, from the codings at hand; and the articles
    /// whose coding is an older coder's. What they say now is shown at once; coding them again (<see cref="Coding"/>) takes minutes.
    /// </summary>
    public (IReadOnlyList<Weighed> Stories, IReadOnlyList<Article> Older) Stories(Watch watch, Window window)
    {
        var articles = ArticleShelf.Current(store, window);
        var codings = CodingShelf.AtHand(store, articles.Select(article => article.Id), coder.Version);
        Coded[] coded =
        [
            .. articles.Select(article => new Coded(
                article,
                codings.GetValueOrDefault(article.Id) ?? Coding(article),
                At(article)
            )),
        ];
        return (
            Weighing.Weigh(watch, coded, RegroupingShelf.Standing(store, watch.Id)),
            [.. coded.Where(one => one.Coding.Coder != coder.Version).Select(one => one.Article)]
        );
    }

    /// <summary>What does not hold in an issue.</summary>
    public IReadOnlyList<Refusal> Check(Issue issue, Watch? watch) =>
        Check(issue, watch, Article, id => Article(id) is { } article ? Coding(article) : null);

    /// <summary>The same, for who has the cited articles at hand.</summary>
    public IReadOnlyList<Refusal> Check(
        Issue issue,
        Watch? watch,
        Func<ArticleId, Article?> article,
        Func<ArticleId, Coding?> coding
    ) => [.. Checker.Check(issue, watch, article, coding), .. Absences(issue)];

    /// <summary>Why a model's sentence may not stand in the place of plain lines; empty where it may.</summary>
    public IReadOnlyList<Reason> Gate(
        IReadOnlyList<Line.Cited> plain,
        Line.Cited proposal,
        bool whole,
        Issue issue,
        Watch? watch
    ) =>
        Desk.Polishing.Gate.Refuse(
            plain,
            proposal,
            whole,
            issue,
            watch,
            Article,
            id => Article(id) is { } article ? Coding(article) : null
        );

    /// <summary>An absence's health is what the record says of the feed, whatever the file says.</summary>
    private IEnumerable<Refusal> Absences(Issue issue) =>
        issue
            .Lines()
            .Select((line, i) => (line: line as Line.Absence, number: i + 1))
            .Where(pair =>
                pair.line is { Health.Covered: true } line
                && !FeedLog.Health(store, line.Feed, line.Window, line.Health.Entries).Covered
            )
            .Select(pair => new Refusal(
                pair.number,
                pair.line!.Text,
                new Reason(
                    "absence-not-recorded",
                    $"The line says that {pair.line.Feed} was read for the whole window; the record knows of no such reading."
                )
            ));

    public bool KeepDraft(Issue draft) => IssueShelf.KeepDraft(store, draft);

    public Article? Article(ArticleId id) => ArticleShelf.Find(store, id);

    public Coded Coded(Article article) => new(article, Coding(article), At(article));

    private DateTimeOffset At(Article article) =>
        (article.Published?.At ?? CaptureArchive.Find(store, article.Capture)!.At).ToUniversalTime();

    /// <summary>An article's coding by this coder; one that an older coder made is made again and kept beside it.</summary>
    public Coding Coding(Article article)
    {
        if (CodingShelf.Find(store, article.Id, coder.Version) is { } kept)
        {
            return kept;
        }
        var coding = Code(article).Coding;
        store.Write(connection => CodingShelf.Keep(connection, coding));
        // What people corrected stands above the new coding too.
        return CodingShelf.Find(store, article.Id, coder.Version) ?? coding;
    }

    private BriefingLook Look(
        Watch watch,
        ExpectedBriefing briefing,
        Window window,
        IReadOnlyList<Article> articles
    )
    {
        bool Matches(string title) =>
            briefing.Matches.Any(word => title.Contains(word, StringComparison.OrdinalIgnoreCase));
        var publisher = watch.Outlets.First(outlet =>
            outlet.Domains.Contains(briefing.Outlet, StringComparer.OrdinalIgnoreCase)
        );
        return new BriefingLook(
            briefing,
            FeedLog.Health(
                store,
                briefing.Feed,
                window,
                FeedLog.Titles(store, briefing.Feed, window).Count(Matches)
            ),
            [
                .. articles
                    .Where(article =>
                        publisher.Domains.Contains(article.Outlet, StringComparer.OrdinalIgnoreCase)
                        && Matches(article.Headline)
                    )
                    .Select(article => article.Id),
            ]
        );
    }
}

/// <summary>What was made of one capture.</summary>
internal sealed record Work(
    Capture Capture,
    IReadOnlyList<Verdict> Verdicts,
    IReadOnlyList<Coding> Codings,
    IReadOnlyList<Reason> Faults,
    Feed? Feed
);
