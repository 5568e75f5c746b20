using Chancery.Desk.Editing;
using Chancery.Terms;
using FsCheck;
using FsCheck.Fluent;

namespace Chancery.Desk.Tests.Editing;

public sealed class EditingTests
{
    private static readonly Draft draft = Desk.Editing.Editing.Open(Weekly.Issue());

    [Fact]
    public void A_draft_that_nobody_edited_is_the_issue_that_it_began_as() =>
        Assert.Equal(IssueFile.Write(Weekly.Issue()), IssueFile.Write(draft.ToIssue()));

    [Fact]
    public void The_same_line_of_a_week_drafted_again_has_the_same_id()
    {
        var again = Desk.Editing.Editing.Open(
            Weekly.Issue() with
            {
                Digest = [],
                Dek = Weekly.Said("Another dek"),
            }
        );
        Assert.Equal(draft.Id("Three"), again.Id("Three"));
    }

    [Fact]
    public void Two_lines_of_the_same_words_have_two_ids()
    {
        var twice = Desk.Editing.Editing.Open(Weekly.Issue() with { Dek = Weekly.Said("One") });
        Assert.Equal(twice.Lines.Count, twice.Lines.Select(line => line.Id).Distinct().Count());
    }

    [Fact]
    public void A_line_keeps_its_id_when_its_words_change()
    {
        var edited = After(new Edit.Write(draft.Id("Two"), Weekly.Said("Two and a half")));
        Assert.Equal(draft.Id("Two"), edited.Id("Two and a half"));
        Assert.Equal("One Two and a half / Three | Four Five | Six", edited.ToIssue().Body());
    }

    [Fact]
    public void A_line_that_is_cut_comes_back_where_it_stood()
    {
        var cut = After(new Edit.Remove(draft.Id("Two")));
        Assert.Equal("One / Three | Four Five | Six", cut.ToIssue().Body());
        var back = Desk.Editing.Editing.Apply(cut, 2, new Edit.Restore(draft.Id("Two")));
        Assert.Equal("One Two / Three | Four Five | Six", back.ToIssue().Body());
    }

    [Fact]
    public void Title_and_dek_cannot_be_cut() =>
        Assert.Equal("Title", After(new Edit.Remove(draft.Id("Title"))).ToIssue().Title.Text);

    [Fact]
    public void A_line_of_ones_own_stands_behind_the_line_that_was_chosen() =>
        Assert.Equal(
            "One Mine Two / Three | Four Five | Six",
            After(new Edit.Add(new Line.Opinion("Mine", "Mira"), Section.Lead, draft.Id("One")))
                .ToIssue()
                .Body()
        );

    [Fact]
    public void A_line_added_to_the_digest_is_an_item_of_its_own() =>
        Assert.Equal(
            "One Two / Three | Four Five | Six | New",
            After(new Edit.Add(Weekly.Said("New"), Section.Digest)).ToIssue().Body()
        );

    [Fact]
    public void An_offered_item_is_taken_and_laid_back_with_its_story()
    {
        var taken = After(new Edit.Place(draft.Item("Nine"), Section.Digest));
        Assert.Equal("One Two / Three | Four Five | Six | Nine", taken.ToIssue().Body());
        Assert.Equal("s4", taken.ToIssue().Digest[^1].Story);
        Assert.Empty(taken.ToIssue().Offered);
        var back = Desk.Editing.Editing.Apply(taken, 2, new Edit.Place(draft.Item("Nine"), Section.Offered));
        Assert.Equal(IssueFile.Write(Weekly.Issue()), IssueFile.Write(back.ToIssue()));
    }

    [Fact]
    public void An_item_that_comes_to_lead_puts_the_old_lead_first_in_the_digest()
    {
        var issue = After(new Edit.Place(draft.Item("Six"), Section.Lead)).ToIssue();
        Assert.Equal("Six | One Two / Three | Four Five", issue.Body());
        Assert.Equal(("s3", "s1"), (issue.Lead.Story, issue.Digest[0].Story));
    }

