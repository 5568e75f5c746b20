using Chancery.Desk.Tests.Drafting;
using Chancery.Desk.Tracks;
using Chancery.Terms;

namespace Chancery.Desk.Tests.Tracks;

public sealed class TrackingTests
{
    private static readonly string[] countries = ["Orsa", "Belmar", "Tarn"];

    private static readonly Watch Watch = new()
    {
        Id = "orsa",
        Name = "Orsa Watch",
        Question = "What does it do to the talks?",
        Subject = "Orsa war",
        Edition = new Edition(DayOfWeek.Friday, 7, 0, "Etc/UTC"),
        Actors =
        [
            State("Orsa", "XOR", "orsa"),
            State("Belmar", "XBE", "belmar"),
            State("Corvey", "XCO", "mediator"),
            State("Tarn", "XTA", "other"),
            new("Ilse Karn", ActorKind.Person, [], "XOR", "orsa", true, []),
        ],
        Outlets = [Outlet("The Strait Times", "strait.example"), Outlet("Belmar Wire", "wire.example")],
        Tracks =
        [
            new WatchTrack("Halm talks", ["Orsa", "Belmar"], "Corvey", ["Halm"], ["third round"]),
            new WatchTrack("Prisoners", ["Orsa", "Belmar"], null, [], ["prisoner exchange"]),
        ],
    };

    /// <summary>Friday to Thursday; the papers' Monday is 10 March 2031.</summary>
    private static readonly Window Week = new(Paper.Monday.AddDays(-3), Paper.Monday.AddDays(4));

    [Fact]
    public void A_round_is_announced_put_off_and_set_anew_and_each_change_has_its_words()
    {
        var track = Halm(
            Meets(0, "Orsa and Belmar will meet in Halm on 13 March.", MeetingStatus.Announced, "2031-03-13"),
            Paper.Article(
                "wire.example",
                "Later",
                "The third round between Orsa and Belmar was postponed, Corvey said."
            ) with
            {
                At = Paper.Monday.AddDays(1),
            },
            Meets(2, "Orsa and Belmar will meet in Halm on 18 March.", MeetingStatus.Announced, "2031-03-18")
        );
        Assert.Equal(
            [MeetingStatus.Announced, MeetingStatus.Postponed, MeetingStatus.Announced],
            track.Log.Select(entry => entry.Status)
        );
        Assert.Equal(
            "The third round between Orsa and Belmar was postponed, Corvey said.",
            track.Log[1].Citation.Quoted
        );
        var round = Assert.Single(track.Rounds);
        // As the articles count it.
        Assert.Equal(3, round.Number);
        Assert.All(track.Log, entry => Assert.Equal(3, entry.Round));
        Assert.Equal((new DateOnly(2031, 3, 18), MeetingStatus.Announced), (round.On!.Value, round.Status));
        Assert.Equal(new DateOnly(2031, 3, 18), track.Next);
    }

    [Fact]
    public void An_article_that_lags_does_not_announce_again_what_was_put_off()
    {
        var track = Halm(
            Meets(0, "Orsa and Belmar will meet in Halm on 13 March.", MeetingStatus.Announced, "2031-03-13"),
            Paper.Article(
                "wire.example",
                "Later",
                "The third round between Orsa and Belmar was postponed, Corvey said."
            ) with
            {
                At = Paper.Monday.AddDays(1),
            },
            Meets(
                2,
                "Orsa and Belmar will meet in Halm on 13 March, it was told.",
                MeetingStatus.Announced,
                "2031-03-13"
            )
        );
        Assert.Equal(MeetingStatus.Postponed, track.Status);
        Assert.Null(track.Next);
    }

    [Fact]
    public void A_meeting_that_was_held_is_the_last_contact()
    {
        var track = Halm(
            Meets(1, "Orsa and Belmar met in Halm on 10 March.", MeetingStatus.Held, "2031-03-10")
        );
        Assert.Equal(new DateOnly(2031, 3, 10), track.LastContact);
        Assert.Equal((MeetingStatus.Held, (DateOnly?)null), (track.Status, track.Next));
    }

    [Fact]
    public void A_second_outlet_that_tells_the_same_is_counted_and_makes_no_entry()
    {
        var first = Meets(
            0,
            "Orsa and Belmar will meet in Halm on 13 March.",
            MeetingStatus.Announced,
            "2031-03-13"
        );
        var second = Meets(
            1,
            "Belmar and Orsa meet in Halm on 13 March.",
            MeetingStatus.Announced,
            "2031-03-13",
            "wire.example"
        );
        Assert.Equal(2, Assert.Single(Halm(first, second).Log).Outlets);
    }

    [Fact]
    public void Who_refuses_is_named_and_who_is_not_named_refuses_nothing()
    {
        var track = Halm(
            Paper.Article(
                "strait.example",
                "A",
                "Belmar refused to attend the third round with Orsa in Halm."
            ),
            Paper.Article(
                "wire.example",
                "B",
                "Somebody refused to attend the third round of Orsa and Belmar."
            )
        );
        Assert.Equal(["Belmar"], track.Absent);
        Assert.Equal(TrackStep.Refusal, Assert.Single(track.Log).Step);
    }

    [Fact]
    public void A_meeting_with_somebody_who_has_no_part_in_it_is_of_another_negotiation()
    {
        var track = Halm(
            Meets(0, "Orsa and Tarn will meet in Halm on 13 March.", MeetingStatus.Announced, "2031-03-13")
        );
        Assert.Empty(track.Log);
    }

