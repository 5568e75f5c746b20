using Chancery.Terms;

namespace Chancery.Language.Statements;

/// <summary>Turns tokens into the passages of a statement.</summary>
internal sealed class Ledger(
    Discourse discourse,
    IReadOnlyList<Entity> entities,
    IReadOnlyList<TimeExpression> times,
    SpeakerEntities speakers
)
{
    /// <summary>How many UTF-16 units from the cue a date may stand to be the date of the saying.</summary>
    private const int Near = 80;

    public Statement Enter(Attribution said)
    {
        (StatementForm form, List<Stretch> stretches) = Formed(said);
        Passage[] content = [.. stretches.Select(discourse.Passage)];
        Passage? cue = Words(said.Cue);
        int? entity = speakers.Of(said);
        Passage evidence = discourse.Passage(said.Whole());
        return new Statement
        {
            Form = form,
            Content = content,
            Speaker = Words(said.Speaker),
            SpeakerEntity = entity,
            Anonymous = Circumstances.Anonymous(discourse, said, entity is not null),
            Cue = cue,
            CueLemma = said.Lemma,
            Stance = said.Stance,
            Negated = said.Negated,
            Addressee = Words(said.Addressee),
            Medium = Words(said.Medium),
            Through = [.. said.Through.Select(discourse.Passage)],
            Hedges = Circumstances.Hedges(discourse, said),
            When = When(said, content),
            Translated = Circumstances.Translated(discourse, said),
            About = About(content),
            Evidence = form == StatementForm.Direct ? WithMarks(said, evidence) : evidence,
        };
    }

    private Passage? Words(Stretch stretch) => stretch.IsNone ? null : discourse.Passage(stretch);

    /// <summary>Direct where all words stand in marks, mixed where some do.</summary>
    private (StatementForm, List<Stretch>) Formed(Attribution said)
    {
        if (said.Direct)
            return (StatementForm.Direct, said.Content);
        int inside = 0;
        int words = 0;
        foreach (Stretch stretch in said.Content)
            for (int i = stretch.First; i <= stretch.Last; i++)
                if (!discourse.IsMark(i))
                {
                    words++;
                    inside += discourse.QuotationAt(i) >= 0 ? 1 : 0;
                }
        if (inside == 0)
            return (StatementForm.Indirect, said.Content);
        if (inside < words)
            return (StatementForm.Mixed, said.Content);
        return (StatementForm.Direct, [.. said.Content.Select(c => discourse.Words[QuotationIn(c)])]);
    }

    private int QuotationIn(Stretch stretch)
    {
        for (int i = stretch.First; i <= stretch.Last; i++)
            if (discourse.QuotationAt(i) >= 0)
                return discourse.QuotationAt(i);
        return 0;
    }

    private Passage WithMarks(Attribution said, Passage evidence)
    {
        foreach (Stretch stretch in said.Content)
            if (
                discourse.QuotationAt(stretch.First) is var q and >= 0
                && discourse.Words[q].First == stretch.First
            )
            {
                Passage outer = discourse.Quotations[q].Outer;
                evidence = Passage.Between(
                    Math.Min(evidence.Start, outer.Start),
                    Math.Max(evidence.End, outer.End)
                );
            }
        return evidence;
    }

    /// <summary>The date nearest to the cue, in the cue's sentence and outside what is said.</summary>
    private int? When(Attribution said, Passage[] content)
    {
        if (said.Cue.IsNone || times.Count == 0)
            return null;
        Passage sentence = discourse.Passage(discourse.Sentence(said.Cue.First));
        Passage cue = discourse.Passage(said.Cue);
        int? nearest = null;
        int distance = Near;
        for (int t = 0; t < times.Count; t++)
        {
            Passage time = times[t].Passage;
            if (
                !sentence.Contains(time)
                || content.Any(time.Overlaps)
                || times[t].Kind is TimeKind.Duration or TimeKind.Set
            )
                continue;
            int away = time.Start >= cue.End ? time.Start - cue.End : cue.Start - time.End;
            if (away < distance)
                (nearest, distance) = (t, away);
        }
        return nearest;
    }

    private int[] About(Passage[] content) =>
        [
            .. Enumerable
                .Range(0, entities.Count)
                .Where(e =>
                    entities[e].Mentions.Any(m => !m.Pronoun && content.Any(c => c.Contains(m.Passage)))
                ),
        ];
}
