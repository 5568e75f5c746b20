using Chancery.Terms;

namespace Chancery.Desk.Editing;

/// <summary>Edits that a person made as one: the saves of one spell of writing at one line.</summary>
/// <param name="Edits">In order; one at least.</param>
/// <param name="IsUndone">True where all of them are taken back.</param>
/// <param name="Before">The line before them, where they touch one that was there.</param>
/// <param name="After">The line after them.</param>
public sealed record Spell(IReadOnlyList<KeptEdit> Edits, bool IsUndone, Line? Before, Line? After)
{
    public KeptEdit Last => Edits[^1];

    public string? Touches => Last.Edit.Touches;
}

/// <summary>What was done to a draft, as people remember it, and what can be taken back.</summary>
public static class History
{
    /// <summary>What was kept in passing is one with the next save, if it follows this closely.</summary>
    private static readonly TimeSpan pause = TimeSpan.FromMinutes(10);

    /// <summary>All that was done, in order.</summary>
    public static IReadOnlyList<Spell> Of(Issue issue, IReadOnlyList<KeptEdit> edits)
    {
        var undone = Editing.Undone(edits);
        var before = Editing.Open(issue).Lines.ToDictionary(line => line.Id, line => line.Line);
        var spells = new List<Spell>();
        foreach (var kept in edits)
        {
            var id = kept.Edit is Edit.Add ? $"e{kept.Number}" : kept.Edit.Touches;
            var was = id is null ? null : before.GetValueOrDefault(id);
            var now = kept.Edit switch
            {
                Edit.Write write => write.Line,
                Edit.Add add => add.Line,
                // What an undo came to depends on all that stands: look at the draft as it then was.
                Edit.Undo => id is null
                    ? null
                    : Editing.Open(issue, [.. edits.Take(kept.Number)]).Find(id)?.Line,
                _ => was,
            };
            if (id is not null && now is not null)
            {
                before[id] = now;
            }
            var last = spells.Count > 0 ? spells[^1] : null;
            if (
                kept.Edit is Edit.Write
                && last is { Last.Edit: Edit.Write { Passing: true } }
                && last.Touches == id
                && last.Last.By == kept.By
                && kept.At - last.Last.At <= pause
                && last.IsUndone == undone.Contains(kept.Number)
            )
            {
                spells[^1] = last with { Edits = [.. last.Edits, kept], After = now };
            }
            else
            {
                spells.Add(new Spell([kept], undone.Contains(kept.Number), was, now));
            }
        }
        return spells;
    }

    /// <summary>The last thing that somebody did and can take back; null where there is none.</summary>
    public static Edit.Undo? Undo(IReadOnlyList<Spell> spells, string by) =>
        spells.LastOrDefault(spell =>
            spell.Last.By == by && !spell.IsUndone && spell.Last.Edit is not Edit.Undo
        )
            is { } spell
        && CanUndo(spells, spell)
            ? Back(spell)
            : null;

    /// <summary>The undo that somebody did last, itself taken back; null where something else was done since.</summary>
    public static Edit.Undo? Redo(IReadOnlyList<Spell> spells, string by) =>
        spells.LastOrDefault(spell =>
            spell.Last.By == by && !(spell.IsUndone && spell.Last.Edit is Edit.Undo) && !IsRedo(spells, spell)
        )
            is { Last.Edit: Edit.Undo, IsUndone: false } spell
        && CanUndo(spells, spell)
            ? Back(spell)
            : null;

    /// <summary>True where nobody has touched the same line since: taking this back then takes back nothing else.</summary>
    public static bool CanUndo(IReadOnlyList<Spell> spells, Spell spell) =>
        !spell.IsUndone
        && (
            Line(spell) is not { } id
            || !spells
                .SkipWhile(one => one != spell)
                .Skip(1)
                .Any(one => one.Touches == id && !one.IsUndone && one.Last.Edit is not Edit.Undo)
        );

    private static Edit.Undo Back(Spell spell) =>
        new([.. spell.Edits.Select(kept => kept.Number)], Line(spell));

    private static string? Line(Spell spell) =>
        spell.Last.Edit is Edit.Add ? $"e{spell.Last.Number}" : spell.Touches;

    // An undo of undos.
    private static bool IsRedo(IReadOnlyList<Spell> spells, Spell spell) =>
        spell.Last.Edit is Edit.Undo undo
        && spells.Any(one => one.Last.Edit is Edit.Undo && undo.Numbers.Contains(one.Last.Number));
}
