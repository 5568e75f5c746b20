using Chancery.Language.Grammar;

namespace Chancery.Language.Statements;

/// <summary>What a verbal cue takes as its content.</summary>
internal static class Contents
{
    /// <returns>The stretches said, without edge punctuation; null where the verb says nothing here.</returns>
    public static List<Stretch>? Of(
        Discourse discourse,
        int verb,
        CueVerb cue,
        Stretch words,
        Stretch speaker,
        int thing,
        bool passive
    )
    {
        Parse parse = discourse.Parse;
        if (thing >= 0)
            return Oblique(discourse, verb, cue, words, thing);
        if (
            cue.Can(Complements.That | Complements.Wh)
            && (
                Clauses.Of(discourse, verb, words, speaker)
                ?? (words.Last > verb ? Clauses.Of(discourse, words.Last, words, speaker) : null)
            )
                is { } clause
            && (cue.Can(Complements.That) || !Clauses.IsThat(discourse, clause))
            && (cue.Can(Complements.Wh) || !Clauses.IsWhether(discourse, clause))
            && Clauses.HasVerb(discourse, clause, words)
            && !(passive && Anticipated(discourse, verb, cue))
        )
            return clause;
        if (Infinitive(discourse, verb, cue, passive) is { } infinitive)
            return infinitive;
        if (
            cue.Can(Complements.As)
            && (passive ? Styled(discourse, verb) : Named(discourse, verb, words)) is { } named
        )
            return named;
        if (cue.Can(Complements.Of) && Blamed(discourse, verb, passive) is { } blamed)
            return blamed;
        // "gives money to further the paper": what is done to an end is not said.
        bool deed =
            parse.Features[verb].VerbForm == VerbForm.Inf && parse.Relations[verb].Base == Relation.Advcl;
        if (cue.Can(Complements.Thing) && !deed && Thing(discourse, verb, cue, passive) is { } noun)
            return noun;
        if (VerbCues.HasPreposition(discourse, verb))
            return null;
        // "The message, posted by Orlo, tells …": what somebody did to it is not said of it.
        if (parse.Relations[verb].Base == Relation.Acl && parse.Dependent(verb, Relation.OblAgent) >= 0)
            return null;
        return cue.Can(Complements.That | Complements.Quote) && !passive
            ? Clauses.Around(discourse, verb, words, speaker)
                ?? (cue.Can(Complements.That) ? Clauses.Behind(discourse, verb, cue, words, speaker) : null)
            : null;
    }

    /// <summary>"was so eagerly expected that seats ran out": only "it" is expected that, and only a hearer is told that.</summary>
    private static bool Anticipated(Discourse discourse, int verb, CueVerb cue)
    {
        Parse parse = discourse.Parse;
        int subject = parse.Dependent(verb, Relation.NsubjPass);
        return subject >= 0
            && !cue.Can(Complements.Whom)
            && !discourse.Lexicon.Is("thing-pronoun", parse.Form(subject))
            && parse.Dependent(verb, Relation.Ccomp) > verb;
    }

    /// <summary>The content is what somebody says that is so, not a thing or a deed.</summary>
    public static bool IsClause(Discourse discourse, int verb, List<Stretch> content)
    {
        Parse parse = discourse.Parse;
        foreach (int dependent in parse.Dependents(verb))
            if (
                parse.Relations[dependent].Base is Relation.Ccomp or Relation.Csubj or Relation.Parataxis
                && content.Exists(c => c.Has(dependent))
            )
                return true;
        return Clauses.IsThat(discourse, content)
            || parse.Dependent(verb, Relation.Obj) < 0
                && parse.Dependent(verb, Relation.Xcomp) < 0
                && parse.Dependent(verb, Relation.Obl) < 0;
    }

