using Chancery.Language.Grammar;

namespace Chancery.Language.Statements;

/// <summary>
/// What a finite verb of saying has beside it where the tree gave it no speaker or nothing said: in English the subject stands right
/// before the verb, or right behind it after a comma, and what is said follows it or surrounds both between commas.
/// </summary>
internal static class WordOrder
{
    /// <summary>How many tokens a speaker behind the verb has before the name ends: an office and a name.</summary>
    private const int Office = 7;

    public static IEnumerable<Attribution> Find(Discourse discourse)
    {
        Parse parse = discourse.Parse;
        for (int i = 0; i < parse.Count; i++)
            if (
                parse.Upos[i] == Upos.Verb
                && !discourse.IsTaken(i)
                && !discourse.IsSpoken(i)
                && discourse.VerbAt(i) is { } cue
                && Speaks(cue)
                && !discourse.IsPassive(i)
                && At(discourse, i, cue) is { } found
            )
            {
                discourse.Take(found.Cue);
                yield return found;
            }
    }

    /// <summary>A verb of plain saying: both a clause and words in marks may be what is said.</summary>
    private static bool Speaks(CueVerb cue) =>
        cue.Can(Complements.That) && cue.Can(Complements.Quote) && cue.Stance != Terms.Stance.Believe;

    private static Attribution? At(Discourse discourse, int verb, CueVerb cue)
    {
        Parse parse = discourse.Parse;
        Stretch words = CueWords.Of(discourse, verb);
        if (
            parse.Features[verb].VerbForm != VerbForm.Fin
                && !(parse.Xpos(verb) == "VBN" && words.First < verb)
            || parse.Relations[verb] == Relation.AclRelcl
            || parse.Relations[verb].Base is Relation.Amod or Relation.Compound
        )
            return null;
        if (
            (Speaker(discourse, verb, words) ?? Behind(discourse, verb) ?? Own(discourse, verb))
            is not { } who
        )
            return null;
        List<Stretch>? content =
            Clauses.Around(discourse, verb, words, who.Words)
            ?? (who.Words.Last < verb ? Following(discourse, verb, cue, words) : null);
        if (content is null || content.Count == 0 || content.Exists(c => c.IsNone || c.Meets(who.Words)))
            return null;
        return new Attribution
        {
            Content = content,
            Speaker = who.Words,
            SpeakerHead = who.Head,
            Cue = words,
            CueToken = verb,
            Lemma = cue.Lemma,
            Stance = cue.Stance,
            Negated = CueWords.Negated(discourse, verb, words),
        };
    }

    /// <summary>
    /// "Orlo, who fled, has been charged, the prosecution has said.": a noun phrase between the last comma and a cue that closes its sentence
    /// speaks, also where the tree gives the cue the subject of what is said. Null where the tree agrees.
    /// </summary>
    public static Attribution? Closing(Discourse discourse, int verb)
    {
        Parse parse = discourse.Parse;
        if (
            discourse.VerbAt(verb) is not { } cue
            || !Speaks(cue)
            || discourse.IsPassive(verb)
            || parse.Features[verb].VerbForm != VerbForm.Fin
                && !(parse.Xpos(verb) == "VBN" && parse.Dependent(verb, Relation.Aux) >= 0)
        )
            return null;
        Stretch words = CueWords.Of(discourse, verb);
        Stretch sentence = discourse.Sentence(verb);
        if (!discourse.Trim(new Stretch(words.Last + 1, sentence.Last)).IsNone)
            return null;
        int comma = words.First - 1;
        while (
            comma > sentence.First
            && words.First - comma <= Office
            && parse.Upos[comma] is Upos.Propn or Upos.Noun or Upos.Adj or Upos.Det
        )
            comma--;
        if (
            comma <= sentence.First + 2
            || comma == words.First - 1
            || parse.Form(comma) is not ","
            || discourse.IsMark(comma - 1)
            || parse.Upos[comma + 1] is not (Upos.Det or Upos.Propn)
        )
            return null;
        var speaker = new Stretch(comma + 1, words.First - 1);
        int head = words.First - 1;
        bool finite = false;
        for (int i = sentence.First; i < comma; i++)
            finite |= parse.Upos[i] is Upos.Verb or Upos.Aux && parse.Features[i].VerbForm == VerbForm.Fin;
        if (
            !finite
            || Subjects.Of(parse, verb) is not { } subject
            || speaker.Has(subject.Head)
            || subject.Head > comma
            || !Minds.Has(discourse, new Subjects.Subject(head, head))
        )
            return null;
        return new Attribution
        {
            Content = [discourse.Trim(new Stretch(sentence.First, comma - 1))],
            Speaker = speaker,
            SpeakerHead = head,
            Cue = words,
            CueToken = verb,
            Lemma = cue.Lemma,
            Stance = cue.Stance,
            Negated = CueWords.Negated(discourse, verb, words),
        };
    }

