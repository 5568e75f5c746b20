namespace Chancery.Terms;

/// <summary>What the machine did not find, and what it took for something else.</summary>
public static partial class Emendations
{
    private static Coding Named(Coding coding, string text, Passage at, Emendation.Naming naming)
    {
        var number = coding
            .Entities.Select(entity => entity.Mentions.Any(mention => mention.Passage.Overlaps(at)))
            .ToList()
            .IndexOf(true);
        if (number < 0)
        {
            return coding;
        }
        var entity = coding.Entities[number];
        return coding with
        {
            Entities = Replaced(
                coding.Entities,
                number,
                entity with
                {
                    Kind = naming.Sort,
                    Name = naming.Name?.In(text) is { } words ? OneLine(words, text) : entity.Name,
                    // Only people hold offices.
                    Office = naming.Sort == EntityKind.Person ? entity.Office : null,
                }
            ),
        };
    }

    /// <summary>One that a later coder finds by itself is not there twice: then the speaker alone is set.</summary>
    private static Coding Said(Coding coding, string text, Passage at, Emendation.MissedStatement missed)
    {
        var name = missed.Name?.In(text);
        if (
            Statement(coding, at) is >= 0 and var there
            && coding.Statements[there].Content.Sum(part => Shared(part, at)) * 2 > at.Length
        )
        {
            return Said(coding, at, name);
        }
        var entity = name is { } words ? Named(coding, words) : null;
        return coding with
        {
            Statements =
            [
                .. coding.Statements,
                new Statement
                {
                    Form = Quoted(text, at) ? StatementForm.Direct : StatementForm.Indirect,
                    Content = [at],
                    Speaker = name,
                    SpeakerEntity = entity,
                    Anonymous = name is not null && entity is null,
                    About =
                    [
                        .. Enumerable
                            .Range(0, coding.Entities.Count)
                            .Where(i =>
                                coding.Entities[i].Mentions.Any(mention => at.Contains(mention.Passage))
                            ),
                    ],
                    Evidence = Around(at, name),
                },
            ],
        };
    }

    private static Coding Happened(Coding coding, string text, Passage at, Emendation.MissedEvent missed)
    {
        var there = coding.Events.Select(found => found.Trigger == at).ToList().IndexOf(true);
        var sentence = coding.Sentences.FirstOrDefault(sentence => sentence.Contains(at), at);
        var when = coding.Times.Select(time => sentence.Contains(time.Passage)).ToList().IndexOf(true);
        var found = new Event
        {
            Type = missed.Type,
            Modality = missed.Modality,
            Negated = missed.Negated,
            Trigger = at,
            Evidence = sentence,
            Actors = Side(coding, missed.Actor?.In(text)),
            Recipients = Side(coding, missed.Recipient?.In(text)),
            When = when < 0 ? null : when,
        };
        return coding with
        {
            Events = there < 0 ? [.. coding.Events, found] : Replaced(coding.Events, there, found),
        };
    }

    private static IReadOnlyList<Participant> Side(Coding coding, Passage? words) =>
        words is not { } named ? []
        : Named(coding, named) is { } entity
            ? [new Participant(named, entity, coding.Entities[entity].Country)]
        : [new Participant(named)];

    /// <summary>Between quotation marks, or beginning with one.</summary>
    private static bool Quoted(string text, Passage at) =>
        at.Start > 0 && IsMark(text[at.Start - 1]) && at.End < text.Length && IsMark(text[at.End]);

    private static bool IsMark(char sign) =>
        sign is '"' or '“' or '”' or '„' or '«' or '»' or '‘' or '’' or '\'';

    private static Passage Around(Passage one, Passage? other) =>
        other is { } two ? Passage.Between(Math.Min(one.Start, two.Start), Math.Max(one.End, two.End)) : one;

    private static string OneLine(Passage words, string text) =>
        words.In(text).ToString().ReplaceLineEndings(" ");
}
