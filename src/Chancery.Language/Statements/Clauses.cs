using Chancery.Language.Grammar;

namespace Chancery.Language.Statements;

/// <summary>The clause that a cue takes as its content: after it, before it, around it.</summary>
internal static partial class Clauses
{
    /// <summary>How far a saying in brackets of commas reaches: a name with its office.</summary>
    private const int Few = 8;

    public static List<Stretch>? Of(Discourse discourse, int verb, Stretch words, Stretch speaker)
    {
        Parse parse = discourse.Parse;
        // A clause behind the cue is what is said, also where another stands before it.
        foreach (int dependent in parse.Dependents(verb))
            if (
                dependent > Math.Max(verb, words.Last)
                && !discourse.IsAttributed(dependent)
                && !IsNext(discourse, verb, dependent)
                && !(
                    parse.Xpos(dependent) == "VBG"
                    && parse.Subtree(dependent).First is var begin
                    && (parse.Form(begin) is "," || begin > 0 && parse.Form(begin - 1) is ",")
                )
                && (IsClause(discourse, dependent) || Asks(discourse, verb, words, dependent))
                && (
                    parse.Relations[dependent].Base != Relation.Parataxis
                    || AfterColon(parse, parse.Subtree(dependent).First)
                )
            )
                return After(discourse, verb, dependent, words, speaker);
        if (Astray(discourse, verb) is var astray and >= 0)
            return After(discourse, verb, astray, words, speaker);
        foreach (int dependent in parse.Dependents(verb))
            if (
                dependent < verb
                && IsClause(discourse, dependent)
                && Subjects.IsVerbal(parse, dependent)
                // "Surrounded by friends, she felt at home"
                && !(
                    parse.Xpos(dependent) == "VBN"
                    && parse.Dependent(dependent, Relation.Aux) < 0
                    && parse.Dependent(dependent, Relation.AuxPass) < 0
                    && parse.Dependent(dependent, Relation.Nsubj) < 0
                    && parse.Dependent(dependent, Relation.NsubjPass) < 0
                )
            )
                return Before(discourse, verb, dependent, words, speaker);
        return null;
    }

    /// <summary>"did not say when they would go", with the question hung on the verb as a circumstance.</summary>
    private static bool Asks(Discourse discourse, int verb, Stretch words, int clause)
    {
        Parse parse = discourse.Parse;
        int first = parse.Subtree(clause).First;
        return parse.Relations[clause].Base == Relation.Advcl
            && first == words.Last + 1
            && parse.Xpos(first) is "WRB" or "WP"
            && parse.Dependent(clause, Relation.Nsubj) > first
            && discourse.VerbAt(verb)?.Can(Complements.Wh) == true;
    }

    /// <summary>True for a clause that tells and asks nothing: it begins with its conjunction.</summary>
    public static bool IsThat(Discourse discourse, List<Stretch> clause) =>
        clause is [var first, ..]
        && !first.IsNone
        && (
            discourse.Parse.Upos[first.First] == Upos.Sconj
            || discourse.Parse.Relations[first.First].Base == Relation.Mark
        )
        && discourse.Lexicon.Is("that", discourse.Parse.Form(first.First));

    /// <summary>"It is late, Orlo said, adding that …": the clause right behind another participle of saying is said by that.</summary>
    private static bool IsNext(Discourse discourse, int verb, int clause)
    {
        Parse parse = discourse.Parse;
        int before = parse.Subtree(clause).First - 1;
        return before > verb + 1
            && parse.Xpos(before) == "VBG"
            && parse.Form(before - 1) is ","
            && discourse.VerbAt(before)?.Can(Complements.That) == true;
    }

    /// <summary>Circumstances ("told them | at the fair") and what stands before the cue without a verb are no clause.</summary>
    public static bool HasVerb(Discourse discourse, List<Stretch> clause, Stretch cue)
    {
        Parse parse = discourse.Parse;
        if (clause is not [var only] || only.First > cue.Last && parse.Upos[only.First] != Upos.Adp)
            return true;
        for (int i = only.First; i <= only.Last; i++)
            if (parse.Upos[i] is Upos.Verb or Upos.Aux || discourse.QuotationAt(i) >= 0)
                return true;
        return false;
    }

    /// <summary>True for a clause that asks between two things.</summary>
    public static bool IsWhether(Discourse discourse, List<Stretch> clause) =>
        clause is [var first, ..]
        && !first.IsNone
        && discourse.Lexicon.Is("clause", discourse.Parse.Form(first.First))
        && !discourse.Lexicon.Is("that", discourse.Parse.Form(first.First));

