using Chancery.Desk.Happenings;
using Chancery.Terms;
using Xunit;

namespace Chancery.Desk.Tests.Happenings;

public class GroupingTests
{
    private static readonly DateTimeOffset Monday = new(2031, 3, 3, 9, 0, 0, TimeSpan.Zero);
    private static readonly Party Varland = new("Varland", "Varland", "VRL", "GOV");
    private static readonly Party Meridia = new("the Meridian president", "Maria Silva", "MRD", "GOV");
    private static readonly Party Kestria = new("Kestria", "Kestria", "KST", "GOV");

    private static EventEntry Told(
        string article,
        EventType type,
        Party actor,
        Party? recipient,
        int day = 0,
        string? mode = null,
        Modality modality = Modality.Happened,
        string words = ""
    ) =>
        new()
        {
            Article = new ArticleId(article),
            Number = 0,
            Outlet = article,
            Headline = "",
            Dated = Monday.AddDays(day),
            Evidence = new Passage(0, 1),
            Words = words,
            Type = type,
            Mode = mode,
            Modality = modality,
            Negated = false,
            Actors = [actor],
            Recipients = recipient is null ? [] : [recipient],
            Day = DateOnly.FromDateTime(Monday.UtcDateTime).AddDays(day),
        };

    private static IReadOnlyList<Happening> Group(params EventEntry[] events) =>
        Grouping.Of(events, _ => "story", article => article.Value[0]);

    [Fact]
    public void Reports_of_one_story_with_the_same_type_and_parties_are_one_happening()
    {
        var one = Assert.Single(
            Group(
                Told("a", EventType.Sanction, Varland, Meridia),
                Told("b", EventType.Sanction, Varland with { Words = "the capital" }, Meridia, 1)
            )
        );

        Assert.Equal((2, 2), (one.Evidence.Count, one.Sources));
        Assert.Equal(-6, one.Intensity);
    }

    [Fact]
    public void A_reprint_adds_a_report_and_no_source()
    {
        var one = Assert.Single(
            Group(
                Told("a1", EventType.Assault, Varland, Meridia),
                Told("a2", EventType.Assault, Varland, Meridia)
            )
        );

        Assert.Equal((2, 1), (one.Evidence.Count, one.Sources));
    }

    [Fact]
    public void A_report_may_leave_a_side_out_where_two_words_more_agree_but_not_name_another() =>
        Assert.Equal(
            [2, 1, 1],
            Group(
                    Told("a", EventType.Accuse, Varland, Meridia, words: "of smuggling timber"),
                    Told("b", EventType.Accuse, Varland, null, words: "about smuggling and timber"),
                    Told("c", EventType.Accuse, Varland, null, words: "about the harbour"),
                    Told("d", EventType.Accuse, Varland, Kestria, words: "of smuggling timber")
                )
                .Select(h => h.Evidence.Count)
        );

    [Fact]
    public void A_name_and_a_description_are_one_where_the_sentences_say_the_same()
    {
        const string Said = "shot outside a school in Talvik on Tuesday";
        Party named = new("Milena Drosk", "Milena Drosk", null, null);
        Party described = new("a former adviser", null, null, null);

        Assert.Equal(
            [2, 1],
            Group(
                    Told("a", EventType.Assault, Varland, named, words: Said),
                    Told("b", EventType.Assault, Varland, described, words: Said),
                    Told("c", EventType.Assault, Varland, described, words: "hit while fishing")
                )
                .Select(h => h.Evidence.Count)
        );
    }

    [Fact]
    public void Two_people_of_one_country_are_two()
    {
        Party silva = new("Silva", "Maria Silva", "MRD", "GOV");
        Party costa = new("Costa", "Pedro Costa", "MRD", "GOV");

        Assert.Equal(
            [2, 1],
            Group(
                    Told("a", EventType.Sanction, Varland, silva),
                    Told("b", EventType.Sanction, Varland, Meridia with { Name = "Meridia" }),
                    Told("c", EventType.Sanction, Varland, costa)
                )
                .Select(h => h.Evidence.Count)
        );
    }

    [Fact]
    public void One_may_ask_the_same_other_for_two_things() =>
        Assert.Equal(
            [2, 1],
            Group(
                    Told("a", EventType.Request, Varland, Meridia, words: "to open the harbour"),
                    Told("b", EventType.Request, Varland, Meridia, words: "a harbour that is open"),
                    Told("c", EventType.Request, Varland, Meridia, words: "to condemn its farmers")
                )
                .Select(h => h.Evidence.Count)
        );

