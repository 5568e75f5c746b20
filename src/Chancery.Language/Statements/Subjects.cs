using Chancery.Language.Grammar;

namespace Chancery.Language.Statements;

/// <summary>Who does what a verb says, by UD labels.</summary>
internal static partial class Subjects
{
    /// <summary>How far a subject is looked for along coordinations and control.</summary>
    private const int Depth = 6;

    /// <param name="Head">The token of the subject in its clause.</param>
    /// <param name="Meant">The token it stands for: the noun before a relative pronoun, else itself.</param>
    public readonly record struct Subject(int Head, int Meant);

    public static Subject? Of(Parse parse, int verb, int depth = Depth)
    {
        if (Own(parse, verb) is { } own)
            return own;
        int head = parse.Heads[verb];
        if (head < 0 || depth == 0)
            return null;
        switch (parse.Relations[verb].Base)
        {
            case Relation.Conj when Raised(parse, verb) is var raised and >= 0:
                return Of(parse, raised, depth - 1);
            // "Orlo is expected to win, and argues …"
            case Relation.Conj when IsPassive(parse, head) && !IsPassive(parse, verb):
                return Any(parse, head, depth - 1);
            case Relation.Conj when IsVerbal(parse, head):
            case Relation.Ccomp:
                return Of(parse, head, depth - 1);
            case Relation.Advcl when Aside(parse, verb) is var aside and >= 0:
                return Of(parse, aside, depth - 1);
            // "The raid came after reports, denied in the capital, that …": a past participle is done to its subject, not by it.
            case Relation.Advcl:
                return parse.Dependent(verb, Relation.NsubjPass) >= 0 || parse.Xpos(verb) == "VBN"
                    ? null
                    : Any(parse, head, depth - 1);
            case Relation.Xcomp:
                int controller = parse.Dependent(head, Relation.Obj);
                return controller >= 0 && controller < verb
                    ? new Subject(controller, controller)
                    : Any(parse, head, depth - 1);
            case Relation.Acl when BehindComma(parse, verb) && Governor(parse, head) is var governor and >= 0:
                return Any(parse, governor, depth - 1);
            // "made a point of saying": who makes it says.
            case Relation.Acl
                when parse.Xpos(verb) == "VBG"
                    && parse.Dependent(verb, Relation.Mark) is var of
                    && of == head + 1
                    && parse.Relations[head].Base == Relation.Obj
                    && parse.Upos[parse.Heads[head]] == Upos.Verb:
                return Any(parse, parse.Heads[head], depth - 1);
            case Relation.Acl
                when parse.Features[verb].VerbForm is VerbForm.Part or VerbForm.Ger
                    && IsNominal(parse, head)
                    && !(parse.Xpos(verb) == "VBN" && !HasConjunction(parse, verb)):
                return new Subject(head, head);
            case Relation.Conj:
                return parse.Relations[head].Base == Relation.Acl ? Of(parse, head, depth - 1) : null;
            default:
                return null;
        }
    }

    /// <summary>
    /// "said that the talks had failed and warned …": a finite verb without subject and conjunction behind a clause that has its conjunction
    /// goes with the saying, not with what is said. The saying verb; −1 where it is not so.
    /// </summary>
    public static int Raised(Parse parse, int verb)
    {
        int clause = parse.Heads[verb];
        if (
            parse.Relations[verb].Base != Relation.Conj
            || clause < 0
            || parse.Relations[clause].Base != Relation.Ccomp
        )
            return -1;
        int saying = parse.Heads[clause];
        int mark = parse.Dependent(clause, Relation.Mark);
        bool marked = mark >= 0 && mark < clause && parse.Upos[mark] == Upos.Sconj;
        // No participle is joined to a finite clause.
        bool participle = parse.Xpos(verb) == "VBG" && parse.Xpos(clause) != "VBG";
        return
            saying >= 0
            && saying < clause
            && (marked || participle || IsDisjoint(parse, clause, verb))
            && parse.Upos[verb] == Upos.Verb
            && Alike(parse, verb, saying)
            && parse.Dependent(verb, Relation.Nsubj) < 0
            && parse.Dependent(verb, Relation.Aux) < 0
            && parse.Dependent(verb, Relation.Mark) < 0
            && (
                parse.Dependent(verb, Relation.Ccomp) >= 0
                || parse.Dependent(verb, Relation.Xcomp) >= 0
                || IsDisjoint(parse, clause, verb)
            )
            ? saying
            : -1;
    }

