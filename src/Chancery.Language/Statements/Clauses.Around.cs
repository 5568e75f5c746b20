using Chancery.Language.Grammar;

namespace Chancery.Language.Statements;

/// <summary>Clauses that stand around their cue, or behind it without a tree.</summary>
internal static partial class Clauses
{
    /// <summary>
    /// "The talks have failed, Novák said." — "The talks, Novák said, have failed.": the saying hangs on what is said, or the parser found no
    /// clause and only commas tell.
    /// </summary>
    public static List<Stretch>? Around(Discourse discourse, int verb, Stretch words, Stretch speaker)
    {
        Parse parse = discourse.Parse;
        Stretch sentence = discourse.Sentence(verb);
        if (
            speaker.IsNone
            || !sentence.Has(speaker)
            || parse.Features[verb].VerbForm is VerbForm.Inf or VerbForm.Ger
        )
            return null;
        Stretch core = words.With(speaker);
        if (Enclosed(discourse, core, sentence) is { } enclosed)
            return enclosed;
        int head = parse.Heads[verb];
        if (head >= 0 && parse.Relations[verb].Base is Relation.Parataxis or Relation.Advcl)
        {
            Stretch own = Stretch.Of(parse.Subtree(verb));
            if (
                parse.Relations[verb].Base == Relation.Advcl
                && (!LikeWhat(discourse, verb) || SaysOtherwise(parse, verb, words))
            )
                return null;
            if (
                own.Has(core)
                && (
                    IsMarkAt(parse, own.First)
                    || IsMarkAt(parse, own.First - 1)
                    || own.First == sentence.First
                )
            )
                return discourse.Minus(
                    Stretch.Of(parse.Subtree(head)).Within(sentence.First, sentence.Last),
                    own
                );
        }
        // By commas alone: everything before ", Novák said".
        int before = core.First - 1;
        if (before <= sentence.First || parse.Form(before) is not ("," or "-" or "–" or "—" or "--"))
            return null;
        Stretch rest = discourse.Trim(new Stretch(core.Last + 1, sentence.Last));
        bool last =
            rest.IsNone
            || IsCircumstance(parse, verb, rest)
            || parse.Dependent(verb, Relation.Iobj) is var hearer
                && hearer > verb
                && parse.Subtree(hearer).Last >= rest.Last;
        // Without a conjunction nothing is joined.
        if (
            !last
            && (
                parse.Relations[verb].Base is Relation.Acl or Relation.Advcl or Relation.Ccomp
                || parse.Relations[verb].Base == Relation.Conj && parse.Dependent(verb, Relation.Cc) >= 0
            )
        )
            return null;
        Stretch said = discourse.Trim(new Stretch(sentence.First, before - 1));
        bool clause = false;
        for (int i = said.First; i <= said.Last; i++)
            clause |= parse.Upos[i] is Upos.Verb or Upos.Aux && parse.Features[i].VerbForm == VerbForm.Fin;
        return clause ? [said] : null;
    }

    /// <summary>"…, the minister said on Friday": all of it hangs on the saying, and no clause is in it.</summary>
    public static bool IsCircumstance(Parse parse, int verb, Stretch words)
    {
        for (int i = words.First; i <= words.Last; i++)
        {
            if (parse.Upos[i] is Upos.Verb or Upos.Aux or Upos.Sconj)
                return false;
            int at = i;
            while (at >= 0 && at != verb)
                at = parse.Heads[at];
            if (at < 0)
                return false;
        }
        return true;
    }

    /// <summary>"All of which, Novák said, will help": a saying of a few words between two commas, whatever the tree hangs it on.</summary>
    private static List<Stretch>? Enclosed(Discourse discourse, Stretch core, Stretch sentence)
    {
        Parse parse = discourse.Parse;
        if (
            core.Last - core.First > Few
            || core.First - 1 <= sentence.First
            || core.Last + 2 >= sentence.Last
            || parse.Form(core.First - 1) is not ","
            || parse.Form(core.Last + 1) is not ","
            || parse.Features[core.First].PronType == PronType.Rel
            || parse.Upos[core.First] is Upos.Cconj or Upos.Sconj
        )
            return null;
        bool finite = false;
        for (int i = core.Last + 2; i <= sentence.Last; i++)
            finite |= parse.Upos[i] is Upos.Verb or Upos.Aux && parse.Features[i].VerbForm == VerbForm.Fin;
        return finite ? discourse.Minus(sentence, core) : null;
    }

    /// <summary>
    /// "Novák said protests demand that …", where the parser found no clause: words with a finite verb behind the verb, to the sentence's
    /// end. They begin right there or at a conjunction behind circumstances ("announced in a statement this month that he …").
    /// </summary>
    public static List<Stretch>? Behind(
        Discourse discourse,
        int verb,
        CueVerb cue,
        Stretch words,
        Stretch speaker
    )
    {
        Parse parse = discourse.Parse;
        Stretch sentence = discourse.Sentence(verb);
        if (speaker.IsNone || words.Last + 1 >= sentence.Last)
            return null;
        int first = Conjunction(discourse, verb, words.Last + 1, sentence.Last);
        if (first < 0)
        {
            first = words.Last + 1;
            bool near =
                speaker.Last == words.First - 1
                && (
                    parse.Features[verb].VerbForm == VerbForm.Fin
                    || parse.Xpos(verb) == "VBN" && parse.Dependent(verb, Relation.Aux) >= 0
                )
                && parse.Relations[verb].Base is Relation.Root or Relation.Conj or Relation.Ccomp;
            if (
                cue.Stance == Terms.Stance.Believe
                || !near && !Subjects.BehindComma(parse, verb)
                || parse.Upos[first]
                    is not (Upos.Det or Upos.Noun or Upos.Propn or Upos.Pron or Upos.Adj or Upos.Num)
            )
                return null;
        }
        for (int i = first; i <= sentence.Last; i++)
            if (
                parse.Upos[i] is Upos.Verb or Upos.Aux
                && parse.Features[i].VerbForm == VerbForm.Fin
                && (parse.Dependent(i, Relation.Nsubj) >= first || parse.Upos[i] == Upos.Aux)
            )
                return [discourse.Trim(new Stretch(first, sentence.Last))];
        return null;
    }

    /// <summary>"that" before a subject, with nothing but circumstances of the verb between; −1 for none.</summary>
    public static int Conjunction(Discourse discourse, int verb, int first, int last)
    {
        Parse parse = discourse.Parse;
        if (parse.Dependent(verb, Relation.Obj) >= 0)
            return -1;
        for (int i = first; i < last; i++)
        {
            if (
                parse.Upos[i] is Upos.Verb or Upos.Aux
                || parse.Form(i) is ";" or ":" or "." or "–" or "—" or "--" or "("
            )
                return -1;
            if (discourse.Lexicon.Is("clause", parse.Form(i)))
                return
                    parse.Upos[i + 1] is Upos.Pron or Upos.Det or Upos.Propn or Upos.Noun or Upos.Num
                    || parse.Upos[i] == Upos.Sconj
                    || parse.Relations[i].Base == Relation.Mark
                    ? i
                    : -1;
        }
        return -1;
    }

    /// <summary>"even as most economists say otherwise": an adverb right behind the cue stands for what they say.</summary>
    private static bool SaysOtherwise(Parse parse, int verb, Stretch words) =>
        words.Last + 1 < parse.Count
        && parse.Upos[words.Last + 1] == Upos.Adv
        && parse.Heads[words.Last + 1] == verb;
}