    private static bool IsClause(Discourse discourse, int token)
    {
        Parse parse = discourse.Parse;
        return parse.Relations[token].Base is Relation.Ccomp or Relation.Csubj
                && (parse.Upos[token] != Upos.Propn || Subjects.IsVerbal(parse, token))
            || parse.Relations[token].Base == Relation.Parataxis
                && Subjects.IsVerbal(parse, token)
                && (
                    discourse.VerbAt(token)?.Can(Complements.That) != true
                    || parse.Dependent(token, Relation.Ccomp) >= 0
                );
    }

    /// <summary>"said that the talks had failed" — "The talks, Novák said, have failed", where the saying governs.</summary>
    private static List<Stretch> After(
        Discourse discourse,
        int verb,
        int clause,
        Stretch words,
        Stretch speaker
    )
    {
        Parse parse = discourse.Parse;
        Stretch said = Stretch.Of(parse.Subtree(clause));
        Stretch core = speaker.IsNone || speaker.First > verb ? words : words.With(speaker);
        int subject = parse.Dependent(clause, Relation.Nsubj);
        if (subject >= 0 && subject < core.First && said.First < core.First)
            return discourse.Minus(said, core);
        // "The fleet, Orlo told reporters, will leave", with the fleet hung on the telling.
        foreach (int other in parse.Dependents(verb))
            if (
                other < core.First
                && !core.Has(other)
                && parse.Relations[other].Base == Relation.Nsubj
                && parse.Form(core.First - 1) is ","
                && Stretch.Of(parse.Subtree(other)).Within(0, core.First - 1) is var early
            )
                return discourse.Minus(early.With(said), new Stretch(core.First, said.First - 1));
        // What hangs on the clause but stands before the cue, or before its conjunction, was attached too low.
        int mark = parse.Dependent(clause, Relation.Mark);
        bool marked = mark > words.Last && mark < clause && discourse.Lexicon.Is("clause", parse.Form(mark));
        said = said with { First = Math.Max(said.First, marked ? mark : words.Last + 1) };
        if (!marked)
            said = WithoutHearer(discourse, verb, clause, WithoutDay(parse, clause, said));
        // "he suspects | the price will rise", cut in two by the tree.
        foreach (int other in parse.Dependents(verb))
            if (
                other > clause
                && parse.Relations[other].Base is Relation.Ccomp or Relation.Parataxis
                && parse.Subtree(other) is var more
                && more.First <= said.Last + 1
                && more.Last > said.Last
                && parse.Upos[Math.Max(more.First, said.Last + 1)] != Upos.Punct
            )
                said = said with { Last = more.Last };
        // "said he would, as soon as possible, act", with the verb hung elsewhere.
        if (
            parse.Upos[said.Last] == Upos.Aux
            && parse.Features[said.Last].VerbForm == VerbForm.Fin
            && said.Last + 1 < parse.Count
            && parse.Form(said.Last + 1) is ","
        )
            said = said with { Last = discourse.Sentence(verb).Last };
        // "had understood | the gates | were going to open", with the gates hung on the understanding.
        if (
            parse.Dependent(verb, Relation.Obj) is var thing
            && thing > verb
            && parse.Subtree(thing) is var things
            && things.Last + 1 == said.First
            && parse.Dependent(clause, Relation.Nsubj) < 0
            && parse.Dependent(clause, Relation.NsubjPass) < 0
            && parse.Features[said.First].VerbForm == VerbForm.Fin
        )
            said = said with { First = things.First };
        foreach (int other in parse.Dependents(clause))
            if (Subjects.Raised(parse, other) == verb || VerbCues.RaisedOver(discourse, other) == verb)
                said = said with { Last = Math.Min(said.Last, parse.Subtree(other).First - 1) };
        for (int i = clause; i <= said.Last; i++)
            if (
                parse.Xpos(i) == "VBG"
                && discourse.VerbAt(i)?.Can(Complements.That) == true
                && Subjects.Aside(parse, i) == verb
            )
                said = said with { Last = Math.Min(said.Last, parse.Subtree(i).First - 1) };
        return discourse.Minus(said, speaker.First > verb ? speaker : Stretch.None);
    }

