using Chancery.Record.Issues;
using Chancery.Terms;
using FsCheck;
using FsCheck.Fluent;

namespace Chancery.RecordTests;

public sealed class EditShelfTests
{
    private static readonly DateOnly week = new(2031, 3, 3);

    [Fact]
    public void An_edit_is_kept_with_who_and_when_and_outlives_a_restart()
    {
        using var desk = Drafted();
        Assert.Equal(new EditOutcome.Kept(1), Write(desk, "mira", "one", "New words", 0));
        desk.Reopen();
        var kept = Assert.Single(EditShelf.Find(desk.Store, "demo", week)!.Edits);
        Assert.Equal((1, "mira", Desk.Monday), (kept.Number, kept.By, kept.At));
        Assert.Equal("New words", Assert.IsType<Edit.Write>(kept.Edit).Line.Text);
    }

    [Fact]
    public void Two_editors_on_one_line_conflict_and_the_first_stands()
    {
        using var desk = Drafted();
        Write(desk, "mira", "one", "Mira's", 0);
        var conflict = Assert.IsType<EditOutcome.Conflict>(Write(desk, "jon", "one", "Jon's", 0));
        Assert.Equal(("mira", "Mira's"), (conflict.Theirs.By, ((Edit.Write)conflict.Theirs.Edit).Line.Text));
        Assert.Single(EditShelf.Find(desk.Store, "demo", week)!.Edits);
        Assert.Equal(new EditOutcome.Kept(2), Write(desk, "jon", "one", "Both", 1));
    }

    [Fact]
    public void Two_editors_on_two_lines_never_conflict()
    {
        using var desk = Drafted();
        Assert.Equal(new EditOutcome.Kept(1), Write(desk, "mira", "one", "Mira's", 0));
        Assert.Equal(new EditOutcome.Kept(2), Write(desk, "jon", "two", "Jon's", 0));
    }

    [Fact]
    public void What_only_orders_conflicts_with_nothing()
    {
        using var desk = Drafted();
        Write(desk, "mira", "one", "Mira's", 0);
        Assert.Equal(
            new EditOutcome.Kept(2),
            Append(desk, "jon", new Edit.Move("one", "two", Side.After), 0)
        );
    }

    [Fact]
    public void The_first_edit_fixes_what_the_draft_began_as_and_a_new_machine_draft_does_not_replace_it()
    {
        using var desk = Drafted();
        Write(desk, "mira", "one", "Mira's", 0);
        Assert.False(IssueShelf.KeepDraft(desk.Store, Issue("Drafted again")));
        Assert.Equal("Title", EditShelf.Find(desk.Store, "demo", week)!.Base.Title.Text);
    }

    [Fact]
    public void The_weeks_issue_is_kept_in_step()
    {
        using var desk = Drafted();
        Append(desk, "mira", new Edit.Illustrate(null), 0, _ => Issue("As edited"));
        Assert.Equal("As edited", IssueShelf.Find(desk.Store, "demo", week)!.Title.Text);
        Assert.Equal(1, Assert.Single(IssueShelf.All(desk.Store)).Edits);
    }

    [Fact]
    public void Only_what_was_seen_is_approved()
    {
        using var desk = Drafted();
        Write(desk, "mira", "one", "Mira's", 0);
        Write(desk, "jon", "two", "Jon's", 0);
        Assert.Equal(new EditOutcome.Moved(2), Approve(desk, 1));
        Assert.Null(IssueShelf.Find(desk.Store, "demo", week)!.Approved);
        Assert.Equal(new EditOutcome.Kept(2), Approve(desk, 2));
        Assert.Equal("Pia", IssueShelf.Find(desk.Store, "demo", week)!.Approved!.By);
    }

    [Fact]
    public void An_approved_issue_is_not_edited_not_approved_twice_and_not_replaced()
    {
        using var desk = Drafted();
        Approve(desk, 0);
        Assert.IsType<EditOutcome.Closed>(Write(desk, "mira", "one", "Late", 0));
        Assert.IsType<EditOutcome.Closed>(Approve(desk, 0));
        Assert.False(
            IssueShelf.KeepApproved(
                desk.Store,
                Issue("Other") with
                {
                    Approved = new Approval("Eve", Desk.Monday),
                }
            )
        );
        Assert.Equal("Title", IssueShelf.Find(desk.Store, "demo", week)!.Title.Text);
    }

    [Fact]
    public void There_is_nothing_to_edit_where_nothing_was_drafted()
    {
        using var desk = new Desk();
        Assert.IsType<EditOutcome.Missing>(Write(desk, "mira", "one", "Words", 0));
        Assert.Null(EditShelf.Find(desk.Store, "demo", week));
        Assert.Empty(IssueShelf.All(desk.Store));
        Assert.Empty(CommentShelf.Of(desk.Store, "demo", week));
    }