    [Fact]
    public void A_larger_group_of_which_few_agree_keeps_no_report_from_its_own()
    {
        const string Shots = "fired warning shots to keep their distance";

        Assert.Equal(
            [3, 2],
            Group(
                    Told(
                        "a",
                        EventType.Sanction,
                        Varland,
                        null,
                        words: "closed the harbour, market, distance and shots"
                    ),
                    Told("b", EventType.Sanction, Varland, null, words: "closed the harbour and the market"),
                    Told("c", EventType.Sanction, Varland, null, words: "closed harbour, market"),
                    Told("d", EventType.Sanction, Varland, null, words: Shots),
                    Told("e", EventType.Sanction, Varland, null, words: Shots)
                )
                .Select(h => h.Evidence.Count)
        );
    }

    [Fact]
    public void One_who_meets_two_others_has_two_meetings() =>
        Assert.Equal(
            2,
            Group(
                Told("a", EventType.Consult, Varland, Meridia),
                Told("b", EventType.Consult, Varland, Kestria)
            ).Count
        );

    [Fact]
    public void The_dead_of_two_attacks_are_two_happenings()
    {
        Party people = new("12 people", null, null, null);

        Assert.Equal(
            2,
            Group(
                Told("a", EventType.Assault, people, people, words: "12 people were killed in Talvik"),
                Told("b", EventType.Assault, people, people, words: "3,100 people were killed since May")
            ).Count
        );
    }

    [Fact]
    public void What_is_planned_what_is_done_and_what_is_done_days_later_are_three() =>
        Assert.Equal(
            3,
            Group(
                Told("a", EventType.Consult, Varland, Meridia, modality: Modality.Future),
                Told("b", EventType.Consult, Varland, Meridia),
                Told("c", EventType.Consult, Varland, Meridia, 4)
            ).Count
        );

    [Theory]
    [InlineData("Varland shelled the harbour of Talvik before sunrise", 1)]
    [InlineData("Varland fired at a convoy near Kestor", 2)]
    public void Articles_of_no_story_are_joined_where_their_sentences_say_the_same(string other, int count) =>
        Assert.Equal(
            count,
            Grouping
                .Of(
                    [
                        Told(
                            "a",
                            EventType.Assault,
                            Varland,
                            Meridia,
                            words: "The harbour of Talvik was shelled before sunrise"
                        ),
                        Told("b", EventType.Assault, Varland, Meridia, words: other),
                    ],
                    _ => "",
                    _ => 0
                )
                .Count
        );

    private static MeetingEntry Meeting(
        string article,
        MeetingStatus status,
        int dated,
        int? day,
        params Party[] parties
    ) =>
        new()
        {
            Article = new ArticleId(article),
            Number = 0,
            Outlet = article,
            Headline = "",
            Dated = Monday.AddDays(dated),
            Evidence = new Passage(0, 1),
            Words = "",
            Status = status,
            Form = MeetingForm.InPerson,
            Parties = parties,
            Day = day is { } at ? DateOnly.FromDateTime(Monday.UtcDateTime).AddDays(at) : null,
        };

    [Fact]
    public void A_meeting_is_followed_from_its_announcement_to_its_end()
    {
        var one = Assert.Single(
            MeetingThreads.Of(
                [
                    Meeting("c", MeetingStatus.Held, 3, 3, Varland, Meridia),
                    Meeting("a", MeetingStatus.Announced, 0, 3, Varland, Meridia),
                    Meeting("b", MeetingStatus.Confirmed, 2, null, Meridia, Varland),
                    Meeting("d", MeetingStatus.Announced, 4, 3, Varland, Meridia),
                ],
                article => article.Value[0]
            )
        );

        Assert.Equal(
            [MeetingStatus.Announced, MeetingStatus.Confirmed, MeetingStatus.Held],
            one.Changes.Select(c => c.Status)
        );
        Assert.Equal(
            (MeetingStatus.Held, 4, new DateOnly(2031, 3, 6)),
            (one.Status, one.Evidence.Count, one.Day)
        );
    }

    [Fact]
    public void A_meeting_under_way_is_not_announced_again() =>
        Assert.Equal(
            [MeetingStatus.UnderWay, MeetingStatus.Held],
            Assert
                .Single(
                    MeetingThreads.Of(
                        [
                            Meeting("a", MeetingStatus.UnderWay, 0, 0, Varland, Meridia),
                            Meeting("b", MeetingStatus.Announced, 0, 0, Varland, Meridia),
                            Meeting("c", MeetingStatus.Held, 1, 0, Varland, Meridia),
                        ],
                        _ => 0
                    )
                )
                .Changes.Select(change => change.Status)
        );

    [Fact]
    public void A_name_left_open_has_the_country_that_all_others_give_it() =>
        Assert.Single(
            MeetingThreads.Of(
                [
                    Meeting("a", MeetingStatus.Held, 0, 0, Varland, Meridia),
                    Meeting(
                        "b",
                        MeetingStatus.Held,
                        0,
                        0,
                        Varland,
                        new Party("Silva", "M. Silva", null, null)
                    ),
                ],
                _ => 0
            )
        );