    /// <summary>An infinitive or gerund: "offered to host", "urged both sides to return", "denied shelling".</summary>
    private static List<Stretch>? Infinitive(Discourse discourse, int verb, CueVerb cue, bool passive)
    {
        Parse parse = discourse.Parse;
        int complement = -1;
        foreach (int dependent in parse.Dependents(verb))
            if (
                dependent > verb
                && parse.Relations[dependent].Base
                    is Relation.Xcomp
                        or Relation.Ccomp
                        or Relation.Advcl
                        or Relation.Obj
            )
            {
                bool gerund =
                    parse.Features[dependent].VerbForm is VerbForm.Ger or VerbForm.Part
                    && parse.Xpos(dependent) == "VBG"
                    && discourse.VerbAt(dependent)?.Can(Complements.Source) != true;
                bool infinitive =
                    parse.Features[dependent].VerbForm == VerbForm.Inf || HasParticle(parse, dependent);
                if (
                    parse.Relations[dependent].Base == Relation.Advcl
                    && !(infinitive && cue.Can(Complements.WhomTo))
                )
                    continue;
                if (
                    gerund && cue.Can(Complements.Ing) && parse.Dependent(dependent, Relation.Mark) < 0
                    || infinitive && cue.Can(Complements.To | Complements.WhomTo)
                )
                {
                    complement = dependent;
                    break;
                }
            }
        if (complement < 0 && cue.Can(Complements.WhomTo) && !passive)
        {
            // "expects the council to vote", with the infinitive hung on the council.
            int thing = parse.Dependent(verb, Relation.Obj);
            int hung = thing > verb ? parse.Dependent(thing, Relation.Acl) : -1;
            if (
                hung > thing
                && HasParticle(parse, hung)
                && !discourse.Lexicon.Nouns.ContainsKey(parse.Lemma(thing))
            )
                return [discourse.Trim(Stretch.Of(parse.Subtree(thing)))];
        }
        if (complement < 0)
            return null;
        Stretch said = Stretch.Of(parse.Subtree(complement)) is var all
            ? all with
            {
                First = Math.Max(all.First, verb + 1),
            }
            : default;
        int person = parse.Dependent(verb, passive ? Relation.NsubjPass : Relation.Obj);
        person = person < 0 && !passive ? parse.Dependent(verb, Relation.Iobj) : person;
        if (passive)
            return person < 0 || !cue.Can(Complements.WhomTo)
                ? null
                :
                [
                    discourse.Trim(Stretch.Of(parse.Subtree(person)).Within(0, verb - 1)),
                    discourse.Trim(said),
                ];
        if (person > verb && cue.Can(Complements.WhomTo))
        {
            int first = parse.Subtree(person).First;
            // "asked senior coroner | Dr Orlo to come"
            if (
                !passive
                && parse.Dependent(verb, Relation.Iobj) is var other
                && other > verb
                && parse.Subtree(other).Last + 1 == first
            )
                first = parse.Subtree(other).First;
            said = said with { First = Math.Min(said.First, first) };
        }
        else if (!cue.Can(Complements.To | Complements.Ing))
            return null;
        return [discourse.Trim(said)];
    }

    private static bool HasParticle(Parse parse, int verb)
    {
        int mark = parse.Dependent(verb, Relation.Mark);
        return mark >= 0 && parse.Upos[mark] == Upos.Part;
    }

    /// <summary>"described the plan as a gift", "called the plan a gift".</summary>
    private static List<Stretch>? Named(Discourse discourse, int verb, Stretch words)
    {
        Parse parse = discourse.Parse;
        int thing = parse.Dependent(verb, Relation.Obj);
        if (
            thing < 0
            && parse.Dependent(verb, Relation.Xcomp) is var first and >= 0
            && Subjects.IsNominal(parse, first)
        )
            thing = first; // "called Orlo a liar", with both hung on the verb alike
        int last = -1;
        int start = int.MaxValue;
        foreach (int dependent in parse.Dependents(verb))
        {
            if (dependent < verb || dependent == thing)
                continue;
            bool marked = false;
            foreach (int mark in parse.Dependents(dependent))
                marked |=
                    parse.Relations[mark].Base is Relation.Case or Relation.Mark
                    && discourse.Lexicon.Is("as", parse.Form(mark));
            if (
                marked
                || parse.Relations[dependent].Base is Relation.Xcomp or Relation.Obj
                    && !HasParticle(parse, dependent)
                    && parse.Upos[dependent] != Upos.Propn
                    && !(parse.Upos[dependent] == Upos.Verb && parse.Xpos(dependent) != "VBN")
                    && thing >= 0
            )
                (start, last) = (
                    Math.Min(start, parse.Subtree(dependent).First),
                    Math.Max(last, parse.Subtree(dependent).Last)
                );
        }
        if (last < 0)
        {
            // "called the plan “a gift”": the parser may hang the quotation on the plan.
            if (thing < verb || discourse.VerbAt(verb)?.Stance == Terms.Stance.Believe)
                return null;
            Stretch whole = Stretch.Of(parse.Subtree(thing));
            for (int q = thing + 1; q <= Math.Min(whole.Last + 2, parse.Count - 1); q++)
                if (discourse.QuotationAt(q) >= 0)
                    return
                    [
                        discourse.Trim(
                            new Stretch(
                                Math.Max(words.Last + 1, whole.First),
                                discourse.Words[discourse.QuotationAt(q)].Last + 1
                            ).Within(0, parse.Count - 1)
                        ),
                    ];
            return Predicated(discourse, verb, thing);
        }
        if (thing < verb)
            return null;
        // "described as “a gift” a plan to …": the thing may stand behind what it is called.
        Stretch called = Stretch.Of(parse.Subtree(thing));
        return
        [
            discourse.Trim(called.First > last ? called with { First = start } : called with { Last = last }),
        ];
    }

