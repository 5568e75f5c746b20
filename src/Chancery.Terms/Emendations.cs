namespace Chancery.Terms;

/// <summary>Lays what people corrected over a coding.</summary>
public static partial class Emendations
{
    /// <param name="coding">As the machine made it.</param>
    /// <param name="text">The text of its article.</param>
    /// <param name="emendations">In the order in which they were made: a later one counts.</param>
    /// <returns>The coding as it is to be read. What an emendation no longer finds is left as it is.</returns>
    public static Coding Over(Coding coding, string text, IEnumerable<Emendation> emendations) =>
        emendations.Aggregate(
            coding,
            (current, emendation) =>
                emendation.At.In(text) is { } at ? Over(current, text, at, emendation) : current
        );

    private static Coding Over(Coding coding, string text, Passage at, Emendation emendation) =>
        emendation switch
        {
            Emendation.Speaker speaker => Said(coding, at, speaker.Name?.In(text)),
            Emendation.NoStatement => Unsaid(coding, at),
            Emendation.Office office => InOffice(coding, at, office.Words?.In(text)),
            Emendation.Date date => Dated(coding, at, date.Value),
            Emendation.Happening happening => Happened(coding, at, happening),
            Emendation.Naming naming => Named(coding, text, at, naming),
            Emendation.MissedStatement missed => Said(coding, text, at, missed),
            Emendation.MissedEvent missed => Happened(coding, text, at, missed),
            _ => coding,
        };

    /// <summary>The statement that shares most of its content with the words; -1 where none shares any.</summary>
    private static int Statement(Coding coding, Passage at)
    {
        var (best, most) = (-1, 0);
        for (var i = 0; i < coding.Statements.Count; i++)
        {
            var shared = coding.Statements[i].Content.Sum(part => Shared(part, at));
            if (shared > most)
            {
                (best, most) = (i, shared);
            }
        }
        return best;
    }

    private static int Shared(Passage one, Passage other) =>
        Math.Max(0, Math.Min(one.End, other.End) - Math.Max(one.Start, other.Start));

    private static Coding Said(Coding coding, Passage at, Passage? name)
    {
        if (Statement(coding, at) is not (>= 0 and var number))
        {
            return coding;
        }
        var entity = name is { } words ? Named(coding, words) : null;
        return coding with
        {
            Statements = Replaced(
                coding.Statements,
                number,
                coding.Statements[number] with
                {
                    Speaker = name,
                    SpeakerEntity = entity,
                    Anonymous = name is not null && entity is null,
                }
            ),
        };
    }

    /// <summary>The one whom words name: the longest mention in them, or around them.</summary>
    private static int? Named(Coding coding, Passage words) =>
        coding
            .Entities.Select(
                (entity, i) =>
                    (
                        Number: (int?)i,
                        Length: entity
                            .Mentions.Where(mention =>
                                words.Contains(mention.Passage) || mention.Passage.Contains(words)
                            )
                            .Select(mention => mention.Passage.Length)
                            .DefaultIfEmpty()
                            .Max(),
                        Rank: entity.Kind == EntityKind.Person ? 1 : 0
                    )
            )
            .Where(found => found.Length > 0)
            .OrderByDescending(found => found.Rank)
            .ThenByDescending(found => found.Length)
            .Select(found => found.Number)
            .FirstOrDefault();

    private static Coding Unsaid(Coding coding, Passage at)
    {
        if (Statement(coding, at) is not (>= 0 and var gone))
        {
            return coding;
        }
        return coding with
        {
            Statements = [.. coding.Statements.Where((_, i) => i != gone)],
            Events = [.. coding.Events.Select(e => e with { ReportedBy = Without(e.ReportedBy, gone) })],
            Figures = [.. coding.Figures.Select(f => f with { Statement = Without(f.Statement, gone) })],
        };
    }

    private static int? Without(int? number, int gone) =>
        number == gone ? null
        : number > gone ? number - 1
        : number;

    private static Coding InOffice(Coding coding, Passage at, Passage? office)
    {
        var number = coding
            .Entities.Select(entity => entity.Mentions.Any(mention => mention.Passage == at))
            .ToList()
            .IndexOf(true);
        return number < 0
            ? coding
            : coding with
            {
                Entities = Replaced(
                    coding.Entities,
                    number,
                    coding.Entities[number] with
                    {
                        Office = office,
                    }
                ),
            };
    }

    /// <summary>A date that is none stays in the list, for others point into it, and tells of nothing in particular.</summary>
    private static Coding Dated(Coding coding, Passage at, string? value)
    {
        var number = coding.Times.Select(time => time.Passage.Overlaps(at)).ToList().IndexOf(true);
        if (number >= 0)
        {
            return coding with
            {
                Times = Replaced(coding.Times, number, coding.Times[number] with { Value = value ?? "" }),
            };
        }
        return value is null
            ? coding
            : coding with
            {
                Times = [.. coding.Times, new TimeExpression(at, TimeKind.Date, value)],
            };
    }

    private static Coding Happened(Coding coding, Passage at, Emendation.Happening happening)
    {
        var number = coding.Events.Select(e => e.Trigger.Overlaps(at)).ToList().IndexOf(true);
        if (number < 0)
        {
            return coding;
        }
        return coding with
        {
            Events = happening.Type is { } type
                ? Replaced(
                    coding.Events,
                    number,
                    coding.Events[number] with
                    {
                        Type = type,
                        // A mode is one of its type's.
                        Mode = coding.Events[number].Type == type ? coding.Events[number].Mode : null,
                        Modality = happening.Modality,
                        Negated = happening.Negated,
                    }
                )
                : [.. coding.Events.Where((_, i) => i != number)],
        };
    }

    private static IReadOnlyList<T> Replaced<T>(IReadOnlyList<T> all, int number, T one) =>
        [.. all.Select((each, i) => i == number ? one : each)];
}
