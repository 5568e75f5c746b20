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
    public void Of_several_who_speak_in_the_sentence_before_the_last_is_denied()
    {
        const string Text =
            "The envoys said that the bridge at Halm was mined, and President Tomas Reyl said that the army of Orsa had crossed the river. Karn’s officials denied the claim.";
        var coded = Stanced(
            Paper.Article(
                "lamp.example",
                "River",
                Text,
                ("The envoys", "said", "that the bridge at Halm was mined"),
                ("President Tomas Reyl", "said", "that the army of Orsa had crossed the river"),
                ("Karn’s officials", "denied", "the claim")
            )
        );
        var dispute = Assert.Single(Find(coded), one => one.Sure);
        Assert.Equal("that the army of Orsa had crossed the river", dispute.Claim.Words);
    }

    [Fact]
    public void No_military_solution_is_no_word_against_a_solution()
    {
        var one = Paper.Article(
            "strait.example",
            "Karn on Halm",
            "Minister Ilse Karn said that the council of Halm found a solution for the harbour of Belmar.",
            ("Minister Ilse Karn", "said", "the council of Halm found a solution for the harbour of Belmar")
        );
        var other = Said(
            "wire.example",
            "President Tomas Reyl said that the harbour of Belmar has no military solution in Halm.",
            "said",
            "the harbour of Belmar has no military solution in Halm"
        );
        Assert.Empty(Find(one, other));
    }

    [Fact]
    public void Two_who_deny_one_claim_are_one_dispute()
    {
        var also = Stanced(
            Paper.Article(
                "lamp.example",
                "Envoys",
                "Belmari officials denied that envoys of Belmar handed over any sealed letter.",
                ("Belmari officials", "denied", "envoys of Belmar handed over any sealed letter")
            )
        );
        var dispute = Assert.Single(Find(Claimed, Denied(), also));
        Assert.Equal(
            ["Belmari officials", "Reyl"],
            dispute.Against.Select(account => account.Speaker).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void A_denial_of_any_such_thing_points_at_the_thing()
    {
        const string Text =
            "A memorandum on the harbour was drawn up in Halm. Minister Ilse Karn denied that any such memorandum reached her.";
        var coded = Stanced(
            Paper.Article(
                "lamp.example",
                "Harbour",
                Text,
                ("Minister Ilse Karn", "denied", "any such memorandum reached her")
            )
        );
        var dispute = Assert.Single(Find(coded));
        Assert.Equal("A memorandum on the harbour was drawn up in Halm.", dispute.Claim.Words);
        Assert.True(dispute.Sure);
    }

    [Fact]
    public void A_denial_of_what_somebody_claims_in_the_same_sentence_stands_against_him()
    {
        const string Text =
            "Minister Ilse Karn denied the claim of President Tomas Reyl, who said that her army shelled Halm.";
        var coded = Stanced(
            Paper.Article(
                "lamp.example",
                "Shells",
                Text,
                (
                    "Minister Ilse Karn",
                    "denied",
                    "the claim of President Tomas Reyl, who said that her army shelled Halm"
                ),
                ("President Tomas Reyl", "said", "her army shelled Halm")
            )
        );
        var dispute = Assert.Single(Find(coded));
        Assert.Equal(("Reyl", "Karn"), (dispute.Claim.Speaker, dispute.Against[0].Speaker));
    }

    [Fact]
    public void Two_sides_heard_one_after_the_other_contradict_with_few_words()
    {
        const string Text =
            "Minister Ilse Karn said that she had asked for an immediate truce. President Tomas Reyl said that a truce was not discussed.";
        var dispute = Assert.Single(
            Find(
                Paper.Article(
                    "lamp.example",
                    "Truce",
                    Text,
                    ("Minister Ilse Karn", "said", "she had asked for an immediate truce"),
                    ("President Tomas Reyl", "said", "a truce was not discussed")
                )
            )
        );
        Assert.Equal((DisputeKind.Contradiction, false), (dispute.Kind, dispute.Sure));
    }

    [Fact]
    public void A_capital_and_an_adjective_name_the_state()
    {
        var claim = Paper.Article(
            "strait.example",
            "Letter",
            "Minister Ilse Karn said that Belmari envoys passed a sealed paper in Halm.",
            ("Minister Ilse Karn", "said", "Belmari envoys passed a sealed paper in Halm")
        );
        var denial = Said(
            "wire.example",
            "President Tomas Reyl denied that any paper was passed on by Belmar.",
            "denied",
            "any paper was passed on by Belmar"
        );
        Assert.True(Assert.Single(Find(claim, denial)).Sure);
    }

    [Fact]
    public void About_the_same_number_is_no_second_count()
    {
        var rough = Counted(
            "wire.example",
            "Belmar lost about 58 drones over the port of Halm by night.",
            58
        );
        rough = rough with
        {
            Coding = rough.Coding with { Figures = [rough.Coding.Figures[0] with { Bound = Bound.About }] },
        };
        Assert.Empty(
            Find(
                Counted("strait.example", "Orsa shot down 61 drones over the port of Halm by night.", 61),
                rough
            )
        );
    }

    [Fact]
    public void Two_sides_count_side_by_side_in_one_article()
    {
        const string Text =
            "The army of Orsa shot down 61 drones. Belmar gave another number. Its command launched 40 drones.";
        var coded = Paper.Article("lamp.example", "Night raid", Text);
        var dispute = Assert.Single(
            Find(
                coded with
                {
                    Coding = coded.Coding with { Figures = [Figure(Text, 61), Figure(Text, 40)] },
                }
            ),
            one => one.Kind == DisputeKind.Count
        );
        Assert.Equal((61m, 40m), (dispute.Claim.Value!.Value, dispute.Against[0].Value!.Value));
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
        return coded with { Coding = coded.Coding with { Figures = [Figure(text, value)] } };
    }

    private static Figure Figure(string text, decimal value)
    {
        var at = text.IndexOf($"{value} drones", StringComparison.Ordinal);
        return new Figure(new Passage(at, 2), value, "", new Passage(at + 3, 6));
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
