using Chancery.Terms;

namespace Chancery.Desk.Editing;

/// <summary>
/// A draft is what it began as and its edits, in order. Nothing fails here: an edit that finds nothing to change, since
/// another came first, changes nothing, and no edit takes away a line that another might name.
/// </summary>
public static class Editing
{
    public static Draft Open(Issue issue) => Opening.Of(issue);

    /// <summary>The draft after all edits, those that were taken back left out.</summary>
    public static Draft Open(Issue issue, IReadOnlyList<KeptEdit> edits)
    {
        var undone = Undone(edits);
        var draft = Open(issue);
        foreach (var kept in edits)
        {
            if (!undone.Contains(kept.Number))
            {
                draft = Apply(draft, kept.Number, kept.Edit);
            }
            // Also what was taken back has touched its line: whoever looked at it before must look again.
            draft = Touched(draft, kept);
        }
        return draft;
    }

    /// <summary>The numbers of the edits that are taken back. One that was taken back and brought again is not among them.</summary>
    public static IReadOnlySet<int> Undone(IReadOnlyList<KeptEdit> edits)
    {
        var undone = new HashSet<int>();
        // Backwards: an undo names earlier edits only, and may itself be undone by a later one.
        foreach (var kept in edits.Reverse())
        {
            if (kept.Edit is Edit.Undo undo && !undone.Contains(kept.Number))
            {
                undone.UnionWith(undo.Numbers.Where(number => number < kept.Number));
            }
        }
        return undone;
    }

    /// <summary>The draft after one more edit.</summary>
    /// <param name="number">The edit's number: a line that it adds is named after it.</param>
    public static Draft Apply(Draft draft, int number, Edit edit) =>
        (
            edit switch
            {
                Edit.Write write => Ordering.With(draft, write.Id, line => line with { Line = write.Line }),
                Edit.Remove remove => Ordering.With(
                    draft,
                    remove.Id,
                    line => line.Section is Section.Title or Section.Dek ? line : line with { IsCut = true }
                ),
                Edit.Restore restore => Ordering.With(draft, restore.Id, line => line with { IsCut = false }),
                Edit.Add add => Ordering.Add(draft, $"e{number}", add),
                Edit.Move move => Ordering.Move(draft, number, move),
                Edit.MoveItem move => Ordering.MoveItem(draft, move),
                Edit.Place place => Ordering.Place(draft, place),
                Edit.Choose choose => Ordering.Choose(draft, choose),
                Edit.Paragraphs paragraphs => Ordering.Paragraphs(draft, number, paragraphs),
                Edit.Illustrate illustrate => draft with { Picture = illustrate.Picture },
                Edit.Offer offer => Offer(draft, offer),
                _ => draft,
            }
        ) with
        {
            Number = number,
        };

    private static Draft Touched(Draft draft, KeptEdit kept) =>
        (
            kept.Edit.Touches is { } id
                ? Ordering.With(draft, id, line => line with { Revision = kept.Number })
                : draft
        ) with
        {
            Number = kept.Number,
        };

    private static Draft Offer(Draft draft, Edit.Offer offer)
    {
        var (lines, stories) = Opening.Of(offer.Items, draft);
        return draft with
        {
            Lines = [.. draft.Lines, .. lines],
            Stories = new Dictionary<string, string>([.. draft.Stories, .. stories]),
        };
    }
}