    /// <summary>"said the allies were late and accused them": the allies would have accused themselves.</summary>
    private static bool IsDisjoint(Parse parse, int clause, int verb)
    {
        int subject = parse.Dependent(clause, Relation.Nsubj);
        int thing = parse.Dependent(verb, Relation.Obj);
        return subject >= 0
            && thing > verb
            && parse.Upos[subject] is Upos.Noun or Upos.Propn
            && parse.Upos[thing] == Upos.Pron
            && parse.Features[thing].Person == Person.Third
            && parse.Features[thing].Number == Number.Plur
            && parse.Features[subject].Number == Number.Plur
            && !parse.Features[thing].Reflex;
    }

    /// <summary>Two forms that may be joined; taggers mistake a plural present for an infinitive, and a past tense for a participle.</summary>
    public static bool Alike(Parse parse, int verb, int first) =>
        parse.Xpos(verb) == parse.Xpos(first)
        || parse.Xpos(verb) == "VBN" && parse.Xpos(first) == "VBD"
        || parse.Xpos(verb) == "VB" && parse.Xpos(first) == "VBP";

    /// <summary>"…, adding that …": a participle with a clause behind it, its own or one that the tree hung elsewhere, behind a comma.</summary>
    public static bool BehindComma(Parse parse, int verb)
    {
        if (parse.Xpos(verb) != "VBG")
            return false;
        int first = parse.Subtree(verb).First;
        // A mark may stand between: "was “corrupt,” noting that …".
        int comma = first - 1;
        if (comma > 0 && parse.Upos[comma] == Upos.Punct && parse.Gaps[comma] == Text.Gap.None)
            comma = parse.Form(comma) is "," ? comma : comma - 1;
        return (parse.Form(first) is "," || comma >= 0 && parse.Form(comma) is ",")
            && (parse.Dependent(verb, Relation.Ccomp) >= 0 || ClauseAstray(parse, verb));
    }

    /// <summary>"the runner predicted in March that …": a past tense that the tagger took for a participle, since a clause with its conjunction follows.</summary>
    private static bool HasConjunction(Parse parse, int verb)
    {
        foreach (int dependent in parse.Dependents(verb))
            if (dependent > verb && parse.Relations[dependent].Base is Relation.Ccomp or Relation.Advcl)
                for (int i = verb + 1; i <= dependent; i++)
                    if (
                        parse.Relations[i].Base == Relation.Mark
                        && parse.Upos[i] is Upos.Sconj or Upos.Pron or Upos.Det
                    )
                        return true;
        return false;
    }

    /// <summary>The words right behind a verb begin a clause that the tree hangs on a verb before it.</summary>
    private static bool ClauseAstray(Parse parse, int verb)
    {
        if (
            verb + 1 >= parse.Count
            || parse.Upos[verb + 1] is not (Upos.Pron or Upos.Det or Upos.Propn or Upos.Noun or Upos.Sconj)
            || parse.Dependent(verb, Relation.Obj) >= 0
        )
            return false;
        int end = parse.Sentences[parse.SentenceOf(verb)].End;
        for (int i = verb + 2; i < end; i++)
            if (
                parse.Relations[i].Base is Relation.Ccomp or Relation.Parataxis
                && parse.Heads[i] < verb
                && parse.Subtree(i).First == verb + 1
            )
                return true;
        return false;
    }

    /// <summary>The verb that a noun's phrase hangs on.</summary>
    private static int Governor(Parse parse, int noun)
    {
        int at = parse.Heads[noun];
        for (int steps = 0; at >= 0 && steps < Depth && parse.Upos[at] != Upos.Verb; steps++)
            at = parse.Heads[at];
        return at >= 0 && at < noun && parse.Upos[at] == Upos.Verb ? at : -1;
    }

    /// <summary>
    /// "said that relations were good, noting that …": a participle with a clause of its own, behind a comma, goes on with the saying, also
    /// where it hangs on what was said. The saying verb; −1 where there is none.
    /// </summary>
    public static int Aside(Parse parse, int verb)
    {
        if (parse.Relations[verb].Base != Relation.Advcl || !BehindComma(parse, verb))
            return -1;
        int clause = parse.Heads[verb];
        for (int steps = 0; clause >= 0 && steps < Depth; clause = parse.Heads[clause], steps++)
            if (parse.Relations[clause].Base == Relation.Ccomp)
                return parse.Heads[clause] is var saying && saying < clause ? saying : -1;
            else if (parse.Relations[clause].Base is not (Relation.Conj or Relation.Advcl or Relation.Xcomp))
                return -1;
        return -1;
    }

