using Chancery.Language.Grammar;
using Chancery.Terms;

namespace Chancery.Language.Statements;

/// <summary>A state of mind or a readiness that somebody is said to have: "is confident that", "is ready to", "is critical of".</summary>
internal static class AdjectiveCues
{
    public static IEnumerable<Attribution> Find(Discourse discourse)
    {
        Parse parse = discourse.Parse;
        for (int i = 0; i < parse.Count; i++)
            if (
                parse.Upos[i] is Upos.Adj or Upos.Verb
                && !discourse.IsSpoken(i)
                && !discourse.IsTaken(i)
                && discourse.Lexicon.Adjectives.TryGetValue(
                    parse.Upos[i] == Upos.Adj ? parse.Lemma(i) : parse.Form(i).ToString(),
                    out Stance stance
                )
                && At(discourse, i, stance) is { } found
            )
            {
                discourse.Take(found.Cue);
                yield return found;
            }
    }

    private static Attribution? At(Discourse discourse, int adjective, Stance stance)
    {
        Parse parse = discourse.Parse;
        if (parse.Dependent(adjective, Relation.Cop) < 0 && parse.Dependent(adjective, Relation.AuxPass) < 0)
            return null;
        int subject = parse.Dependent(adjective, Relation.Nsubj);
        if (
            subject >= 0
            && parse.Features[subject].PronType == PronType.Rel
            && Subjects.Of(parse, adjective) is { } meant
            && !VerbCues.MayStandFor(discourse, meant)
        )
            return null;
        (int content, int mark) = Content(discourse, adjective);
        if (content < 0 || subject >= 0 && !Minds.Has(discourse, new Subjects.Subject(subject, subject)))
            return null;
        Stretch cue = CueWords.Of(discourse, adjective);
        bool nobody =
            subject < 0
            || parse.Relations[subject].Base == Relation.Expl
            || parse.Dependent(adjective, Relation.Expl) >= 0;
        if (nobody ? stance != Stance.Ask : parse.Features[subject].Person is Person.First or Person.Second)
            return null;
        Stretch said = Stretch.Of(parse.Subtree(content));
        said = said with { First = Math.Max(mark >= 0 ? mark + 1 : said.First, adjective + 1) };
        Stretch speaker = nobody ? Stretch.None : Subjects.Words(discourse, subject, adjective);
        return new Attribution
        {
            Content = [discourse.Trim(said)],
            Speaker = speaker,
            SpeakerHead = nobody ? -1 : subject,
            Cue = mark >= 0 && mark - cue.Last == 1 ? cue with { Last = mark } : cue,
            CueToken = adjective,
            Lemma = parse.Lemma(adjective),
            Stance = stance,
            Negated = CueWords.Negated(discourse, adjective, cue),
        };
    }

    private static (int Token, int Mark) Content(Discourse discourse, int adjective)
    {
        Parse parse = discourse.Parse;
        foreach (int dependent in parse.Dependents(adjective))
            if (
                dependent > adjective
                && parse.Relations[dependent].Base is Relation.Ccomp or Relation.Xcomp or Relation.Csubj
            )
                return (dependent, -1);
        foreach (int dependent in parse.Dependents(adjective))
            if (dependent > adjective && parse.Relations[dependent].Base is Relation.Obl or Relation.Advcl)
                foreach (int mark in parse.Dependents(dependent))
                    if (
                        mark == adjective + 1
                        && parse.Relations[mark].Base is Relation.Case or Relation.Mark
                        && discourse.Lexicon.Is("attitude", parse.Form(mark))
                    )
                        return (dependent, mark);
        return (-1, -1);
    }
}
