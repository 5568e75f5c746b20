using Chancery.Language.Grammar;

namespace Chancery.Language.Statements;

/// <summary>The words that name a subject: where they begin and end.</summary>
internal static partial class Subjects
{
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
                    && words.First > 0
                    && parse.Form(words.First - 1) is not ","
                    && (
                        parse.Subtree(other).Last == words.First - 1
                        || parse.Upos[words.First - 1] == Upos.Part
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
        Parse parse = discourse.Parse;
        int first = discourse.Sentence(cue).First;
        if (words.First >= first)
            return words;
        if (words.Last >= first)
            return words with { First = first };
        if (parse.SentenceOf(words.First) != parse.SentenceOf(cue))
            return words;
        // The verb has a second subject, behind the dateline: that one speaks, of all the verb's cues.
        int verb = parse.Heads[words.First];
        for (int i = first; verb >= 0 && i < verb; i++)
            if (parse.Heads[i] == verb && parse.Relations[i].Base == Relation.Nsubj)
                return Stretch.Of(parse.Subtree(i)).Within(first, cue - 1);
        return new Stretch(first, CueWords.Of(discourse, cue).First - 1);
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
}
