using Chancery.Desk.Absences;
using Chancery.Desk.Checking;
using Chancery.Desk.Drafting;
using Chancery.Terms;

namespace Chancery.Desk.Tests.Drafting;

public sealed class DraftTests
{
    private static readonly Watch Watch = new()
    {
        Id = "orsa",
        Name = "Orsa Watch",
        Question = "What does it do to the talks?",
        Subject = "Orsa war",
        Section = "The Straits",
        Edition = new Edition(DayOfWeek.Friday, 7, 0, "Etc/UTC"),
        TopicsIn = ["Orsa"],
        Stakes = ["talks", "truce", "mediator"],
        TopicsOut = ["song contest"],
        Actors =
        [
            new("Orsa", ActorKind.State, ["Orsan"], null, "orsa", true, []),
            new("Belmar", ActorKind.State, ["Belmari"], null, "belmar", true, []),
            new(
                "Ilse Karn",
                ActorKind.Person,
                ["Karn"],
                null,
                "orsa",
                true,
                [new("Orsan Foreign Minister", null, null)]
            ),
            new(
                "Tomas Reyl",
                ActorKind.Person,
                ["Reyl"],
                null,
                "belmar",
                true,
                [new("Belmari President", null, null)]
            ),
            new(
                "Ana Torvald",
                ActorKind.Person,
                ["Torvald"],
                null,
                "mediator",
                true,
                [new("mediator", null, null)]
            ),
        ],
        Outlets =
        [
            Outlet("The Strait Times", "strait.example"),
            Outlet("Belmar Wire", "wire.example"),
            Outlet("The Lamp", "lamp.example"),
            Outlet("Harbour Radio", "harbour.example"),
        ],
    };

    private static readonly Coded Karn = Paper.Article(
        "strait.example",
        "Orsa opens the door to talks",
        "Orsa and Belmar will hold talks about a truce in the port of Halm on Friday. “We will come to the talks with open hands,” Foreign Minister Ilse Karn said.",
        ("Foreign Minister Ilse Karn", "said", "We will come to the talks with open hands,")
    );

    private static readonly Coded Reyl = Paper.Article(
        "wire.example",
        "Belmar denies talks with Orsa",
        "Belmar denied on Monday that talks with Orsa about a truce were planned. “There will be no talks before the guns are silent,” President Tomas Reyl said.",
        ("President Tomas Reyl", "said", "There will be no talks before the guns are silent,")
    );

    private static readonly Coded Torvald = Paper.Article(
        "lamp.example",
        "Mediator speaks of video talks between Orsa and Belmar",
        "The mediator in the war between Orsa and Belmar said on Monday that a date stands. “Both capitals asked for a screen and a clock,” Ana Torvald said.",
        ("Ana Torvald", "said", "Both capitals asked for a screen and a clock,")
    );

    [Fact]
    public void A_claim_its_denial_and_a_third_account_stand_in_the_lead_with_their_outlets()
    {
        var lead = Text(Draft(Karn, Reyl, Torvald).Lead);
        Assert.Contains("“We will come to the talks with open hands", lead, StringComparison.Ordinal);
        Assert.Contains("“There will be no talks before the guns are silent", lead, StringComparison.Ordinal);
        Assert.Contains("“Both capitals asked for a screen and a clock", lead, StringComparison.Ordinal);
        Assert.Contains("The Strait Times", lead, StringComparison.Ordinal);
        Assert.Contains("Belmar Wire", lead, StringComparison.Ordinal);
    }