    /// <summary>
    /// "called the charges baseless", "called the vote for war a mistake", where the tree joins both: an adjective behind the noun, or a
    /// second noun behind an article, is what the first is called.
    /// </summary>
    private static List<Stretch>? Predicated(Discourse discourse, int verb, int thing)
    {
        Parse parse = discourse.Parse;
        int end = discourse.Sentence(verb).Last;
        for (int i = thing + 1; i <= end; i++)
        {
            if (parse.Form(i) is "," or ";" or "(" || parse.Upos[i] == Upos.Aux)
                return null;
            bool adjective = parse.Upos[i] == Upos.Adj && parse.Heads[i] == thing;
            bool article =
                parse.Upos[i] == Upos.Det
                && parse.Features[i].Definite == Definite.Ind
                && parse.Upos[i - 1] is not (Upos.Adp or Upos.Sconj or Upos.Cconj or Upos.Adv)
                && parse.Heads[i] is var noun
                && noun > i
                && parse.Subtree(noun).Last > thing;
            if (!adjective && !article)
                continue;
            int last = parse.Subtree(adjective ? i : parse.Heads[i]).Last;
            return [discourse.Trim(new Stretch(parse.Subtree(thing).First, last))];
        }
        return null;
    }

    /// <summary>"the plan was described as a gift", "he is considered a gifted man"; what a thing is named ("is called Harl") says nothing.</summary>
    private static List<Stretch>? Styled(Discourse discourse, int verb)
    {
        Parse parse = discourse.Parse;
        int thing = parse.Dependent(verb, Relation.NsubjPass);
        if (thing < 0)
            return null;
        foreach (int dependent in parse.Dependents(verb))
        {
            if (dependent < verb)
                continue;
            bool marked = false;
            foreach (int mark in parse.Dependents(dependent))
                marked |=
                    parse.Relations[mark].Base is Relation.Case or Relation.Mark
                    && discourse.Lexicon.Is("as", parse.Form(mark));
            bool name = parse.Upos[dependent] == Upos.Propn && discourse.QuotationAt(dependent) < 0;
            if (
                marked
                || parse.Relations[dependent].Base == Relation.Xcomp
                    && !name
                    && parse.Upos[dependent] is not (Upos.Verb or Upos.Aux)
            )
                return
                [
                    discourse.Trim(Stretch.Of(parse.Subtree(thing))),
                    discourse.Trim(Stretch.Of(parse.Subtree(dependent))),
                ];
        }
        return null;
    }