    private static (int Head, Stretch Words)? Own(Discourse discourse, int verb)
    {
        Parse parse = discourse.Parse;
        return
            Subjects.Of(parse, verb) is { } subject
            && subject.Head == subject.Meant
            && parse.Features[subject.Head].Person is not (Person.First or Person.Second)
            && Minds.Has(discourse, subject)
            && Subjects.Words(discourse, subject.Head, verb) is var words
            && !words.IsNone
            ? (subject.Head, words)
            : null;
    }

    /// <param name="words">The cue, with its auxiliaries and adverbs.</param>
    /// <returns>The head and the words; null where no noun phrase ends right before the cue.</returns>
    public static (int Head, Stretch Words)? Speaker(Discourse discourse, int verb, Stretch words)
    {
        Parse parse = discourse.Parse;
        if (
            discourse.VerbAt(verb) is not { } cue
            || !cue.Can(Complements.That)
            || cue.Stance == Terms.Stance.Believe
            || parse.Features[verb].VerbForm != VerbForm.Fin
                && !(parse.Xpos(verb) == "VBN" && words.First < verb)
        )
            return null;
        int first = discourse.Sentence(verb).First;
        if (Reduced(discourse, verb, words, first) is { } reduced)
            return reduced;
        int last = words.First - 1;
        bool comma = last > first && parse.Form(last) is ",";
        last = comma ? last - 1 : last;
        if (last < first)
            return null;
        int head = Phrase(parse, last, first);
        if (head < 0)
            return null;
        Stretch phrase = Stretch.Of(parse.Subtree(head)).Within(first, last);
        if (parse.Upos[head] == Upos.Pron)
            return !comma && parse.Features[head].Person == Person.Third && !IsObject(parse, head)
                ? (head, new Stretch(head, head))
                : null;
        // A name between commas belongs to the office before it ("the chief, Ada Orlo, said").
        if (comma)
            return Named(discourse, head, phrase, first);
        bool subject =
            parse.Relations[head].Base
                is Relation.Nsubj
                    or Relation.Root
                    or Relation.Dep
                    or Relation.Parataxis
            || phrase.First > first
                && parse.Form(phrase.First - 1) is ","
                && words.Last + 1 < parse.Count
                && parse.Form(words.Last + 1) is ",";
        return subject && Minds.Has(discourse, new Subjects.Subject(head, head)) ? (head, phrase) : null;
    }

    /// <summary>The head of the longest noun phrase that ends at a token; −1 for none.</summary>
    private static int Phrase(Parse parse, int last, int first)
    {
        int head = -1;
        for (int at = last; at >= first; at = parse.Heads[at])
        {
            (int start, int end) = parse.Subtree(at);
            if (start < first || end > last)
                break;
            if (Subjects.IsNominal(parse, at))
                head = at;
            else if (parse.Upos[at] is Upos.Verb or Upos.Aux)
                break;
            if (parse.Relations[at].Base == Relation.Appos)
                break;
        }
        return head;
    }

    private static bool IsObject(Parse parse, int pronoun) => parse.Features[pronoun].Case == Case.Acc;

    /// <summary>"the campaign chief, Ada Orlo, suggested": the name, with the office before its comma.</summary>
    private static (int Head, Stretch Words)? Named(Discourse discourse, int head, Stretch name, int first)
    {
        Parse parse = discourse.Parse;
        if (
            parse.Upos[head] != Upos.Propn
            || name.First - 2 < first
            || parse.Form(name.First - 1) is not ","
            || parse.Upos[name.First - 2] is not (Upos.Noun or Upos.Propn)
        )
            return null;
        int office = Phrase(parse, name.First - 2, first);
        return
            office >= 0
            && Minds.Has(discourse, new Subjects.Subject(office, office))
            && Stretch.Of(parse.Subtree(office)).Within(first, name.First - 2) is var phrase
            && parse.Upos[phrase.First] == Upos.Det
            ? (head, phrase.With(name))
            : null;
    }

