using Chancery.Terms;

namespace Chancery.Desk.Editing;

/// <summary>
/// One step up or down for a line, as a key makes it. Steps lead through every place that a line can have: within its
/// paragraph, alone between two, into the next, from item to item.
/// </summary>
public static class Walking
{
    /// <summary>Null where there is no further place.</summary>
    public static Edit? Step(Draft draft, string id, bool up)
    {
        if (draft.Find(id) is not { IsCut: false } line || line.Section is Section.Title or Section.Dek)
        {
            return null;
        }
        var side = up ? Side.Before : Side.After;
        List<DraftLine> reach =
        [
            .. draft.Lines.Where(one =>
                !one.IsCut && (one.Section == line.Section || Told(one.Section) && Told(line.Section))
            ),
        ];
        if (!up)
        {
            reach.Reverse();
        }
        var next = reach.TakeWhile(one => one.Id != id).LastOrDefault();
        if (Ordering.IsFlat(line.Section))
        {
            return next is null ? null : new Edit.Move(id, next.Id, side);
        }
        if (next?.Paragraph == line.Paragraph)
        {
            return new Edit.Move(id, next.Id, side);
        }
        // At its paragraph's edge it first stands alone, then joins the next paragraph from that one's other end.
        if (reach.FirstOrDefault(one => one.Id != id && one.Paragraph == line.Paragraph) is { } fellow)
        {
            return new Edit.Move(id, fellow.Id, side, Alone: true);
        }
        return next is null ? null : new Edit.Move(id, next.Id, up ? Side.After : Side.Before);
    }

    /// <summary>A step for the whole item; null where there is none, as for the lead.</summary>
    public static Edit? StepItem(Draft draft, string item, bool up)
    {
        if (
            draft.Lines.FirstOrDefault(line => line.Item == item && !line.IsCut)
            is not { Section: Section.Digest or Section.Offered } first
        )
        {
            return null;
        }
        List<string> items = [.. draft.In(first.Section).Select(line => line.Item).Distinct()];
        var at = items.IndexOf(item) + (up ? -1 : 1);
        return at < 0 || at >= items.Count
            ? null
            : new Edit.MoveItem(item, items[at], up ? Side.Before : Side.After);
    }

    private static bool Told(Section section) => section is Section.Lead or Section.Digest;
}