    [Fact]
    public void Another_party_or_another_week_is_another_meeting() =>
        Assert.Equal(
            3,
            MeetingThreads
                .Of(
                    [
                        Meeting("a", MeetingStatus.Held, 0, 0, Varland, Meridia),
                        Meeting("b", MeetingStatus.Held, 0, 0, Varland, Kestria),
                        Meeting("c", MeetingStatus.Held, 7, 7, Varland, Meridia),
                    ],
                    _ => 0
                )
                .Count
        );

    [Fact]
    public void A_round_that_was_held_is_not_the_next_one() =>
        Assert.Equal(
            [MeetingStatus.Held, MeetingStatus.Announced],
            MeetingThreads
                .Of(
                    [
                        Meeting("a", MeetingStatus.Announced, 0, 5, Varland, Meridia),
                        Meeting("b", MeetingStatus.Held, 1, null, Varland, Meridia),
                    ],
                    _ => 0
                )
                .OrderBy(thread => thread.Day is not null)
                .Select(thread => thread.Status)
        );

    [Fact]
    public void What_is_told_without_a_day_is_of_no_meeting_long_past() =>
        Assert.Equal(
            2,
            MeetingThreads
                .Of(
                    [
                        Meeting("a", MeetingStatus.Held, 0, -60, Varland, Meridia),
                        Meeting("b", MeetingStatus.Held, 1, null, Varland, Meridia),
                    ],
                    _ => 0
                )
                .Count
        );

    [Fact]
    public void What_is_announced_without_a_day_is_the_meeting_of_the_next_weeks() =>
        Assert.Single(
            MeetingThreads.Of(
                [
                    Meeting("a", MeetingStatus.Announced, 0, 20, Varland, Meridia),
                    Meeting("b", MeetingStatus.Announced, 0, null, Varland, Meridia),
                ],
                _ => 0
            )
        );

    [Fact]
    public void A_third_party_of_a_single_report_among_many_is_none() =>
        Assert.Equal(
            [Varland.ToString(), Meridia.ToString()],
            Assert
                .Single(
                    MeetingThreads.Of(
                        [
                            Meeting("a", MeetingStatus.Held, 0, 0, Varland, Meridia),
                            Meeting("b", MeetingStatus.Held, 0, 0, Varland, Meridia, Kestria),
                            Meeting("c", MeetingStatus.Held, 1, 0, Varland, Meridia),
                        ],
                        _ => 0
                    )
                )
                .Parties.Select(party => party.ToString())
        );

    [Fact]
    public void Two_people_of_one_country_meet_the_same_state_twice() =>
        Assert.Equal(
            2,
            MeetingThreads
                .Of(
                    [
                        Meeting(
                            "a",
                            MeetingStatus.Held,
                            0,
                            0,
                            Meridia,
                            new Party("Orlo", "Jan Orlo", "VRL", "GOV")
                        ),
                        Meeting(
                            "b",
                            MeetingStatus.Held,
                            0,
                            0,
                            Meridia,
                            new Party("Tarn", "Eva Tarn", "VRL", "GOV")
                        ),
                    ],
                    _ => 0
                )
                .Count
        );

    private static FigureEntry Figure(string article, decimal value, string? by, string words) =>
        new()
        {
            Article = new ArticleId(article),
            Number = 0,
            Outlet = article,
            Headline = "",
            Dated = Monday,
            Evidence = new Passage(0, 1),
            Words = words,
            Value = value,
            Unit = "",
            Bound = Bound.Exactly,
            Counted = "drones",
            By = by,
            Figure = "",
        };

    [Fact]
    public void Two_sides_counts_of_one_thing_stand_side_by_side()
    {
        var one = Assert.Single(
            Counts.Of(
                [
                    Figure(
                        "a",
                        40,
                        "Varland",
                        "Varland says forty drones attacked Talvik harbour overnight."
                    ),
                    Figure(
                        "b",
                        12,
                        "Meridia",
                        "Meridia says twelve drones attacked Talvik harbour overnight."
                    ),
                    Figure("c", 900, null, "The factory makes nine hundred drones every single month."),
                ],
                _ => "story"
            )
        );

        Assert.Equal([(40m, "Varland"), (12m, "Meridia")], one.Claims.Select(c => (c.Value, c.By!)));
    }

    [Fact]
    public void All_of_a_war_and_those_of_a_night_are_not_side_by_side() =>
        Assert.Empty(
            Counts.Of(
                [
                    Figure("a", 4000, "Varland", "Varland says drones attacked Talvik harbour since winter."),
                    Figure("b", 12, "Meridia", "Meridia says drones attacked Talvik harbour overnight."),
                ],
                _ => "story"
            )
        );

    [Fact]
    public void What_one_article_counts_beside_its_speaker_is_not_side_by_side() =>
        Assert.Empty(
            Counts.Of(
                [
                    Figure("a", 40, "Varland", "Varland says drones attacked Talvik harbour overnight."),
                    Figure("a", 12, null, "Twelve drones attacked Talvik harbour overnight."),
                ],
                _ => "story"
            )
        );
}
