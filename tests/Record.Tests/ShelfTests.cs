using Chancery.Record;
using Chancery.Record.Articles;
using Chancery.Record.Captures;
using Chancery.Record.Feeds;
using Chancery.Record.Issues;
using Chancery.Terms;

namespace Chancery.RecordTests;

public sealed class ShelfTests
{
    private static readonly Window Week = new(Desk.Monday.AddDays(-3), Desk.Monday.AddDays(4));

    [Fact]
    public void Of_two_versions_the_later_captured_is_current_and_both_can_be_cited()
    {
        using var desk = new Desk();
        var first = Keep(desk, Desk.Capture("v1"), "They will meet on Tuesday.");
        var second = Keep(desk, Desk.Capture("v2", Desk.Monday.AddHours(2)), "They will meet on Wednesday.");
        Assert.Equal([second.Id], ArticleShelf.Current(desk.Store, Week).Select(a => a.Id));
        Assert.Equal([second.Id, first.Id], ArticleShelf.Versions(desk.Store, first.Key).Select(a => a.Id));
        Assert.Equal("They will meet on Tuesday.", ArticleShelf.Find(desk.Store, first.Id)!.Text);
    }

    [Fact]
    public void A_feeds_summary_never_replaces_the_whole_article()
    {
        using var desk = new Desk();
        var whole = Keep(desk, Desk.Capture("page"), "All of it, to the end.");
        Keep(desk, Desk.Capture("feed", Desk.Monday.AddHours(2)), "All of it…", partial: true);
        Assert.Equal([whole.Id], ArticleShelf.Current(desk.Store, Week).Select(a => a.Id));
    }

    [Fact]
    public void A_window_is_half_open()
    {
        using var desk = new Desk();
        Keep(desk, Desk.Capture("page"), "Text.");
        Assert.Single(ArticleShelf.Current(desk.Store, new Window(Desk.Monday, Desk.Monday.AddDays(1))));
        Assert.Empty(ArticleShelf.Current(desk.Store, new Window(Desk.Monday.AddDays(-1), Desk.Monday)));
    }

    [Fact]
    public void A_feed_read_before_and_after_with_nothing_lost_between_covers_the_window()
    {
        using var desk = new Desk();
        Read(desk, Week.To.AddHours(1), Week.From.AddDays(-1), Week.To.AddMinutes(5));
        Assert.True(FeedLog.Health(desk.Store, Address, Week, 0).Covered);
    }

    [Fact]
    public void A_feed_whose_oldest_entry_is_younger_than_the_windows_start_covers_nothing()
    {
        using var desk = new Desk();
        Read(desk, Week.To.AddHours(1), Week.From.AddDays(2), Week.To.AddMinutes(5));
        Assert.False(FeedLog.Health(desk.Store, Address, Week, 0).Covered);
    }

    [Fact]
    public void A_feed_last_read_before_the_windows_end_does_not_cover_it()
    {
        using var desk = new Desk();
        Read(desk, Week.To.AddHours(-1), Week.From.AddDays(-1));
        Assert.False(FeedLog.Health(desk.Store, Address, Week, 0).Covered);
    }

    [Fact]
    public void A_feed_that_failed_all_week_covers_nothing()
    {
        using var desk = new Desk();
        desk.Store.Write(connection =>
            FeedLog.Fail(connection, Address, new Reason("gone", "410 Gone"), Week.To.AddHours(1))
        );
        var health = FeedLog.Health(desk.Store, Address, Week, 0);
        Assert.Equal((1, 1, false), (health.Reads, health.Failures, health.Covered));
    }

    [Fact]
    public void Two_reads_that_overlap_cover_the_window_together_and_a_hole_between_them_does_not()
    {
        using var desk = new Desk();
        Read(desk, Week.From.AddDays(3), Week.From.AddDays(-1));
        Read(desk, Week.To.AddHours(1), Week.From.AddDays(2));
        Assert.True(FeedLog.Health(desk.Store, Address, Week, 0).Covered);
        using var holed = new Desk();
        Read(holed, Week.From.AddDays(3), Week.From.AddDays(-1));
        Read(holed, Week.To.AddHours(1), Week.From.AddDays(4));
        Assert.False(FeedLog.Health(holed.Store, Address, Week, 0).Covered);
    }

    [Fact]
    public void A_draft_is_written_anew_and_an_approved_issue_never()
    {
        using var desk = new Desk();
        var draft = Draft("First title");
        Assert.True(IssueShelf.KeepDraft(desk.Store, draft));
        Assert.True(IssueShelf.KeepDraft(desk.Store, draft with { Title = Said("Second title") }));
        IssueShelf.KeepApproved(desk.Store, draft with { Approved = new Approval("Ed", Desk.Monday) });
        Assert.False(IssueShelf.KeepDraft(desk.Store, draft with { Title = Said("Third title") }));
        Assert.Equal("First title", IssueShelf.Find(desk.Store, "demo", draft.Week)!.Title.Text);
    }

    private const string Address = "https://ministry.example/feed";

    private static void Read(Desk desk, DateTimeOffset at, params DateTimeOffset[] entries) =>
        desk.Store.Write(connection =>
            FeedLog.Keep(
                connection,
                Address,
                new Feed
                {
                    Entries =
                    [
                        .. entries.Select((entry, i) => new Entry { Link = $"{at:O}{i}", Published = entry }),
                    ],
                },
                at
            )
        );

    private static Article Keep(Desk desk, Capture capture, string text, bool partial = false)
    {
        var article = Desk.Article(capture, text) with { Partial = partial };
        CaptureArchive.Keep(desk.Store, [capture]);
        desk.Store.Write(connection => ArticleShelf.Keep(connection, article, capture.At));
        return article;
    }

    private static Line.Cited Said(string text) => new(text, []);

    private static Issue Draft(string title) =>
        new()
        {
            Watch = "demo",
            Name = "Demo Watch",
            Week = new DateOnly(2031, 3, 3),
            Window = Week,
            Zone = "Etc/UTC",
            Title = Said(title),
            Dek = Said("A dek."),
            Lead = new Item(null, []),
        };
}
