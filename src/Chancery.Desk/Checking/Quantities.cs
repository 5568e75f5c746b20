using System.Globalization;

namespace Chancery.Desk.Checking;

/// <summary>Reads the numbers of a text: digits, words, multiples, money, shares, ordinals and ranges; not its dates.</summary>
internal static class Quantities
{
    public static List<Quantity> In(IReadOnlyList<Token> tokens, IReadOnlyList<DateMention> dates)
    {
        var found = new List<Quantity>();
        for (var at = 0; at < tokens.Count; )
        {
            if (dates.Any(d => d.Covers(at)) || Read(tokens, at) is not { } read)
            {
                at++;
                continue;
            }
            found.Add(Whole(tokens, at, read));
            at += read.Length;
        }
        return Ranges(tokens, found);
    }

    private readonly record struct Reading(decimal Value, int Length, QuantityKind Kind, string Unit);

    private static Reading? Read(IReadOnlyList<Token> tokens, int at)
    {
        var token = tokens[at];
        // "F-16", "G7": a name.
        if (token.Kind == TokenKind.Number)
            return token.Joined && at > 0 && tokens[at - 1].Capital ? null : Digits(tokens, at);
        return token.Kind == TokenKind.Word ? InWords(tokens, at) : null;
    }

    private static Reading? Digits(IReadOnlyList<Token> tokens, int at)
    {
        var text = tokens[at].Text.AsSpan();
        var end = text.LastIndexOfAnyInRange('0', '9') + 1;
        var digits = text[..end];
        var suffix = Fold.Word(text[end..]);
        if (
            !decimal.TryParse(
                Grouped(digits),
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var value
            )
        )
            return new Reading(0, 1, QuantityKind.Literal, "");
        if (suffix is "st" or "nd" or "rd" or "th")
            return new Reading(value, 1, QuantityKind.Ordinal, "");
        if (suffix.Length > 0 && Multiple(suffix) is null && Meaning(suffix, "unit ") is null)
            return new Reading(0, 1, QuantityKind.Literal, "");
        value *= Multiple(suffix) ?? 1;
        var length = 1;
        while (at + length < tokens.Count && Multiple(tokens[at + length].Folded) is { } times)
        {
            value *= times;
            length++;
        }
        return new Reading(value, length, QuantityKind.Count, Meaning(suffix, "unit ") ?? "");
    }

    // "1,500" groups by threes; "1,5" does not and is left as it stands.
    private static string Grouped(ReadOnlySpan<char> digits)
    {
        var parts = digits.ToString().Split(',');
        return parts.Length > 1 && parts.Skip(1).All(p => p.Split('.')[0].Length == 3)
            ? string.Concat(parts)
            : digits.ToString();
    }

    private static Reading? InWords(IReadOnlyList<Token> tokens, int at)
    {
        if (WordLists.Numbers.At(tokens, at, out var length) is not { } means)
            return null;
        if (means[0] == '~')
            return new Reading(Number(means[1..]), length, QuantityKind.Vague, "");
        if (means.StartsWith("ordinal ", StringComparison.Ordinal))
            return new Reading(Number(means[8..]), length, QuantityKind.Ordinal, "");
        if (means.StartsWith("part ", StringComparison.Ordinal))
            return new Reading(Number(means[5..]), length, QuantityKind.Part, "");
        if (means[0] == '×')
            return Multiples(tokens, at, 1, length);
        return char.IsDigit(means[0]) ? Small(tokens, at) : null;
    }

    // "a dozen", "hundred thousand"; "million" alone after "a" is one million.
    private static Reading? Multiples(IReadOnlyList<Token> tokens, int at, decimal value, int length)
    {
        if (tokens[at].Text.Length < 3)
            return null;
        var next = at;
        while (next < tokens.Count && Multiple(tokens[next].Folded) is { } times)
        {
            value *= times;
            next++;
        }
        return new Reading(value, Math.Max(next - at, length), QuantityKind.Count, "");
    }

    // "twenty-five", "two hundred and fifty", "three million"
    private static Reading? Small(IReadOnlyList<Token> tokens, int at)
    {
        var (total, current, next) = (0m, 0m, at);
        var last = decimal.MaxValue;
        while (next < tokens.Count)
        {
            if (Simple(tokens[next].Folded) is { } value && value < last)
            {
                current += value;
                last = value < 20 ? 0 : 10;
            }
            else if (next > at && Multiple(tokens[next].Folded) is { } times)
            {
                current *= times;
                last = times;
                if (times >= 1000)
                    (total, current) = (total + current, 0);
            }
            else if (
                !(
                    next > at
                    && tokens[next].Folded == "and"
                    && last >= 100
                    && next + 1 < tokens.Count
                    && Simple(tokens[next + 1].Folded) is not null
                )
            )
                break;
            next++;
        }
        if (
            next < tokens.Count
            && tokens[next].Joined
            && Meaning(tokens[next].Folded, "ordinal ") is { } ordinal
        )
            return new Reading(total + current + Number(ordinal), next - at + 1, QuantityKind.Ordinal, "");
        // "one" by itself is a pronoun more often than a number.
        return next == at + 1 && current == 1
            ? null
            : new Reading(total + current, next - at, QuantityKind.Count, "");
    }

