using System.Net;
using System.Text;
using Chancery.Record.Access;
using Chancery.Record.Articles;
using Chancery.Record.Codings;
using Chancery.Record.Feeds;
using Chancery.Terms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Chancery.EditorTests;

/// <summary>The screens over the invented sample week.</summary>
public class DeskTests(Week week) : IClassFixture<Week>
{
    private const string Inbox = "/inbox/demo/2026-03-06";

    [Fact]
    public async Task The_inbox_lists_the_weeks_stories_and_names_each_source_once()
    {
        using var browser = await week.Served.SignedIn();
        await browser.Get(Inbox);
        var stories = browser.Texts(".story h2").ToList();
        Assert.True(stories.Count > 5);
        Assert.Equal(stories.Count, stories.Distinct().Count());
        Assert.Contains(
            browser.Texts(".carriers"),
            text => text.Contains("reprint", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("/inbox")]
    [InlineData("/draft")]
    [InlineData("/tracks")]
    [InlineData("/disputes")]
    [InlineData("/calendar")]
    [InlineData("/events")]
    public async Task A_screens_bare_name_leads_to_the_week_at_hand(string name)
    {
        using var browser = await week.Served.SignedIn(Role.Reader);

        var answer = await browser.Get(name);

        Assert.StartsWith($"{name}/demo", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_two_screens_answer_to_one_key()
    {
        using var browser = await week.Served.SignedIn(Role.Reader);
        await browser.Get(Inbox);
        var keys = browser
            .Page!.QuerySelectorAll("nav.screens a")
            .Select(a => a.GetAttribute("data-key"))
            .ToList();

        Assert.Equal(keys.Distinct().Count(), keys.Count);
    }

    [Fact]
    public async Task A_star_is_ones_own_and_a_dismissal_the_desks()
    {
        using var one = await week.Served.SignedIn();
        using var other = await week.Served.SignedIn(Role.Editor);
        await one.Get(Inbox);
        var id = Last(one);
        await one.Send(Inbox, ("story", id), ("act", "star"));
        await one.Send(Inbox, ("story", id), ("act", "dismiss"));
        Assert.Contains("Dismissed", one.Notice, StringComparison.Ordinal);
        await other.Get(Inbox);
        Assert.Null(other.Page!.GetElementById("s-" + id));
        await other.Get(Inbox + "?show=starred");
        Assert.Null(other.Page!.GetElementById("s-" + id));
        await one.Get(Inbox + "?show=starred");
        Assert.NotNull(one.Page!.GetElementById("s-" + id));
        await one.Send(Inbox, ("story", id), ("act", "restore"));
        await other.Get(Inbox);
        Assert.NotNull(other.Page!.GetElementById("s-" + id));
    }

    [Fact]
    public async Task A_reader_dismisses_nothing()
    {
        using var reader = await week.Served.SignedIn(Role.Reader);
        await reader.Get(Inbox);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await reader.Send(Inbox, ("story", Last(reader)), ("act", "dismiss"))).StatusCode
        );
    }

    [Fact]
    public async Task Merged_stories_stay_merged_when_the_week_is_drafted_and_come_apart_when_taken_back()
    {
        using var browser = await week.Served.SignedIn();
        await browser.Get(Inbox);
        var ids = browser
            .Page!.QuerySelectorAll(".story")
            .Select(story => story.Id![2..])
            .TakeLast(2)
            .ToList();
        await browser.Send(Inbox, ("story", ids[0]), ("story", ids[1]), ("act", "merge"));
        var watch = week.Watch;
        week.Served.Pipeline.Draft(watch, new DateOnly(2026, 3, 6));
        await browser.Get(Inbox);
        Assert.Single(ids, id => browser.Page!.GetElementById("s-" + id) is not null);

        var fields = Record.Stories.RegroupingShelf.Standing(week.Served.Store, "demo");
        Assert.NotEmpty(fields);
        await browser.Send(Inbox + "/undo", ("done", EveryDecision));
        await browser.Get(Inbox);
        Assert.All(ids, id => Assert.NotNull(browser.Page!.GetElementById("s-" + id)));
    }

    [Fact]
    public async Task An_article_that_is_split_off_is_a_story_of_its_own()
    {
        using var browser = await week.Served.SignedIn();
        await browser.Get(Inbox);
        var before = browser.Page!.QuerySelectorAll(".story").Length;
        var story = browser
            .Page.QuerySelectorAll(".story")
            .First(each => each.QuerySelectorAll(".carriers li").Length > 2)
            .Id![2..];
        await browser.Get($"/story/demo/2026-03-06/{story}");
        var article = browser.Page!.QuerySelectorAll("[name=article]")[^1].GetAttribute("value")!;
        await browser.Send($"/story/demo/2026-03-06/{story}/split", ("article", article));
        Assert.Equal(before + 1, browser.Page!.QuerySelectorAll(".story").Length);
        await browser.Undo();
        Assert.Equal(before, browser.Page!.QuerySelectorAll(".story").Length);
    }

    [Fact]
    public async Task What_is_dismissed_in_one_go_comes_back_in_one_go_and_what_was_dismissed_before_does_not()
    {
        using var browser = await week.Served.SignedIn();
        await browser.Get(Inbox);
        var ids = browser.Page!.QuerySelectorAll(".story").Select(each => each.Id![2..]).TakeLast(4).ToList();
        await browser.Send(Inbox, ("story", ids[0]), ("act", "dismiss"));
        week.Served.Clock.Advance(TimeSpan.FromSeconds(1));
        await browser.Send(Inbox, [.. ids.Select(id => ("story", id)), ("act", "dismiss")]);
        Assert.All(ids, id => Assert.Null(browser.Page!.GetElementById("s-" + id)));
        await browser.Undo();
        Assert.Null(browser.Page!.GetElementById("s-" + ids[0]));
        Assert.All(ids.Skip(1), id => Assert.NotNull(browser.Page!.GetElementById("s-" + id)));
        await browser.Send(Inbox, ("story", ids[0]), ("act", "restore"));
        Assert.NotNull(browser.Page!.GetElementById("s-" + ids[0]));
        await browser.Undo();
        Assert.Null(browser.Page!.GetElementById("s-" + ids[0]));
        await browser.Send(Inbox, ("story", ids[0]), ("act", "restore"));
    }

    [Fact]
    public async Task What_is_marked_read_in_one_go_is_unread_again_and_a_reader_takes_back_nothing_of_the_desks()
    {
        // One reader serves all tests of the class, and opening an article marks its story as read.
        week.Served.Forget("marks");
        using var reader = await week.Served.SignedIn(Role.Reader);
        await reader.Get(Inbox + "?show=unread");
        var ids = reader.Page!.QuerySelectorAll(".story").Select(each => each.Id![2..]).TakeLast(2).ToList();
        await reader.Send(
            Inbox,
            ("story", ids[0]),
            ("story", ids[1]),
            ("act", "read"),
            ("to", Inbox + "?show=unread")
        );
        Assert.All(ids, id => Assert.Null(reader.Page!.GetElementById("s-" + id)));
        await reader.Undo();
        Assert.All(ids, id => Assert.NotNull(reader.Page!.GetElementById("s-" + id)));
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await reader.Send(Inbox + "/undo", ("done", EveryDecision))).StatusCode
        );
    }

