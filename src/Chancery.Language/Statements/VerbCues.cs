using Chancery.Language.Grammar;

namespace Chancery.Language.Statements;

/// <summary>Verbs of saying, thinking and intending with what they take as content, by UD labels.</summary>
internal static partial class VerbCues
{
    /// <summary>How many tokens a hearer may have between the cue and what is said.</summary>
    private const int Hearer = 8;

    public static List<Attribution> Find(Discourse discourse)
    {
        var all = new List<Attribution>();
        for (int i = 0; i < discourse.Parse.Count; i++)
        {
            if (discourse.Parse.Upos[i] != Upos.Verb || discourse.IsTaken(i) || discourse.IsSpoken(i))
                continue;
            if (
                Governed(discourse, i)
                || Owed(discourse.Parse, discourse.Lexicon, i)
                || Unsaid(discourse, i)
                || NounCues.IsNoun(discourse.Parse, i)
                || Intended(discourse, i, all)
                || discourse.VerbAt(i)?.Can(Complements.Source) == true
                    && !SourceCues.CitesThing(discourse, i)
                || At(discourse, i) is not { } found
            )
                continue;
            discourse.Take(found.Cue);
            all.Add(found);
        }
        return all;
    }

    /// <summary>"had to explain why": what is owed is not said yet.</summary>
    private static bool Owed(Parse parse, StatementLexicon lexicon, int verb) =>
        parse.Relations[verb].Base == Relation.Xcomp
        && parse.Heads[verb] is var head
        && head >= 0
        && head < verb
        && parse.Features[verb].VerbForm == VerbForm.Inf
        && lexicon.Is("duty", parse.Lemma(head))
        && parse.Dependent(head, Relation.Obj) < 0;

    /// <summary>An infinitive within what is demanded, promised or intended is not said yet.</summary>
    private static bool Intended(Discourse discourse, int verb, List<Attribution> all) =>
        discourse.Parse.Features[verb].VerbForm == VerbForm.Inf
        && (
            // "was summoned to come and explain the delay"
            First(discourse.Parse, verb) is var first
                && discourse.Parse.Relations[first].Base is Relation.Xcomp or Relation.Advcl
                && discourse.Parse.Heads[first] is var head
                && head >= 0
                && head < verb
                && discourse.Parse.Dependent(head, Relation.AuxPass) >= 0
            || all.Exists(a =>
                a.Stance
                    is Terms.Stance.Demand
                        or Terms.Stance.Promise
                        or Terms.Stance.Offer
                        or Terms.Stance.Refuse
                        or Terms.Stance.Threaten
                        or Terms.Stance.Believe
                && a.Content.Exists(c => c.Has(verb))
            )
        );

    /// <summary>The first of those that a verb is joined to.</summary>
    private static int First(Parse parse, int verb)
    {
        while (
            parse.Relations[verb].Base == Relation.Conj
            && parse.Heads[verb] is var head
            && head >= 0
            && head < verb
        )
            verb = head;
        return verb;
    }

    /// <summary>"when he realizes that …", "if they think that …"</summary>
    private static bool Supposed(Parse parse, int verb)
    {
        int first = parse.Subtree(verb).First;
        return parse.Xpos(first) == "WRB"
            || parse.Relations[first].Base == Relation.Mark
                && parse.Heads[first] == verb
                && parse.Form(first) is "if" or "If";
    }

    /// <summary>"without saying why", "stopped short of announcing it": a gerund behind such a preposition was not said.</summary>
    private static bool Unsaid(Discourse discourse, int verb)
    {
        Parse parse = discourse.Parse;
        int mark = parse.Dependent(verb, Relation.Mark);
        // "when referring to the files"
        if (parse.Xpos(verb) == "VBG" && verb > 0 && parse.Xpos(verb - 1) == "WRB")
            return true;
        return parse.Xpos(verb) == "VBG"
            && mark >= 0
            && (
                discourse.Lexicon.Is("without", parse.Form(mark))
                || mark > 0 && discourse.Lexicon.Is("short", parse.Form(mark - 1))
            );
    }