    /// <summary>"told Teln News that …", "told the inquest Mr Orlo sent …", with the hearer drawn into what he is told.</summary>
    private static Stretch WithoutHearer(Discourse discourse, int verb, int clause, Stretch said)
    {
        Parse parse = discourse.Parse;
        if (
            discourse.VerbAt(verb)?.Can(Complements.Whom) != true
            || parse.Dependent(verb, Relation.Obj) >= 0
            || parse.Dependent(verb, Relation.Iobj) >= 0
        )
            return said;
        // "told Ada they would go"
        if (
            parse.Upos[said.First] == Upos.Propn
            && parse.Dependent(clause, Relation.Nsubj) is var subject
            && subject > said.First
            && parse.Upos[subject] == Upos.Pron
        )
            return said with { First = subject };
        for (int i = said.First + 1; i < clause; i++)
            if (parse.Upos[i] is Upos.Verb or Upos.Aux or Upos.Punct)
                break;
            else if (discourse.Lexicon.Is("that", parse.Form(i)))
                return said with { First = i };
        if (parse.Upos[said.First] != Upos.Det)
            return said;
        foreach (Name name in parse.Names)
            if (name.First > said.First + 1 && name.First < clause && parse.Upos[name.First - 1] == Upos.Noun)
                return said with { First = name.First };
        return said;
    }

    /// <summary>"announced Sunday she will go": a bare day behind the cue is the day of the saying.</summary>
    private static Stretch WithoutDay(Parse parse, int clause, Stretch said)
    {
        foreach (int dependent in parse.Dependents(clause))
            if (
                parse.Relations[dependent] is Relation.OblUnmarked or Relation.NmodUnmarked
                && parse.Subtree(dependent) is var day
                && day.First == said.First
                && day.Last < clause
            )
                return said with { First = day.Last + 1 };
        return said;
    }

    private static List<Stretch> Before(
        Discourse discourse,
        int verb,
        int clause,
        Stretch words,
        Stretch speaker
    )
    {
        Parse parse = discourse.Parse;
        Stretch said = Stretch.Of(parse.Subtree(clause));
        var between = new Stretch(clause, verb);
        Stretch hole =
            speaker.IsNone || !between.Meets(speaker) && !said.Has(speaker) ? words : words.With(speaker);
        if (said.Last > verb)
            hole = Adjuncts(parse, verb, clause, hole);
        else
            said = said with { Last = Math.Min(said.Last, hole.First - 1) };
        return discourse.Minus(said, hole);
    }

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

    /// <summary>
    /// "told reporters that the talks had failed": a clause with a subject of its own behind a conjunction is what is told, also where the
    /// parser hung it on the noun before it, unless that noun is itself one of saying.
    /// </summary>
    private static int Astray(Discourse discourse, int verb)
    {
        Parse parse = discourse.Parse;
        foreach (int dependent in parse.Dependents(verb))
        {
            if (
                dependent < verb
                || parse.Relations[dependent].Base
                    is not (Relation.Obl or Relation.Obj or Relation.Iobj or Relation.Advcl)
            )
                continue;
            (_, int last) = parse.Subtree(dependent);
            for (int i = dependent; i <= last; i++)
                if (
                    parse.Relations[i].Base is Relation.Acl or Relation.Advcl or Relation.Ccomp
                    && HasConjunction(discourse, i)
                    && (
                        parse.Dependent(i, Relation.Nsubj) >= 0
                        || parse.Dependent(i, Relation.NsubjPass) >= 0
                        || parse.Dependent(i, Relation.Expl) >= 0
                    )
                    && parse.Heads[i] is var noun and >= 0
                    && !(
                        parse.Upos[noun] == Upos.Noun
                        && discourse.Lexicon.Nouns.ContainsKey(parse.Lemma(noun))
                        && parse.Subtree(i).First == noun + 1
                    )
                )
                    return i;
            if (
                parse.Relations[dependent].Base == Relation.Advcl
                && HasConjunction(discourse, dependent)
                && parse.Dependent(dependent, Relation.Nsubj) >= 0
            )
                return dependent;
        }
        return -1;
    }

    /// <summary>The clause begins with a conjunction of reported speech.</summary>
    private static bool HasConjunction(Discourse discourse, int clause)
    {
        Parse parse = discourse.Parse;
        int mark = parse.Subtree(clause).First;
        return mark < clause
            && parse.Upos[mark] == Upos.Sconj
            && parse.Dependent(clause, Relation.Nsubj) != mark
            && discourse.Lexicon.Is("clause", parse.Form(mark));
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