    [Fact]
    public async Task A_story_moves_to_a_track_that_the_watch_names_and_back_to_where_it_was()
    {
        using var browser = await week.Served.SignedIn();
        await browser.Get(Inbox);
        var id = Last(browser);
        await browser.Get($"/story/demo/2026-03-06/{id}");
        var track = browser
            .Page!.QuerySelectorAll("[name=track] option")
            .Select(option => option.GetAttribute("value")!)
            .First(value => value.Length > 0);
        await browser.Send(Inbox, ("story", id), ("act", "track"), ("track", track));
        Assert.Contains(
            browser.Page!.GetElementById("s-" + id)!.QuerySelectorAll("em"),
            em => em.TextContent.Length > 0
        );
        await browser.Undo();
        Assert.Null(browser.Page!.GetElementById("s-" + id)!.QuerySelector("em"));
    }

    [Fact]
    public async Task A_channel_taken_for_a_person_is_called_what_it_is_above_every_new_coding()
    {
        var served = week.Served;
        var (article, entity) = week
            .Articles.SelectMany(each =>
                served.Pipeline.Coding(each).Entities.Select(entity => (each, entity))
            )
            .First(pair => pair.entity.Kind == EntityKind.Person);
        var mention = entity.Mentions.First(mention => !mention.Pronoun).Passage;
        using var browser = await served.SignedIn(Role.Editor);
        await browser.Get($"/article/{article.Id}");
        await browser.Send(
            $"/article/{article.Id}/corrections",
            ("kind", "name"),
            ("at", $"{mention.Start}-{mention.Length}"),
            ("value", "Organisation"),
            ("words", mention.In(article.Text).ToString())
        );
        Assert.StartsWith("Kept", browser.Notice, StringComparison.Ordinal);
        served.Store.Write(connection =>
            CodingShelf.Keep(connection, Weights.Coder().Code(article) with { Coder = "a third" })
        );
        var anew = CodingShelf.Find(served.Store, article.Id, "a third")!;
        var named = anew.Entities.Single(each => each.Mentions.Any(one => one.Passage == mention));
        Assert.Equal(
            (EntityKind.Organisation, mention.In(article.Text).ToString()),
            (named.Kind, named.Name)
        );
        await browser.Undo();
        Assert.Equal(
            EntityKind.Person,
            CodingShelf
                .Find(served.Store, article.Id, "a third")!
                .Entities.Single(each => each.Mentions.Any(one => one.Passage == mention))
                .Kind
        );
    }