    [Fact]
    public void A_speaker_has_the_office_at_the_first_mention_and_the_surname_after()
    {
        var more = Paper.Article(
            "harbour.example",
            "Orsa minister warns before talks with Belmar",
            "Orsa sends its minister to the talks with Belmar this week. “A truce is a door and not a house,” Ilse Karn said.",
            ("Ilse Karn", "said", "A truce is a door and not a house,")
        );
        var draft = Draft(Karn, more, Reyl, Torvald);
        var text = string.Join(' ', draft.Lead.Paragraphs.SelectMany(p => p.Lines).Select(line => line.Text));
        var first = text.IndexOf("Orsan Foreign Minister Ilse Karn", StringComparison.Ordinal);
        Assert.True(first >= 0, text);
        Assert.Equal(
            -1,
            text.IndexOf("Orsan Foreign Minister Ilse Karn", first + 1, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_description_that_nothing_resolves_is_nobodys_mouth()
    {
        var open = Paper.Article(
            "harbour.example",
            "Orsa envoy angry after talks with Belmar",
            "Orsa and Belmar met for talks about a truce. “They came to waste a week of ours,” the Orsan diplomat said.",
            ("the Orsan diplomat", "said", "They came to waste a week of ours,")
        );
        Assert.DoesNotContain("waste a week", All(Draft(Karn, Reyl, open)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_song_contest_between_the_parties_is_not_the_watchs_business()
    {
        var song = Paper.Article(
            "harbour.example",
            "Orsa beats Belmar in song contest",
            "Orsa won the song contest ahead of Belmar, whose singer asked for a truce of the choirs. “We sang for Belmar too,” Lena Ost said.",
            ("Lena Ost", "said", "We sang for Belmar too,")
        );
        Assert.DoesNotContain("sang", All(Draft(Karn, Reyl, song)), StringComparison.Ordinal);
    }

    [Fact]
    public void An_article_without_an_outlet_is_not_quoted_for_nobody_could_be_named()
    {
        var nameless = Torvald with { Article = Torvald.Article with { Outlet = "" } };
        Assert.DoesNotContain(
            "a screen and a clock",
            All(Draft(Karn, Reyl, nameless)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Words_of_another_day_are_not_added_to_those_of_the_first()
    {
        var later = Paper.Article(
            "strait.example",
            "Orsa minister tired of talks with Belmar",
            "Orsa waits for Belmar and the talks about a truce. “My patience with these talks has a calendar,” Foreign Minister Ilse Karn said.",
            ("Foreign Minister Ilse Karn", "said", "My patience with these talks has a calendar,")
        );
        var line = Draft(Karn, later, Reyl, Torvald)
            .Lead.Paragraphs.SelectMany(paragraph => paragraph.Lines)
            .Single(line => line.Text.Contains("has a calendar", StringComparison.Ordinal));
        Assert.Contains("The Strait Times", line.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("added", line.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_somebody_said_is_not_told_as_an_outlets_own_news()
    {
        var claim = Paper.Article(
            "harbour.example",
            "Orsa talks with Belmar end in a claim",
            "“The talks are over. Orsa will never again sit down with Belmar for talks about a truce,” he said.",
            (
                "he",
                "said",
                "The talks are over. Orsa will never again sit down with Belmar for talks about a truce,"
            )
        );
        Assert.DoesNotContain("never again", All(Draft(Karn, Reyl, claim)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_week_gives_the_same_draft()
    {
        Assert.Equal(
            IssueFile.Write(Draft(Karn, Reyl, Torvald)),
            IssueFile.Write(Draft(Karn, Reyl, Torvald))
        );
    }

    [Fact]
    public void Every_line_of_a_draft_holds()
    {
        Coded[] articles = [Karn, Reyl, Torvald];
        var byId = articles.ToDictionary(coded => coded.Article.Id);
        Assert.Empty(
            Checker
                .Check(Draft(articles), Watch, id => byId[id].Article, id => byId[id].Coding)
                .Where(refusal => refusal.Severity == Severity.Refused)
                .Select(refusal => $"{refusal.Text}: {refusal.Why}")
        );
    }

    [Fact]
    public void A_week_without_the_watchs_business_gives_a_reason_and_no_draft()
    {
        var (draft, _, why) = Drafter.Draft(
            Week([Paper.Article("lamp.example", "Rain", "It rained for a week.")], [])
        );
        Assert.Null(draft);
        Assert.Equal("nothing-relevant", why!.Code);
    }

    [Theory]
    [InlineData(true, "There were no Orsan ministry briefings this week.")]
    [InlineData(
        false,
        "The desk could not look for Orsan ministry briefings this week: the feed was not read for the whole of it."
    )]
    public void A_briefing_is_said_not_to_have_come_only_where_its_feed_was_read(
        bool covered,
        string sentence
    )
    {
        var look = new BriefingLook(
            new ExpectedBriefing(
                "Orsan ministry briefing",
                "strait.example",
                "https://ministry.example/feed",
                ["briefing"],
                1
            ),
            new FeedHealth(covered ? 2 : 0, 0, null, 0, covered),
            []
        );
        var (draft, _, _) = Drafter.Draft(Week([Karn, Reyl, Torvald], [look]));
        var line = Assert.IsType<Line.Absence>(Assert.Single(draft!.Briefings));
        Assert.Equal(sentence, line.Text);
        Assert.Equal(!covered, Briefings.SaysNotLooked(line.Text));
    }

    [Fact]
    public void A_reprint_of_an_agencys_sentence_is_not_said_twice()
    {
        var reprint = Paper.Article(
            "harbour.example",
            "Orsa opens door to talks with Belmar",
            Karn.Article.Text,
            ("Foreign Minister Ilse Karn", "said", "We will come to the talks with open hands,")
        );
        var text = All(Draft(Karn, reprint, Reyl, Torvald));
        Assert.Contains("with open hands", text, StringComparison.Ordinal);
        var lines = Draft(Karn, reprint, Reyl, Torvald).Lead.Paragraphs.SelectMany(p => p.Lines);
        Assert.Single(lines, line => line.Text.Contains("with open hands", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_readout_is_missed_only_after_a_contact(bool spoke)
    {
        var look = new BriefingLook(
            new ExpectedBriefing(
                "Orsan readout",
                "strait.example",
                "https://ministry.example/feed",
                ["readout"],
                1,
                PublicationKind.Readout,
                "Orsa"
            ),
            new FeedHealth(2, 0, null, 0, Covered: true),
            []
        );
        var call = Track(Entry(Karn, MeetingStatus.Held, new DateOnly(2031, 3, 10)), MeetingStatus.Held);
        var (draft, _, _) = Drafter.Draft(
            Week([Karn, Reyl, Torvald], [look]) with
            {
                Tracks = spoke ? [call] : [],
            }
        );
        Assert.Equal(
            spoke ? ["There were no Orsan readouts this week."] : Array.Empty<string>(),
            draft!.Briefings.Select(line => line.Text)
        );
    }

    [Fact]
    public void What_was_put_off_is_not_told_as_it_was_announced()
    {
        var announced = Entry(Karn, MeetingStatus.Announced, new DateOnly(2031, 3, 14));
        var putOff = Entry(Reyl, MeetingStatus.Postponed, null) with { At = Paper.Monday.AddDays(1) };
        var (standing, _, _) = Drafter.Draft(Week([Karn], []));
        Assert.Contains("port of Halm on Friday", All(standing!), StringComparison.Ordinal);
        var (overtaken, _, _) = Drafter.Draft(
            Week([Karn], []) with
            {
                Tracks = [Track(announced, MeetingStatus.Postponed) with { Log = [announced, putOff] }],
            }
        );
        Assert.DoesNotContain("port of Halm on Friday", All(overtaken!), StringComparison.Ordinal);
    }

    [Fact]
    public void The_next_date_of_a_track_stands_in_the_week_ahead_with_its_words()
    {
        var entry = Entry(Karn, MeetingStatus.Announced, new DateOnly(2031, 3, 14));
        var (draft, _, _) = Drafter.Draft(
            Week([Karn, Reyl, Torvald], []) with
            {
                Tracks = [Track(entry, MeetingStatus.Announced)],
            }
        );
        var line = Assert.IsType<Line.Cited>(Assert.Single(draft!.Ahead));
        Assert.Contains("Halm on Friday", line.Text, StringComparison.Ordinal);
        Assert.Equal(Karn.Article.Id, line.Citations[0].Article);
    }

    [Fact]
    public void Lines_at_hand_stand_beside_the_issue_and_not_in_it()
    {
        var draft = Draft(Karn, Reyl, Torvald);
        Assert.Equal(draft.Lead.Story, draft.Spare[0].Story);
        Assert.DoesNotContain(draft.Spare.SelectMany(Lines), line => draft.Lines().Contains(line));

        static IEnumerable<Line> Lines(Item item) => item.Paragraphs.SelectMany(paragraph => paragraph.Lines);
    }

    private static TrackEntry Entry(Coded coded, MeetingStatus status, DateOnly? on)
    {
        var sentence = coded.Coding.Sentences[0];
        return new TrackEntry(
            coded.At,
            TrackStep.Status,
            status,
            on,
            1,
            null,
            "The Strait Times",
            new Citation(coded.Article.Id, sentence, sentence.In(coded.Article.Text).ToString())
        );
    }

    private static Track Track(TrackEntry entry, MeetingStatus status) =>
        new()
        {
            Id = "halm",
            Watch = "orsa",
            Name = "Halm talks",
            Parties = ["Orsa", "Belmar"],
            Rounds = [new Round(1, entry.On, status, MeetingForm.Phone, null, ["Orsa", "Belmar"])],
            Log = [entry],
        };

    private static Issue Draft(params Coded[] articles) =>
        Drafter.Draft(Week(articles, [])) is ({ } draft, _, _)
            ? draft
            : throw new InvalidOperationException("no draft");

    private static Week Week(IReadOnlyList<Coded> articles, IReadOnlyList<BriefingLook> briefings) =>
        new(
            Watch,
            new DateOnly(2031, 3, 7),
            new Window(Paper.Monday.AddDays(-3), Paper.Monday.AddDays(4)),
            TimeZoneInfo.Utc,
            articles,
            briefings
        );

    private static string Text(Item item) =>
        string.Join(' ', item.Paragraphs.SelectMany(paragraph => paragraph.Lines).Select(line => line.Text));

    private static string All(Issue issue) => string.Join(' ', issue.Lines().Select(line => line.Text));

    private static Outlet Outlet(string name, string domain) =>
        new(name, [domain], name, null, "en", OutletKind.Paper, []);
}