    [Fact]
    public void Choosing_another_title_makes_the_first_an_alternative()
    {
        var issue = After(new Edit.Choose(draft.Id("Other title"), Section.Title)).ToIssue();
        Assert.Equal(("Other title", "Title"), (issue.Title.Text, Assert.Single(issue.Alternatives).Text));
    }

    [Fact]
    public void A_paragraph_is_parted_and_joined()
    {
        var parted = After(new Edit.Paragraphs(draft.Id("Two"), Begins: true));
        Assert.Equal("One / Two / Three | Four Five | Six", parted.ToIssue().Body());
        var joined = Desk.Editing.Editing.Apply(
            parted,
            2,
            new Edit.Paragraphs(draft.Id("Three"), Begins: false)
        );
        Assert.Equal("One / Two Three | Four Five | Six", joined.ToIssue().Body());
    }

    [Fact]
    public void Steps_down_lead_a_line_through_every_place_and_to_the_end()
    {
        string[] places = [.. Walk("One", up: false)];
        Assert.Equal(
            [
                "Two One / Three | Four Five | Six",
                "Two / One / Three | Four Five | Six",
                "Two / One Three | Four Five | Six",
                "Two / Three One | Four Five | Six",
                "Two / Three / One | Four Five | Six",
                "Two / Three | One Four Five | Six",
                "Two / Three | Four One Five | Six",
                "Two / Three | Four Five One | Six",
                "Two / Three | Four Five / One | Six",
                "Two / Three | Four Five | One Six",
                "Two / Three | Four Five | Six One",
                "Two / Three | Four Five | Six / One",
            ],
            places
        );
    }

    [Fact]
    public void Steps_up_lead_a_line_back_to_the_top() =>
        Assert.Equal(
            [
                "One Two / Three | Four Six Five",
                "One Two / Three | Six Four Five",
                "One Two / Three | Six / Four Five",
                "One Two / Three Six | Four Five",
                "One Two / Six Three | Four Five",
                "One Two / Six / Three | Four Five",
                "One Two Six / Three | Four Five",
                "One Six Two / Three | Four Five",
                "Six One Two / Three | Four Five",
                "Six / One Two / Three | Four Five",
            ],
            Walk("Six", up: true).Skip(1)
        );

    [Fact]
    public void Briefings_step_past_each_other()
    {
        var moved = Step(draft, "Seven", up: false)!;
        Assert.Equal(["Eight", "Seven"], moved.ToIssue().Briefings.Select(line => line.Text));
        Assert.Null(Step(moved, "Seven", up: false));
    }

    [Fact]
    public void An_item_steps_as_a_whole()
    {
        var edit = Walking.StepItem(draft, draft.Item("Five"), up: false);
        Assert.Equal("One Two / Three | Six | Four Five", After(edit!).ToIssue().Body());
    }

    [Fact]
    public void Edits_of_different_lines_come_to_the_same_in_either_order()
    {
        Edit one = new Edit.Write(draft.Id("One"), Weekly.Said("1"));
        Edit two = new Edit.Remove(draft.Id("Five"));
        Assert.Equal(
            IssueFile.Write(
                Desk.Editing.Editing.Apply(Desk.Editing.Editing.Apply(draft, 1, one), 2, two).ToIssue()
            ),
            IssueFile.Write(
                Desk.Editing.Editing.Apply(Desk.Editing.Editing.Apply(draft, 1, two), 2, one).ToIssue()
            )
        );
    }

