using Chancery.Language.Grammar;
using Chancery.Language.Names;
using Chancery.Terms;

namespace Chancery.Language.Events;

/// <summary>When and where an event was, in what words, and who reports it.</summary>
internal static class EventPlace
{
    /// <summary>The expression of time in a clause: one that hangs on its head, else the nearest of its sentence's clause.</summary>
    public static int? When(Parse parse, Passage evidence, int verb, IReadOnlyList<TimeExpression> times)
    {
        int? best = null;
        var distance = int.MaxValue;
        for (var i = 0; i < times.Count; i++)
        {
            var passage = times[i].Passage;
            if (times[i].Kind is not (TimeKind.Date or TimeKind.Time) || !evidence.Contains(passage))
            {
                continue;
            }
            var token = parse.TokenAt(passage.Start);
            var away = Math.Abs(token - verb) + (Hangs(parse, token, verb) ? 0 : 1000);
            if (away < distance)
            {
                (best, distance) = (i, away);
            }
        }
        return best;
    }

    /// <summary>A place that hangs on the trigger by a preposition; a government named by its capital is a side, not a place.</summary>
    public static Passage? Where(Parse parse, int verb, EventLexicon lexicon, Places places)
    {
        foreach (var dependent in parse.Dependents(verb))
        {
            if (IsWhere(parse, dependent, lexicon, places))
            {
                return NameAt(parse, dependent);
            }
            foreach (var under in parse.Dependents(dependent))
            {
                if (parse.Relations[dependent].Base == Relation.Obj && IsWhere(parse, under, lexicon, places))
                {
                    return NameAt(parse, under);
                }
            }
        }
        return null;
    }

    /// <summary>A place behind a preposition of place.</summary>
    public static bool IsWhere(Parse parse, int token, EventLexicon lexicon, Places places) =>
        parse.Relations[token].Base is Relation.Obl or Relation.Nmod
        && Clause.Preposition(parse, token) is var preposition and >= 0
        && lexicon.Where.Contains(parse.Lemma(preposition))
        && (places.Find(parse.Form(token)) is { Kind: not PlaceKind.Nationality } || Named(parse, token));

    /// <summary>The clause of a predicate: all that hangs on it, without clauses joined to it or marks at its ends.</summary>
    public static Passage Evidence(Parse parse, int verb)
    {
        var (first, last) = parse.Subtree(verb);
        foreach (var dependent in parse.Dependents(verb))
        {
            if (parse.Relations[dependent].Base is Relation.Parataxis or Relation.Conj)
            {
                var (from, to) = parse.Subtree(dependent);
                (first, last) =
                    from > verb ? (first, Math.Min(last, from - 1))
                    : to < verb ? (Math.Max(first, to + 1), last)
                    : (first, last);
            }
        }
        while (first < verb && parse.Form(first) is "," or ";" or ":" or "-" or "–" or "—")
        {
            first++;
        }
        while (last > verb && parse.Form(last) is "," or ";" or ":" or "-" or "–" or "—")
        {
            last--;
        }
        return parse.PassageOf((Math.Min(first, verb), Math.Max(last, verb)));
    }

    /// <summary>The innermost statement whose content holds the trigger.</summary>
    public static int? Reporter(Passage trigger, IReadOnlyList<Statement> statements)
    {
        int? best = null;
        var length = int.MaxValue;
        for (var i = 0; i < statements.Count; i++)
        {
            foreach (var content in statements[i].Content)
            {
                if (content.Contains(trigger) && content.Length < length)
                {
                    (best, length) = (i, content.Length);
                }
            }
        }
        return best;
    }

    private static bool Hangs(Parse parse, int token, int verb)
    {
        for (var depth = 0; token >= 0 && depth < 3; depth++, token = parse.Heads[token])
        {
            if (token == verb)
            {
                return true;
            }
        }
        return false;
    }

    private static bool Named(Parse parse, int token)
    {
        foreach (var name in parse.Names)
        {
            if (name.Kind == EntityKind.Place && name.First <= token && token < name.End)
            {
                return true;
            }
        }
        return false;
    }

    private static Passage NameAt(Parse parse, int token)
    {
        foreach (var name in parse.Names)
        {
            if (name.First <= token && token < name.End)
            {
                return parse.PassageOf(name);
            }
        }
        return parse.Tokens[token];
    }
}
