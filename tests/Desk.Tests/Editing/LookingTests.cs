using Chancery.Desk.Editing;
using Chancery.Terms;

namespace Chancery.Desk.Tests.Editing;

public sealed class LookingTests
{
    private static Issue Before(params Line[] lines) =>
        Weekly.Issue() with
        {
            Week = new DateOnly(2031, 2, 24),
            Title = Weekly.Said("Old title", "b1"),
            Dek = Weekly.Said("Old dek", "b2"),
            Lead = new Item(null, [new(lines)]),
            Digest = [],
            Briefings = [],
        };

    private static Issue Now(Line line) =>
        Before(line) with
        {
            Week = new DateOnly(2031, 3, 3),
            Title = Weekly.Said("Title", "c1"),
            Dek = Weekly.Said("Dek", "c2"),
        };

    [Fact]
    public void The_same_cited_words_were_said_before_however_they_are_put()
    {
        var found = Assert.Single(
            SaidBefore.Look(
                Now(Weekly.Said("The locks stay, says Harrow.", "a7", 40)),
                [Before(Weekly.Said("Harrow: no change at the locks.", "a7", 45))]
            )
        );
        Assert.Equal((2, new DateOnly(2031, 2, 24), true), (found.Line, found.Week, found.SameWords));
    }

    [Fact]
    public void The_same_sentence_in_another_order_of_clauses_was_said_before()
    {
        var found = Assert.Single(
            SaidBefore.Look(
                Now(
                    Weekly.Said(
                        "Harrow said that the tolls were negotiable and the locks were not, The Courier reported.",
                        "a8"
                    )
                ),
                [
                    Before(
                        Weekly.Said(
                            "According to The Courier, Harrow said that the tolls were negotiable and the locks were not.",
                            "a9"
                        )
                    ),
                ]
            )
        );
        Assert.False(found.SameWords);
    }

    [Fact]
    public void Another_sentence_on_the_same_people_was_not() =>
        Assert.Empty(
            SaidBefore.Look(
                Now(
                    Weekly.Said(
                        "Harrow said that her ministry would send a list of questions to Dravna.",
                        "a8"
                    )
                ),
                [
                    Before(
                        Weekly.Said(
                            "Harrow said that the tolls were negotiable and the locks were not.",
                            "a9"
                        )
                    ),
                ]
            )
        );

    [Fact]
    public void An_absence_is_alike_every_week_and_passed_over()
    {
        var absence = new Line.Absence(
            "There were no State Office press briefings this week at all, anywhere.",
            "https://office.example/feed",
            default,
            new FeedHealth(1, 0, null, 0, true)
        );
        Assert.Empty(SaidBefore.Look(Now(absence), [Before(absence)]));
    }

    [Fact]
    public void A_later_issue_is_not_before() =>
        Assert.Empty(SaidBefore.Look(Before(Weekly.Said("Words", "a7")), [Now(Weekly.Said("Words", "a7"))]));

    [Fact]
    public void Words_and_quotations_are_counted_against_the_form()
    {
        var measures = Measures
            .Of(Now(Weekly.Said("“We go to talk,” Ashdale said on a Monday.")))
            .ToDictionary(measure => measure.Name);
        Assert.Equal(9, measures["Words in all"].Value);
        Assert.False(measures["Words in all"].Fits);
        Assert.Equal(1, measures["Quotations"].Value);
        Assert.Equal(44, measures["Words in quotations"].Value);
    }
}
