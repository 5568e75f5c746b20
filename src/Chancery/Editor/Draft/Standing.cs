using Chancery.Desk.Checking;
using Chancery.Desk.Editing;
using Chancery.Record.Issues;
using Chancery.Terms;

namespace Chancery.Editor.Draft;

/// <summary>A draft as it stands, with all that is to be said of it.</summary>
public sealed record Standing
{
    public required Place Place { get; init; }

    public required Desk.Editing.Draft Draft { get; init; }

    public required Issue Issue { get; init; }

    /// <summary>What was done to it, in order.</summary>
    public required IReadOnlyList<Spell> History { get; init; }

    /// <summary>What the checking says, by the line's id.</summary>
    public required ILookup<string, Refusal> Refusals { get; init; }

    /// <summary>What earlier issues have already, by the line's id.</summary>
    public required ILookup<string, Repetition> Repetitions { get; init; }

    public required IReadOnlyList<Measure> Measures { get; init; }

    public required IReadOnlyList<Comment> Comments { get; init; }

    /// <summary>Null while it is a draft.</summary>
    public Approval? Approved { get; init; }

    /// <summary>The lines that hold the issue back.</summary>
    public IEnumerable<(DraftLine Line, Refusal Refusal)> Blocking =>
        from line in Draft.Printed
        from refusal in Refusals[line.Id]
        where refusal.Severity == Severity.Refused
        select (line, refusal);

    /// <summary>What an editor would look at again.</summary>
    public IEnumerable<(DraftLine Line, Refusal Refusal)> Advised =>
        from line in Draft.Printed
        from refusal in Refusals[line.Id]
        where refusal.Severity == Severity.Advice
        select (line, refusal);

    public IEnumerable<Comment> Open => Comments.Where(comment => comment.Settled is null);

    /// <summary>The last thing that was done; null where nobody has edited.</summary>
    public KeptEdit? Last => History.Count > 0 ? History[^1].Last : null;
}

internal static class Lines
{
    /// <summary>True where it changed this line or brought it.</summary>
    public static bool Concerns(this Spell spell, string id) =>
        spell.Touches == id || spell.Last.Edit is Edit.Add && id == $"e{spell.Last.Number}";

    /// <summary>A line's words as they stood after an edit.</summary>
    public static string TextAt(this Standing standing, string id, int number)
    {
        var spells = standing.History.Where(spell => spell.Concerns(id)).ToList();
        return (
                spells.FindLast(spell => spell.Last.Number <= number)?.After
                ?? spells.FirstOrDefault()?.Before
                ?? standing.Draft.Find(id)?.Line
            )?.Text
            ?? "";
    }
}
