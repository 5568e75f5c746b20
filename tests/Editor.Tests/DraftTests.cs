using System.Net;
using Chancery.Record.Access;
using Chancery.Record.Issues;
using Chancery.Terms;

namespace Chancery.EditorTests;

/// <summary>The draft's HTTP behaviour: what is refused, what is kept, what two editors do to each other.</summary>
public sealed class DraftTests : IClassFixture<Bare>
{
    private const string Address = "/draft/demo/2026-03-06";
    private static readonly DateOnly week = new(2026, 3, 6);
    private readonly Served served;

    public DraftTests(Bare bare)
    {
        served = bare.Served;
        served.Forget("edits", "drafts", "comments");
        IssueShelf.KeepDraft(served.Store, Issue());
    }

    [Fact]
    public async Task A_week_without_a_draft_offers_to_draft_it_and_says_why_it_cannot()
    {
        using var browser = await served.SignedIn(Role.Editor);
        await browser.Get("/draft/demo/2026-02-27");
        Assert.Contains(
            "no draft yet",
            browser.Page!.QuerySelector("#draft")!.TextContent,
            StringComparison.Ordinal
        );
        await browser.Send("/draft/demo/2026-02-27/begin");
        Assert.Contains("holds no article", browser.Notice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_reads_and_changes_nothing()
    {
        using var browser = await served.SignedIn(Role.Reader);
        await browser.Get(Address);
        Assert.Equal(4, browser.Page!.QuerySelectorAll(".manuscript .line").Length);
        Assert.Empty(browser.Page.QuerySelectorAll("#draft form"));
        var (id, seen) = Row(browser, "First.");
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await browser.Send($"{Address}/line", Line(id, seen, "Mine."))).StatusCode
        );
    }

    [Fact]
    public async Task What_the_desk_said_before_lies_beside_the_draft_with_a_way_there()
    {
        var before = week.AddDays(-7);
        IssueShelf.KeepDraft(
            served.Store,
            Issue() with
            {
                Earlier = new Earlier(
                    new IssueMention(before, "The locks hold", ""),
                    [
                        new IssueMention(
                            before.AddDays(-7),
                            "A paper nobody saw",
                            "",
                            "both speak of the locks"
                        ),
                    ],
                    [
                        new SaidOnTrack(
                            "talks",
                            "Corrast talks",
                            before,
                            new Line.Cited("Harrow put a list.", [])
                        ),
                    ]
                ),
            }
        );
        using var browser = await served.SignedIn(Role.Reader);
        await browser.Get(Address);

        var said = browser.Page!.QuerySelector("section[aria-labelledby=before]")!;
        Assert.Equal(
            [
                "/draft/demo/2026-02-27",
                "/draft/demo/2026-02-20",
                "/tracks/demo/2026-03-06",
                "/draft/demo/2026-02-27",
            ],
            said.QuerySelectorAll("a").Select(a => a.GetAttribute("href"))
        );
        Assert.Contains("both speak of the locks", said.TextContent, StringComparison.Ordinal);
        Assert.Contains("Harrow put a list.", said.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_editor_edits_and_does_not_approve()
    {
        using var browser = await served.SignedIn(Role.Editor);
        await browser.Get(Address);
        var (id, seen) = Row(browser, "First.");
        await browser.Send($"{Address}/line", Line(id, seen, "  First,\n better. "));
        Assert.Contains("First, better.", browser.Texts(".line .words p"));
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await browser.Send($"{Address}/approve", ("number", "1"))).StatusCode
        );
    }

