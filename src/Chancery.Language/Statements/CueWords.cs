using Chancery.Language.Grammar;

namespace Chancery.Language.Statements;

/// <summary>The words of a verbal cue: the verb, its auxiliaries, negation and adverbs before it, its particle or preposition.</summary>
internal static class CueWords
{
    public static Stretch Of(Discourse discourse, int verb, int second = -1)
    {
        Parse parse = discourse.Parse;
        int first = verb;
        // "went on to say": a verb that is no cue of its own and only leads to the saying.
        int lead = verb;
        while (
            parse.Relations[lead] == Relation.Xcomp
            && parse.Heads[lead] is var head and >= 0
            && head < lead
            && parse.Dependent(head, Relation.Obj) < 0
            && parse.Upos[head] == Upos.Verb
            && lead - head <= 3
            && !discourse.IsTaken(head)
        )
            lead = head;
        first = lead;
        while (first > 0 && Belongs(parse, first - 1, lead))
            first--;
        return new Stretch(first, Math.Max(verb, second - verb <= 2 ? second : verb));
    }

    private static bool Belongs(Parse parse, int token, int verb) =>
        parse.Heads[token] == verb
        && (
            parse.Relations[token].Base is Relation.Aux or Relation.Advmod or Relation.Cop
            || parse.Relations[token].Base == Relation.Mark && parse.Upos[token] == Upos.Part
        )
        && parse.Subtree(token) == (token, token);

    /// <summary>True where the saying itself is denied, or only supposed.</summary>
    public static bool Negated(Discourse discourse, int verb, Stretch cue)
    {
        Parse parse = discourse.Parse;
        StatementLexicon lexicon = discourse.Lexicon;
        for (int i = cue.First; i <= cue.Last; i++)
            if (
                i != verb
                && (
                    lexicon.Is("not", parse.Form(i))
                    || lexicon.Is("modal", parse.Form(i)) && parse.Relations[i].Base == Relation.Aux
                )
            )
                return true;
        foreach (int dependent in parse.Dependents(verb))
        {
            Relation relation = parse.Relations[dependent].Base;
            if (relation == Relation.Advmod && lexicon.Is("not", parse.Form(dependent)))
                return true;
            if (relation == Relation.Aux && lexicon.Is("modal", parse.Form(dependent)))
                return true;
            if (
                relation == Relation.Mark
                && lexicon.Is("if", parse.Form(dependent))
                && parse.Relations[verb].Base == Relation.Advcl
            )
                return true;
            if (relation == Relation.Nsubj && NobodySpeaks(parse, lexicon, dependent))
                return true;
        }
        return false;
    }

    private static bool NobodySpeaks(Parse parse, StatementLexicon lexicon, int subject)
    {
        if (lexicon.Is("none", parse.Form(subject)))
            return true;
        foreach (int dependent in parse.Dependents(subject))
            if (dependent < subject && lexicon.Is("not", parse.Form(dependent)))
                return true;
        int determiner = parse.Dependent(subject, Relation.Det);
        return determiner >= 0 && lexicon.Is("none", parse.Form(determiner));
    }
}
