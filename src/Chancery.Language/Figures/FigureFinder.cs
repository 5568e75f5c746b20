using Chancery.Language.Events;
using Chancery.Language.Grammar;
using Chancery.Language.Text;
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
                if (Figure(parse, i, number.Value, number.End, sentence) is { } figure)
                {
                    found.Add(
                        figure with
                        {
                            Statement = EventPlace.Reporter(figure.Passage, statements),
                            // "Less than 1% in 2022" counts no years.
                            Counted =
                                figure.Counted is { } counted
                                && times.Any(t =>
                                    t.Passage.Overlaps(counted) && !t.Passage.Overlaps(figure.Passage)
                                )
                                    ? null
                                    : figure.Counted,
                        }
                    );
                }
                i = number.End - 1;
            }
        }
        return found;
    }

    private Figure? Figure(Parse parse, int first, decimal value, int end, Sentence sentence)
    {
        var (start, limit) = (sentence.First, sentence.End);
        if (IsNamed(parse, first, start))
        {
            return null;
        }
        var (from, to) = (first, end);
        // "A 5-kilogram bag" has a unit; a "two-state solution" counts no states.
        if (IsJoined(parse, end, limit))
        {
            if (!lexicon.Units.TryGetValue(parse.Lemma(end + 1), out var joined))
            {
                return null;
            }
            return new Figure(
                parse.PassageOf((first, end + 1)),
                value,
                joined,
                Counted(parse, first, end, end + 2),
                BoundBefore(parse, first, start)
            );
        }
        var unit = "";
        if (first > start && lexicon.Units.TryGetValue(parse.Form(first - 1).ToString(), out var sign))
        {
            (unit, from) = (sign, first - 1);
        }
        else if (
            end + 1 < limit
            && (
                lexicon.Units.TryGetValue($"{parse.Form(end)} {parse.Form(end + 1)}", out var two)
                || lexicon.Units.TryGetValue($"{parse.Lemma(end)} {parse.Lemma(end + 1)}", out two)
            )
        )
        {
            (unit, to) = (two, end + 2);
        }
        else if (end < limit && lexicon.Units.TryGetValue(parse.Lemma(end), out var after))
        {
            (unit, to) = (after, end + 1);
        }
        var counted = Counted(parse, first, end, unit.Length > 0 ? to : -1);
        if (unit.Length == 0 && counted is null)
        {
            return null;
        }
        // "Almost a thousand": the article stands between the bound and the number.
        var article =
            from > start
            && lexicon.Numbers.TryGetValue(parse.Form(from), out var scale)
            && scale.Times
            && parse.Upos[from - 1] == Upos.Det;
        return new Figure(
            parse.PassageOf((from, to - 1)),
            value,
            unit,
            counted,
            BoundBefore(parse, article ? from - 1 : from, start)
        );
    }

    /// <summary>A number word with a capital inside a sentence is part of a name ("Air Force One").</summary>
    private static bool IsNamed(Parse parse, int token, int start) =>
        token > start && char.IsUpper(parse.Form(token)[0]) && char.IsUpper(parse.Form(token - 1)[0]);

    /// <summary>A hyphen without spaces joins the number to the word behind it.</summary>
    private static bool IsJoined(Parse parse, int end, int limit) =>
        end + 1 < limit
        && parse.Form(end) is "-" or "‑"
        && parse.Tokens[end].Start == parse.Tokens[end - 1].End
        && parse.Tokens[end + 1].Start == parse.Tokens[end].End;

    /// <summary>What a number counts: the noun that it modifies, or after a unit the noun behind "of". A number that is part of a name counts nothing.</summary>
    private Passage? Counted(Parse parse, int first, int end, int afterUnit)
    {
        if (afterUnit > 0)
        {
            for (var i = afterUnit - 1; i >= first; i--)
            {
                var under = parse.Dependent(i, Relation.Nmod);
                if (under >= afterUnit)
                {
                    return Noun(parse, under, afterUnit);
                }
            }
            var over = parse.Heads[afterUnit - 1];
            return over >= afterUnit && parse.Upos[over] == Upos.Noun ? Noun(parse, over, afterUnit) : null;
        }
        var one = end == first + 1 && lexicon.Single(parse.Form(first));
        for (var i = end - 1; i >= first; i--)
        {
            var head = parse.Heads[i];
            if (head >= end && parse.Relations[i].Base == Relation.Nummod && parse.Upos[head] == Upos.Noun)
            {
                return one && lexicon.Vague.Contains(parse.Lemma(head)) ? null : Noun(parse, head, end);
            }
            var under = parse.Dependent(i, Relation.Nmod);
            // "One of the five" picks out and counts nothing.
            if (!one && under >= end && parse.Upos[under] is Upos.Noun or Upos.Propn)
            {
                return Noun(parse, under, end);
            }
        }
        // Trees break in long numbers: what stands right behind one in the plural is counted.
        return
            end - first > 1
            && end < parse.Count
            && parse.Upos[end] == Upos.Noun
            && parse.Features[end].Number == Number.Plur
            ? Noun(parse, end, end)
            : null;
    }

    private static Passage? Noun(Parse parse, int head, int from)
    {
        // "Seventeen career titles": the number hangs on a noun that only describes the one counted.
        while (
            parse.Relations[head].Base == Relation.Compound
            && parse.Heads[head] is var over
            && over > head
            && parse.Upos[over] == Upos.Noun
        )
        {
            head = over;
        }
        // The letter of a designation ("311P") is nothing that is counted.
        if (parse.Tokens[head].Length < 2)
        {
            return null;
        }
        var first = head;
        while (
            first > from
            && (parse.Heads[first - 1] == head || parse.Heads[first - 1] == first)
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
