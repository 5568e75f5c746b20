using System.Globalization;
using Chancery.Language.Grammar;
using Chancery.Terms;

namespace Chancery.Language.Dates;

/// <summary>A word as the patterns see it.</summary>
/// <param name="Passage">Where it stands.</param>
/// <param name="Token">Its token; two words may be cut from one ("mid-March").</param>
/// <param name="Word">Itself, where patterns spell it; else empty.</param>
/// <param name="Senses">What it may be.</param>
/// <param name="Breaks">True where nothing may reach across from the word before.</param>
internal readonly record struct TimeToken(
    Passage Passage,
    int Token,
    string Word,
    TimeSense[] Senses,
    bool Breaks
);

/// <summary>Words → what they may be in an expression of time.</summary>
internal static class TimeTokens
{
    public static List<TimeToken> Of(Parse parse, TimeLexicon lexicon)
    {
        var found = new List<TimeToken>(parse.Count);
        var words = lexicon.Words.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var sentence in parse.Sentences)
        {
            for (var i = sentence.First; i < sentence.End; i++)
            {
                var form = parse.Form(i);
                var passage = parse.Tokens[i];
                var breaks = i == sentence.First;
                var hyphen = form.Length > 4 && char.IsLetter(form[0]) ? form.IndexOf('-') : -1;
                if (
                    hyphen > 0
                    && lexicon.Senses.TryGetValue(form[..hyphen], out var first)
                    && first[0].Class == TimeClass.Edge
                )
                {
                    Add(passage.Start, hyphen, breaks, i);
                    Add(passage.Start + hyphen + 1, form.Length - hyphen - 1, false, i);
                }
                else if (form.Length == 10 && char.IsAsciiDigit(form[0]) && form[4] == '-' && form[7] == '-')
                {
                    // ISO 8601, kept whole by the tokenizer.
                    Add(passage.Start, 4, breaks, i);
                    Add(passage.Start + 4, 1, false, i);
                    Add(passage.Start + 5, 2, false, i);
                    Add(passage.Start + 7, 1, false, i);
                    Add(passage.Start + 8, 2, false, i);
                }
                else
                {
                    Add(passage.Start, passage.Length, breaks, i);
                }
            }
        }
        return found;

        void Add(int start, int length, bool breaks, int token)
        {
            var form = parse.Text.AsSpan(start, length);
            words.TryGetValue(form, out var word);
            found.Add(
                new TimeToken(
                    new Passage(start, length),
                    token,
                    word ?? "",
                    char.IsAsciiDigit(form[0]) || form[0] is '\'' or '’' && form.Length > 2
                        ? Figures(form, lexicon)
                        : Named(form, lexicon),
                    breaks
                )
            );
        }
    }

    private static TimeSense[] Named(ReadOnlySpan<char> form, TimeLexicon lexicon)
    {
        if (!lexicon.Senses.TryGetValue(form, out var senses))
        {
            return [];
        }
        // Names of months and days are written with a capital: "may", "march" and "sat" are other words.
        return
            char.IsLower(form[0])
            && Array.Exists(
                senses,
                s => s.Class is TimeClass.Month or TimeClass.MonthWord or TimeClass.Weekday or TimeClass.Zone
            )
            ?
            [
                .. senses.Where(s =>
                    s.Class
                        is not (TimeClass.Month or TimeClass.MonthWord or TimeClass.Weekday or TimeClass.Zone)
                ),
            ]
            : senses;
    }

    private static TimeSense[] Figures(ReadOnlySpan<char> form, TimeLexicon lexicon)
    {
        var short_ = form[0] is '\'' or '’';
        var digits = short_ ? form[1..] : form;
        if (
            digits.Length is 5 or 6
            && digits[^4] == ','
            && int.TryParse(digits, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var large)
        )
        {
            return [new(TimeClass.Digits, large.ToString(CultureInfo.InvariantCulture))];
        }
        var length = digits.IndexOfAnyExceptInRange('0', '9');
        var rest = length < 0 ? [] : digits[length..];
        length = length < 0 ? digits.Length : length;
        if (length is 0 or > 6)
        {
            return [];
        }
        var value = int.Parse(digits[..length], CultureInfo.InvariantCulture);
        var text = digits[..length].ToString();
        if (rest.Length == 0)
        {
            if (short_)
            {
                return length == 2 ? [new(TimeClass.ShortYear, text)] : [];
            }
            List<TimeSense> senses = [new(TimeClass.Digits, text)];
            if (length == 4 && value is >= 1000 and < 2200)
            {
                senses.Add(new(TimeClass.Year, text));
            }
            if (length <= 2 && value is >= 1 and <= 31)
            {
                senses.Add(new(TimeClass.Day, text));
            }
            if (length <= 2 && value <= 24)
            {
                senses.Add(new(TimeClass.Hour, text));
            }
            if (length == 2)
            {
                senses.Add(new(TimeClass.ShortYear, text));
            }
            return [.. senses];
        }
        if (rest is "s" or "'s" or "’s" && value % 10 == 0)
        {
            return length == 4 ? [new(TimeClass.Decade, text[..3])]
                : length == 2 && value >= 20 ? [new(TimeClass.Decade, "19" + text[..1])]
                : [];
        }
        if (rest[0] is ':' or '.' && rest.Length >= 3 && length <= 2 && value <= 24)
        {
            var minutes = rest[1..];
            var end = minutes.IndexOfAnyExceptInRange('0', '9');
            var whole = end < 0 ? minutes : minutes[..end];
            return
                whole.Length == 2
                && int.Parse(whole, CultureInfo.InvariantCulture) < 60
                && (end < 0 ? rest[0] == ':' : rest[0] == ':' && minutes[end] == ':')
                ? [new(TimeClass.Clock, $"{text}:{whole}")]
                : [];
        }
        return length <= 2 && lexicon.OrdinalEndings.Contains(rest) ? [new(TimeClass.Ordinal, text)] : [];
    }
}