    /// <summary>"accused Lurania of shelling", "blamed Lurania for the delay".</summary>
    private static List<Stretch>? Blamed(Discourse discourse, int verb, bool passive)
    {
        Parse parse = discourse.Parse;
        int blamed = parse.Dependent(verb, passive ? Relation.NsubjPass : Relation.Obj);
        if (blamed < 0 || !passive && blamed < verb)
            return null;
        foreach (int dependent in parse.Dependents(verb))
            if (dependent > verb)
                foreach (int mark in parse.Dependents(dependent))
                    if (
                        parse.Relations[mark].Base is Relation.Case or Relation.Mark
                        && discourse.Lexicon.Is("blame", parse.Form(mark))
                    )
                    {
                        Stretch reason = Stretch.Of(parse.Subtree(dependent));
                        Stretch who = Stretch.Of(parse.Subtree(blamed));
                        return passive || who.First > reason.First
                            ? [discourse.Trim(who), discourse.Trim(reason)]
                            : [discourse.Trim(who.With(reason))];
                    }
        // "accused Lurania of shelling", with the reason hung on the blamed.
        Stretch all = Stretch.Of(parse.Subtree(blamed));
        for (int i = blamed + 1; i <= all.Last && !passive; i++)
            if (
                discourse.Lexicon.Is("blame", parse.Form(i))
                && parse.Relations[i].Base is Relation.Case or Relation.Mark
            )
                return [discourse.Trim(all)];
        return null;
    }

    /// <summary>A noun phrase: "rejected the proposal", "the claim was denied".</summary>
    private static List<Stretch>? Thing(Discourse discourse, int verb, CueVerb cue, bool passive)
    {
        Parse parse = discourse.Parse;
        int thing = parse.Dependent(verb, passive ? Relation.NsubjPass : Relation.Obj);
        if (
            thing < 0
            || parse.Upos[thing] is not (Upos.Noun or Upos.Propn)
                && !(cue.Stance == Terms.Stance.Accuse && parse.Upos[thing] == Upos.Pron)
        )
            return null;
        if (
            passive && parse.Dependent(verb, Relation.OblAgent) < 0
            || parse.Dependent(verb, Relation.Iobj) >= 0
        )
            return null;
        Stretch said = Stretch.Of(parse.Subtree(thing));
        // "expressed concerns": a bare noun of saying does not tell what is said.
        bool bare = said.First == said.Last && discourse.Lexicon.Nouns.ContainsKey(parse.Lemma(thing));
        if (bare && cue.Lemma == parse.Lemma(verb) && cue.Stance == Terms.Stance.Say)
            return null;
        if (said.Has(verb) || !passive && thing < verb)
            return null;
        // "rejects demands" and then "for exile": what hangs on the verb right behind the thing belongs to it.
        foreach (int dependent in parse.Dependents(verb))
            if (
                !passive
                && parse.Relations[dependent].Base
                    is Relation.Obl
                        or Relation.Acl
                        or Relation.Xcomp
                        or Relation.Advcl
                && parse.Subtree(dependent) is var more
                && more.First == said.Last + 1
                && (
                    parse.Upos[more.First] == Upos.Part
                    || parse.Upos[more.First] is Upos.Adp or Upos.Sconj
                        && discourse.Lexicon.Is("thing", parse.Form(more.First))
                    || parse.Upos[more.First] == Upos.Verb
                        && parse.Features[more.First].VerbForm == VerbForm.Part
                )
            )
                said = said with { Last = more.Last };
        return [discourse.Trim(said)];
    }

    private static List<Stretch>? Oblique(
        Discourse discourse,
        int verb,
        CueVerb cue,
        Stretch words,
        int thing
    )
    {
        Parse parse = discourse.Parse;
        bool clause = parse.Relations[thing].Base == Relation.Advcl;
        // "called his brother on Friday": the verb has its object already.
        if (parse.Dependent(verb, Relation.Obj) >= 0)
            return null;
        if (
            clause && !cue.Can(Complements.Ing)
            || !clause && !cue.Can(Complements.Thing | Complements.WhomTo)
        )
            return null;
        Stretch said = Stretch.Of(parse.Subtree(thing));
        said = said with
        {
            First = words.Last + 1 > said.First && words.Has(said.First) ? words.Last + 1 : said.First,
        };
        int mark = said.First;
        while (
            mark < thing
            && parse.Heads[mark] == thing
            && parse.Relations[mark].Base is Relation.Case or Relation.Mark
        )
            mark++;
        said = said with { First = mark };
        int complement = parse.Dependent(verb, Relation.Xcomp);
        complement =
            complement < 0 && cue.Can(Complements.WhomTo)
                ? parse.Dependent(verb, Relation.Advcl)
                : complement;
        if (cue.Can(Complements.WhomTo) && complement > thing)
            said = said with { Last = Math.Max(said.Last, parse.Subtree(complement).Last) };
        return [discourse.Trim(said)];
    }
}
