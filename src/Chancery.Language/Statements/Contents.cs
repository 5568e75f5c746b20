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
            && Clause(discourse, verb, words, speaker) is { } clause
        )
            return clause;
        if (Infinitive(discourse, verb, cue, passive) is { } infinitive)
            return infinitive;
        if (cue.Can(Complements.As) && !passive && Named(discourse, verb, words) is { } named)
            return named;
        if (cue.Can(Complements.Of) && Blamed(discourse, verb, passive) is { } blamed)
            return blamed;
        if (cue.Can(Complements.Thing) && Thing(discourse, verb, passive) is { } noun)
            return noun;
        return cue.Can(Complements.That | Complements.Quote) && !passive
            ? Around(discourse, verb, words, speaker)
            : null;
    }

    /// <summary>A clause: after the cue, before it, or around it.</summary>
    private static List<Stretch>? Clause(Discourse discourse, int verb, Stretch words, Stretch speaker)
    {
        Parse parse = discourse.Parse;
        foreach (int dependent in parse.Dependents(verb))
        {
            bool clause =
                parse.Relations[dependent].Base is Relation.Ccomp or Relation.Csubj
                || parse.Relations[dependent].Base == Relation.Parataxis
                    && Subjects.IsVerbal(parse, dependent)
                    && (
                        discourse.VerbAt(dependent)?.Can(Complements.That) != true
                        || parse.Dependent(dependent, Relation.Ccomp) >= 0
                    );
            if (!clause || dependent > verb && dependent < words.Last)
                continue;
            Stretch said = Stretch.Of(parse.Subtree(dependent));
            if (dependent > verb)
            {
                // What hangs on the clause but stands before the cue was attached too high up.
                said = said with
                {
                    First = Math.Max(said.First, words.Last + 1),
                };
                return parse.Relations[dependent].Base == Relation.Parataxis && !AfterColon(parse, said.First)
                    ? null
                    : discourse.Minus(said, Speakers(speaker, verb));
            }
            Stretch between = new Stretch(dependent, verb);
            Stretch hole =
                speaker.IsNone || !between.Meets(speaker) && !said.Has(speaker) ? words : words.With(speaker);
            if (said.Last > verb)
                hole = hole.With(Adjuncts(parse, verb, dependent, hole));
            else
                said = said with { Last = Math.Min(said.Last, hole.First - 1) };
            return discourse.Minus(said, hole);
        }
        return null;
    }

    private static Stretch Speakers(Stretch speaker, int verb) =>
        speaker.IsNone || speaker.First < verb ? Stretch.None : speaker;

    private static bool AfterColon(Parse parse, int first) =>
        first > 0 && (parse.Form(first) is ":" || parse.Form(first - 1) is ":");

    /// <summary>The adverbs and circumstances of the cue that stand beside it inside the clause.</summary>
    private static Stretch Adjuncts(Parse parse, int verb, int clause, Stretch hole)
    {
        Stretch all = hole;
        foreach (int dependent in parse.Dependents(verb))
            if (
                dependent != clause
                && parse.Relations[dependent].Base
                    is Relation.Obl
                        or Relation.Advmod
                        or Relation.Iobj
                        or Relation.Obj
            )
            {
                Stretch words = Stretch.Of(parse.Subtree(dependent));
                if (words.First == all.Last + 1 || words.Last == all.First - 1)
                    all = all.With(words);
            }
        return all;
    }

    /// <summary>An infinitive or gerund: "offered to host", "urged both sides to return", "denied shelling".</summary>
    private static List<Stretch>? Infinitive(Discourse discourse, int verb, CueVerb cue, bool passive)
    {
        Parse parse = discourse.Parse;
        int complement = -1;
        foreach (int dependent in parse.Dependents(verb))
            if (
                dependent > verb
                && parse.Relations[dependent].Base is Relation.Xcomp or Relation.Ccomp or Relation.Advcl
            )
            {
                bool gerund =
                    parse.Features[dependent].VerbForm is VerbForm.Ger or VerbForm.Part
                    && parse.Xpos(dependent) == "VBG";
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
            return
                person < 0
                || !cue.Can(Complements.WhomTo)
                || cue.Stance != Terms.Stance.Believe && parse.Dependent(verb, Relation.OblAgent) < 0
                ? null
                : [discourse.Trim(Stretch.Of(parse.Subtree(person))), discourse.Trim(said)];
        if (person > verb && cue.Can(Complements.WhomTo))
            said = said with { First = Math.Min(said.First, parse.Subtree(person).First) };
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
        int last = -1;
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
                || parse.Relations[dependent].Base == Relation.Xcomp
                    && !HasParticle(parse, dependent)
                    && thing >= 0
            )
                last = Math.Max(last, parse.Subtree(dependent).Last);
        }
        if (last < 0)
        {
            // "called the plan “a gift”": the parser may hang the quotation on the plan.
            if (thing < verb || parse.Subtree(thing).Last + 1 is var next && next + 1 >= parse.Count)
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
            return null;
        }
        if (thing < verb)
            return null;
        int first = parse.Subtree(thing).First;
        return [discourse.Trim(new Stretch(first, last))];
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
    private static List<Stretch>? Thing(Discourse discourse, int verb, bool passive)
    {
        Parse parse = discourse.Parse;
        int thing = parse.Dependent(verb, passive ? Relation.NsubjPass : Relation.Obj);
        if (thing < 0 || parse.Upos[thing] is not (Upos.Noun or Upos.Propn))
            return null;
        if (
            passive && parse.Dependent(verb, Relation.OblAgent) < 0
            || parse.Dependent(verb, Relation.Iobj) >= 0
        )
            return null;
        Stretch said = Stretch.Of(parse.Subtree(thing));
        if (said.Has(verb) || !passive && thing < verb)
            return null;
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

    /// <summary>
    /// "The talks have failed, Novák said." — "The talks, Novák said, have failed.": the saying hangs on what is said, or the parser found no
    /// clause and only commas tell.
    /// </summary>
    private static List<Stretch>? Around(Discourse discourse, int verb, Stretch words, Stretch speaker)
    {
        Parse parse = discourse.Parse;
        Stretch sentence = discourse.Sentence(verb);
        if (speaker.IsNone || !sentence.Has(speaker))
            return null;
        Stretch core = words.With(speaker);
        int head = parse.Heads[verb];
        if (head >= 0 && parse.Relations[verb].Base is Relation.Parataxis or Relation.Advcl)
        {
            Stretch own = Stretch.Of(parse.Subtree(verb));
            if (parse.Relations[verb].Base == Relation.Advcl && !LikeWhat(discourse, verb))
                return null;
            if (
                own.Has(core)
                && (
                    IsMarkAt(parse, own.First)
                    || IsMarkAt(parse, own.First - 1)
                    || own.First == sentence.First
                )
            )
                return discourse.Minus(Stretch.Of(parse.Subtree(head)), own);
        }
        // By commas alone: everything before ", Novák said".
        int before = core.First - 1;
        if (before <= sentence.First || parse.Form(before) is not ("," or "-" or "–" or "—" or "--"))
            return null;
        if (parse.Relations[verb].Base is Relation.Acl or Relation.Advcl or Relation.Conj or Relation.Ccomp)
            return null;
        Stretch said = discourse.Trim(new Stretch(sentence.First, before - 1));
        bool clause = false;
        for (int i = said.First; i <= said.Last; i++)
            clause |= parse.Upos[i] is Upos.Verb or Upos.Aux && parse.Features[i].VerbForm == VerbForm.Fin;
        return clause ? [said] : null;
    }

    private static bool LikeWhat(Discourse discourse, int verb)
    {
        foreach (int dependent in discourse.Parse.Dependents(verb))
            if (
                discourse.Parse.Relations[dependent].Base is Relation.Mark or Relation.Advmod
                && discourse.Lexicon.Is("like", discourse.Parse.Form(dependent))
            )
                return true;
        return false;
    }

    private static bool IsMarkAt(Parse parse, int token) => token >= 0 && parse.Upos[token] == Upos.Punct;
}