    private static Quantity Whole(IReadOnlyList<Token> tokens, int at, Reading read)
    {
        var next = at + read.Length;
        var unit = read.Unit;
        if (unit.Length == 0 && at > 0)
            unit = Currency(tokens[at - 1].Text);
        // "percent" and "%" follow; so do "dollars" and "km".
        if (
            next < tokens.Count
            && (tokens[next].Is('%') ? "percent" : After(WordLists.Numbers.At(tokens, next, out _), "unit "))
                is { } after
        )
        {
            unit = unit.Length == 0 ? after : unit;
            next++;
        }
        var counted = new List<string>();
        for (var i = next; i < tokens.Count && counted.Count < 4; i++)
        {
            if (
                tokens[i].Kind != TokenKind.Word
                || WordLists.Function.Contains(tokens[i].Folded) && counted.Count > 0
            )
                break;
            if (!WordLists.Function.Contains(tokens[i].Folded))
                counted.Add(Stem.Of(tokens[i].Folded));
            else if (tokens[i].Folded is not ("of" or "the" or "more" or "other"))
                break;
        }
        var text = string.Join(' ', tokens.Skip(at).Take(read.Length).Select(t => t.Text));
        return new Quantity(
            at,
            read.Length,
            read.Value,
            unit,
            read.Kind,
            BoundBefore(tokens, at),
            counted,
            null,
            text
        );
    }

    private static string Currency(string mark) =>
        mark[^1] switch
        {
            '$' => "usd",
            '€' => "eur",
            '£' => "gbp",
            '₽' => "rub",
            '₴' => "uah",
            '¥' => "jpy",
            _ => "",
        };

    private static QuantityBound BoundBefore(IReadOnlyList<Token> tokens, int at)
    {
        if (at > 0 && Currency(tokens[at - 1].Text).Length > 0)
            at--;
        // "more than a dozen"
        if (at > 0 && tokens[at - 1].Folded is "a" or "an")
            at--;
        for (var from = Math.Max(0, at - 4); from < at; from++)
            if (WordLists.Numbers.At(tokens, from, out var length) is { } means && from + length == at)
                switch (means)
                {
                    case "bound least":
                        return QuantityBound.Least;
                    case "bound most":
                        return QuantityBound.Most;
                    case "bound about":
                        return QuantityBound.About;
                }
        return QuantityBound.None;
    }

    // "10-15", "10 to 15", "between 10 and 15"
    private static List<Quantity> Ranges(IReadOnlyList<Token> tokens, List<Quantity> found)
    {
        for (var i = 0; i + 1 < found.Count; i++)
        {
            var (low, high) = (found[i], found[i + 1]);
            var between = low.At + low.Length;
            if (low.Kind != QuantityKind.Count || high.Kind != QuantityKind.Count || high.At - between > 2)
                continue;
            var joined = high.At == between && tokens[high.At].Joined;
            var middle = high.At > between ? tokens[between] : default;
            var range =
                joined
                || middle.Text is "–" or "—"
                || WordLists.Dates.Of(middle.Folded ?? "") == "range 0"
                    && (middle.Folded != "and" || low.At > 0 && tokens[low.At - 1].Folded == "between");
            if (!range)
                continue;
            // "$1-2 billion": the first end has the second's unit.
            found[i] = low with
            {
                RangeWith = high.Value,
                Unit = low.Unit.Length == 0 ? high.Unit : low.Unit,
                Counted = high.Counted,
            };
            found[i + 1] = high with
            {
                RangeWith = low.Value,
                Unit = high.Unit.Length == 0 ? low.Unit : high.Unit,
            };
        }
        return found;
    }

    private static decimal? Simple(string folded) =>
        WordLists.Numbers.Of(folded) is { } means && char.IsDigit(means[0]) ? Number(means) : null;

    private static decimal? Multiple(string folded) =>
        folded.Length > 0 && WordLists.Numbers.Of(folded) is { } means && means[0] == '×'
            ? Number(means[1..])
            : null;

    private static string? Meaning(string folded, string kind) =>
        folded.Length > 0 ? After(WordLists.Numbers.Of(folded), kind) : null;

    private static string? After(string? means, string kind) =>
        means is not null && means.StartsWith(kind, StringComparison.Ordinal) ? means[kind.Length..] : null;

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