    [Fact]
    public async Task Of_two_who_edit_one_line_the_second_sees_both_texts_and_the_first_stands()
    {
        using var one = await served.SignedIn(Role.Editor);
        using var two = await served.SignedIn(Role.Publisher);
        await one.Get(Address);
        await two.Get(Address);
        var (id, seen) = Row(one, "First.");
        await one.Send($"{Address}/line", Line(id, seen, "One’s."));
        var answer = await two.Send($"{Address}/line", Line(id, seen, "Two’s."));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains(
            "Ida Editor changed this line",
            two.Page!.QuerySelector("h1")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "One’s.",
            two.Page.QuerySelector("section:has(#theirs)")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal("Two’s.", two.Page.QuerySelector("textarea")!.TextContent);
        await one.Get(Address);
        Assert.Contains("One’s.", one.Texts(".line .words p"));
    }

    [Fact]
    public async Task A_line_that_was_taken_out_meanwhile_is_a_conflict_too_and_comes_back_with_ones_words()
    {
        using var one = await served.SignedIn(Role.Editor);
        using var two = await served.SignedIn(Role.Publisher);
        await one.Get(Address);
        await two.Get(Address);
        var (id, seen) = Row(one, "First.");
        await one.Send($"{Address}/line", Line(id, seen, "First.", "cut"));
        Assert.Equal(
            HttpStatusCode.Conflict,
            (await two.Send($"{Address}/line", Line(id, seen, "Two’s."))).StatusCode
        );
        Assert.Contains(
            "taken out",
            two.Page!.QuerySelector("section:has(#theirs)")!.TextContent,
            StringComparison.Ordinal
        );
        var now = two.Page.QuerySelector("[name=seen]")!.GetAttribute("value")!;
        await two.Send($"{Address}/line", Line(id, now, "Two’s.", "restore"));
        Assert.Contains("Two’s.", two.Texts(".line .words p"));
    }

    [Fact]
    public async Task Two_who_edit_two_lines_do_not_meet()
    {
        using var one = await served.SignedIn(Role.Editor);
        using var two = await served.SignedIn(Role.Publisher);
        await one.Get(Address);
        await two.Get(Address);
        var (first, firstSeen) = Row(one, "First.");
        var (second, secondSeen) = Row(two, "Second.");
        await one.Send($"{Address}/line", Line(first, firstSeen, "One’s."));
        await two.Send($"{Address}/line", Line(second, secondSeen, "Two’s."));
        Assert.Contains("One’s.", two.Texts(".line .words p"));
        Assert.Contains("Two’s.", two.Texts(".line .words p"));
    }

    [Fact]
    public async Task The_check_while_typing_says_what_saving_will_say_and_keeps_nothing()
    {
        using var browser = await served.SignedIn(Role.Editor);
        await browser.Get(Address);
        var (id, seen) = Row(browser, "First.");
        await browser.Send($"{Address}/check", ("id", id), ("text", "He said “never”."));
        var typed = browser.Texts(".refused").ToList();
        Assert.NotEmpty(typed);
        Assert.Equal("0", Row(await At(browser), "First.").Seen);
        await browser.Send($"{Address}/line", Line(id, seen, "He said “never”."));
        Assert.Equal(
            typed,
            browser
                .Page!.QuerySelector($"#line-{id}")!
                .QuerySelectorAll(".refused")
                .Select(p => p.TextContent.Trim())
        );
    }

    [Fact]
    public async Task What_does_not_hold_is_not_approved()
    {
        using var browser = await served.SignedIn(Role.Publisher);
        await browser.Get(Address);
        await browser.Send($"{Address}/approve", ("number", "0"));
        Assert.Contains("do not hold", browser.Notice, StringComparison.Ordinal);
        Assert.Null(IssueShelf.Find(served.Store, "demo", week)!.Approved);
    }

    [Fact]
    public async Task An_opinion_is_signed_by_whoever_signs_it()
    {
        using var browser = await served.SignedIn(Role.Editor);
        await browser.Get(Address);
        var (id, seen) = Row(browser, "First.");
        await browser.Send($"{Address}/line", Line(id, seen, "It will not hold.", "sign"));
        Assert.Contains(
            "Opinion: Ida Editor",
            browser.Page!.QuerySelector("#pane")!.TextContent,
            StringComparison.Ordinal
        );
        var line = Assert.IsType<Line.Opinion>(
            IssueShelf.Find(served.Store, "demo", week)!.Lead.Paragraphs[0].Lines[0]
        );
        Assert.Equal("Ida Editor", line.SignedBy);
    }

    [Fact]
    public async Task Markup_in_a_line_is_words()
    {
        using var browser = await served.SignedIn(Role.Editor);
        await browser.Get(Address);
        var (id, seen) = Row(browser, "First.");
        await browser.Send(
            $"{Address}/line",
            Line(id, seen, "<img src=x onerror=alert(1)></textarea><script>x</script>")
        );
        await browser.Get($"{Address}?line={id}");
        Assert.Empty(browser.Page!.QuerySelectorAll("#draft script, #draft img"));
        Assert.StartsWith(
            "<img",
            browser.Page.QuerySelector("textarea")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_form_of_another_place_changes_nothing()
    {
        using var browser = await served.SignedIn(Role.Publisher);
        await browser.Get(Address);
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await browser.Bare(HttpMethod.Post, $"{Address}/undo")).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await browser.Bare(HttpMethod.Post, $"{Address}/approve")).StatusCode
        );
    }

    private static async Task<Browser> At(Browser browser)
    {
        await browser.Get(Address);
        return browser;
    }

    private static (string Id, string Seen) Row(Browser browser, string text)
    {
        var row = browser
            .Page!.QuerySelectorAll(".line")
            .Single(line => line.QuerySelector(".words p")?.TextContent.Trim() == text);
        return (row.GetAttribute("data-line")!, row.GetAttribute("data-seen")!);
    }

    private static (string, string)[] Line(string id, string seen, string text, string act = "save") =>
        [("id", id), ("seen", seen), ("text", text), ("act", act)];

    internal static Issue Issue() =>
        new()
        {
            Watch = "demo",
            Name = "Orva Watch",
            Week = week,
            Window = new Window(
                new(2026, 3, 6, 0, 0, 0, TimeSpan.Zero),
                new(2026, 3, 13, 0, 0, 0, TimeSpan.Zero)
            ),
            Zone = "Etc/UTC",
            Title = new Line.Cited("A title", [new Citation(new ArticleId("0000"), new Passage(0, 1), "x")]),
            Dek = new Line.Cited("A dek", [new Citation(new ArticleId("0000"), new Passage(0, 1), "x")]),
            Lead = new Item(null, [new([new Line.Cited("First.", []), new Line.Cited("Second.", [])])]),
        };
}
