using Chancery.Language.Grammar;

namespace Chancery.Language.Statements;

/// <summary>Phrases before a speaker ("according to"), which make the rest of their sentence a statement.</summary>
internal static class PhraseCues
{
    public static IEnumerable<Attribution> Find(Discourse discourse, IReadOnlyList<Attribution> others)
    {
        for (int i = 0; i < discourse.Parse.Count; i++)
            if (Length(discourse, i) is var length and > 0 && !discourse.IsSpoken(i))
            {
                Attribution? found = At(discourse, new Stretch(i, i + length - 1), others);
                discourse.Take(new Stretch(i, i + length - 1));
                if (found is not null)
                {
                    foreach (Attribution other in others)
                        CutTail(discourse, other, found);
                    yield return found;
                }
                i += length - 1;
            }
    }

    /// <summary>"agreed to a plan, according to the Post": the phrase at the end of what is said is no part of it.</summary>
    private static void CutTail(Discourse discourse, Attribution other, Attribution phrase)
    {
        for (int i = 0; i < other.Content.Count; i++)
        {
            Stretch said = other.Content[i];
            if (
                !other.Direct
                && said.First < phrase.Cue.First - 1
                && said.Has(phrase.Cue)
                && said.Last <= phrase.Speaker.Last
                && AfterComma(discourse, phrase.Cue.First)
            )
            {
                other.Content[i] = discourse.Trim(said with { Last = phrase.Cue.First - 1 });
                bool press = IsPress(discourse, phrase.SpeakerHead);
                if (!press && !phrase.Through.Contains(other.Speaker) && !other.Speaker.IsNone)
                    phrase.Through.Add(other.Speaker);
                if (press && !other.Through.Contains(phrase.Speaker) && other.CueToken < phrase.Cue.First)
                    other.Through.Add(phrase.Speaker);
            }
        }
    }

    private static int Length(Discourse discourse, int token)
    {
        foreach (string[] phrase in discourse.Lexicon.Phrases)
        {
            int n = 0;
            while (
                n < phrase.Length
                && token + n < discourse.Parse.Count
                && discourse.Parse.Form(token + n).Equals(phrase[n], StringComparison.OrdinalIgnoreCase)
            )
                n++;
            if (n == phrase.Length)
                return n;
        }
        return 0;
    }

    private static Attribution? At(Discourse discourse, Stretch cue, IReadOnlyList<Attribution> others)
    {
        Parse parse = discourse.Parse;
        Stretch sentence = discourse.Sentence(cue.First);
        int head = Head(parse, cue, sentence);
        if (head < 0 || !MaySpeak(discourse, head))
            return null;
        Stretch speaker = Stretch.Of(parse.Subtree(head)).Within(cue.Last + 1, sentence.Last);
        foreach (int dependent in parse.Dependents(head))
            if (
                dependent > head
                && (
                    parse.Relations[dependent].Base is Relation.Acl or Relation.Advcl or Relation.Parataxis
                    // "according to the ministry, 82 of them today"
                    || parse.Relations[dependent].Base == Relation.Appos && parse.Upos[dependent] == Upos.Num
                )
                && parse.Subtree(dependent).First is var begin
                && begin > 0
                && parse.Form(begin - 1) is ","
                && parse.Relations[dependent] != Relation.AclRelcl
            )
                speaker = speaker with { Last = Math.Min(speaker.Last, parse.Subtree(dependent).First - 1) };
        speaker = discourse.Trim(speaker);
        if (speaker.IsNone)
            return null;
        speaker = BeforeSubject(discourse, cue, speaker, sentence);
        if (Passes(discourse, cue, sentence, others) is { } passed)
        {
            ReadOnlySpan<char> words = discourse.Passage(speaker).In(parse.Text);
            foreach (string phrase in discourse.Lexicon.Translations)
                if (words.Contains(phrase, StringComparison.OrdinalIgnoreCase))
                    return null;
            passed.Through.Add(speaker);
        }
        List<Stretch> content = discourse.Minus(
            Relative(parse, cue, sentence) ?? Clause(discourse, cue, speaker, head, sentence),
            cue.With(speaker)
        );
        return content.Count == 0
            ? null
            : new Attribution
            {
                Content = content,
                Speaker = speaker,
                SpeakerHead = head,
                Cue = cue,
                CueToken = cue.First,
                Lemma = string.Join(
                    ' ',
                    Enumerable
                        .Range(cue.First, cue.Last - cue.First + 1)
                        .Select(i => parse.Form(i).ToString().ToLowerInvariant())
                ),
            };
    }

    /// <summary>
    /// "According to the statement, the centre, near the port, is closed": where nothing but a finite verb is left of the sentence, what stands
    /// behind the speaker's first comma is its subject.
    /// </summary>
    private static Stretch BeforeSubject(Discourse discourse, Stretch cue, Stretch speaker, Stretch sentence)
    {
        Parse parse = discourse.Parse;
        int next = speaker.Last + 1;
        while (next < sentence.Last && parse.Form(next) is ",")
            next++;
        if (
            cue.First != sentence.First
            || next > sentence.Last
            || parse.Upos[next] is not (Upos.Verb or Upos.Aux)
            || parse.Features[next].VerbForm != VerbForm.Fin
        )
            return speaker;
        for (int i = speaker.First + 1; i < speaker.Last; i++)
            if (parse.Form(i) is ",")
                return speaker with { Last = i - 1 };
        return speaker;
    }

    /// <summary>"a man who, according to witnesses, was thin": the phrase right behind a relative pronoun vouches for its clause alone.</summary>
    private static Stretch? Relative(Parse parse, Stretch cue, Stretch sentence)
    {
        int pronoun = cue.First - 2;
        if (
            pronoun < sentence.First
            || parse.Form(cue.First - 1) is not ","
            || parse.Features[pronoun].PronType != PronType.Rel
        )
            return null;
        int clause = parse.Heads[pronoun];
        return clause > cue.Last
            ? new Stretch(pronoun, parse.Subtree(clause).Last).Within(sentence.First, sentence.Last)
            : null;
    }

