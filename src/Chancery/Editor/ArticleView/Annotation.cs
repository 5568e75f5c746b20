using Chancery.Terms;

namespace Chancery.Editor.ArticleView;

/// <summary>A stretch of the text that something was found in.</summary>
/// <param name="Passage">Where.</param>
/// <param name="Kind">"statement", "cue", "event", "figure", "name", "time" or "cited": a class of the stylesheet.</param>
/// <param name="Note">The note that explains it ("s3"); null where none does.</param>
internal readonly record struct Annotation(Passage Passage, string Kind, string? Note);

/// <summary>A stretch of a block that the same annotations cover.</summary>
/// <param name="Passage">Where.</param>
/// <param name="Kinds">Their classes, in the order of the alphabet; empty where nothing covers it.</param>
/// <param name="Notes">The notes that explain it.</param>
internal readonly record struct Segment(Passage Passage, string Kinds, string Notes);

/// <summary>Annotations overlap as they like; HTML does not: each block is cut where one begins or ends.</summary>
internal static class Annotations
{
    public static IReadOnlyList<Annotation> Of(Coding coding, Passage? cited) =>
        [
            .. coding.Statements.SelectMany(
                (statement, i) =>
                    statement
                        .Content.Select(part => new Annotation(part, "statement", $"s{i}"))
                        .Concat(statement.Cue is { } cue ? [new Annotation(cue, "cue", $"s{i}")] : [])
            ),
            .. coding.Events.Select((happening, i) => new Annotation(happening.Trigger, "event", $"e{i}")),
            .. coding.Figures.Select((figure, i) => new Annotation(figure.Passage, "figure", $"f{i}")),
            .. coding.Times.Select((time, i) => new Annotation(time.Passage, "time", $"t{i}")),
            .. coding.Entities.SelectMany(
                (entity, i) =>
                    entity
                        .Mentions.Where(mention => !mention.Pronoun)
                        .Select(mention => new Annotation(mention.Passage, "name", $"n{i}"))
            ),
            .. cited is { } words ? [new Annotation(words, "cited", null)] : Array.Empty<Annotation>(),
        ];

    public static IEnumerable<Segment> Cut(Passage block, IReadOnlyList<Annotation> annotations)
    {
        Annotation[] here = [.. annotations.Where(annotation => annotation.Passage.Overlaps(block))];
        int[] cuts =
        [
            .. here.SelectMany(annotation => new[] { annotation.Passage.Start, annotation.Passage.End })
                .Where(at => at > block.Start && at < block.End)
                .Append(block.Start)
                .Append(block.End)
                .Distinct()
                .Order(),
        ];
        foreach (var (start, end) in cuts.Zip(cuts.Skip(1)))
        {
            var passage = Passage.Between(start, end);
            var over = here.Where(annotation => annotation.Passage.Contains(passage)).ToList();
            yield return new Segment(
                passage,
                string.Join(
                    ' ',
                    over.Select(annotation => annotation.Kind).Distinct().Order(StringComparer.Ordinal)
                ),
                string.Join(' ', over.Select(annotation => annotation.Note).OfType<string>().Distinct())
            );
        }
    }
}
