using Chancery.Desk.Disputes;
using Chancery.Desk.Stories;
using Chancery.Desk.Tests.Drafting;
using Chancery.Terms;

namespace Chancery.Desk.Tests.Disputes;

public sealed class DisputingTests
{
    private static readonly Watch Watch = new()
    {
        Id = "orsa",
        Name = "Orsa Watch",
        Question = "What does it do to the talks?",
        Subject = "Orsa war",
        Edition = new Edition(DayOfWeek.Friday, 7, 0, "Etc/UTC"),
        Actors =
        [
            new("Orsa", ActorKind.State, [], null, "orsa", true, []),
            new("Belmar", ActorKind.State, [], null, "belmar", true, []),
            new("Ilse Karn", ActorKind.Person, [], null, "orsa", true, [new("Minister", null, null)]),
            new("Tomas Reyl", ActorKind.Person, [], null, "belmar", true, [new("President", null, null)]),
        ],
        Outlets =
        [
            Outlet("The Strait Times", "strait.example"),
            Outlet("Belmar Wire", "wire.example"),
            Outlet("The Lamp", "lamp.example"),
        ],
    };

    private static readonly Coded Claimed = Paper.Article(
        "strait.example",
        "Envoys met in Halm",
        "Minister Ilse Karn said that envoys of Belmar handed over a sealed letter in Halm.",
        ("Minister Ilse Karn", "said", "envoys of Belmar handed over a sealed letter in Halm")
    );

    [Fact]
    public void A_denial_stands_against_what_it_denies_with_why_they_were_paired()
    {
        var dispute = Assert.Single(Find(Claimed, Denied()));
        Assert.Equal((DisputeKind.Denial, true), (dispute.Kind, dispute.Sure));
        Assert.Equal(("Karn", "Reyl"), (dispute.Claim.Speaker, dispute.Against[0].Speaker));
        Assert.Contains(
            dispute.Reasons,
            reason => reason.Contains("Reyl denies it", StringComparison.Ordinal)
        );
        Assert.Contains(dispute.Reasons, reason => reason.Contains("letter", StringComparison.Ordinal));
    }

    [Fact]
    public void A_denial_of_something_else_is_not_paired()
    {
        var other = Said(
            "wire.example",
            "President Tomas Reyl denied that the harbour of Orsa was shelled by night.",
            "denied",
            "the harbour of Orsa was shelled by night"
        );
        Assert.Empty(Find(Claimed, other));
    }

    [Fact]
    public void Nobody_denies_what_he_said_himself()
    {
        var own = Paper.Article(
            "lamp.example",
            "Karn again",
            "Minister Ilse Karn denied that envoys of Belmar handed over a sealed letter in Halm.",
            ("Minister Ilse Karn", "denied", "envoys of Belmar handed over a sealed letter in Halm")
        );
        Assert.Empty(Find(Claimed, Stanced(own)));
    }

    [Fact]
    public void A_contradiction_is_offered_and_never_sure()
    {
        var no = Said(
            "wire.example",
            "President Tomas Reyl said that Belmar handed over no sealed letter in Halm.",
            "said",
            "Belmar handed over no sealed letter in Halm"
        );
        var dispute = Assert.Single(Find(Claimed, no));
        Assert.Equal((DisputeKind.Contradiction, false), (dispute.Kind, dispute.Sure));
    }

    [Fact]
    public void A_denial_can_point_at_the_sentence_before_it()
    {
        var text =
            "The army of Orsa crossed the river at Halm, its command said. Belmari officials denied the claim.";
        var coded = Stanced(
            Paper.Article("lamp.example", "River", text, ("Belmari officials", "denied", "the claim"))
        );
        var dispute = Assert.Single(Find(coded), one => one.Sure);
        Assert.Equal("Belmari officials", dispute.Against[0].Speaker);
        Assert.StartsWith(
            "The army of Orsa crossed the river",
            dispute.Claim.Words,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Two_counts_of_one_thing_stand_side_by_side_with_their_owners()
    {
        var dispute = Assert.Single(
            Find(
                Counted("strait.example", "Orsa shot down 61 drones over the port of Halm by night.", 61),
                Counted("wire.example", "Belmar lost 40 drones over the port of Halm by night.", 40)
            )
        );
        Assert.Equal(DisputeKind.Count, dispute.Kind);
        Assert.Equal((61m, 40m), (dispute.Claim.Value!.Value, dispute.Against[0].Value!.Value));
        Assert.Equal(
            ("The Strait Times", "Belmar Wire"),
            (dispute.Claim.Speaker, dispute.Against[0].Speaker)
        );
    }

    [Fact]
    public void A_speaker_who_departs_from_his_own_words_of_a_week_before_is_offered()
    {
        var old = Said(
            "lamp.example",
            "President Tomas Reyl said that Belmar will sign the treaty of Halm in spring.",
            "said",
            "Belmar will sign the treaty of Halm in spring"
        ) with
        {
            At = Paper.Monday.AddDays(-10),
        };
        var now = Said(
            "wire.example",
            "President Tomas Reyl said that Belmar will not sign the treaty of Halm in spring.",
            "said",
            "Belmar will not sign the treaty of Halm in spring"
        );
        var dispute = Assert.Single(Disputing.Find(Watch, [Story(now)], [old]));
        Assert.Equal((DisputeKind.Drift, false), (dispute.Kind, dispute.Sure));
        Assert.Contains("not sign", dispute.Against[0].Words, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_words_make_the_same_dispute_again() =>
        Assert.Equal(
            Find(Claimed, Denied()).Select(one => one.Id),
            Find(Denied(), Claimed).Select(one => one.Id)
        );

    private static Coded Denied() =>
        Said(
            "wire.example",
            "President Tomas Reyl denied that envoys of Belmar handed over any letter in Halm.",
            "denied",
            "envoys of Belmar handed over any letter in Halm"
        );

    private static Coded Said(string outlet, string text, string cue, string content) =>
        Stanced(Paper.Article(outlet, $"Reyl {cue}", text, ("President Tomas Reyl", cue, content)));

    /// <summary>As the coder would have it: "denied" is a denial.</summary>
    private static Coded Stanced(Coded coded) =>
        coded with
        {
            Coding = coded.Coding with
            {
                Statements =
                [
                    .. coded.Coding.Statements.Select(statement =>
                        statement.CueLemma == "denied"
                            ? statement with
                            {
                                CueLemma = "deny",
                                Stance = Stance.Deny,
                            }
                            : statement
                    ),
                ],
            },
        };

    private static Coded Counted(string outlet, string text, decimal value)
    {
        var coded = Paper.Article(outlet, "Night raid", text);
        var at = text.IndexOf($"{value} drones", StringComparison.Ordinal);
        return coded with
        {
            Coding = coded.Coding with
            {
                Figures = [new Figure(new Passage(at, 2), value, "", new Passage(at + 3, 6))],
            },
        };
    }

    private static IReadOnlyList<Dispute> Find(params Coded[] articles) =>
        Disputing.Find(Watch, [Story(articles)], []);

    private static Weighed Story(params Coded[] articles) =>
        new(
            new Story("s", [.. articles.Select(one => one.Article.Id)], Paper.Monday, Paper.Monday),
            articles,
            1,
            1
        );

    private static Outlet Outlet(string name, string domain) =>
        new(name, [domain], name, null, "en", OutletKind.Paper, []);
}