    /// <summary>"declined to comment": the infinitive is what is declined, and says nothing itself.</summary>
    private static bool Governed(Discourse discourse, int verb)
    {
        int head = discourse.Parse.Heads[verb];
        return head >= 0
            && (
                discourse.Parse.Relations[verb].Base == Relation.Xcomp && discourse.IsTaken(head)
                || discourse.Parse.Features[verb].VerbForm == VerbForm.Inf
                    && discourse.Parse.Relations[verb].Base is Relation.Xcomp or Relation.Advcl
                    && discourse.VerbAt(head) is { } governor
                    && governor.Can(Complements.To | Complements.WhomTo)
            );
    }

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
        return WordOrder.Closing(discourse, verb) is { } closing ? closing
            : Particle(discourse, verb) is { } particle
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
        Subjects.Subject? subject =
            GoingOn(discourse, verb) ?? Subjects.Teller(discourse, verb) ?? Subjects.Of(parse, verb);
        if (
            passive
            && subject is { } s
            && parse.Relations[s.Head] != Relation.OblAgent
            && parse.Heads[s.Head] != verb
        )
            subject = null;
        if (!passive && Bare(parse, verb))
            subject =
                cue.Stance == Terms.Stance.Ask
                && parse.Dependent(verb, Relation.OblAgent) is var agent and >= 0
                    ? new Subjects.Subject(agent, agent)
                    : null;
        if (Blamed(discourse, verb) is { } blamed)
            subject = blamed;
        if (RaisedOver(discourse, verb) is var saying and >= 0 && Subjects.Of(parse, saying) is { } raised)
            subject = raised;
        if (subject is { } far && Nearer(discourse, verb, far.Head) is { } near)
            subject = near;
        if (!passive && Subjects.Pronoun(discourse, verb) is var he and >= 0)
            subject = new Subjects.Subject(he, he);
        bool inverted = subject is null && !passive && Inverted(discourse, verb) is not null;
        if (inverted)
            subject = Inverted(discourse, verb);
        if (
            subject is { } who
                && (!MaySpeak(parse, who) || !MayStandFor(discourse, who) || discourse.IsSpoken(who.Head))
            || cue.Stance == Terms.Stance.Believe
                && parse.Relations[verb].Base == Relation.Advcl
                && (parse.Features[verb].VerbForm == VerbForm.Inf || Supposed(parse, verb))
        )
            return null;
        Stretch words = CueWords.Of(discourse, verb, second);
        Stretch speaker = subject is { } known ? Subjects.Words(discourse, known.Head, verb) : Stretch.None;
        if (
            subject is null
            && !passive
            && !inverted
            && WordOrder.Speaker(discourse, verb, words) is { } before
        )
            (subject, speaker) = (new Subjects.Subject(before.Head, before.Head), before.Words);
        if (
            !speaker.IsNone
            && speaker.First > 0
            && speaker.Last < verb
            && parse.Upos[speaker.First - 1] == Upos.Part
            && parse.Upos[subject!.Value.Head] != Upos.Propn
            && discourse.Lexicon.Is("not", parse.Form(speaker.First - 1))
        )
            speaker = speaker with { First = speaker.First - 1 }; // "not everyone"
        // "Orlo said the call showed that …", with Orlo made the subject of the showing.
        int nearer = speaker.Last + 1;
        if (
            !speaker.IsNone
            && nearer < words.First
            && parse.Features[nearer].VerbForm == VerbForm.Fin
            && discourse.VerbAt(nearer) is { Stance: not Terms.Stance.Believe } said
            && said.Can(Complements.That)
            && !discourse.IsTaken(nearer)
        )
        {
            return new Attribution
            {
                Content = [discourse.Trim(new Stretch(nearer + 1, discourse.Sentence(verb).Last))],
                Speaker = speaker,
                SpeakerHead = subject!.Value.Meant,
                Cue = new Stretch(nearer, nearer),
                CueToken = nearer,
                Lemma = said.Lemma,
                Stance = said.Stance,
            };
        }
        List<Stretch>? content = inverted
            ? Clauses.Around(discourse, verb, words, speaker)
            : Contents.Of(discourse, verb, cue, words, speaker, thing, passive);
        if (Repeated(discourse, verb, words) is { } repeated)
            (words, content, cue) = (
                words.With(new Stretch(repeated.Noun, repeated.Noun)),
                [repeated.Content],
                cue with
                {
                    Stance = repeated.Stance,
                }
            );
        if (
            subject is not null && (speaker.IsNone || parse.Upos[speaker.First] == Upos.Adp)
            || subject is { } mind
                && content is not null
                && !Minds.Has(discourse, mind)
                && !(
                    (cue.Stance != Terms.Stance.Believe || Minds.Finds(discourse, mind, cue.Lemma))
                    && Minds.Tells(discourse, mind, cue.Lemma)
                    && Contents.IsClause(discourse, verb, content)
                )
            || content is null
            || content.Count == 0
            || subject is null && !passive && cue.Stance == Terms.Stance.Believe
            || subject is null && IsMainClause(discourse, verb, content[0])
            || subject is null && !passive && !Bare(parse, verb)
        )
            return null;
        // A quotation that began inside runs to its end, over the sentence's end too.
        Stretch end = content[^1];
        if (
            discourse.QuotationAt(end.Last) is var q and >= 0
            && discourse.Words[q].Last > end.Last
            && discourse.Words[q].First > words.Last
        )
            content[^1] = discourse.Trim(
                end with
                {
                    Last = Math.Min(discourse.Words[q].Last + 1, parse.Count - 1),
                }
            );
        Stretch hearer = Stretch.None;
        if (
            subject is null
            && Bare(parse, verb)
            && parse.Heads[verb] >= 0
            && Subjects.Of(parse, parse.Heads[verb]) is { } asked
        )
            hearer = Subjects.Words(discourse, asked.Head, parse.Heads[verb]);
        if (
            hearer.IsNone
            && cue.Can(Complements.Whom)
            && speaker.Last < verb
            && content[0].First - words.Last is > 1 and < Hearer
            && parse.Dependent(verb, Relation.Obj) < 0
            && parse.Dependent(verb, Relation.Iobj) < 0
            && parse.Upos[words.Last + 1] is Upos.Det or Upos.Propn or Upos.Noun
        )
            hearer = discourse.Trim(new Stretch(words.Last + 1, content[0].First - 1));
        return new Attribution
        {
            Content = content,
            Speaker = speaker,
            SpeakerHead = subject?.Meant ?? -1,
            Addressee = hearer,
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
        // "rejected calls to go" takes no part in the calls.
        if (
            noun >= 0
            && (
                parse.Dependent(noun, Relation.Compound) >= 0
                || discourse.VerbAt(verb)?.Stance
                    is Terms.Stance.Deny
                        or Terms.Stance.Refuse
                        or Terms.Stance.Accuse
                        or Terms.Stance.Believe
            )
        )
            return null;
        return
            noun > words.Last
            && noun - words.Last <= 3
            && parse.Upos[noun] == Upos.Noun
            && discourse.Lexicon.Nouns.TryGetValue(parse.Lemma(noun), out CueNoun? cue)
            && (
                parse.Dependent(noun, Relation.NmodPoss) is var owner
                && (owner < 0 || parse.Upos[owner] == Upos.Pron)
            )
            && NounCues.Clause(discourse, noun, cue) is { } clause
            ? (noun, clause, cue.Stance)
            : null;
    }

