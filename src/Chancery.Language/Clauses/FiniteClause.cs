using Chancery.Language.Grammar;
using Chancery.Terms;

namespace Chancery.Language.Clauses;

/// <summary>Tells a whole clause ("the talks will go on") from what only hangs on its cue ("to go on", "the pause of the talks").</summary>
internal static class FiniteClause
{
    /// <summary>
    /// True where the stretch has one head, a predicate with a subject of its own and a finite verb, and nothing in it
    /// hangs on words outside.
    /// </summary>
    public static bool Is(Parse parse, Passage stretch)
    {
        var (first, end) = (parse.TokenAt(stretch.Start), parse.TokenAt(stretch.End - 1) + 1);
        var head = -1;
        for (var token = first; token < end && token < parse.Count; token++)
        {
            if (
                parse.Relations[token] == Relation.Punct
                || parse.Heads[token] >= first && parse.Heads[token] < end
            )
            {
                continue;
            }
            if (head >= 0)
            {
                return false;
            }
            head = token;
        }
        return head >= 0 && HasSubject(parse, head) && IsFinite(parse, head);
    }

    private static bool HasSubject(Parse parse, int head) =>
        parse.Dependent(head, Relation.Nsubj) >= 0
        || parse.Dependent(head, Relation.Csubj) >= 0
        || parse.Dependent(head, Relation.Expl) >= 0;

    /// <summary>The finite verb is the head itself, an auxiliary or the copula.</summary>
    private static bool IsFinite(Parse parse, int head)
    {
        if (parse.Features[head].VerbForm == VerbForm.Fin)
        {
            return true;
        }
        foreach (var dependent in parse.Dependents(head))
        {
            if (
                parse.Relations[dependent].Base is Relation.Aux or Relation.Cop
                && parse.Features[dependent].VerbForm == VerbForm.Fin
            )
            {
                return true;
            }
        }
        return false;
    }
}