    /// <summary>Whatever is done in whatever order, no line is lost or doubled, and lines that belong together stand together.</summary>
    [Fact]
    public void No_sequence_of_edits_loses_a_line_or_tears_an_item()
    {
        Prop.ForAll(
                ArbMap.Default.ArbFor<NonEmptyArray<(byte, byte, byte)>>(),
                steps =>
                {
                    var at = draft;
                    var added = 0;
                    foreach (var (kind, a, b) in steps.Get)
                    {
                        var edit = Any(at, kind, a, b);
                        added += edit is Edit.Add ? 1 : 0;
                        at = Desk.Editing.Editing.Apply(at, at.Number + 1, edit);
                    }
                    Assert.Equal(
                        draft.Lines.Count + added,
                        at.Lines.Select(line => line.Id).Distinct().Count()
                    );
                    Assert.Equal(draft.Lines.Count + added, at.Lines.Count);
                    Assert.Single(at.In(Section.Title));
                    Assert.Single(at.In(Section.Dek));
                    Together(at.Lines.Select(line => line.Section.ToString()));
                    Together(at.Lines.Select(line => line.Item));
                    Together(at.Lines.Select(line => line.Paragraph));
                }
            )
            .QuickCheckThrowOnFailure();
    }

    /// <summary>What was done and taken back was not done; taken back twice, it was.</summary>
    [Fact]
    public void Undoing_everything_gives_the_beginning()
    {
        Prop.ForAll(
                ArbMap.Default.ArbFor<NonEmptyArray<(byte, byte, byte)>>(),
                steps =>
                {
                    var at = draft;
                    List<Edit> edits = [];
                    foreach (var (kind, a, b) in steps.Get)
                    {
                        edits.Add(Any(at, kind, a, b));
                        at = Desk.Editing.Editing.Apply(at, at.Number + 1, edits[^1]);
                    }
                    edits.Add(new Edit.Undo([.. Enumerable.Range(1, edits.Count)]));
                    var undone = Desk.Editing.Editing.Open(Weekly.Issue(), Weekly.Kept([.. edits]));
                    Assert.Equal(IssueFile.Write(Weekly.Issue()), IssueFile.Write(undone.ToIssue()));
                    edits.Add(new Edit.Undo([edits.Count]));
                    var redone = Desk.Editing.Editing.Open(Weekly.Issue(), Weekly.Kept([.. edits]));
                    Assert.Equal(IssueFile.Write(at.ToIssue()), IssueFile.Write(redone.ToIssue()));
                }
            )
            .QuickCheckThrowOnFailure();
    }

    private static Edit Any(Draft at, byte kind, byte a, byte b)
    {
        var one = at.Lines[a % at.Lines.Count];
        var two = at.Lines[b % at.Lines.Count];
        var side = (Side)(b % 2);
        return (kind % 11) switch
        {
            0 => new Edit.Write(one.Id, Weekly.Said($"words {a} {b}")),
            1 => new Edit.Remove(one.Id),
            2 => new Edit.Restore(one.Id),
            3 => new Edit.Add(
                Weekly.Said($"new {a} {b}"),
                (Section)(b % 8) is var s && s <= Section.Dek ? Section.Lead : s,
                one.Section <= Section.Dek ? null : one.Id
            ),
            4 => new Edit.Move(one.Id, two.Id, side),
            5 => new Edit.Move(one.Id, two.Id, side, Alone: true),
            6 => new Edit.MoveItem(one.Item, two.Item, side),
            7 => new Edit.Place(one.Item, (Section)(b % 8)),
            8 => new Edit.Choose(one.Id, (Section)(b % 2)),
            9 => new Edit.Paragraphs(one.Id, b % 2 == 0),
            _ => Walking.Step(at, one.Id, b % 2 == 0) ?? new Edit.Restore(one.Id),
        };
    }

    private static void Together(IEnumerable<string> names)
    {
        List<string> runs = [];
        foreach (var name in names)
        {
            if (runs.Count == 0 || runs[^1] != name)
            {
                runs.Add(name);
            }
        }
        Assert.Equal(runs.Count, runs.Distinct().Count());
    }

    private static IEnumerable<string> Walk(string text, bool up)
    {
        for (var at = Step(draft, text, up); at is not null; at = Step(at, text, up))
        {
            yield return at.ToIssue().Body();
        }
    }

    private static Draft? Step(Draft at, string text, bool up) =>
        Walking.Step(at, at.Id(text), up) is { } edit
            ? Desk.Editing.Editing.Apply(at, at.Number + 1, edit)
            : null;

    private static Draft After(Edit edit) => Desk.Editing.Editing.Apply(draft, 1, edit);
}