    /// <summary>"Asked whether …, he said" — "When asked why, he said": a participle that is asked, not asking.</summary>
    private static bool Bare(Parse parse, int verb) =>
        parse.Xpos(verb) is "VBN" or "VBD"
        && (
            parse.Relations[verb].Base is Relation.Advcl or Relation.Parataxis or Relation.Acl or Relation.Dep
            || parse.Sentences[parse.SentenceOf(verb)].First == verb
        )
        && parse.Dependent(verb, Relation.Aux) < 0
        && parse.Dependent(verb, Relation.Nsubj) < 0
        && (
            char.IsUpper(parse.Form(verb)[0])
            || parse.Dependent(verb, Relation.Mark) is var mark and >= 0 && mark == verb - 1
            || verb > 0 && parse.Dependent(verb, Relation.Advmod) == verb - 1 && parse.Xpos(verb - 1) == "WRB"
        );

    /// <summary>"Told of the delay, Orlo called it a scandal": behind the comma of a participle the main clause begins.</summary>
    private static bool IsMainClause(Discourse discourse, int verb, Stretch content)
    {
        Parse parse = discourse.Parse;
        return Bare(parse, verb)
            && content.First > verb + 1
            && parse.Form(content.First - 1) is ","
            && !discourse.Lexicon.Is("clause", parse.Form(content.First))
            && parse.Xpos(content.First) is not ("WRB" or "WP");
    }

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

    private static (CueVerb Verb, int Token)? Particle(Discourse discourse, int verb)
    {
        Parse parse = discourse.Parse;
        foreach (int dependent in parse.Dependents(verb))
            if (
                (parse.Relations[dependent].Base is Relation.Compound or Relation.Advmod or Relation.Xcomp)
                && dependent > verb
                && discourse.Lexicon.Verbs.TryGetValue(
                    $"{discourse.VerbLemma(verb)} {parse.Form(dependent)}",
                    out CueVerb? cue
                )
            )
                return (cue, dependent);
        return null;
    }

    /// <summary>The verb goes with a preposition of the lexicon that stands behind it.</summary>
    public static bool HasPreposition(Discourse discourse, int verb) =>
        Preposition(discourse, verb) is { } found && found.Token == verb + 1;

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
                    && mark - verb <= 3
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