    /// <summary>"A poll released Saturday found that …": a participle that the tree takes for a clause of its own.</summary>
    private static (int Head, Stretch Words)? Reduced(Discourse discourse, int verb, Stretch words, int first)
    {
        Parse parse = discourse.Parse;
        foreach (int clause in parse.Dependents(verb))
            if (
                clause < words.First
                && parse.Relations[clause].Base is Relation.Ccomp or Relation.Csubj
                && parse.Xpos(clause) is "VBD" or "VBN"
                && parse.Dependent(clause, Relation.Mark) < 0
                && parse.Dependent(clause, Relation.Aux) < 0
                && parse.Dependent(clause, Relation.Nsubj) is var subject
                && subject >= first
                && parse.Subtree(subject) is var phrase
                && phrase.Last == clause - 1
                && HasClauseBehind(parse, verb)
            )
                return (subject, discourse.Trim(new Stretch(phrase.First, words.First - 1)));
        return null;
    }

    private static bool HasClauseBehind(Parse parse, int verb)
    {
        foreach (int dependent in parse.Dependents(verb))
            if (dependent > verb && parse.Relations[dependent].Base == Relation.Ccomp)
                return true;
        return false;
    }

    /// <summary>"…, said strategist Ada Orlo": a name not far behind a verb behind a comma, with its office.</summary>
    private static (int Head, Stretch Words)? Behind(Discourse discourse, int verb)
    {
        Parse parse = discourse.Parse;
        if (verb == 0 || !discourse.IsMark(verb - 1) || verb - 1 <= discourse.Sentence(verb).First)
            return null;
        (int Head, Stretch Words)? found = null;
        foreach (Name name in parse.Names)
        {
            if (name.First <= verb || name.End - verb - 1 > Office || name.Kind != Terms.EntityKind.Person)
                continue;
            bool office = true;
            for (int i = verb + 1; i < name.First; i++)
                office &= parse.Upos[i] is Upos.Noun or Upos.Propn or Upos.Adj or Upos.Det or Upos.Adp;
            int head = Head(parse, name);
            var words = new Stretch(verb + 1, Math.Max(name.End - 1, parse.Subtree(head).Last));
            if (office && parse.SentenceOf(words.Last) == parse.SentenceOf(verb))
                found = (head, discourse.Trim(words));
        }
        return found;
    }

    private static int Head(Parse parse, Name name)
    {
        for (int i = name.First; i < name.End; i++)
            if (parse.Heads[i] < name.First || parse.Heads[i] >= name.End)
                return i;
        return name.First;
    }

    /// <summary>Words with a finite verb of their own behind the cue, or behind the conjunction that circumstances part from it.</summary>
    private static List<Stretch>? Following(Discourse discourse, int verb, CueVerb cue, Stretch words)
    {
        Parse parse = discourse.Parse;
        int last = End(discourse, verb);
        int first = Clauses.Conjunction(discourse, verb, words.Last + 1, last);
        bool marked = first >= 0;
        if (!marked)
        {
            first = words.Last + 1;
            if (
                first >= last
                || parse.Upos[first]
                    is not (Upos.Det or Upos.Noun or Upos.Propn or Upos.Pron or Upos.Adj or Upos.Num)
            )
                return null;
        }
        for (int i = first; i <= last; i++)
            if (
                parse.Upos[i] is Upos.Verb or Upos.Aux
                && parse.Features[i].VerbForm == VerbForm.Fin
                && Subject(parse, i) is var subject
                && subject >= first
                && (marked || parse.Subtree(subject).First == first && !cue.Can(Complements.Whom))
                && parse.Features[subject].PronType != PronType.Rel
            )
                return [discourse.Trim(new Stretch(first, last))];
        return null;
    }

    /// <summary>The subject of a finite verb, or of what its auxiliary belongs to; −1 for none.</summary>
    private static int Subject(Parse parse, int finite)
    {
        int verb = parse.Upos[finite] == Upos.Aux && parse.Heads[finite] >= 0 ? parse.Heads[finite] : finite;
        foreach (int dependent in parse.Dependents(verb))
            if (parse.Relations[dependent].Base is Relation.Nsubj or Relation.Expl && dependent < finite)
                return dependent;
        return -1;
    }

    /// <summary>The end of the sentence; of a clause before its main clause the comma between.</summary>
    private static int End(Discourse discourse, int verb)
    {
        Parse parse = discourse.Parse;
        int last = discourse.Sentence(verb).Last;
        int main = parse.Heads[verb];
        if (parse.Relations[verb].Base != Relation.Advcl || main < verb)
            return last;
        for (int i = parse.Subtree(verb).Last; i > verb; i--)
            if (parse.Form(i) is "," && parse.Heads[i] == verb)
                return i - 1;
        int subject = parse.Dependent(main, Relation.Nsubj);
        return subject > verb && parse.Subtree(subject).First is var start && parse.Form(start - 1) is ","
            ? start - 2
            : last;
    }
}