    [Fact]
    public void A_dated_meeting_that_no_track_names_makes_one_of_its_own()
    {
        var tracks = Follow(
            [],
            Meets(
                0,
                "Karn will travel to Tarn on 20 March.",
                MeetingStatus.Announced,
                "2031-03-20",
                parties: ["Karn", "Tarn"]
            )
        );
        var found = Assert.Single(tracks, track => !track.Named);
        Assert.Equal(["Orsa", "Tarn"], found.Parties);
        Assert.Equal(new DateOnly(2031, 3, 20), found.Next);
        Assert.NotEmpty(found.Reasons);
    }

    [Fact]
    public void Following_a_week_twice_changes_nothing_and_the_next_week_goes_on_from_it()
    {
        var announced = Meets(
            0,
            "Orsa and Belmar will meet in Halm on 18 March.",
            MeetingStatus.Announced,
            "2031-03-18"
        );
        var once = Follow([], announced);
        var twice = Follow(once, announced);
        Assert.Equal(once.Select(Shown), twice.Select(Shown));
        var next = new Window(Week.To, Week.To.AddDays(7));
        var held = Meets(9, "Orsa and Belmar met in Halm on 18 March.", MeetingStatus.Held, "2031-03-18");
        var after = Tracking.Follow(Watch, twice, next, [held]).First(track => track.Id == "halm-talks");
        Assert.Equal([MeetingStatus.Announced, MeetingStatus.Held], after.Log.Select(entry => entry.Status));
        Assert.Equal((1, new DateOnly(2031, 3, 18)), (after.Rounds.Count, after.LastContact!.Value));
    }

    [Fact]
    public void What_a_person_moved_to_a_track_is_of_it_whatever_its_words_say()
    {
        var held = Meets(1, "Orsa and Belmar met in Halm on 10 March.", MeetingStatus.Held, "2031-03-10");
        var moved = new Dictionary<ArticleId, string> { [held.Article.Id] = "prisoners" };
        var tracks = Tracking.Follow(Watch, [], Week, [held], moved);
        Assert.Empty(tracks.First(track => track.Id == "halm-talks").Log);
        var prisoners = tracks.First(track => track.Id == "prisoners");
        Assert.Equal(new DateOnly(2031, 3, 10), prisoners.LastContact);
        Assert.Contains(prisoners.Reasons, reason => reason.Contains("a person", StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_person_moved_to_a_found_track_joins_it()
    {
        var first = Meets(
            0,
            "Karn will travel to Tarn on 20 March.",
            MeetingStatus.Announced,
            "2031-03-20",
            parties: ["Karn", "Tarn"]
        );
        var before = Follow([], first);
        var found = Assert.Single(before, track => !track.Named);
        var held = Meets(1, "Orsa and Belmar met in Halm on 10 March.", MeetingStatus.Held, "2031-03-10");
        var after = Tracking.Follow(
            Watch,
            before,
            Week,
            [first, held],
            new Dictionary<ArticleId, string> { [held.Article.Id] = found.Id }
        );
        Assert.Equal(new DateOnly(2031, 3, 10), after.First(track => track.Id == found.Id).LastContact);
    }

    [Fact]
    public void A_new_day_that_is_set_after_a_meeting_was_put_off_puts_nothing_off()
    {
        var track = Halm(
            Meets(
                2,
                "Orsa and Belmar will meet in Halm on 18 March, a day after the third round was put off.",
                MeetingStatus.Announced,
                "2031-03-18"
            )
        );
        Assert.Equal((MeetingStatus.Announced, new DateOnly(2031, 3, 18)), (track.Status, track.Next));
    }

    private static string Shown(Track track) =>
        $"{track.Id} {track.Status} {track.Next} {string.Join('|', track.Log)} {track.Rounds.Count}";

    private static Track Halm(params Coded[] articles) =>
        Follow([], articles).First(track => track.Id == "halm-talks");

    private static IReadOnlyList<Track> Follow(IReadOnlyList<Track> before, params Coded[] articles) =>
        Tracking.Follow(Watch, before, Week, articles);

    private static Coded Meets(
        int day,
        string text,
        MeetingStatus status,
        string when,
        string outlet = "strait.example",
        string[]? parties = null
    )
    {
        var coded = Paper.Article(outlet, $"News of day {day}", text);
        Participant Of(string name) =>
            new(new Passage(text.IndexOf(name, StringComparison.Ordinal), name.Length));
        return coded with
        {
            At = Paper.Monday.AddDays(day),
            Coding = coded.Coding with
            {
                Times = [new TimeExpression(new Passage(0, 4), TimeKind.Date, when)],
                Meetings =
                [
                    new Meeting
                    {
                        Parties = [.. (parties ?? [.. countries.Where(text.Contains)]).Select(Of)],
                        Status = status,
                        Venue = text.IndexOf("Halm", StringComparison.Ordinal) is >= 0 and var at
                            ? new Passage(at, 4)
                            : null,
                        When = 0,
                        Evidence = new Passage(0, text.Length),
                    },
                ],
            },
        };
    }

    private static WatchActor State(string name, string country, string side) =>
        new(name, ActorKind.State, [], country, side, side is not "other", []);

    private static Outlet Outlet(string name, string domain) =>
        new(name, [domain], name, null, "en", OutletKind.Paper, []);
}
