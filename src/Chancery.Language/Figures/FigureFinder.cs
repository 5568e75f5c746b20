using Chancery.Language.Events;
using Chancery.Language.Grammar;
using Chancery.Terms;

namespace Chancery.Language.Figures;

/// <summary>Finds the numbers that a text asserts, with unit, what is counted, bound and owner. Holds only its lexicon; safe for many threads.</summary>
public sealed class FigureFinder(FigureLexicon lexicon)
{
    /// <summary>The figures of a text in order; they never overlap, nor overlap an expression of time.</summary>
    /// <param name="parse">The article's words and trees.</param>
    /// <param name="times">Its expressions of time: their numbers are no figures.</param>
    /// <param name="statements">Its statements, into which the owner indexes.</param>
    public IReadOnlyList<Figure> Find(
        Parse parse,
        IReadOnlyList<TimeExpression> times,
        IReadOnlyList<Statement> statements
    )
    {
        var found = new List<Figure>();
        var time = 0;
        foreach (var sentence in parse.Sentences)
        {
            for (var i = sentence.First; i < sentence.End; i++)
            {
                while (time < times.Count && times[time].Passage.End <= parse.Tokens[i].Start)
                {
                    time++;
                }
                if (
                    time < times.Count && times[time].Passage.Overlaps(parse.Tokens[i])
                    || Numeral.Read(parse, lexicon, i, sentence.End) is not { } number
                )
                {
                    continue;
                }
                if (Figure(parse, i, number.Value, number.End, sentence.First, sentence.End) is { } figure)
                {
                    found.Add(figure with { Statement = EventPlace.Reporter(figure.Passage, statements) });
                }
                i = number.End - 1;
            }
        }
        return found;
    }

    private Figure? Figure(Parse parse, int first, decimal value, int end, int start, int limit)
    {
        var (from, to) = (first, end);
        var unit = "";
        if (first > start && lexicon.Units.TryGetValue(parse.Form(first - 1).ToString(), out var sign))
        {
            (unit, from) = (sign, first - 1);
        }
        else if (end < limit && lexicon.Units.TryGetValue(parse.Lemma(end), out var after))
        {
            (unit, to) = (after, end + 1);
        }
        else if (
            end + 1 < limit
            && lexicon.Units.TryGetValue($"{parse.Form(end)} {parse.Form(end + 1)}", out var two)
        )
        {
            (unit, to) = (two, end + 2);
        }
        var counted = Counted(parse, first, end, unit.Length > 0 ? to : -1);
        if (unit.Length == 0 && counted is null)
        {
            return null;
        }
        return new Figure(
            parse.PassageOf((from, to - 1)),
            value,
            unit,
            counted,
            BoundBefore(parse, from, start)
        );
    }

    /// <summary>What a number counts: the noun that it modifies, or after a unit the noun behind "of". A number that is part of a name counts nothing.</summary>
    private static Passage? Counted(Parse parse, int first, int end, int afterUnit)
    {
        if (afterUnit > 0)
        {
            for (var i = afterUnit - 1; i >= first; i--)
            {
                var under = parse.Dependent(i, Relation.Nmod);
                if (under >= afterUnit)
                {
                    return Noun(parse, under);
                }
            }
            var over = parse.Heads[afterUnit - 1];
            return over >= afterUnit && parse.Upos[over] == Upos.Noun ? Noun(parse, over) : null;
        }
        for (var i = end - 1; i >= first; i--)
        {
            var head = parse.Heads[i];
            if (head >= end && parse.Relations[i].Base == Relation.Nummod && parse.Upos[head] == Upos.Noun)
            {
                return Noun(parse, head);
            }
            var under = parse.Dependent(i, Relation.Nmod);
            if (under >= end && parse.Upos[under] is Upos.Noun or Upos.Propn)
            {
                return Noun(parse, under);
            }
        }
        return null;
    }

    private static Passage Noun(Parse parse, int head)
    {
        var first = head;
        while (
            first > 0
            && parse.Heads[first - 1] == head
            && parse.Relations[first - 1].Base is Relation.Amod or Relation.Compound
        )
        {
            first--;
        }
        return parse.PassageOf((first, head));
    }

    private Bound BoundBefore(Parse parse, int first, int start)
    {
        foreach (var (words, bound) in lexicon.Bounds)
        {
            var at = first - words.Length;
            if (at < start)
            {
                continue;
            }
            var all = true;
            for (var i = 0; i < words.Length && all; i++)
            {
                all = parse.Form(at + i).Equals(words[i], StringComparison.OrdinalIgnoreCase);
            }
            if (all)
            {
                return bound;
            }
        }
        return Bound.Exactly;
    }
}
