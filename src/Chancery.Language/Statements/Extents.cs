using Chancery.Language.Grammar;

namespace Chancery.Language.Statements;

/// <summary>
/// Where the words said begin and end, put right where the tree cut a clause: a clause has its subject, what stands before a saying that
/// closes its sentence is all said, and a headline in capitals is a line of its own.
/// </summary>
internal static class Extents
{
    public static void Mend(Discourse discourse, Attribution said, IReadOnlyList<Attribution> all)
    {
        if (said.Direct || said.Cue.IsNone || said.CueToken < 0 || said.Speaker.IsNone)
            return;
        Parse parse = discourse.Parse;
        // "whether or not Orlo meant it"
        if (
            said.Speaker.First < said.Speaker.Last
            && discourse.Lexicon.Is("not", parse.Form(said.Speaker.First))
            && parse.Upos[said.Speaker.First + 1] == Upos.Propn
        )
            (said.Speaker, said.Negated) = (said.Speaker with { First = said.Speaker.First + 1 }, true);
        bool clause =
            discourse.VerbAt(said.CueToken) is { } cue && cue.Can(Complements.That | Complements.Quote);
        if (clause && said.Content is [var only])
        {
            if (only.Last < said.Cue.First && Closing(discourse, said, only) is { } whole)
                said.Content[0] = whole;
            else if (only.Last < said.Cue.First && IsAnothers(discourse, said, only))
                said.Content[0] = discourse.Trim(
                    only with
                    {
                        First = discourse.Sentence(said.CueToken).First,
                    }
                );
            else if (
                only.First > said.Cue.Last + 1
                && IsHeadless(parse, only)
                && Starts(discourse, said) is var first and >= 0
            )
                said.Content[0] = only with { First = first };
            else if (only.First > said.Cue.Last && Relative(discourse, said, only) is var pronoun and >= 0)
                said.Content.Insert(0, new Stretch(pronoun, pronoun));
            // "expressed surprise | that it was late"
            if (
                said.Content is [var noun]
                && noun.First > said.Cue.Last
                && noun.First == noun.Last
                && parse.Upos[noun.First] == Upos.Noun
                && noun.Last + 2 < parse.Count
                && discourse.Lexicon.Is("that", parse.Form(noun.Last + 1))
                && parse.Upos[noun.Last + 1] is Upos.Sconj or Upos.Pron or Upos.Det
            )
                said.Content[0] = discourse.Trim(noun with { Last = discourse.Sentence(said.CueToken).Last });
            // "warned of closures and firms | leaving for good", with the participle hung on the warning.
            if (
                said.Content is [var before]
                && before.First > said.Cue.Last
                && before.Last + 1 is var behind
                && behind < parse.Count
                && parse.Xpos(behind) == "VBG"
                && parse.Upos[before.Last] == Upos.Noun
                && parse.Heads[behind] >= said.Cue.First
                && parse.Heads[behind] < behind
                && !discourse.IsTaken(behind)
            )
                said.Content[0] = discourse.Trim(before with { Last = parse.Subtree(behind).Last });
            if (said.Content is [var cut] && cut.First > said.Cue.Last && Unfinished(discourse, said, cut))
                said.Content[0] = discourse.Trim(cut with { Last = discourse.Sentence(said.CueToken).Last });
        }
        for (int i = 0; i < said.Content.Count; i++)
            said.Content[i] = Closed(
                discourse,
                discourse.Trim(said.Content[i] with { Last = End(discourse, said, said.Content[i], all) })
            );
        // "It is late, Orlo said, | adding that …": what follows is another saying of his.
        if (said.Content.Count > 1)
            said.Content.RemoveAll(piece =>
                all.Any(other =>
                    other != said && other.Cue.First == piece.First && other.Speaker == said.Speaker
                )
            );
        for (int i = 0; i < said.Content.Count; i++)
            if (
                clause
                && !said.Content[i].IsNone
                && Beside(discourse, said, said.Content[i], all) is { } rest
            )
                said.Content[i] = rest;
        for (int i = 0; i < said.Content.Count; i++)
            if (!said.Content[i].IsNone)
                said.Content[i] = said.Content[i] with
                {
                    Last = WithoutComment(discourse, said, said.Content[i]),
                };
        Stretch line = discourse.Sentence(said.CueToken);
        for (int i = 0; i < said.Content.Count; i++)
            if (
                !said.Content[i].IsNone
                && parse.SentenceOf(said.Content[i].First) == parse.SentenceOf(said.CueToken)
                && said.Content[i].First < line.First
            )
                said.Content[i] = discourse.Trim(said.Content[i] with { First = line.First });
        if (
            said.Speaker.First < line.First
            && said.Speaker.Last >= line.First
            && said.Speaker.Last < said.Cue.First
        )
            said.Speaker = discourse.Trim(said.Speaker with { First = line.First });
    }

