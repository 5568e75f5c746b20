using Chancery.Language.Grammar;

namespace Chancery.Language.Statements;

/// <summary>Nouns of saying with their content: "his claim that …", "a proposal by Kestria to …", "a call for …".</summary>
internal static class NounCues
{
    public static IEnumerable<Attribution> Find(Discourse discourse)
    {
        Parse parse = discourse.Parse;
        for (int i = 0; i < parse.Count; i++)
            if (
                (parse.Upos[i] == Upos.Noun || IsNoun(parse, i))
                && !discourse.IsSpoken(i)
                && !discourse.IsTaken(i)
                && discourse.Lexicon.Nouns.TryGetValue(parse.Lemma(i), out CueNoun? cue)
                && At(discourse, i, cue) is { } found
            )
            {
                discourse.Take(found.Cue);
                yield return found;
            }
    }

    private static Attribution? At(Discourse discourse, int noun, CueNoun cue)
    {
        Parse parse = discourse.Parse;
        int speaker = Speaker(discourse, noun, out bool possessor, out int verb);
        (int content, bool clause) = Content(discourse, noun, cue);
        if (
            content < 0
            || speaker < 0
                && !(
                    clause
                    && (parse.Features[noun].Number == Number.Plur || IsNoun(parse, noun))
                    && Finite(parse, content)
                )
        )
            return null;
        Stretch said = discourse.Trim(Stretch.Of(parse.Subtree(content)));
        if (said.First <= noun)
            said = said with { First = noun + 1 };
        Stretch words = Stretch.None;
        if (speaker >= 0)
        {
            words = Subjects.Words(discourse, speaker, noun);
            if (possessor)
                words =
                    parse.Upos[speaker] == Upos.Pron
                        ? new Stretch(speaker, speaker)
                        : WithoutParticiple(parse, WithoutClitic(parse, words), speaker);
            if (words.Meets(said))
                return null;
        }
        return said.IsNone
            ? null
            : new Attribution
            {
                Content = [said],
                Speaker = words,
                SpeakerHead = speaker,
                Cue =
                    verb >= 0 && noun > verb
                        ? CueWords.Of(discourse, verb).With(new Stretch(noun, noun))
                        : new Stretch(noun, noun),
                CueToken = noun,
                Lemma = cue.Lemma,
                Stance = cue.Stance,
            };
    }

    /// <summary>The clause that a noun of saying carries.</summary>
    public static Stretch? Clause(Discourse discourse, int noun, CueNoun cue)
    {
        (int content, bool clause) = Content(discourse, noun, cue);
        if (!clause)
            return null;
        Stretch said = Stretch.Of(discourse.Parse.Subtree(content));
        said = discourse.Trim(said with { First = Math.Max(said.First, noun + 1) });
        return said.IsNone ? null : said;
    }

    private static int Speaker(Discourse discourse, int noun, out bool possessor, out int verb)
    {
        Parse parse = discourse.Parse;
        possessor = true;
        verb = -1;
        foreach (int dependent in parse.Dependents(noun))
            if (parse.Relations[dependent] == Relation.NmodPoss)
                return
                    parse.Features[dependent].Person is Person.First or Person.Second
                    || discourse.Lexicon.Is("day", parse.Form(dependent))
                    ? -1
                    : dependent;
        possessor = false;
        foreach (int dependent in parse.Dependents(noun))
            if (parse.Relations[dependent].Base == Relation.Nmod && dependent > noun)
                foreach (int mark in parse.Dependents(dependent))
                    if (
                        parse.Relations[mark].Base == Relation.Case
                        && discourse.Lexicon.Is("agent", parse.Form(mark))
                    )
                        return dependent;
        // "issued a warning that …": the verb only carries the noun.
        int support = parse.Heads[noun];
        if (
            support < 0
            || parse.Relations[noun].Base != Relation.Obj
            || !discourse.Lexicon.Supports.Contains(parse.Lemma(support))
            || discourse.IsTaken(support)
            || Subjects.Of(parse, support) is not { } subject
            || parse.Features[subject.Head].Person is Person.First or Person.Second
        )
            return -1;
        verb = support;
        return subject.Head;
    }

    private static (int Token, bool Clause) Content(Discourse discourse, int noun, CueNoun cue)
    {
        Parse parse = discourse.Parse;
        foreach (int dependent in parse.Dependents(noun))
            if (
                dependent > noun
                && parse.Relations[dependent].Base is Relation.Acl or Relation.Ccomp or Relation.Xcomp
                && parse.Dependent(dependent, Relation.Mark) is var mark and >= 0
                && mark < dependent
                && parse.Form(noun + 1) is not ("–" or "—" or "--" or "-" or "(")
                && !Relative(discourse, dependent)
            )
                return (dependent, true);
        foreach (int dependent in parse.Dependents(noun))
            if (dependent > noun && parse.Relations[dependent].Base is Relation.Nmod or Relation.Acl)
                foreach (int mark in parse.Dependents(dependent))
                    if (
                        parse.Relations[mark].Base is Relation.Case or Relation.Mark
                        && cue.Prepositions.Contains(parse.Lemma(mark))
                    )
                        return (dependent, false);
        return (-1, false);
    }

    /// <summary>"the claim that he made" tells which claim, not what it claims.</summary>
    private static bool Relative(Discourse discourse, int clause)
    {
        Parse parse = discourse.Parse;
        int mark = parse.Dependent(clause, Relation.Mark);
        return parse.Relations[clause] == Relation.AclRelcl
            && !(
                mark >= 0
                && parse.Upos[mark] == Upos.Sconj
                && discourse.Lexicon.Is("clause", parse.Form(mark))
                && (parse.Dependent(clause, Relation.Nsubj) is var subject and >= 0 && subject != mark)
            );
    }

    /// <summary>"Nobody trusted reports that …": a verb that an adjective right before it describes is a plural noun, and the adjective the verb.</summary>
    public static bool IsNoun(Parse parse, int token) =>
        parse.Upos[token] == Upos.Verb
        && parse.Features[token].Person == Person.Third
        && token > 0
        && parse.Dependent(token, Relation.Amod) == token - 1;

    private static bool Finite(Parse parse, int clause)
    {
        int mark = parse.Dependent(clause, Relation.Mark);
        return mark >= 0 && parse.Upos[mark] == Upos.Sconj;
    }

    /// <summary>A participle right before a name is no part of it, and often the sentence's verb: "shared Ada Orlo's belief".</summary>
    private static Stretch WithoutParticiple(Parse parse, Stretch words, int speaker) =>
        words.First == speaker - 1
        && parse.Upos[speaker] == Upos.Propn
        && parse.Upos[words.First] == Upos.Verb
            ? words with
            {
                First = speaker,
            }
            : words;

    private static Stretch WithoutClitic(Parse parse, Stretch words) =>
        words.Last > words.First && parse.Upos[words.Last] == Upos.Part
            ? words with
            {
                Last = words.Last - 1,
            }
            : words;
}
