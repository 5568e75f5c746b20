using Chancery.Desk.Editing;
using Chancery.Terms;

namespace Chancery.Desk.Tests.Editing;

public sealed class HistoryTests
{
    private readonly List<KeptEdit> edits = [];
    private static readonly string one = Desk.Editing.Editing.Open(Weekly.Issue()).Id("One");
    private static readonly string two = Desk.Editing.Editing.Open(Weekly.Issue()).Id("Two");

    [Fact]
    public void Saves_of_one_spell_of_writing_are_one_entry_with_what_stood_before_and_after()
    {
        Do("mira", Write(one, "O") with { Passing = true });
        Do("mira", Write(one, "On") with { Passing = true });
        Do("mira", Write(one, "Once"));
        var spell = Assert.Single(Spells());
        Assert.Equal(("One", "Once", 3), (spell.Before!.Text, spell.After!.Text, spell.Edits.Count));
    }

    [Fact]
    public void What_was_saved_on_purpose_is_an_entry_of_its_own()
    {
        Do("mira", Write(one, "First"));
        Do("mira", Write(one, "Second"));
        Assert.Equal(["First", "Second"], Spells().Select(spell => spell.After!.Text));
    }

    [Fact]
    public void Another_line_another_person_and_a_long_pause_begin_another_entry()
    {
        Do("mira", Write(one, "a") with { Passing = true });
        Do("mira", Write(two, "b") with { Passing = true });
        Do("jon", Write(two, "c") with { Passing = true });
        Do("jon", Write(two, "d") with { Passing = true }, minutes: 30);
        Assert.Equal(4, Spells().Count);
    }

    [Fact]
    public void Undo_takes_back_a_whole_spell_and_redo_brings_it_again()
    {
        Do("mira", Write(one, "O") with { Passing = true });
        Do("mira", Write(one, "Once"));
        Do("mira", History.Undo(Spells(), "mira")!);
        Assert.Equal("One", Now(one));
        Do("mira", History.Redo(Spells(), "mira")!);
        Assert.Equal("Once", Now(one));
    }

    [Fact]
    public void Undo_goes_back_step_by_step_and_redo_forward_again()
    {
        Do("mira", Write(one, "1"));
        Do("mira", new Edit.Remove(two));
        Do("mira", History.Undo(Spells(), "mira")!);
        Do("mira", History.Undo(Spells(), "mira")!);
        Assert.Null(History.Undo(Spells(), "mira"));
        Assert.Equal(IssueFile.Write(Weekly.Issue()), IssueFile.Write(Draft().ToIssue()));
        Do("mira", History.Redo(Spells(), "mira")!);
        Do("mira", History.Redo(Spells(), "mira")!);
        Assert.Null(History.Redo(Spells(), "mira"));
        Assert.Equal("1 / Three | Four Five | Six", Draft().ToIssue().Body());
    }

    [Fact]
    public void After_something_new_there_is_nothing_to_redo()
    {
        Do("mira", Write(one, "1"));
        Do("mira", History.Undo(Spells(), "mira")!);
        Do("mira", Write(two, "2"));
        Assert.Null(History.Redo(Spells(), "mira"));
    }

    [Fact]
    public void Everybody_takes_back_their_own()
    {
        Do("mira", Write(one, "Mira's"));
        Do("jon", Write(two, "Jon's"));
        Do("mira", History.Undo(Spells(), "mira")!);
        Assert.Equal("One Jon's / Three | Four Five | Six", Draft().ToIssue().Body());
    }

    [Fact]
    public void What_another_has_changed_since_is_not_taken_back()
    {
        Do("mira", Write(one, "Mira's"));
        Do("jon", Write(one, "Jon's"));
        Assert.Null(History.Undo(Spells(), "mira"));
        Assert.Equal("Jon's", Now(one));
    }

    [Fact]
    public void An_added_line_goes_again()
    {
        Do("mira", new Edit.Add(Weekly.Said("New"), Section.Lead, one));
        Do("mira", Write("e1", "Newer"));
        Do("mira", History.Undo(Spells(), "mira")!);
        Assert.Equal("New", Now("e1"));
        Do("mira", History.Undo(Spells(), "mira")!);
        Assert.Null(Draft().Find("e1"));
    }

    [Fact]
    public void An_undo_counts_as_a_touch_of_its_line()
    {
        Do("mira", Write(one, "1"));
        Do("mira", History.Undo(Spells(), "mira")!);
        Assert.Equal(2, Draft().Find(one)!.Revision);
    }

    private void Do(string by, Edit edit, int minutes = 1) =>
        edits.Add(
            new KeptEdit(
                edits.Count + 1,
                (edits.Count == 0 ? Weekly.Monday : edits[^1].At).AddMinutes(minutes),
                by,
                edit
            )
        );

    private static Edit.Write Write(string id, string text) => new(id, Weekly.Said(text));

    private IReadOnlyList<Spell> Spells() => History.Of(Weekly.Issue(), edits);

    private Draft Draft() => Desk.Editing.Editing.Open(Weekly.Issue(), edits);

    private string Now(string id) => Draft().Find(id)!.Line.Text;
}