    /// <summary>
    /// "However loudly they shout that it must stop, it will go on, she said": before its saying a clause needs no conjunction, so one in
    /// the midst of the sentence is another's, and what was said begins with the sentence.
    /// </summary>
    private static bool IsAnothers(Discourse discourse, Attribution said, Stretch only)
    {
        Parse parse = discourse.Parse;
        Stretch sentence = discourse.Sentence(said.CueToken);
        return only.First > sentence.First
            && said.Cue.With(said.Speaker).First > only.Last
            && parse.Upos[only.First] == Upos.Sconj
            && discourse.Lexicon.Is("that", parse.Form(only.First));
    }

    /// <summary>"Eighty people, the youngest among them, have left, she said": all before a saying that closes its sentence is said.</summary>
    private static Stretch? Closing(Discourse discourse, Attribution said, Stretch only)
    {
        Parse parse = discourse.Parse;
        Stretch sentence = discourse.Sentence(said.CueToken);
        Stretch core = said.Cue.With(said.Speaker);
        if (
            core.First <= sentence.First + 1
            || parse.Form(core.First - 1) is not ","
            || only.Last > core.First - 2
            || only.Last == core.First - 2 && only.First <= sentence.First
            || !discourse.Trim(new Stretch(core.Last + 1, sentence.Last)).IsNone
        )
            return null;
        for (int i = sentence.First; i < only.First; i++)
            if (discourse.IsTaken(i) || discourse.QuotationAt(i) >= 0)
                return null;
        for (int i = only.Last + 1; i < core.First; i++)
            if (discourse.QuotationAt(i) >= 0 || parse.Form(i) is ";" or ":")
                return null;
        return discourse.Trim(new Stretch(sentence.First, core.First - 2));
    }

    /// <summary>
    /// "said that using the method, which helps, | can cut the cost": a finite verb right behind a clause without subject of its own goes on
    /// with it.
    /// </summary>
    private static bool Unfinished(Discourse discourse, Attribution said, Stretch words)
    {
        Parse parse = discourse.Parse;
        int next = words.Last + 1;
        if (InDashes(discourse, said, words) is var dash and >= 0)
            next = dash;
        while (next < parse.Count && parse.Form(next) is ",")
            next++;
        if (
            next >= parse.Count
            || !discourse.Sentence(said.CueToken).Has(next)
            || parse.Upos[next] is not (Upos.Verb or Upos.Aux)
            || parse.Features[next].VerbForm != VerbForm.Fin
            || discourse.IsTaken(next)
            || next <= words.Last + 1 && !discourse.Lexicon.Is("that", parse.Form(words.First))
        )
            return false;
        int verb = parse.Upos[next] == Upos.Aux ? Math.Max(parse.Heads[next], next) : next;
        int subject = parse.Dependent(verb, Relation.Nsubj);
        return subject < 0 || words.Has(subject);
    }

    /// <summary>"that the council -- a body which lost | its way -- is late": behind the dash that closes what the clause broke off in; −1 for none.</summary>
    private static int InDashes(Discourse discourse, Attribution said, Stretch words)
    {
        Parse parse = discourse.Parse;
        int open = words.First;
        while (open <= words.Last && parse.Form(open) is not ("--" or "–" or "—"))
            open++;
        int last = discourse.Sentence(said.CueToken).Last;
        for (int i = words.Last + 1; open <= words.Last && i < last; i++)
            if (parse.Form(i).SequenceEqual(parse.Form(open)))
                return i + 1;
        return -1;
    }

    /// <summary>It begins with a finite verb, whose subject the tree hung elsewhere.</summary>
    private static bool IsHeadless(Parse parse, Stretch words)
    {
        int first = words.First;
        if (
            parse.Upos[first] is not (Upos.Verb or Upos.Aux)
            || parse.Features[first].VerbForm != VerbForm.Fin
            || parse.Features[first].Mood == Mood.Imp
        )
            return false;
        foreach (int dependent in parse.Dependents(first))
            if (parse.Relations[dependent].Base == Relation.Nsubj && words.Has(dependent))
                return false;
        return true;
    }