    [Fact]
    public async Task A_missed_statement_is_added_by_its_words_and_enters_the_ledger()
    {
        using var browser = await week.Served.SignedIn(Role.Editor);
        var id = await Pasted(browser, "A quay is closed", Quay);
        await browser.Send(
            $"/article/{id}/corrections",
            ("kind", "missed-statement"),
            // As a browser copies it: other quotation marks, a line break within.
            ("said", "\"the  eastern quay\nis closed until further notice\""),
            ("words", "Ilse Brandt")
        );
        Assert.StartsWith("Kept", browser.Notice, StringComparison.Ordinal);
        var entry = StatementLedger
            .Find(week.Served.Store, new StatementQuery { By = ["Brandt"], Limit = 1000 })
            .Entries.Single(entry => entry.Article.Value == id);
        Assert.Equal(
            ("the eastern quay is closed until further notice", StatementForm.Indirect),
            (entry.Said.Replace("  ", " ", StringComparison.Ordinal), entry.Statement.Form)
        );
        // Added once more, it is not there twice.
        await browser.Send(
            $"/article/{id}/corrections",
            ("kind", "missed-statement"),
            ("said", "the eastern quay is closed until further notice"),
            ("words", "")
        );
        Assert.Single(
            StatementLedger
                .Find(week.Served.Store, new StatementQuery { About = ["eastern quay"], Limit = 1000 })
                .Entries,
            entry => entry.Article.Value == id
        );
    }

    [Fact]
    public async Task A_missed_event_is_added_by_its_words_with_who_acts()
    {
        using var browser = await week.Served.SignedIn(Role.Editor);
        var id = await Pasted(browser, "A quay is barred", Quay);
        await browser.Send(
            $"/article/{id}/corrections",
            ("kind", "missed-event"),
            ("said", "a blue board"),
            ("value", "Protest"),
            ("modality", "Happened"),
            ("actor", "Ilse Brandt")
        );
        Assert.StartsWith("Kept", browser.Notice, StringComparison.Ordinal);
        var entry = FoundLedger
            .Events(week.Served.Store, new EventQuery { Actors = ["Brandt"], Limit = 1000 })
            .Single(entry => entry.Article.Value == id);
        Assert.Equal(EventType.Protest, entry.Type);
    }

