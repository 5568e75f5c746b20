using System.Globalization;
using Chancery.Language.Grammar;

namespace Chancery.Language.Figures;

/// <summary>Reads numbers in digits and words: "1,200", "4.5 million", "twenty-five", "two hundred thousand".</summary>
internal static class Numeral
{
    /// <summary>The number that starts at a token, and the token after it; null where none does.</summary>
    public static (decimal Value, int End)? Read(Parse parse, FigureLexicon lexicon, int start, int limit)
    {
        if (Digits(parse.Form(start)) is { } digits)
        {
            var at = start + 1;
            while (at < limit && lexicon.Numbers.TryGetValue(parse.Form(at), out var scale) && scale.Times)
            {
                digits *= scale.Value;
                at++;
            }
            return (digits, at);
        }
        decimal total = 0;
        decimal group = 0;
        var end = start;
        for (var i = start; i < limit; i++)
        {
            var form = parse.Form(i);
            if (
                form is "-"
                && end == i
                && i + 1 < limit
                && lexicon.Numbers.TryGetValue(parse.Form(i + 1), out _)
            )
            {
                continue;
            }
            if (end == i && IsJoint(parse, lexicon, i, limit, group, total))
            {
                continue;
            }
            if (!lexicon.Numbers.TryGetValue(form, out var word) || i > end + 1)
            {
                break;
            }
            if (word.Times)
            {
                group = (group == 0 ? 1 : group) * word.Value;
                if (word.Value >= 1000)
                {
                    (total, group) = (total + group, 0);
                }
            }
            else if (group % 10 != 0 || group > 0 && group < 20)
            {
                break;
            }
            else
            {
                group += word.Value;
            }
            end = i + 1;
        }
        return end > start ? (total + group, end) : null;
    }

    /// <summary>"One hundred and eighteen": tens and ones behind hundreds, where no hundred or thousand of their own follows them.</summary>
    private static bool IsJoint(
        Parse parse,
        FigureLexicon lexicon,
        int at,
        int limit,
        decimal group,
        decimal total
    )
    {
        if (
            !lexicon.IsJoint(parse.Form(at))
            || group == 0 && total == 0
            || group % 100 != 0
            || at + 1 >= limit
            || !lexicon.Numbers.TryGetValue(parse.Form(at + 1), out var next)
            || next.Times
            || next.Value >= 100
        )
        {
            return false;
        }
        // Over "twenty-five" to what stands behind it.
        for (var i = at + 2; i < limit; i++)
        {
            if (parse.Form(i) is "-")
            {
                continue;
            }
            if (!lexicon.Numbers.TryGetValue(parse.Form(i), out var behind))
            {
                return true;
            }
            if (behind.Times)
            {
                return false;
            }
        }
        return true;
    }

    private static decimal? Digits(ReadOnlySpan<char> form) =>
        form.Length is > 0 and < 20
        && char.IsAsciiDigit(form[0])
        && char.IsAsciiDigit(form[^1])
        && Grouped(form)
        && decimal.TryParse(
            form,
            NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var value
        )
            ? value
            : null;

    /// <summary>A comma stands before each group of three digits or nowhere: "1,2" is no number.</summary>
    private static bool Grouped(ReadOnlySpan<char> form)
    {
        var comma = form.IndexOf(',');
        while (comma >= 0)
        {
            var rest = form[(comma + 1)..];
            var next = rest.IndexOfAny(',', '.');
            if ((next < 0 ? rest.Length : next) != 3)
            {
                return false;
            }
            form = rest;
            comma = form.IndexOf(',');
        }
        return true;
    }
}