    /// <summary>Where a clause behind the cue may begin: right there, or at the conjunction behind circumstances; −1 for nowhere.</summary>
    private static int Starts(Discourse discourse, Attribution said)
    {
        Parse parse = discourse.Parse;
        int first = said.Addressee.First == said.Cue.Last + 1 ? said.Addressee.Last + 1 : said.Cue.Last + 1;
        if (
            said.Content[0].First - first > Longest
            || !said.Addressee.IsNone && said.Addressee.First != said.Cue.Last + 1
        )
            return -1;
        for (int i = first; i < said.Content[0].First; i++)
            if (discourse.Lexicon.Is("that", parse.Form(i)) && parse.Relations[i].Base == Relation.Mark)
                return i;
            else if (parse.Form(i) is ";" or ":")
                return -1;
        return
            parse.Upos[first]
                is Upos.Det
                    or Upos.Noun
                    or Upos.Propn
                    or Upos.Adj
                    or Upos.Num
                    or Upos.Pron
                    or Upos.Adv
            ? first
            : -1;
    }

    /// <summary>How many tokens a subject may have.</summary>
    private const int Longest = 24;

    /// <summary>
    /// "confirmed the date, saying that …", "welcomed the offer, and called for …": where the same speaker goes on with another cue behind a
    /// comma, or a finite verb is joined to a thing, what was said before ends.
    /// </summary>
    private static int End(
        Discourse discourse,
        Attribution said,
        Stretch words,
        IReadOnlyList<Attribution> all
    )
    {
        Parse parse = discourse.Parse;
        bool thing = words.First > said.Cue.Last && !HasFinite(parse, words);
        // "confirmed that two were among them, and the minister said …": another mouth behind a comma and a conjunction.
        foreach (Attribution other in all)
            if (
                other != said
                && words.First > said.Cue.Last
                && other.Cue.First > said.Cue.Last
                && words.Has(other.Cue)
                && words.Has(other.Speaker)
                && other.Speaker.Last < other.Cue.First
                && other.Speaker.First - 2 is var comma
                && comma > words.First
                && parse.Form(comma) is ","
                && parse.Upos[comma + 1] == Upos.Cconj
                && parse.Features[other.CueToken].VerbForm == VerbForm.Fin
                && discourse.QuotationAt(comma) < 0
            )
                return comma - 1;
        // "had expected the index to rise, Vesk Wire reported": who tells the whole sentence closes it.
        foreach (Attribution other in all)
            if (
                other is { Direct: false, CueToken: >= 0, Speaker.IsNone: false }
                && other != said
                && other.Cue.With(other.Speaker) is var core
                && words.First > said.Cue.Last
                && words.First < core.First - 1
                && words.Has(core)
                && (
                    core.Last == words.Last
                    || Clauses.IsCircumstance(parse, other.CueToken, new Stretch(core.Last + 1, words.Last))
                )
                && parse.Form(core.First - 1) is ","
                && other.Content.Exists(c => c.First <= said.Cue.First && c.Last < core.First)
            )
                return core.First - 2;
        // "said he welcomed it and added, “…”": a cue that leads to words in marks of its own is no part of what is said before it.
        foreach (Attribution other in all)
            if (
                other is { Direct: true, CueToken: >= 0 }
                && words.First > said.Cue.Last
                && words.First < other.Cue.First
                && words.Has(other.Cue)
                && other.Content[0].First > words.Last
            )
                return BeforeConjunction(
                    parse,
                    other.Speaker.Last + 1 == other.Cue.First && words.Has(other.Speaker)
                        ? other.Speaker.First
                        : other.Cue.First
                );
        for (int i = words.First + 1; i <= words.Last; i++)
        {
            if (discourse.QuotationAt(i) >= 0)
                continue;
            if (
                parse.Xpos(i) == "VBG"
                && parse.Form(i - 1) is ","
                && discourse.IsTaken(i)
                && (
                    parse.Heads[i] == said.CueToken
                    || all.Any(other => other.CueToken == i && other.Speaker == said.Speaker)
                )
            )
                return i - 2;
            if (
                parse.Upos[i] == Upos.Cconj
                && i < words.Last
                && parse.Heads[i] is var joined
                && joined > i
                && parse.Upos[joined] == Upos.Verb
                && (parse.Features[joined].VerbForm == VerbForm.Fin || parse.Xpos(joined) == "VBN")
                && parse.Relations[joined].Base == Relation.Conj
                && parse.Dependent(joined, Relation.Nsubj) < 0
                && parse.Heads[joined] is var first
                && (
                    first == said.CueToken
                    // "he would fight, and vowed to win": no finite verb is joined to an infinitive.
                    || words.Has(first)
                        && parse.Upos[first] == Upos.Verb
                        && parse.Features[first].VerbForm == VerbForm.Inf
                        && !(
                            parse.Dependent(first, Relation.Aux) is var aux
                            && aux >= 0
                            && parse.Xpos(aux) != "MD"
                        )
                    || thing
                        && words.Has(first)
                        && parse.Upos[first] is Upos.Noun or Upos.Propn
                        && !Subjects.IsVerbal(parse, first)
                )
            )
                return parse.Form(i - 1) is "," ? i - 2 : i - 1;
        }
        return words.Last;
    }