    /// <summary>
    /// "said it was reviewing the plan, criticizing the draft": a participle of saying behind a comma, within what somebody says, is the
    /// teller's. Null where nobody tells.
    /// </summary>
    public static Subject? Teller(Discourse discourse, int verb)
    {
        Parse parse = discourse.Parse;
        if (parse.Xpos(verb) != "VBG" || verb == 0 || parse.Form(verb - 1) is not ",")
            return null;
        for (int at = verb; at >= 0; at = parse.Heads[at])
            if (
                parse.Relations[at].Base == Relation.Ccomp
                && parse.Heads[at] is var saying
                && saying >= 0
                && saying < at
                && discourse.VerbAt(saying) is { Stance: not Terms.Stance.Believe } cue
                && cue.Can(Complements.That)
            )
                return Of(parse, saying);
        return null;
    }

    /// <summary>The subject of either voice, for participles and infinitives that share it.</summary>
    private static Subject? Any(Parse parse, int verb, int depth)
    {
        int passive = parse.Dependent(verb, Relation.NsubjPass);
        return passive >= 0 ? Meaning(parse, verb, passive) : Of(parse, verb, depth);
    }

    private static Subject? Own(Parse parse, int verb)
    {
        foreach (Relation relation in Voiced(parse, verb))
        foreach (int dependent in parse.Dependents(verb))
            if (parse.Relations[dependent] == relation)
                return Meaning(parse, verb, Named(parse, verb, dependent));
        return null;
    }

    /// <summary>
    /// True for a passive: an auxiliary says so, or a participle that stands where no auxiliary need stand. A participle at the head of a
    /// sentence is a past tense that the tagger mistook.
    /// </summary>
    public static bool IsPassive(Parse parse, int verb) =>
        parse.Dependent(verb, Relation.AuxPass) >= 0
        || parse.Xpos(verb) == "VBN"
            && parse.Dependent(verb, Relation.Aux) < 0
            && (
                parse.Relations[verb].Base is Relation.Acl or Relation.Advcl or Relation.Xcomp
                    && parse.Dependent(verb, Relation.NsubjPass) >= 0
                || parse.Relations[verb].Base == Relation.Conj
                    && parse.Dependent(verb, Relation.Nsubj) < 0
                    && parse.Heads[verb] is var head
                    && head >= 0
                    && parse.Dependent(head, Relation.AuxPass) >= 0
            );

    private static ReadOnlySpan<Relation> Voiced(Parse parse, int verb) =>
        IsPassive(parse, verb)
        || parse.Xpos(verb) == "VBN" && parse.Relations[verb].Base is Relation.Acl or Relation.Advcl
            ? [Relation.Nsubj, Relation.OblAgent]
            : [Relation.Nsubj, Relation.NsubjPass, Relation.OblAgent];

