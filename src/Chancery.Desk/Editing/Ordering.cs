using Chancery.Terms;

namespace Chancery.Desk.Editing;

/// <summary>Where the lines of a draft stand. Lines of one paragraph, one item and one section stand together, whatever is moved.</summary>
internal static class Ordering
{
    public static Draft With(Draft draft, string id, Func<DraftLine, DraftLine> change) =>
        draft with
        {
            Lines = [.. draft.Lines.Select(line => line.Id == id ? change(line) : line)],
        };

    public static Draft Add(Draft draft, string id, Edit.Add add)
    {
        if (add.Section is Section.Title or Section.Dek)
        {
            return draft;
        }
        var flat = IsFlat(add.Section);
        var line = new DraftLine(
            id,
            add.Line,
            add.Section,
            flat ? id : Opening.ItemOf(id),
            flat ? id : Opening.ParagraphOf(id)
        );
        if (
            add.After is { } after
            && draft.Find(after) is { Section: not (Section.Title or Section.Dek) } before
        )
        {
            line = line with
            {
                Section = before.Section,
                Item = IsFlat(before.Section) ? id : before.Item,
                Paragraph = IsFlat(before.Section) ? id : before.Paragraph,
            };
            return draft with { Lines = Insert(draft.Lines, [line], Index(draft.Lines, before.Id) + 1) };
        }
        if (add.Section == Section.Lead && draft.In(Section.Lead).FirstOrDefault() is { } lead)
        {
            line = line with { Item = lead.Item };
        }
        return draft with { Lines = Insert(draft.Lines, [line], EndOf(draft.Lines, add.Section)) };
    }

    public static Draft Move(Draft draft, int number, Edit.Move move)
    {
        if (
            draft.Find(move.Id) is not { } line
            || draft.Find(move.Beside) is not { } beside
            || line == beside
            || IsFixed(line.Section)
            || IsFixed(beside.Section)
        )
        {
            return draft;
        }
        List<DraftLine> rest = [.. draft.Lines.Where(one => one.Id != line.Id)];
        var alone = move.Alone || IsFlat(beside.Section);
        var moved = line with
        {
            Section = beside.Section,
            Item = IsFlat(beside.Section) ? line.Id : beside.Item,
            Paragraph = alone ? $"p{number}" : beside.Paragraph,
        };
        var at = alone
            ? Edge(rest, one => one.Paragraph == beside.Paragraph, move.Side)
            : Index(rest, beside.Id) + (move.Side == Side.After ? 1 : 0);
        return draft with { Lines = Insert(rest, [moved], at) };
    }

    public static Draft MoveItem(Draft draft, Edit.MoveItem move)
    {
        if (
            move.Item == move.Beside
            || draft.Lines.FirstOrDefault(line => line.Item == move.Item) is not { } first
            || draft.Lines.FirstOrDefault(line => line.Item == move.Beside) is not { } beside
            || first.Section != beside.Section
            || IsFixed(first.Section)
        )
        {
            return draft;
        }
        List<DraftLine> item = [.. draft.Lines.Where(line => line.Item == move.Item)];
        List<DraftLine> rest = [.. draft.Lines.Where(line => line.Item != move.Item)];
        return draft with
        {
            Lines = Insert(rest, item, Edge(rest, line => line.Item == move.Beside, move.Side)),
        };
    }

    public static Draft Place(Draft draft, Edit.Place place)
    {
        List<DraftLine> item = [.. draft.Lines.Where(line => line.Item == place.Item)];
        if (
            item.Count == 0
            || item[0].Section == place.Section
            || item[0].Section is not (Section.Digest or Section.Offered)
            || place.Section is not (Section.Digest or Section.Offered or Section.Lead)
        )
        {
            return draft;
        }
        IEnumerable<DraftLine> lines = draft.Lines.Where(line => line.Item != place.Item);
        List<DraftLine> placed = [.. item.Select(line => line with { Section = place.Section })];
        if (place.Section != Section.Lead)
        {
            List<DraftLine> rest = [.. lines];
            return draft with { Lines = Insert(rest, placed, EndOf(rest, place.Section)) };
        }
        List<DraftLine> others = [.. lines.Where(line => line.Section != Section.Lead)];
        IEnumerable<DraftLine> led = lines
            .Where(line => line.Section == Section.Lead)
            .Select(line => line with { Section = Section.Digest });
        return draft with { Lines = Insert(others, [.. placed, .. led], EndOf(others, Section.Lead)) };
    }

    public static Draft Choose(Draft draft, Edit.Choose choose)
    {
        if (
            choose.Section is not (Section.Title or Section.Dek)
            || draft.Find(choose.Id) is not { } chosen
            || IsFixed(chosen.Section)
            || draft.Lines.FirstOrDefault(line => line.Section == choose.Section) is not { } standing
        )
        {
            return draft;
        }
        List<DraftLine> rest = [.. draft.Lines.Where(line => line.Id != chosen.Id && line.Id != standing.Id)];
        rest = Insert(
            rest,
            [Single(chosen, choose.Section) with { IsCut = false }],
            EndOf(rest, choose.Section)
        );
        return draft with
        {
            Lines = Insert(rest, [Single(standing, Section.Alternatives)], EndOf(rest, Section.Alternatives)),
        };
    }

    public static Draft Paragraphs(Draft draft, int number, Edit.Paragraphs paragraphs)
    {
        if (draft.Find(paragraphs.Id) is not { } line || IsFlat(line.Section) || IsFixed(line.Section))
        {
            return draft;
        }
        if (paragraphs.Begins)
        {
            var begun = false;
            return draft with
            {
                Lines =
                [
                    .. draft.Lines.Select(one =>
                    {
                        begun |= one.Id == line.Id;
                        return begun && one.Paragraph == line.Paragraph
                            ? one with
                            {
                                Paragraph = $"p{number}",
                            }
                            : one;
                    }),
                ],
            };
        }
        var before = draft
            .Lines.TakeWhile(one => one.Paragraph != line.Paragraph)
            .LastOrDefault(one => one.Item == line.Item);
        return before is null
            ? draft
            : draft with
            {
                Lines =
                [
                    .. draft.Lines.Select(one =>
                        one.Paragraph == line.Paragraph ? one with { Paragraph = before.Paragraph } : one
                    ),
                ],
            };
    }

    /// <summary>Sections whose lines stand each by itself.</summary>
    public static bool IsFlat(Section section) =>
        section is Section.Briefings or Section.Ahead or Section.Alternatives;

    private static bool IsFixed(Section section) => section is Section.Title or Section.Dek;

    private static DraftLine Single(DraftLine line, Section section) =>
        line with
        {
            Section = section,
            Item = line.Id,
            Paragraph = line.Id,
        };

    private static int Index(IReadOnlyList<DraftLine> lines, string id)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Id == id)
            {
                return i;
            }
        }
        return -1;
    }

    /// <summary>Before the first or after the last of the lines meant.</summary>
    private static int Edge(List<DraftLine> lines, Predicate<DraftLine> meant, Side side) =>
        side == Side.Before ? lines.FindIndex(meant) : lines.FindLastIndex(meant) + 1;

    /// <summary>The place after the last line of a section, also of one that has none.</summary>
    private static int EndOf(IReadOnlyList<DraftLine> lines, Section section) =>
        lines.Count(line => line.Section <= section);

    private static List<DraftLine> Insert(
        IReadOnlyList<DraftLine> lines,
        IReadOnlyList<DraftLine> added,
        int at
    ) => [.. lines.Take(at), .. added, .. lines.Skip(at)];
}