    [Theory]
    [InlineData("the western quay is closed", "", "does not stand in this article")]
    [InlineData("the", "", "copy more of the words around it")]
    [InlineData("", "", "Mark or paste the words")]
    [InlineData("the eastern quay is closed", "Otto Lind", "does not stand in this article")]
    public async Task Words_that_the_article_does_not_have_are_refused(string said, string by, string why)
    {
        using var browser = await week.Served.SignedIn(Role.Editor);
        var id = await Pasted(browser, "A quay stays closed", Quay);
        await browser.Send(
            $"/article/{id}/corrections",
            ("kind", "missed-statement"),
            ("said", said),
            ("words", by)
        );
        Assert.Contains(why, browser.Notice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_statement_is_taken_from_its_article_into_the_weeks_draft_with_its_citation()
    {
        await using var served = await Served.Start(sample: true);
        var place = new DateOnly(2026, 3, 6);
        served.Pipeline.KeepDraft(served.Pipeline.Draft(week.Watch, place).Draft!);
        var cited = Record
            .Issues.IssueShelf.Find(served.Store, "demo", place)!
            .Lines()
            .OfType<Line.Cited>()
            .SelectMany(line => line.Citations)
            .ToList();
        var (article, said) = week
            .Articles.SelectMany(each =>
                served.Pipeline.Coding(each).Statements.Select(statement => (each, statement))
            )
            .First(pair =>
                pair.statement
                    is {
                        Form: StatementForm.Direct,
                        Negated: false,
                        SpeakerEntity: not null,
                        Hedges.Count: 0
                    }
                && !cited.Exists(one =>
                    one.Article == pair.each.Id && one.Passage.Overlaps(pair.statement.Evidence)
                )
            );
        using var browser = await served.SignedIn(Role.Editor);
        await browser.Get($"/article/{article.Id}?watch=demo&week=2026-03-06");
        Assert.NotEmpty(browser.Page!.QuerySelectorAll("form.take"));
        await browser.Send(
            "/draft/demo/2026-03-06/take",
            ("article", article.Id.Value),
            ("at", $"{said.Content[0].Start}")
        );
        Assert.StartsWith("At the end of the lead", browser.Notice, StringComparison.Ordinal);
        var line = Assert.IsType<Line.Cited>(
            Record
                .Issues.IssueShelf.Find(served.Store, "demo", place)!
                .Lead.Paragraphs.SelectMany(paragraph => paragraph.Lines)
                .Last()
        );
        Assert.Equal(article.Id, line.Citations.Single().Article);
        Assert.Contains(
            article.Text.Substring(said.Content[0].Start, 12),
            line.Citations[0].Quoted,
            StringComparison.Ordinal
        );
    }

    private const string Quay =
        "A notice hung at the gate of Hallin harbour on Monday. Ilse Brandt, the harbour master, had it put up on a blue board: the eastern quay\nis closed until further notice. Nobody was at the gate.";

    private static async Task<string> Pasted(Browser browser, string headline, string text)
    {
        await browser.Get("/add");
        await browser.Send("/add/text", ("headline", headline), ("published", "2026-03-09"), ("text", text));
        return browser.Answer!.RequestMessage!.RequestUri!.AbsolutePath.Split('/')[^1];
    }

    /// <summary>Whatever was merged or split so far, by their numbers.</summary>
    private static string EveryDecision => "regroup " + string.Join(' ', Enumerable.Range(1, 100));

    [Fact]
    public async Task A_corrected_speaker_stands_above_every_new_coding_and_in_the_ledger()
    {
        var served = week.Served;
        var (article, statement) = week
            .Articles.Select(each =>
                (
                    each,
                    served
                        .Pipeline.Coding(each)
                        .Statements.FirstOrDefault(said => said.SpeakerEntity is not null)
                )
            )
            .First(pair => pair.Item2 is not null && served.Pipeline.Coding(pair.each).Entities.Count > 3);
        var coding = served.Pipeline.Coding(article);
        var other = coding.Entities.First(entity =>
            entity != coding.Entities[statement!.SpeakerEntity!.Value] && entity.Kind == EntityKind.Person
        );
        using var browser = await served.SignedIn(Role.Editor);
        await browser.Get($"/article/{article.Id}");
        await browser.Send(
            $"/article/{article.Id}/corrections",
            ("kind", "speaker"),
            ("at", $"{statement!.Content[0].Start}-{statement.Content[0].Length}"),
            ("words", other.Name)
        );
        Assert.StartsWith("Kept", browser.Notice, StringComparison.Ordinal);

        // As a new version of the coder would: the coding is made again from the text alone.
        served.Store.Write(connection =>
            CodingShelf.Keep(connection, Weights.Coder().Code(article) with { Coder = "another" })
        );
        var anew = CodingShelf.Find(served.Store, article.Id, "another")!;
        var said = anew.Statements.Single(each => each.Content[0] == statement.Content[0]);
        Assert.Equal(other.Name, anew.Entities[said.SpeakerEntity!.Value].Name);
        Assert.Contains(
            StatementLedger
                .Find(served.Store, new StatementQuery { By = [other.Name], Limit = 1000 })
                .Entries,
            entry => entry.Article == article.Id && entry.Statement.Content[0] == statement.Content[0]
        );
    }

    [Fact]
    public async Task A_speaker_whom_the_article_does_not_name_is_refused()
    {
        var article = week.Articles.First(each => week.Served.Pipeline.Coding(each).Statements.Count > 0);
        var content = week.Served.Pipeline.Coding(article).Statements[0].Content[0];
        using var browser = await week.Served.SignedIn();
        await browser.Get($"/article/{article.Id}");
        await browser.Send(
            $"/article/{article.Id}/corrections",
            ("kind", "speaker"),
            ("at", $"{content.Start}-{content.Length}"),
            ("words", "Somebody Else Entirely")
        );
        Assert.Contains("does not stand in this article", browser.Notice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cited_passage_is_marked_where_it_stands()
    {
        var article = week.Articles[0];
        using var browser = await week.Served.SignedIn(Role.Reader);
        await browser.Get($"/article/{article.Id}?at=10-25");
        Assert.Equal(
            article.Text.Substring(10, 25),
            string.Concat(browser.Texts(".cited").Select(_ => ""))
                + string.Concat(browser.Page!.QuerySelectorAll(".cited").Select(each => each.TextContent))
        );
        Assert.NotNull(browser.Page.GetElementById("passage"));
    }

    [Fact]
    public async Task The_text_on_the_page_is_the_articles_text()
    {
        using var browser = await week.Served.SignedIn(Role.Reader);
        foreach (var article in week.Articles)
        {
            await browser.Get($"/article/{article.Id}");
            var shown = string.Concat(
                browser.Page!.QuerySelectorAll(".annotated .prose").Select(each => each.TextContent)
            );
            Assert.Equal(Bare(article.Text), Bare(shown));
        }

        static string Bare(string text) => string.Concat(text.Where(sign => !char.IsWhiteSpace(sign)));
    }

    [Fact]
    public async Task What_was_captured_is_shown_as_text_in_a_sandbox()
    {
        using var browser = await week.Served.SignedIn(Role.Reader);
        var answer = await browser.Get($"/capture/{week.Articles[0].Capture}");
        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains(
            "sandbox",
            answer.Headers.GetValues("Content-Security-Policy").Single(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Two_versions_of_an_article_are_compared()
    {
        var versions = week
            .Articles.Select(each => ArticleShelf.Versions(week.Served.Store, each.Key))
            .First(all => all.Count > 1);
        using var browser = await week.Served.SignedIn(Role.Reader);
        await browser.Get($"/article/{versions[0].Id}/changes/{versions[1].Id}");
        Assert.NotEmpty(browser.Page!.QuerySelectorAll(".changes ins, .changes del"));
    }

    [Fact]
    public async Task Pasted_text_becomes_an_article_whose_words_are_found()
    {
        using var browser = await week.Served.SignedIn(Role.Editor);
        await browser.Get("/add");
        await browser.Send(
            "/add/text",
            ("headline", "Harbour talks end late"),
            ("outlet", "selmouthcourier.example"),
            ("published", "2026-03-10T12:00"),
            (
                "text",
                "“We will sign nothing tonight,” Foreign Minister Anselm Torrey said in Corrast.\n\nThe talks between Kestovia and Marenia are to go on."
            )
        );
        Assert.StartsWith("Kept.", browser.Notice, StringComparison.Ordinal);
        Assert.Contains(
            browser.Texts(".note.statement strong"),
            name => name.Contains("Torrey", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task What_came_since_the_last_visit_is_told_as_new()
    {
        await using var served = await Served.Start(sample: true);
        using var browser = await served.SignedIn();
        await browser.Get(Inbox);
        await browser.Get(Inbox + "?show=new");
        Assert.Empty(browser.Page!.QuerySelectorAll(".story"));
        served.Clock.Advance(TimeSpan.FromHours(2));
        await browser.Get("/add");
        await browser.Send(
            "/add/text",
            ("headline", "Kestovia and Marenia set talks in Corrast for Thursday"),
            ("published", "2026-03-11T12:00"),
            (
                "text",
                "Kestovia and Marenia will hold talks on the Orva war in Corrast on Thursday, the envoy of the Basin League said."
            )
        );
        served.Clock.Advance(TimeSpan.FromMinutes(1));
        await browser.Get(Inbox + "?show=new");
        Assert.Contains(
            "New",
            Assert.Single(browser.Page!.QuerySelectorAll(".story")).QuerySelector(".new")!.TextContent,
            StringComparison.OrdinalIgnoreCase
        );
    }

    [Fact]
    public async Task A_saved_page_becomes_an_article()
    {
        using var browser = await week.Served.SignedIn(Role.Editor);
        await browser.Get("/add");
        await browser.SendFile(
            "/add/file",
            "../../<b>page</b>.html",
            Encoding.UTF8.GetBytes(
                "<!doctype html><html lang=en><title>Locks to open</title><article><h1>Locks to open in April</h1>"
                    + string.Concat(
                        Enumerable.Repeat(
                            "<p>The locks at Hallin will open in April, the authority of the basin said on Monday in a long notice to skippers.</p>",
                            4
                        )
                    )
                    + "</article></html>"
            )
        );
        Assert.StartsWith("Kept", browser.Notice, StringComparison.Ordinal);
        Assert.Contains("Locks to open in April", browser.Texts("h1").First(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://localhost/")]
    [InlineData("file:///etc/passwd")]
    public async Task An_address_of_the_desks_own_network_is_not_asked(string address)
    {
        using var browser = await week.Served.SignedIn(Role.Editor);
        await browser.Get("/add");
        await browser.Send("/add/address", ("address", address));
        Assert.True(browser.Page!.QuerySelector(".notice.failed") is not null, browser.Notice);
        await browser.Send("/sources/look", ("address", address));
        Assert.NotNull(browser.Page!.QuerySelector(".notice.failed"));
    }

    [Fact]
    public async Task A_feed_is_found_tested_kept_listed_and_dropped()
    {
        await using var site = await Site.Start();
        await using var served = await Served.Start();
        served.Refuses = _ => false;
        using var browser = await served.SignedIn(Role.Editor);
        await browser.Get("/sources");
        await browser.Send("/sources/look", ("address", $"{site.Address}/"));
        var feed = browser.Page!.QuerySelector("main [name=address]")!.GetAttribute("value")!;
        Assert.Equal($"{site.Address}/feed.xml", feed);
        await browser.Send("/sources/look", ("address", feed));
        Assert.Contains("Ferry strike", browser.Texts("main td").First(), StringComparison.Ordinal);
        Assert.Empty(Subscriptions.All(served.Store));

        await browser.Send(
            "/sources/keep",
            ("address", feed),
            ("title", "Harbour Gazette"),
            ("folder", "Basin/Papers")
        );
        Assert.Equal(["Basin", "Papers"], Subscriptions.All(served.Store).Single().Folders);
        var list = await browser.Get("/sources/feeds.opml");
        Assert.Contains(feed, await list.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await browser.Get("/sources");
        await browser.Send("/sources/drop", ("address", feed));
        Assert.Empty(Subscriptions.All(served.Store));
    }

    [Fact]
    public async Task A_feed_that_fails_says_so_in_words()
    {
        await using var site = await Site.Start();
        await using var served = await Served.Start();
        served.Refuses = _ => false;
        using var browser = await served.SignedIn(Role.Editor);
        await browser.Get("/sources");
        await browser.Send("/sources/keep", ("address", $"{site.Address}/gone.xml"), ("title", "Gone"));
        await browser.Send("/sources/fetch", ("address", $"{site.Address}/gone.xml"));
        for (var i = 0; i < 100 && browser.Page!.QuerySelector(".state.bad") is null; i++)
        {
            await Task.Delay(100);
            await browser.Get("/sources");
        }
        Assert.Contains(
            "404",
            browser.Page!.QuerySelector(".how:has(.bad)")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_list_of_another_reader_is_taken_in()
    {
        await using var served = await Served.Start();
        using var browser = await served.SignedIn(Role.Editor);
        await browser.Get("/sources");
        await browser.SendFile(
            "/sources/list",
            "feeds.opml",
            Encoding.UTF8.GetBytes(
                "<opml version=\"2.0\"><body><outline text=\"Basin\"><outline type=\"rss\" text=\"One\" xmlUrl=\"https://one.example/feed\"/>"
                    + "<outline type=\"rss\" text=\"Bad\" xmlUrl=\"javascript:alert(1)\"/></outline></body></opml>"
            )
        );
        Assert.Equal("https://one.example/feed", Subscriptions.All(served.Store).Single().Address);
        await browser.Undo();
        Assert.Empty(Subscriptions.All(served.Store));
    }

    [Fact]
    public async Task A_feed_that_was_dropped_comes_back_with_its_name_and_folder()
    {
        using var browser = await week.Served.SignedIn(Role.Editor);
        await browser.Get("/sources");
        const string Feed = "https://two.example/feed";
        await browser.Send(
            "/sources/keep",
            ("address", Feed),
            ("title", "Two"),
            ("page", "https://two.example/"),
            ("folder", "Basin/South")
        );
        await browser.Send("/sources/drop", ("address", Feed));
        await browser.Undo();
        var feed = Subscriptions.All(week.Served.Store).Single(one => one.Address == Feed);
        Assert.Equal(
            ("Two", "https://two.example/", "Basin/South"),
            (feed.Title, feed.Page, string.Join('/', feed.Folders))
        );
    }

    private static string Last(Browser browser) => browser.Page!.QuerySelectorAll(".story")[^1].Id![2..];

    /// <summary>A small outlet of the invented basin.</summary>
    private sealed class Site(WebApplication app) : IAsyncDisposable
    {
        public string Address => app.Urls.First();

        public static async Task<Site> Start()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
            var app = builder.Build();
            app.MapGet(
                "/",
                () =>
                    Results.Content(
                        "<!doctype html><title>Gazette</title><link rel=alternate type=application/rss+xml title=Gazette href=/feed.xml>",
                        "text/html"
                    )
            );
            app.MapGet(
                "/feed.xml",
                () =>
                    Results.Content(
                        "<rss version=\"2.0\"><channel><title>Harbour Gazette</title><item><title>Ferry strike ends</title><link>/1</link></item></channel></rss>",
                        "application/rss+xml"
                    )
            );
            await app.StartAsync();
            return new Site(app);
        }

        public async ValueTask DisposeAsync() => await app.DisposeAsync();
    }
}

/// <summary>The sample week, read once for all tests of a class.</summary>
public sealed class Week : IAsyncLifetime
{
    public Served Served { get; private set; } = null!;

    public Watch Watch { get; } =
        Watches.WatchFile.Read(Path.Combine(Served.Root, "watches", "demo.yaml")).Watch!;

    public IReadOnlyList<Article> Articles { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        Served = await Served.Start(sample: true);
        Articles = ArticleShelf.Current(
            Served.Store,
            Editions.Window(Watch.Edition, new DateOnly(2026, 3, 6))
        );
    }

    public ValueTask DisposeAsync() => Served.DisposeAsync();
}
