using Chancery.Language.Grammar;

namespace Chancery.Language.Statements;

/// <summary>Who does what a verb says, by UD labels.</summary>
internal static class Subjects
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

    /// <summary>The words of a subject, its appositions and clauses among them, but nothing that holds <paramref name="cue"/>.</summary>
    public static Stretch Words(Discourse discourse, int head, int cue)
    {
        Parse parse = discourse.Parse;
        Stretch words = Own(parse, head, Stretch.Of(parse.Subtree(head)));
        if (words.Has(cue))
            foreach (int dependent in parse.Dependents(head))
                if (Stretch.Of(parse.Subtree(dependent)).Has(cue))
                    words =
                        cue > head
                            ? new Stretch(words.First, parse.Subtree(dependent).First - 1)
                            : new Stretch(parse.Subtree(dependent).Last + 1, words.Last);
        foreach (int dependent in parse.Dependents(head))
            if (
                dependent > head
                && parse.Relations[dependent] == Relation.Acl
                && parse.Subtree(dependent).First is var start
                && start > words.First
                && (parse.Form(start - 1) is "," || parse.Form(start) is ",")
            )
                words = words with { Last = Math.Min(words.Last, start - 1) };
        if (parse.Heads[head] is var verb and >= 0)
            foreach (int other in parse.Dependents(verb))
                if (
                    other < head
                    && parse.Relations[other].Base == Relation.Nsubj
                    && parse.Relations[head].Base == Relation.Nsubj
                    && parse.Form(words.First - 1) is not ","
                    && (
                        parse.Subtree(other).Last == words.First - 1
                        || words.First > 0 && parse.Upos[words.First - 1] == Upos.Part
                    )
                )
                    words = words with { First = parse.Subtree(other).First };
        // A name is not reached over a comma: "such as in the clause, Ada Orlo told …".
        foreach (Name name in parse.Names)
            if (name.First <= head && head < name.End && name.Kind == Terms.EntityKind.Person)
                for (int i = name.First - 1; i > words.First; i--)
                    if (parse.Form(i) is ",")
                    {
                        words = words with { First = i + 1 };
                        break;
                    }
        while (
            words.First < head
            && parse.Relations[words.First].Base is Relation.Case or Relation.Cc or Relation.Mark
            && parse.Heads[words.First] == head
        )
            words = words with { First = words.First + 1 };
        if (words.Has(cue))
            words = head > cue ? words with { First = cue + 1 } : words with { Last = cue - 1 };
        words = WithoutDay(
            discourse,
            WithName(
                discourse,
                Outside(
                    parse,
                    Whole(discourse, discourse.Trim(WithoutDateline(discourse, words, cue)), cue),
                    cue
                )
            ),
            head
        );
        // "The Institute (I) released findings showing …", with the release hung on the findings.
        return
            words.First < head
            && words.First > discourse.Sentence(cue).First
            && parse.Upos[words.First] == Upos.Verb
            && parse.Upos[words.First - 1] is Upos.Propn or Upos.Noun or Upos.Punct
            ? words with
            {
                First = words.First + 1,
            }
            : words;
    }

    /// <summary>"Ada Orlo, a longtime ally, said", where the tree makes the ally the subject and the name something else: both are the speaker.</summary>
    private static Stretch WithName(Discourse discourse, Stretch words)
    {
        Parse parse = discourse.Parse;
        if (
            words.IsNone
            || words.First < 2
            || parse.Form(words.First - 1) is not ","
            || parse.Upos[words.First] != Upos.Det
            || parse.Features[words.First].Definite != Definite.Ind
        )
            return words;
        foreach (Name name in parse.Names)
            if (
                name.End == words.First - 1
                && name.Kind == Terms.EntityKind.Person
                && parse.SentenceOf(name.First) == parse.SentenceOf(words.First)
                && (name.First == 0 || parse.Form(name.First - 1) is "," || BeginsClause(parse, name.First))
            )
                return words with { First = name.First };
        return words;
    }

    private static bool BeginsClause(Parse parse, int token) =>
        parse.Sentences[parse.SentenceOf(token)].First == token
        || parse.Upos[token - 1] is Upos.Cconj or Upos.Sconj or Upos.Punct
        || parse.Upos[token - 1] == Upos.Noun && parse.Heads[token - 1] == token;

    /// <summary>
    /// The comma that closes an inserted clause may hang on the noun before it: neither the comma nor what it jumps over is the noun's.
    /// </summary>
    private static Stretch Own(Parse parse, int head, Stretch words)
    {
        if (words.Last == head || parse.Upos[words.Last] != Upos.Punct || parse.Heads[words.Last] != head)
            return words;
        int last = head;
        foreach (int dependent in parse.Dependents(head))
            if (dependent < words.Last)
                last = Math.Max(last, parse.Subtree(dependent).Last);
        while (
            last > head
            && parse.Upos[last] == Upos.Punct
            && parse.Heads[last] == head
            && parse.Form(last) is ","
        )
            last--;
        return last < words.Last - 1 ? words with { Last = last } : words;
    }

    /// <summary>"Trump on Saturday said": the day behind the subject is the day of the saying.</summary>
    private static Stretch WithoutDay(Discourse discourse, Stretch words, int head)
    {
        Parse parse = discourse.Parse;
        if (words.IsNone || words.Last <= head)
            return words;
        bool year =
            parse.Upos[words.Last] == Upos.Num
            && parse.Form(words.Last).Length == 4
            && parse.Upos[words.Last - 1] == Upos.Adp;
        if (!year && !discourse.Lexicon.Is("day", parse.Form(words.Last)))
            return words;
        // "King of Harl, who endorsed Orlo on Tuesday": the day of what he did.
        for (int i = head + 1; i < words.Last; i++)
            if (parse.Upos[i] == Upos.Verb)
                return words;
        int last = words.Last - 1;
        while (last > head && parse.Upos[last] is Upos.Adp or Upos.Det or Upos.Adj)
            last--;
        return words with { Last = last };
    }

    /// <summary>A subject that begins in the dateline begins behind it; one that is the dateline is what stands between it and the cue.</summary>
    private static Stretch WithoutDateline(Discourse discourse, Stretch words, int cue)
    {
        if (words.IsNone)
            return words;
        int first = discourse.Sentence(cue).First;
        return words.First >= first ? words
            : words.Last >= first ? words with { First = first }
            : discourse.Parse.SentenceOf(words.First) == discourse.Parse.SentenceOf(cue)
                ? new Stretch(first, CueWords.Of(discourse, cue).First - 1)
            : words;
    }

    /// <summary>A caption's bracket that closes before the cue cuts off what it holds: "(Agency) The ministry said".</summary>
    private static Stretch Outside(Parse parse, Stretch words, int cue)
    {
        int open = 0;
        for (int i = words.First; i < cue && i < parse.Count && !words.IsNone; i++)
            if (parse.Form(i) is "(")
                open++;
            else if (parse.Form(i) is ")" && --open < 0)
                (words, open) = (words with { First = i + 1 }, 0);
        return words;
    }

    /// <summary>A name that the tree cut in two stays whole, and a name right behind an office belongs to it.</summary>
    public static Stretch Whole(Discourse discourse, Stretch words, int cue)
    {
        if (words.IsNone)
            return words;
        foreach (Name name in discourse.Parse.Names)
        {
            var named = new Stretch(name.First, name.End - 1);
            if (named.Has(cue) || named.First > words.Last + Depth)
                continue;
            bool behind =
                named.First == words.Last + 1
                    && name.Kind == Terms.EntityKind.Person
                    && (named.First < cue || discourse.Parse.Upos[words.Last] == Upos.Noun)
                || named.First > words.Last + 1
                    && words.First == cue + 1
                    && name.Kind == Terms.EntityKind.Person
                    && IsOffice(discourse.Parse, words.Last + 1, named.First - 1)
                || named.First == words.Last + 2
                    && discourse.Parse.Form(words.Last + 1) is ","
                    && name.Kind == Terms.EntityKind.Person
                    && discourse.Parse.Upos[words.First] == Upos.Det
                    && CueWords.Of(discourse, cue).First is var group
                    && (
                        named.Last + 1 == group
                        || named.Last + 2 == group && discourse.Parse.Form(named.Last + 1) is ","
                    );
            if (behind || named.Meets(words))
                words = words.With(named);
        }
        // "Ministers and even some engineers said", with the second part hung elsewhere.
        int start = CueWords.Of(discourse, cue).First;
        if (
            words.Last + 2 < start
            && words.Last < cue
            && discourse.Parse.Upos[words.Last + 1] == Upos.Cconj
            && IsNounPhrase(discourse.Parse, words.Last + 2, start - 1)
        )
            words = words with { Last = start - 1 };
        // "sources close to the government said", with the adjective hung on the verb.
        int next = words.Last + 1;
        if (
            next < cue
            && discourse.Parse.Upos[next] == Upos.Adj
            && discourse.Parse.Heads[next] == cue
            && discourse.Parse.Subtree(next) is var phrase
            && phrase.First == next
            && phrase.Last < cue
        )
            words = words with { Last = phrase.Last };
        return words;
    }

    /// <summary>Nothing but the words of an office: "strategist", "Foreign Minister".</summary>
    private static bool IsOffice(Parse parse, int first, int last)
    {
        for (int i = first; i <= last; i++)
            if (parse.Upos[i] is not (Upos.Noun or Upos.Propn or Upos.Adj))
                return false;
        return parse.Upos[last] is Upos.Noun or Upos.Propn;
    }

    private static bool IsNounPhrase(Parse parse, int first, int last)
    {
        for (int i = first; i <= last; i++)
            if (
                parse.Upos[i] is not (Upos.Noun or Upos.Propn or Upos.Adj or Upos.Det or Upos.Num)
                && !(parse.Upos[i] == Upos.Adv && i < last)
            )
                return false;
        return parse.Upos[last] is Upos.Noun or Upos.Propn;
    }
}