    /// <summary>The noun that the phrase stands before.</summary>
    private static int Head(Parse parse, Stretch cue, Stretch sentence)
    {
        for (int i = cue.First; i <= cue.Last; i++)
            if (
                parse.Heads[i] is var head and > 0
                && head > cue.Last
                && head <= sentence.Last
                && Subjects.IsNominal(parse, head)
            )
                return head;
        for (int i = cue.First; i <= cue.Last; i++)
            foreach (int dependent in parse.Dependents(i))
                if (dependent > cue.Last && Subjects.IsNominal(parse, dependent))
                    return dependent;
        for (int i = cue.Last + 1; i <= sentence.Last; i++)
            if (Subjects.IsNominal(parse, i))
            {
                while (
                    parse.Heads[i] > i
                    && parse.Relations[i].Base
                        is Relation.Compound
                            or Relation.Amod
                            or Relation.Nmod
                            or Relation.Nummod
                )
                    i = parse.Heads[i];
                return i;
            }
        return -1;
    }

    /// <summary>"according to plan", "according to weight": a bare singular noun that neither speaks nor publishes.</summary>
    private static bool MaySpeak(Discourse discourse, int head)
    {
        Parse parse = discourse.Parse;
        return parse.Upos[head] != Upos.Noun
            || parse.Features[head].Number == Number.Plur
            || parse.Dependents(head).Length > 3
            || HasModifier(parse, head)
            || discourse.Lexicon.Sources.Contains(parse.Lemma(head))
            || discourse.Lexicon.Media.Contains(parse.Lemma(head));
    }

    private static bool HasModifier(Parse parse, int head)
    {
        foreach (int dependent in parse.Dependents(head))
            if (
                parse.Relations[dependent].Base
                is Relation.Det
                    or Relation.Nmod
                    or Relation.Nummod
                    or Relation.Compound
                    or Relation.Amod
                    or Relation.Acl
            )
                return true;
        return false;
    }

    /// <summary>"“…,” Orlo said, according to the Post": the phrase names who passed the statement on.</summary>
    private static Attribution? Passes(
        Discourse discourse,
        Stretch cue,
        Stretch sentence,
        IReadOnlyList<Attribution> others
    )
    {
        Parse parse = discourse.Parse;
        if (cue.First - 1 <= sentence.First)
            return null;
        foreach (Attribution other in others)
            if (
                other.CueToken >= sentence.First
                && other.CueToken < cue.First
                && (other.Direct || other.Content.All(c => c.Last < other.CueToken))
                && Math.Max(other.Cue.Last, other.Speaker.Last) is var end
                && (end >= cue.First - 2 || Near(discourse, end, cue.First))
            )
                return other;
        return null;
    }

    /// <summary>Only circumstances of the cue stand between ("on Friday", "in a statement"): no verb.</summary>
    private static bool Near(Discourse discourse, int end, int cue)
    {
        for (int i = end + 1; i < cue; i++)
            if (discourse.Parse.Upos[i] is Upos.Verb or Upos.Aux || discourse.QuotationAt(i) >= 0)
                return false;
        return cue - end < 16;
    }

    /// <summary>At the edge of its sentence the phrase covers the sentence; inside it, the clause it hangs on.</summary>
    private static Stretch Clause(
        Discourse discourse,
        Stretch cue,
        Stretch speaker,
        int head,
        Stretch sentence
    )
    {
        Parse parse = discourse.Parse;
        Stretch whole = cue.With(speaker);
        bool tail = discourse.Trim(new Stretch(whole.Last + 1, sentence.Last)).IsNone;
        // "Orlo said that …, according to the Post": a paper at the end vouches for the saying, not for what was said.
        if (tail && AfterComma(discourse, cue.First) && IsPress(discourse, head))
            return sentence with { First = AfterSemicolon(parse, sentence.First, whole.First) };
        int governor = -1;
        for (int i = whole.First; i <= whole.Last && governor < 0; i++)
            if (parse.Heads[i] >= 0 && !whole.Has(parse.Heads[i]))
                governor = parse.Heads[i];
        // Inside what somebody else says, the phrase covers no more than that.
        for (int i = governor; i >= 0; i = parse.Heads[i])
            if (
                parse.Relations[i].Base == Relation.Ccomp
                && Stretch.Of(parse.Subtree(i)) is var clause
                && clause.Has(whole)
                && clause.First < parse.Count
            )
            {
                int mark = parse.Dependent(i, Relation.Mark);
                return mark == clause.First ? new Stretch(mark + 1, clause.Last) : clause;
            }
        if (tail)
            return sentence with { First = AfterSemicolon(parse, sentence.First, whole.First) };
        return sentence;
    }

    private static bool AfterComma(Discourse discourse, int token)
    {
        int before = token - 1;
        while (before > 0 && discourse.IsMark(before) && discourse.Parse.Form(before) is not ",")
            before--;
        return before >= 0 && discourse.Parse.Form(before) is ",";
    }

    private static bool IsPress(Discourse discourse, int head)
    {
        foreach (Name name in discourse.Parse.Names)
            if (name.First <= head && head < name.End)
                return name.Kind == Terms.EntityKind.Organisation;
        return discourse.Lexicon.Is("press", discourse.Parse.Form(head));
    }

    private static int AfterSemicolon(Parse parse, int first, int before)
    {
        for (int i = before - 1; i > first; i--)
            if (parse.Form(i) is ";")
                return i + 1;
        return first;
    }
}