    /// <summary>
    /// Two editors, each with a copy of their own that may be old, in any interleaving: every word that was accepted is in
    /// the record, and a line's last accepted words are what stands.
    /// </summary>
    [Fact]
    public void Two_editors_lose_nothing_in_any_order()
    {
        Prop.ForAll(
                ArbMap.Default.ArbFor<(bool, byte, bool)[]>(),
                steps =>
                {
                    using var desk = Drafted();
                    Dictionary<string, int>[] seen =
                    [
                        [],
                        [],
                    ];
                    Dictionary<string, string> standing = [];
                    List<string> accepted = [];
                    foreach (var ((second, pick, looks), i) in steps.Select((step, i) => (step, i)))
                    {
                        var who = second ? 1 : 0;
                        var line = $"line {pick % 3}";
                        if (looks)
                        {
                            seen[who] = EditShelf
                                .Find(desk.Store, "demo", week)!
                                .Edits.GroupBy(kept => kept.Edit.Touches!)
                                .ToDictionary(group => group.Key, group => group.Last().Number);
                        }
                        var outcome = Write(
                            desk,
                            second ? "jon" : "mira",
                            line,
                            $"words {i}",
                            seen[who].GetValueOrDefault(line)
                        );
                        if (outcome is EditOutcome.Kept kept)
                        {
                            seen[who][line] = kept.Number;
                            standing[line] = $"words {i}";
                            accepted.Add($"words {i}");
                        }
                        else
                        {
                            // What stands in the way is what the other cannot have seen.
                            var theirs = Assert.IsType<EditOutcome.Conflict>(outcome).Theirs;
                            Assert.True(theirs.Number > seen[who].GetValueOrDefault(line));
                            Assert.Equal(standing[line], ((Edit.Write)theirs.Edit).Line.Text);
                        }
                    }
                    var edits = EditShelf.Find(desk.Store, "demo", week)!.Edits;
                    Assert.Equal(accepted, edits.Select(kept => ((Edit.Write)kept.Edit).Line.Text));
                    Assert.Equal(Enumerable.Range(1, accepted.Count), edits.Select(kept => kept.Number));
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(20).WithEndSize(25));
    }

    [Fact]
    public async Task Of_eight_who_write_one_line_at_the_same_moment_one_stands()
    {
        using var desk = Drafted();
        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(i => Task.Run(() => Write(desk, $"editor {i}", "one", $"words {i}", 0)))
        );
        Assert.Single(outcomes.OfType<EditOutcome.Kept>());
        Assert.Equal(7, outcomes.OfType<EditOutcome.Conflict>().Count());
        Assert.Single(EditShelf.Find(desk.Store, "demo", week)!.Edits);
    }

    [Fact]
    public void Comments_are_read_in_order_and_settled_once()
    {
        using var desk = Drafted();
        CommentShelf.Say(desk.Store, "demo", week, "one", "Is this right?", "mira", Desk.Monday);
        CommentShelf.Say(desk.Store, "demo", week, "one", "Yes.", "jon", Desk.Monday.AddMinutes(1));
        var first = CommentShelf.Of(desk.Store, "demo", week)[0];
        Assert.True(
            CommentShelf.Settle(desk.Store, "demo", week, first.Id, "jon", Desk.Monday.AddMinutes(2))
        );
        Assert.False(
            CommentShelf.Settle(desk.Store, "demo", week, first.Id, "mira", Desk.Monday.AddMinutes(3))
        );
        Assert.Equal(
            [("Is this right?", "jon"), ("Yes.", null)],
            CommentShelf.Of(desk.Store, "demo", week).Select(c => (c.Words, c.Settled?.By))
        );
    }

    [Fact]
    public void A_picture_is_known_by_its_bytes()
    {
        using var desk = new Desk();
        byte[] body = [1, 2, 3];
        var picture = new KeptPicture(Digest.Of(body), "image/png", 640, 480, body);
        PictureShelf.Keep(desk.Store, picture, Desk.Monday);
        PictureShelf.Keep(desk.Store, picture, Desk.Monday);
        Assert.Equal(body, PictureShelf.Find(desk.Store, picture.Image)!.Body);
        Assert.Null(PictureShelf.Find(desk.Store, Digest.Of([4])));
    }

    private static Desk Drafted()
    {
        var desk = new Desk();
        IssueShelf.KeepDraft(desk.Store, Issue("Title"));
        return desk;
    }

    private static EditOutcome Write(Desk desk, string by, string line, string text, int seen) =>
        Append(desk, by, new Edit.Write(line, new Line.Cited(text, [])), seen);

    private static EditOutcome Append(
        Desk desk,
        string by,
        Edit edit,
        int seen,
        Func<EditedDraft, Issue>? made = null
    ) =>
        EditShelf.Append(
            desk.Store,
            "demo",
            week,
            edit,
            seen,
            by,
            Desk.Monday,
            made ?? (draft => draft.Base)
        );

    private static EditOutcome Approve(Desk desk, int number) =>
        EditShelf.Approve(
            desk.Store,
            "demo",
            week,
            number,
            new Approval("Pia", Desk.Monday),
            draft => draft.Base
        );

    private static Issue Issue(string title) =>
        new()
        {
            Watch = "demo",
            Name = "Demo Watch",
            Week = week,
            Window = new Window(Desk.Monday, Desk.Monday.AddDays(7)),
            Zone = "Etc/UTC",
            Title = new Line.Cited(title, []),
            Dek = new Line.Cited("A dek.", []),
            Lead = new Item(null, []),
        };
}
