using Chancery.Language.Tests.Statements;
using Chancery.Terms;

namespace Chancery.Language.Tests.Events;

public class EventFinderTests
{
    private static readonly Coder Coder = new(Statements.Weights.Read());

    [Theory]
    [InlineData(
        "Envoy Jan Novák met President Maria Silva in Harl.",
        EventType.Consult,
        Modality.Happened,
        false
    )]
    [InlineData(
        "President Maria Silva will meet Jan Novák in Harl.",
        EventType.Consult,
        Modality.Future,
        false
    )]
    [InlineData(
        "President Maria Silva could meet Jan Novák in Harl.",
        EventType.Consult,
        Modality.Conditional,
        false
    )]
    [InlineData("Norway and Peru are to meet in Lima.", EventType.Consult, Modality.Future, false)]
    [InlineData("President Maria Silva did not meet Jan Novák.", EventType.Consult, Modality.Happened, true)]
    [InlineData(
        "President Maria Silva refused to meet Jan Novák.",
        EventType.Reject,
        Modality.Happened,
        false
    )]
    [InlineData("The rebels released forty prisoners.", EventType.Retreat, Modality.Happened, false)]
    [InlineData("The army shelled the town of Harl.", EventType.Assault, Modality.Happened, false)]
    [InlineData(
        "The government imposed sanctions on two banks.",
        EventType.Sanction,
        Modality.Happened,
        false
    )]
    [InlineData("The minister condemned the army.", EventType.Accuse, Modality.Happened, false)]
    [InlineData("The envoys held talks in Harl.", EventType.Consult, Modality.Happened, false)]
    [InlineData("Police arrested twelve students.", EventType.Coerce, Modality.Happened, false)]
    [InlineData(
        "Jan Novák said the rebels must release the prisoners.",
        EventType.Request,
        Modality.Happened,
        false
    )]
    public void An_event_has_its_type_and_its_standing(
        string text,
        EventType type,
        Modality modality,
        bool negated
    )
    {
        Event told = Assert.Single(Coder.Code(Articles.Of(text)).Events);

        Assert.Equal((type, modality, negated), (told.Type, told.Modality, told.Negated));
        Assert.NotEmpty(told.Actors);
    }

    [Theory]
    [InlineData(
        "The striker attacked late in the match and the coach praised the goalkeeper after the season."
    )]
    [InlineData("Ending attacks on the town would please the minister.")]
    [InlineData("Will the army release the prisoners?")]
    [InlineData("The rebels want to shell the town.")]
    [InlineData("(Wire Photo/Jan Novák) The army shelled the town.")]
    [InlineData("The ministry released a report on the prisoners.")]
    [InlineData("A reporter asked the minister why the talks failed.")]
    public void What_is_wished_asked_played_or_printed_under_a_picture_is_no_event(string text) =>
        Assert.Empty(Coder.Code(Articles.Of(text)).Events);

    [Theory]
    [InlineData("The minister held talks in Vienna with President Maria Silva.", "President Maria Silva")]
    [InlineData(
        "The rebels condemned President Maria Silva over the raid in Vienna.",
        "President Maria Silva"
    )]
    public void A_place_is_no_party_where_somebody_is_named(string text, string party)
    {
        Event told = Assert.Single(Coder.Code(Articles.Of(text)).Events);

        Assert.Equal(party, told.Actors.Concat(told.Recipients).Last().Passage.In(text).ToString());
    }

    [Fact]
    public void A_verb_joined_to_a_passive_shares_its_sufferer()
    {
        const string Text = "Jan Novák was arrested on Monday and charged with treason.";

        Assert.All(
            Coder.Code(Articles.Of(Text)).Events,
            told => Assert.Equal("Jan Novák", Assert.Single(told.Recipients).Passage.In(Text).ToString())
        );
    }

    [Theory]
    [InlineData("The army shelled the town.", "The army", "the town")]
    [InlineData("The town was shelled by the army.", "the army", "The town")]
    [InlineData("The minister, who resigned on Monday, praised the rebels.", "The minister", "the rebels")]
    public void Actors_are_who_did_it_whatever_the_voice(string text, string actor, string recipient)
    {
        Event told = Coder.Code(Articles.Of(text)).Events[^1];

        Assert.StartsWith(actor, told.Actors[0].Passage.In(text).ToString(), StringComparison.Ordinal);
        if (recipient.Length > 0)
        {
            Assert.Equal(recipient, told.Recipients[0].Passage.In(text).ToString());
        }
    }