    /// <summary>
    /// "called the plan weak – “We need more,” she said – and left": words in marks with their cue behind them are the paper's own telling, no
    /// part of what is reported around them. The part on the cue's side; null where there are none such.
    /// </summary>
    private static Stretch? Beside(
        Discourse discourse,
        Attribution said,
        Stretch words,
        IReadOnlyList<Attribution> all
    )
    {
        foreach (Attribution other in all)
            if (
                other is { Direct: true, CueToken: >= 0, Speaker.IsNone: false }
                && other.CueToken != said.CueToken
                && words.Has(other.Cue)
                && words.Has(other.Content[0])
                && other.Content[0].Last < other.Cue.First
            )
                return discourse.Trim(
                    said.Cue.Last < words.First
                        ? words with
                        {
                            Last = other.Content[0].First - 2,
                        }
                        : words with
                        {
                            First = Math.Max(other.Cue.Last, other.Speaker.Last) + 1,
                        }
                );
        return null;
    }

    /// <summary>A quotation that began inside keeps the mark that closes it.</summary>
    private static Stretch Closed(Discourse discourse, Stretch words) =>
        !words.IsNone
        && discourse.QuotationAt(words.Last) is var q
        && q >= 0
        && discourse.Words[q].Last == words.Last
        && discourse.Words[q].First > words.First
        && words.Last + 1 < discourse.Parse.Count
        && discourse.IsMark(words.Last + 1)
            ? words with
            {
                Last = words.Last + 1,
            }
            : words;

    /// <summary>"that he never bought rice, a remark that caused outrage": an apposition about the saying itself is the paper's. The last token before it.</summary>
    private static int WithoutComment(Discourse discourse, Attribution said, Stretch words)
    {
        Parse parse = discourse.Parse;
        for (int i = words.First + 2; i < words.Last && words.First > said.Cue.Last; i++)
            if (
                parse.Form(i) is ","
                && parse.Features[i + 1].Definite == Definite.Ind
                && parse.Heads[i + 1] is var noun
                && noun > i + 1
                && noun < words.Last
                && discourse.QuotationAt(i) < 0
                && (
                    discourse.Lexicon.Nouns.ContainsKey(parse.Lemma(noun))
                    || discourse.Lexicon.Is("comment", parse.Lemma(noun))
                )
                && (
                    parse.Features[noun + 1].PronType == PronType.Rel
                    || discourse.Lexicon.Is("that", parse.Form(noun + 1))
                    || parse.Dependent(noun, Relation.Acl) > noun
                )
                && parse.Subtree(noun).Last >= words.Last - 1
            )
                return i - 1;
        return words.Last;
    }

    private static int BeforeConjunction(Parse parse, int first)
    {
        int last = first - 1;
        while (last > 0 && (parse.Upos[last] == Upos.Cconj || parse.Form(last) is ","))
            last--;
        return last;
    }

    /// <summary>The words up to their first comma hold a finite verb.</summary>
    private static bool HasFinite(Parse parse, Stretch words)
    {
        for (int i = words.First; i <= words.Last && parse.Upos[i] != Upos.Cconj; i++)
            if (
                parse.Upos[i] is Upos.Verb or Upos.Aux
                && parse.Features[i].VerbForm == VerbForm.Fin
                && parse.Relations[i] != Relation.AclRelcl
            )
                return true;
        return false;
    }

    /// <summary>
    /// "the dinner, which Orlo says was late", "34 whom the army says are dead": the pronoun before the speaker, or the noun where there is none,
    /// is the clause's subject; −1 for none.
    /// </summary>
    private static int Relative(Discourse discourse, Attribution said, Stretch only)
    {
        Parse parse = discourse.Parse;
        int before = said.Speaker.First - 1;
        return
            before >= 0
            && said.Speaker.Last < said.Cue.First
            && IsHeadless(parse, only)
            && (
                parse.Features[before].PronType == PronType.Rel
                || before > 0
                    && discourse.Lexicon.Is("that", parse.Form(before))
                    && (
                        parse.Upos[before - 1] is Upos.Noun or Upos.Propn
                        || parse.Relations[before - 1].Base is Relation.Obj or Relation.Obl or Relation.Nmod
                    )
                || parse.Upos[before] is Upos.Noun or Upos.Propn or Upos.Num
                    && parse.SentenceOf(before) == parse.SentenceOf(said.CueToken)
            )
            ? before
            : -1;
    }
}
