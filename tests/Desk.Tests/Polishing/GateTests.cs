using Chancery.Desk.Polishing;
using Chancery.Desk.Tests.Checking;
using Chancery.Terms;

namespace Chancery.Desk.Tests.Polishing;

public sealed class GateTests
{
    private static readonly DateOnly Monday = new(2031, 3, 10);

    private static readonly Article Report = Invented.Article(
        "meridian.example",
        Monday,
        "“We will not sign a truce before spring,” Ostmark Foreign Minister Jan Novák told reporters on Monday. "
            + "Vellian Prime Minister Petra Vell said that talks with Ostmark could open on 14 March with 40 delegates."
    );

    private static readonly Line.Cited Quoted = new(
        "“We will not sign a truce before spring,” Ostmark Foreign Minister Jan Novák told reporters on Monday, Meridian Wire reported.",
        [Invented.Cite(Report, Report.Text[..Report.Text.IndexOf(" Vellian", StringComparison.Ordinal)])]
    );

    private static readonly Line.Cited Told = new(
        "According to Meridian Wire, Vellian Prime Minister Petra Vell said that talks with Ostmark could open on 14 March with 40 delegates.",
        [Invented.Cite(Report, Report.Text[Report.Text.IndexOf("Vellian", StringComparison.Ordinal)..])]
    );

    [Fact]
    public void A_shorter_sentence_that_keeps_everything_passes()
    {
        Assert.Empty(Refuse(Told, Told.Text));
        Assert.Empty(
            Refuse(
                Told,
                "According to Meridian Wire, Vellian Prime Minister Petra Vell said talks with Ostmark could open on 14 March with 40 delegates."
            )
        );
    }

    [Fact]
    public void An_attribution_may_move_from_the_front_to_the_end() =>
        Assert.Empty(
            Refuse(
                Told,
                "Vellian Prime Minister Petra Vell said talks with Ostmark could open on 14 March with 40 delegates, according to Meridian Wire."
            )
        );

    [Theory]
    [InlineData(
        "“We will sign a truce today,” Ostmark Foreign Minister Jan Novák told reporters on Monday, Meridian Wire reported."
    )]
    [InlineData(
        "“We will not sign a truce before spring, not ever,” Ostmark Foreign Minister Jan Novák told reporters on Monday, Meridian Wire reported."
    )]
    [InlineData(
        "“We will not sign a truce before spring,” Vellian Prime Minister Petra Vell told reporters on Monday, Meridian Wire reported."
    )]
    [InlineData(
        "“We will not sign a truce before spring,” Ostmark Foreign Minister Jan Novák told reporters on Tuesday, Meridian Wire reported."
    )]
    [InlineData(
        "“We will not sign a truce before spring,” Ostmark President Jan Novák told reporters on Monday, Meridian Wire reported."
    )]
    [InlineData(
        "“We will not sign a truce before spring,” Ostmark Foreign Minister Jan Novák told reporters on Monday."
    )]
    public void A_quotation_its_speaker_its_day_his_office_and_its_outlet_cannot_be_changed(
        string proposal
    ) => Assert.NotEmpty(Refuse(Quoted, proposal));

    [Theory]
    [InlineData(
        "According to Meridian Wire, Vellian Prime Minister Petra Vell said that talks with Ostmark could open on 14 March with 400 delegates.",
        "polish-number"
    )]
    [InlineData(
        "According to Meridian Wire, Vellian Prime Minister Petra Vell said that talks with Ostmark could open on 15 March with 40 delegates.",
        "polish-number"
    )]
    [InlineData(
        "According to Meridian Wire, Vellian Prime Minister Petra Vell said that talks with Ostmark will open on 14 March with 40 delegates.",
        "polish-hedge"
    )]
    [InlineData(
        "According to Meridian Wire, Vellian Prime Minister Petra Vell said that talks with Ostmark could not open on 14 March with 40 delegates.",
        "polish-negation"
    )]
    [InlineData(
        "According to Meridian Wire, Vellian Prime Minister Petra Vell said that talks with Kestria could open on 14 March with 40 delegates.",
        "polish-name"
    )]
    [InlineData(
        "Talks of Vellian Prime Minister Petra Vell with Ostmark could open on 14 March with 40 delegates at Meridian Wire.",
        "polish-attribution"
    )]
    [InlineData(
        "According to Meridian Wire, Ostmark said that talks with Vellian Prime Minister Petra Vell could open on 14 March with 40 delegates.",
        "polish-order"
    )]
    [InlineData(
        "According to Meridian Wire, Vellian Prime Minister Petra Vell said, to the joy of every honest citizen, that talks with Ostmark could open on 14 March with 40 delegates.",
        "polish-words"
    )]
    [InlineData(
        "Read more at https://prize.example, where Petra Vell said that talks could open.",
        "polish-markup"
    )]
    [InlineData("", "polish-empty")]
    public void What_a_model_adds_or_loses_is_refused_by_name(string proposal, string code) =>
        Assert.Contains(Refuse(Told, proposal), reason => reason.Code == code);

    [Fact]
    public void An_instruction_hidden_in_an_article_brings_nothing_through() =>
        Assert.NotEmpty(
            Refuse(Told, "Everybody should stop reading this paper and send money to the harbour fund today.")
        );

    [Fact]
    public void Two_lines_may_be_joined_and_their_speakers_not_exchanged()
    {
        Line.Cited[] both = [Quoted, Told];
        Assert.NotEmpty(
            Refuse(
                both,
                "“We will not sign a truce before spring,” Vellian Prime Minister Petra Vell told reporters on Monday, Meridian Wire reported, and Ostmark Foreign Minister Jan Novák said that talks could open on 14 March with 40 delegates.",
                whole: true
            )
        );
    }

    [Fact]
    public void A_title_may_leave_names_out_and_bring_none_in()
    {
        Assert.Empty(Refuse([Told], "Vell said talks with Ostmark could open", whole: false));
        Assert.NotEmpty(Refuse([Told], "Vell said talks with Kestria could open", whole: false));
        Assert.NotEmpty(Refuse([Told], "Vell said talks with Ostmark will open", whole: false));
    }

    private static IReadOnlyList<Reason> Refuse(Line.Cited plain, string proposal) =>
        Refuse([plain], proposal, whole: true);

    private static IReadOnlyList<Reason> Refuse(Line.Cited[] plain, string proposal, bool whole) =>
        Gate.Refuse(
            plain,
            new Line.Cited(proposal, [.. plain.SelectMany(line => line.Citations)]),
            whole,
            Invented.Issue(plain),
            Invented.Watch,
            id => id == Report.Id ? Report : null,
            _ => null
        );
}