    [Theory]
    [InlineData("German police arrested five adolescents.", "five adolescents")]
    [InlineData("The army killed at least twelve rebels.", "twelve rebels")]
    [InlineData("Israel carried out strikes on Aleppo on Monday.", "Aleppo")]
    [InlineData("Norway gave ten million euros to help schools in Peru.", "Peru")]
    public void Whom_it_was_done_to_is_found_whatever_noun_names_them(string text, string recipient)
    {
        Event told = Assert.Single(Coder.Code(Articles.Of(text)).Events);

        Assert.EndsWith(
            recipient,
            Assert.Single(told.Recipients).Passage.In(text).ToString(),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("Two people were killed and ten injured after a ship crashed into the bridge in Lima.")]
    [InlineData("The minister repeated the demand that Norway release the prisoners.")]
    [InlineData("He agreed to plead guilty.")]
    [InlineData("The government of Norway agreed that the offer of Peru was useful.")]
    [InlineData("The ministry declined to share the figures with Norway.")]
    [InlineData("“Norway must be smiling at Peru,” the minister said.")]
    [InlineData("The court denied Norway the benefit of the treaty.")]
    [InlineData("The river authority of Peru issued a flood warning for Norway.")]
    [InlineData("Farmers in Peru did not have access to water.")]
    [InlineData("The analyst believes Norway and Peru will reach an agreement.")]
    [InlineData("The ministry of Norway downgraded its outlook for growth.")]
    [InlineData("The minister said Norway would take a backseat in the talks between Peru and Chile.")]
    public void What_nobody_did_is_no_event(string text) =>
        Assert.Empty(Coder.Code(Articles.Of(text)).Events);

    [Fact]
    public void Who_injured_somebody_is_not_who_says_so()
    {
        const string Text =
            "Harlish rebels shelled the town, injuring six civilians, Governor Jan Novák said.";

        Assert.DoesNotContain(
            Coder.Code(Articles.Of(Text)).Events.Where(told => told.Type == EventType.Assault),
            told =>
                told.Actors.Any(actor => actor.Passage.In(Text).Contains("Novák", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void Who_announces_that_sanctions_will_be_lifted_imposes_none() =>
        Assert.DoesNotContain(
            Coder
                .Code(
                    Articles.Of("President Maria Silva announced that Norway would lift sanctions on Peru.")
                )
                .Events,
            told => told.Type == EventType.Sanction
        );

    [Theory]
    [InlineData(
        "President Jan Novák and Chancellor Maria Silva spoke by phone on Monday.",
        MeetingForm.Phone,
        MeetingStatus.Held
    )]
    [InlineData("Jan Novák will visit President Maria Silva.", MeetingForm.InPerson, MeetingStatus.Announced)]
    [InlineData(
        "Jan Novák postponed talks with President Maria Silva.",
        MeetingForm.InPerson,
        MeetingStatus.Postponed
    )]
    [InlineData(
        "Jan Novák refused to meet President Maria Silva.",
        MeetingForm.InPerson,
        MeetingStatus.Denied
    )]
    public void A_meeting_has_its_form_and_status(string text, MeetingForm form, MeetingStatus status)
    {
        Meeting meeting = Assert.Single(Coder.Code(Articles.Of(text)).Meetings);

        Assert.Equal((form, status), (meeting.Form, meeting.Status));
    }

    [Fact]
    public void An_event_has_its_day_and_its_place()
    {
        const string Text = "Envoy Jan Novák met President Maria Silva in Vienna on 12 May 2031.";

        Coding coding = Coder.Code(Articles.Of(Text));

        Event told = Assert.Single(coding.Events);
        Assert.Equal("2031-05-12", coding.Times[told.When!.Value].Value);
        Assert.Equal("Vienna", told.Where!.Value.In(Text).ToString());
    }

    [Theory]
    [InlineData("The markets fell on Monday because Norway had condemned Peru.")]
    [InlineData("The road that the army of Peru shelled in May has been paved.")]
    [InlineData("It is unclear whether Norway condemned Peru.")]
    [InlineData("If Norway condemned Peru, the talks would end.")]
    [InlineData("Norway has a fund in place to build roads, share costs and support Peru.")]
    [InlineData("Norway would have condemned Peru.")]
    public void What_is_told_in_passing_or_only_supposed_is_no_news(string text) =>
        Assert.Empty(Coder.Code(Articles.Of(text)).Events);

    [Fact]
    public void Where_the_sides_are_given_what_is_told_in_passing_counts() =>
        Assert.NotEmpty(
            Coder
                .Code(
                    Articles.Of("The markets fell on Monday because Norway had condemned Peru."),
                    given: true
                )
                .Events
        );

    [Theory]
    [InlineData(
        "The minister met President Maria Silva in Lima and urged her to sign.",
        "President Maria Silva"
    )]
    [InlineData("Norway suspended talks with Peru, accusing it of fraud.", "Peru")]
    public void An_object_pronoun_stands_for_the_one_it_can_stand_for(string text, string recipient)
    {
        Event told = Coder.Code(Articles.Of(text)).Events[^1];

        Assert.Equal(recipient, Assert.Single(told.Recipients).Passage.In(text).ToString());
    }

    [Fact]
    public void Whose_pronoun_could_be_anybody_is_told_in_no_event() =>
        Assert.Empty(Coder.Code(Articles.Of("The minister accused them of fraud.")).Events);

    [Fact]
    public void Hostages_are_not_asked_for_their_release() =>
        Assert.DoesNotContain(
            Coder.Code(Articles.Of("Norway called for the release of all Peruvian hostages.")).Events,
            told => told.Recipients.Count > 0
        );

    [Fact]
    public void Aid_that_is_cut_is_cut_for_whom_it_was_meant()
    {
        const string Text = "Norway cut all Norwegian aid to Peru.";

        Assert.Equal(
            "PER",
            Assert.Single(Assert.Single(Coder.Code(Articles.Of(Text)).Events).Recipients).Country
        );
    }

    [Fact]
    public void A_rival_is_not_of_the_country_whose_rival_he_is() =>
        Assert.DoesNotContain(
            Coder.Code(Articles.Of("Norway's rival condemned Peru.")).Events.SelectMany(told => told.Actors),
            party => party.Country == "NOR"
        );

    [Theory]
    [InlineData(
        "Norway, Peru, Chile and Kenya called for a review of the treaty.",
        "Norway|Peru|Chile|Kenya",
        ""
    )]
    [InlineData("The MLF and its allies pledged to form a government.", "The MLF|its allies", "")]
    [InlineData(
        "Norway's navy, in cooperation with Peruvian troops, shelled the town.",
        "Norway's navy|Peruvian troops",
        "the town"
    )]
    [InlineData("Norway called for the minister to be tried.", "Norway", "")]
    [InlineData("Both ministers called for an explanation from Norway.", "Both ministers", "Norway")]
    [InlineData("Norway denied that Peru had applied for a permit.", "Norway", "")]
    [InlineData(
        "Three ministers rejected the charges on the first day of their trial in Norway.",
        "Three ministers",
        ""
    )]
    [InlineData(
        "A man questioned in the Peruvian capital, Lima, was arrested by Norwegian police on Wednesday.",
        "Norwegian police",
        "A man"
    )]
    [InlineData("Norway accused Western states of rewarding fraud.", "Norway", "Western states")]
    [InlineData("Norway called on “all Peruvian leaders” to resign.", "Norway", "all Peruvian leaders")]
    [InlineData("Norway condemned the attack on Peru.", "Norway", "")]
    [InlineData("Norway reiterated the demand that Peru allow aid into the town.", "Norway", "Peru")]
    [InlineData("Norway closed its embassy in Peru.", "Norway", "Peru")]
    [InlineData(
        "Norway rejected repeated Peruvian raids, including the occupation of Kenyan islands.",
        "Norway",
        "repeated Peruvian raids"
    )]
    public void A_side_is_who_does_it_or_to_whom_it_is_done(string text, string actors, string recipients)
    {
        Event told = Assert.Single(Coder.Code(Articles.Of(text)).Events);

        Assert.Equal(
            actors,
            string.Join('|', told.Actors.Select(party => party.Passage.In(text).ToString()))
        );
        Assert.Equal(
            recipients,
            string.Join('|', told.Recipients.Select(party => party.Passage.In(text).ToString()))
        );
    }

    [Fact]
    public void The_sides_that_a_clause_points_back_to_are_no_third_party()
    {
        const string Text = "Norway and Peru held talks, with the two sides in good spirits.";

        Assert.Equal(
            ["NOR", "PER"],
            Assert.Single(Coder.Code(Articles.Of(Text)).Events).Actors.Select(party => party.Country)
        );
    }
}