    /// <summary>Of "spokeswoman" and "Lena Quist", two subjects side by side, the name; of "The fleet, Orlo told …" the one behind the comma.</summary>
    private static int Named(Parse parse, int verb, int subject)
    {
        // "The fleet, Ada Orlo told reporters, will leave": an apposition would have its second comma.
        int beside = parse.Dependent(subject, Relation.Appos);
        if (
            beside > subject
            && beside < verb
            && parse.Upos[beside] == Upos.Propn
            && parse.Subtree(beside) is var name
            && name.Last + 1 == verb
            && parse.Form(name.First - 1) is ","
            && parse.Dependent(verb, Relation.Ccomp) is var clause
            && clause > verb
            && parse.Dependent(clause, Relation.Nsubj) < 0
            && parse.Dependent(clause, Relation.NsubjPass) < 0
        )
            return beside;
        // "“All is well” was his motto, said Novák": of two the one right behind a verb that a mark parts from the first.
        foreach (int other in parse.Dependents(verb))
            if (
                other > verb
                && subject < verb
                && parse.Relations[other] == Relation.Nsubj
                && parse.Upos[other] == Upos.Propn
                && parse.Subtree(other).First == verb + 1
                && parse.Upos[verb - 1] == Upos.Punct
            )
                return other;
        // "Orlo is “a liar,” Novák said": the one right before the verb, behind a mark and another clause.
        foreach (int other in parse.Dependents(verb))
            if (
                other > subject
                && other < verb
                && parse.Relations[other] == Relation.Nsubj
                && parse.Subtree(other) is var near
                && IsBeside(parse, near.Last, verb)
                && near.First > subject
                && parse.Upos[near.First - 1] == Upos.Punct
                && parse.Dependent(verb, Relation.Ccomp) is var told
                && told > subject
                && told < near.First
            )
                return other;
        foreach (int other in parse.Dependents(verb))
            if (
                other > subject
                && other < verb
                && parse.Relations[other] == Relation.Nsubj
                && parse.Subtree(other).First is var at
                && at > 0
                && parse.Upos[at - 1] == Upos.Part
                && parse.Heads[at - 1] >= subject
                && parse.Heads[at - 1] < at
            )
                return other; // "Orlo's | lawyer"
        foreach (int other in parse.Dependents(verb))
            if (
                other > subject
                && other < verb
                && parse.Relations[other] == Relation.Nsubj
                && parse.Relations[subject] == Relation.Nsubj
                && parse.Subtree(other).First is var first
                && first - 1 > subject
                && parse.Form(first - 1) is ","
                && parse.Dependent(verb, Relation.Ccomp) > verb
                // "The Sorr, a minority, say they …": an apposition.
                && !(
                    parse.Features[first].Definite == Definite.Ind
                    && parse.Upos[parse.Subtree(other).Last] == Upos.Punct
                )
            )
                return other;
        foreach (int other in parse.Dependents(verb))
            if (
                other > subject
                && parse.Relations[other] == parse.Relations[subject]
                && parse.Subtree(other).First == parse.Subtree(subject).Last + 1
                && parse.Upos[other] == Upos.Propn
            )
                return other;
        return subject;
    }

    /// <summary>Nothing but auxiliaries and adverbs stands between.</summary>
    private static bool IsBeside(Parse parse, int last, int verb)
    {
        for (int i = last + 1; i < verb; i++)
            if (parse.Upos[i] is not (Upos.Aux or Upos.Adv or Upos.Part))
                return false;
        return true;
    }

    private static Subject Meaning(Parse parse, int verb, int subject)
    {
        if (parse.Features[subject].PronType != PronType.Rel && parse.Relations[verb] != Relation.AclRelcl)
            return new Subject(subject, subject);
        bool pronoun =
            parse.Upos[subject] is Upos.Pron or Upos.Det
            && parse.Features[subject].PronType is PronType.Rel or PronType.Int;
        int clause = verb;
        while (
            parse.Relations[clause].Base is Relation.Conj or Relation.Xcomp or Relation.Ccomp
            && parse.Heads[clause] >= 0
        )
            clause = parse.Heads[clause];
        return pronoun && parse.Relations[clause].Base == Relation.Acl && parse.Heads[clause] >= 0
            ? new Subject(subject, parse.Heads[clause])
            : new Subject(subject, subject);
    }

    /// <summary>"whose wording he called": a pronoun in the nominative right before a finite cue is its subject, whatever the tree makes of it; −1 for none.</summary>
    public static int Pronoun(Discourse discourse, int verb)
    {
        Parse parse = discourse.Parse;
        int before = CueWords.Of(discourse, verb).First - 1;
        return
            before >= 0
            && parse.SentenceOf(before) == parse.SentenceOf(verb)
            && parse.Upos[before] == Upos.Pron
            && parse.Features[before].Case == Case.Nom
            && parse.Features[verb].VerbForm == VerbForm.Fin
            && (before == 0 || parse.Upos[before - 1] != Upos.Cconj)
            ? before
            : -1;
    }

    public static bool IsVerbal(Parse parse, int token) =>
        parse.Upos[token] is Upos.Verb or Upos.Aux
        || parse.Dependent(token, Relation.Cop) >= 0
        || parse.Dependent(token, Relation.Nsubj) >= 0;

    public static bool IsNominal(Parse parse, int token) =>
        parse.Upos[token] is Upos.Noun or Upos.Propn or Upos.Pron or Upos.Num;
}
