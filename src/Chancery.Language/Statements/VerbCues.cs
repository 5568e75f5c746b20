using Chancery.Language.Grammar;

namespace Chancery.Language.Statements;

/// <summary>Verbs of saying, thinking and intending with what they take as content, by UD labels.</summary>
internal static class VerbCues
{
    public static IEnumerable<Attribution> Find(Discourse discourse)
    {
        for (int i = 0; i < discourse.Parse.Count; i++)
        {
            if (discourse.Parse.Upos[i] != Upos.Verb || discourse.IsTaken(i) || discourse.IsSpoken(i))
                continue;
            if (
                Governed(discourse, i)
                || discourse.VerbAt(i)?.Can(Complements.Source) == true
                || At(discourse, i) is not { } found
            )
                continue;
            discourse.Take(found.Cue);
            yield return found;
        }
    }

    /// <summary>"declined to comment": the infinitive is what is declined, and says nothing itself.</summary>
    private static bool Governed(Discourse discourse, int verb) =>
        discourse.Parse.Relations[verb].Base == Relation.Xcomp
        && discourse.IsTaken(discourse.Parse.Heads[verb]);

    private static Attribution? At(Discourse discourse, int verb)
    {
        Parse parse = discourse.Parse;
        if (
            parse.Relations[verb].Base
            is Relation.Amod
                or Relation.Compound
                or Relation.Case
                or Relation.Fixed
                or Relation.Mark
        )
            return null;
        return Particle(discourse, verb) is { } particle
                ? Made(discourse, verb, particle.Verb, particle.Token, -1)
            : discourse.VerbAt(verb) is { } plain && Made(discourse, verb, plain, -1, -1) is { } made ? made
            : Preposition(discourse, verb) is { } preposition
                ? Made(discourse, verb, preposition.Verb, preposition.Token, preposition.Object)
            : null;
    }

    private static Attribution? Made(Discourse discourse, int verb, CueVerb cue, int second, int thing)
    {
        Parse parse = discourse.Parse;
        bool passive = discourse.IsPassive(verb);
        Subjects.Subject? subject = Subjects.Of(parse, verb);
        if (
            passive
            && subject is { } s
            && parse.Relations[s.Head] != Relation.OblAgent
            && parse.Heads[s.Head] != verb
        )
            subject = null;
        if (!passive && Bare(parse, verb))
            subject = null;
        if (subject is { } who && !MaySpeak(parse, who))
            return null;
        Stretch words = CueWords.Of(discourse, verb, second);
        Stretch speaker = subject is { } known ? Subjects.Words(discourse, known.Head, verb) : Stretch.None;
        List<Stretch>? content = Contents.Of(discourse, verb, cue, words, speaker, thing, passive);
        if (Repeated(discourse, verb, words) is { } repeated)
            (words, content, cue) = (
                words.With(new Stretch(repeated.Noun, repeated.Noun)),
                [repeated.Content],
                cue with
                {
                    Stance = repeated.Stance,
                }
            );
        if (content is null || content.Count == 0 || subject is null && !passive && !Bare(parse, verb))
            return null;
        return new Attribution
        {
            Content = content,
            Speaker = speaker,
            SpeakerHead = subject?.Meant ?? -1,
            Cue = words,
            CueToken = verb,
            Lemma = cue.Lemma,
            Stance = Infinitive(parse, verb, content) ? cue.BeforeInfinitive : cue.Stance,
            Negated = CueWords.Negated(discourse, verb, words),
        };
    }

    /// <summary>"repeated his claim that …": the noun of saying belongs to the cue, its clause is the content.</summary>
    private static (int Noun, Stretch Content, Terms.Stance Stance)? Repeated(
        Discourse discourse,
        int verb,
        Stretch words
    )
    {
        Parse parse = discourse.Parse;
        int noun = parse.Dependent(verb, Relation.Obj);
        return
            noun > words.Last
            && noun - words.Last <= 3
            && parse.Upos[noun] == Upos.Noun
            && discourse.Lexicon.Nouns.TryGetValue(parse.Lemma(noun), out CueNoun? cue)
            && NounCues.Clause(discourse, noun, cue) is { } clause
            ? (noun, clause, cue.Stance)
            : null;
    }

    /// <summary>"Asked whether …, he said": a participle that is asked, not asking.</summary>
    private static bool Bare(Parse parse, int verb) =>
        parse.Relations[verb].Base == Relation.Advcl
        && parse.Xpos(verb) == "VBN"
        && parse.Dependent(verb, Relation.Aux) < 0;

    /// <summary>True where the content is, or ends in, an infinitive.</summary>
    private static bool Infinitive(Parse parse, int verb, List<Stretch> content)
    {
        foreach (int dependent in parse.Dependents(verb))
            if (
                parse.Relations[dependent].Base is Relation.Xcomp or Relation.Advcl
                && parse.Features[dependent].VerbForm == VerbForm.Inf
                && content[^1].Has(dependent)
            )
                return true;
        return false;
    }

    /// <summary>People, bodies, papers and places speak; the reader ("you"), the writer and nobody ("it rains") do not.</summary>
    private static bool MaySpeak(Parse parse, Subjects.Subject subject)
    {
        int head = subject.Head;
        return parse.Relations[head].Base != Relation.Expl
            && parse.Upos[head]
                is Upos.Pron
                    or Upos.Noun
                    or Upos.Propn
                    or Upos.Det
                    or Upos.Num
                    or Upos.Adj
                    or Upos.X
            && !(
                parse.Upos[head] == Upos.Pron && parse.Features[head].Person is Person.First or Person.Second
            );
    }

    private static (CueVerb Verb, int Token)? Particle(Discourse discourse, int verb)
    {
        Parse parse = discourse.Parse;
        foreach (int dependent in parse.Dependents(verb))
            if (
                (parse.Relations[dependent].Base is Relation.Compound or Relation.Advmod or Relation.Xcomp)
                && dependent > verb
                && discourse.Lexicon.Verbs.TryGetValue(
                    $"{discourse.VerbLemma(verb)} {parse.Lemma(dependent)}",
                    out CueVerb? cue
                )
            )
                return (cue, dependent);
        return null;
    }

    /// <summary>"called for a truce": the preposition of an oblique belongs to the cue.</summary>
    private static (CueVerb Verb, int Token, int Object)? Preposition(Discourse discourse, int verb)
    {
        Parse parse = discourse.Parse;
        if (!discourse.Lexicon.HasParticles(discourse.VerbLemma(verb)))
            return null;
        foreach (int dependent in parse.Dependents(verb))
        {
            if (dependent < verb || parse.Relations[dependent].Base is not (Relation.Obl or Relation.Advcl))
                continue;
            foreach (int mark in parse.Dependents(dependent))
                if (
                    parse.Relations[mark].Base is Relation.Case or Relation.Mark
                    && discourse.Lexicon.Verbs.TryGetValue(
                        $"{discourse.VerbLemma(verb)} {parse.Lemma(mark)}",
                        out CueVerb? cue
                    )
                )
                    return (cue, mark, dependent);
        }
        return null;
    }
}
