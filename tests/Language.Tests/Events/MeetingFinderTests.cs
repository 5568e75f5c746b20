using Chancery.Language.Tests.Statements;
using Chancery.Terms;

namespace Chancery.Language.Tests.Events;

public class MeetingFinderTests
{
    private static readonly Coder Coder = new(Statements.Weights.Read());

    [Theory]
    [InlineData(
        "The third round of talks between Norway and Peru, which was to open in Oslo on Thursday, has been postponed.",
        MeetingStatus.Postponed
    )]
    [InlineData("Talks between Norway and Peru will be held in Oslo next week.", MeetingStatus.Announced)]
    [InlineData("The talks between Norway and Peru were cancelled on Monday.", MeetingStatus.Cancelled)]
    [InlineData("A meeting between Norway and Peru took place in Lima.", MeetingStatus.Held)]
    [InlineData("The president of Norway proposed a summit with Peru.", MeetingStatus.Proposed)]
    [InlineData("Norway rejected talks with Peru.", MeetingStatus.Denied)]
    [InlineData("Kenya offered to host a meeting between Norway and Peru.", MeetingStatus.Proposed)]
    public void A_meeting_that_a_noun_names_has_its_status(string text, MeetingStatus status)
    {
        Meeting meeting = Assert.Single(Find(text));

        Assert.Equal(status, meeting.Status);
        Assert.Contains(meeting.Parties, party => party.Country == "PER");
    }

    [Fact]
    public void Who_offers_to_host_talks_is_their_host_and_no_side_of_them()
    {
        const string Text =
            "Norway and Peru met in Lima on Monday. The foreign minister of Kenya confirmed Kenya's willingness to host the talks between the two sides.";

        Meeting offer = Find(Text)[^1];

        Assert.Equal(MeetingStatus.Proposed, offer.Status);
        Assert.StartsWith("Kenya", offer.Host!.Value.In(Text).ToString(), StringComparison.Ordinal);
        Assert.Equal(["NOR", "PER"], offer.Parties.Select(party => party.Country));
    }

    [Theory]
    [InlineData("A meeting between the presidents of Norway and Peru took place in Lima.")]
    [InlineData("Delegations from the two countries met in Lima.")]
    public void Officials_of_several_countries_under_one_noun_meet(string text) => Assert.Single(Find(text));

    [Theory]
    [InlineData("The prime minister of Peru met his ministers on Monday.")]
    [InlineData("The president of Peru met singer Tove Lind in Lima.")]
    [InlineData("Envoy Jan Novák led the delegation of Peru.")]
    [InlineData("The president of Peru will send his envoy Jan Novák.")]
    [InlineData("The governor held a news conference with the mayor.")]
    [InlineData("The delegation of Peru was led by envoy Jan Novák.")]
    [InlineData("The retail leaders met President Maria Silva.")]
    [InlineData("The visit of the president of Norway to Peru suggests that old lines of alliance are gone.")]
    [InlineData("The president of Norway met the two sides in Lima.")]
    [InlineData("The solar industry leaders met in Lima last week.")]
    [InlineData("In 1985 the president of Norway met the president of Peru.")]
    [InlineData(
        "The raid came just before the president of Norway was scheduled to speak with the president of Peru."
    )]
    public void What_is_no_diplomatic_meeting_is_left_out(string text) => Assert.Empty(Find(text));

    [Theory]
    [InlineData(
        "President Maria Silva of Peru meets President Jan Novák of Norway in Lima on Wednesday, March 18, 2031.",
        MeetingStatus.Announced
    )]
    [InlineData(
        "President Maria Silva of Peru meets President Jan Novák of Norway in Lima on Wednesday, March 4, 2031.",
        MeetingStatus.Held
    )]
    public void What_is_told_in_the_present_was_held_only_if_its_day_is_past(
        string text,
        MeetingStatus status
    ) => Assert.Equal(status, Assert.Single(Find(text)).Status);

    [Fact]
    public void Two_who_spoke_in_an_article_that_opens_with_a_call_did_so_by_telephone()
    {
        const string Text =
            "The presidents held a telephone conversation. President Maria Silva of Peru spoke with President Jan Novák of Norway.";

        Assert.Equal(MeetingForm.Phone, Find(Text)[^1].Form);
    }

    [Fact]
    public void The_day_on_which_talks_were_to_open_lies_ahead()
    {
        const string Text =
            "The talks between Norway and Peru, which were to open in Oslo on Thursday, have been postponed.";
        Coding coding = Code(Text);

        Assert.Equal("2031-03-13", coding.Times[Assert.Single(coding.Meetings).When!.Value].Value);
    }

    [Fact]
    public void By_phone_on_Monday_looks_back()
    {
        Coding coding = Code(
            "After speaking with the president of Peru by phone on Friday, the minister left."
        );

        Assert.Equal("2031-03-07", Assert.Single(coding.Times).Value);
    }

    [Fact]
    public void A_day_or_the_margins_of_a_summit_are_no_issue()
    {
        const string Text =
            "President Maria Silva of Peru met President Jan Novák of Norway on Monday on the sidelines of a summit.";

        Assert.Null(Assert.Single(Find(Text)).Issue);
    }

    [Fact]
    public void Who_receives_a_guest_is_the_host()
    {
        const string Text =
            "President Jan Novák of Norway hosted President Maria Silva of Peru in Oslo on Friday.";

        Assert.Equal("Jan Novák", Assert.Single(Find(Text)).Host!.Value.In(Text).ToString());
    }

    [Fact]
    public void Who_steps_aside_from_talks_between_two_is_no_side_of_them()
    {
        Meeting meeting = Assert.Single(
            Find("Kenya will step aside from the talks between Norway and Peru.")
        );

        Assert.Equal(["NOR", "PER"], meeting.Parties.Select(party => party.Country));
    }

    [Fact]
    public void An_issue_ends_before_what_is_told_of_it_besides()
    {
        const string Text =
            "President Maria Silva of Peru met President Jan Novák of Norway to discuss the grain accord, which ends in May.";

        Assert.Equal("the grain accord", Assert.Single(Find(Text)).Issue!.Value.In(Text).ToString());
    }

    /// <summary>As of Monday, 10 March 2031.</summary>
    private static Coding Code(string text) =>
        Coder.Code(
            Articles.Of(text) with
            {
                Published = new Stamp(new DateTimeOffset(2031, 3, 10, 12, 0, 0, TimeSpan.Zero), true),
            }
        );

    private static IReadOnlyList<Meeting> Find(string text) => Code(text).Meetings;
}
