using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Chancery.Reading.Cleaning;
using Chancery.Terms;

namespace Chancery.Reading.Pages.Head;

/// <summary>Dates as pages write them: ISO 8601, RFC 5322, and the ways in which people write days in many languages.</summary>
public static partial class DateText
{
    private static readonly FrozenDictionary<string, string> Months = Words.Keyed("months");

    /// <summary>Reads the first date of a text.</summary>
    /// <param name="text">A machine-readable value or a line of a page.</param>
    /// <param name="monthFirst">True where "5/6/2024" is the sixth of May (American pages).</param>
    /// <returns>The date in the offset it states, or null where none is found.</returns>
    public static Stamp? Read(string? text, bool monthFirst = false)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > 400)
        {
            return null;
        }

        return Iso(text)
            ?? Compact(text)
            ?? Epoch(text)
            ?? Named(text)
            ?? EastAsian(text)
            ?? Numeric(text, monthFirst);
    }

    private static Stamp? Iso(string text)
    {
        Match match = IsoDate().Match(text);
        return match.Success
            ? Make(match, text, Number(match, "y"), Number(match, "m"), Number(match, "d"))
            : null;
    }

    private static Stamp? Compact(string text)
    {
        Match match = CompactDate().Match(text);
        return match.Success
            ? Make(match, text, Number(match, "y"), Number(match, "m"), Number(match, "d"))
            : null;
    }

    private static Stamp? Epoch(string text)
    {
        string digits = text.Trim();
        return
            digits.Length is 10 or 13
            && digits.All(char.IsAsciiDigit)
            && long.TryParse(digits, CultureInfo.InvariantCulture, out long value)
            ? Plausible(
                DateTimeOffset.FromUnixTimeMilliseconds(digits.Length == 13 ? value : value * 1000),
                true
            )
            : null;
    }

    private static Stamp? Named(string text)
    {
        foreach (Match match in DayMonthYear().Matches(text))
        {
            if (MonthOf(match.Groups["n"].Value) is { } month)
            {
                return Make(match, text, Year(match), month, Number(match, "d"));
            }
        }

        foreach (Match match in MonthDayYear().Matches(text))
        {
            if (MonthOf(match.Groups["n"].Value) is { } month)
            {
                return Make(match, text, Year(match), month, Number(match, "d"));
            }
        }

        return null;
    }

    private static Stamp? EastAsian(string text)
    {
        Match match = EastAsianDate().Match(text);
        return match.Success
            ? Make(match, text, Number(match, "y"), Number(match, "m"), Number(match, "d"))
            : null;
    }

    private static Stamp? Numeric(string text, bool monthFirst)
    {
        Match match = NumericDate().Match(text);
        if (!match.Success)
        {
            return null;
        }

        int first = Number(match, "a");
        int second = Number(match, "b");
        bool swap = (monthFirst && match.Groups["s"].Value == "/" && first <= 12) || second > 12;
        return Make(match, text, Year(match), swap ? first : second, swap ? second : first);
    }

    private static int? MonthOf(string name) =>
        Months.TryGetValue(name.TrimEnd('.'), out string? number)
            ? int.Parse(number, CultureInfo.InvariantCulture)
            : null;

    private static int Year(Match match)
    {
        int year = Number(match, "y");
        return year < 100 ? year + 2000 : year;
    }

    private static int Number(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : 0;

    private static Stamp? Make(Match date, string text, int year, int month, int day)
    {
        if (
            year is < 1990 or > 2100
            || month is < 1 or > 12
            || day < 1
            || day > DateTime.DaysInMonth(year, month)
        )
        {
            return null;
        }

        int after = date.Index + date.Length;
        Match time = TimeOfDay().Match(text[after..Math.Min(text.Length, after + 48)]);
        if (!time.Success && date.Index > 0)
        {
            Match before = TimeBefore().Match(text[..date.Index]);
            time = before.Success ? before : time;
        }

        if (!time.Success)
        {
            return new Stamp(new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero), false);
        }

        int hour = Number(time, "h");
        string half = time.Groups["p"].Value.ToLowerInvariant();
        hour =
            half.StartsWith('p') && hour < 12 ? hour + 12
            : half.StartsWith('a') && hour == 12 ? 0
            : hour;
        if (hour > 23 || Number(time, "i") > 59 || Number(time, "s") > 59)
        {
            return new Stamp(new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero), false);
        }

        return new Stamp(
            new DateTimeOffset(
                year,
                month,
                day,
                hour,
                Number(time, "i"),
                Number(time, "s"),
                Offset(time.Groups["z"].Value)
            ),
            true
        );
    }

    private static Stamp? Plausible(DateTimeOffset at, bool hasTime) =>
        at.Year is >= 1990 and <= 2100 ? new Stamp(at, hasTime) : null;

    private static TimeSpan Offset(string zone)
    {
        string name = zone.Trim().ToUpperInvariant();
        if (name.Length > 1 && (name[0] is '+' or '-' or '−'))
        {
            string digits = string.Concat(name.Where(char.IsAsciiDigit));
            int hours = int.Parse(digits[..Math.Min(2, digits.Length)], CultureInfo.InvariantCulture);
            int minutes = digits.Length == 4 ? int.Parse(digits[2..], CultureInfo.InvariantCulture) : 0;
            var offset = new TimeSpan(hours, minutes, 0);
            return offset > TimeSpan.FromHours(14) ? TimeSpan.Zero
                : name[0] == '+' ? offset
                : -offset;
        }

        return name switch
        {
            "EST" => TimeSpan.FromHours(-5),
            "EDT" => TimeSpan.FromHours(-4),
            "CST" => TimeSpan.FromHours(-6),
            "CDT" => TimeSpan.FromHours(-5),
            "MST" => TimeSpan.FromHours(-7),
            "MDT" => TimeSpan.FromHours(-6),
            "PST" => TimeSpan.FromHours(-8),
            "PDT" => TimeSpan.FromHours(-7),
            "BST" or "CET" or "MEZ" => TimeSpan.FromHours(1),
            "CEST" or "MESZ" or "EET" => TimeSpan.FromHours(2),
            "EEST" or "MSK" => TimeSpan.FromHours(3),
            "IST" => new TimeSpan(5, 30, 0),
            "JST" or "KST" => TimeSpan.FromHours(9),
            "AEST" => TimeSpan.FromHours(10),
            "AEDT" => TimeSpan.FromHours(11),
            _ => TimeSpan.Zero,
        };
    }

    [GeneratedRegex(
        @"(?<!\d)(?<y>(?:19|20)\d{2})[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})(?!\d)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex IsoDate();

    [GeneratedRegex(
        @"^\s*(?<y>(?:19|20)\d{2})(?<m>[01]\d)(?<d>[0-3]\d)(?=T|\s|$|\d{4,6}$)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex CompactDate();

    [GeneratedRegex(
        @"(?<!\d)(?<d>\d{1,2})(?:st|nd|rd|th|er|\.|º|ª)?(?:\s|-|\.|/)*(?:de\s|of\s|d['’])?\s*(?<n>[\p{L}\p{M}]{3,12})\.?,?(?:\s|-|\.|/)*(?:de\s|del\s)?\s*(?<y>(?:19|20)\d{2})(?!\d)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex DayMonthYear();

    [GeneratedRegex(
        @"(?<n>[\p{L}\p{M}]{3,12})\.?\s*(?<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?:[\p{L}]{2,3}\s)?(?<y>(?:19|20)\d{2})(?!\d)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex MonthDayYear();

    [GeneratedRegex(
        @"(?<y>(?:19|20)\d{2})\s*[年년]\s*(?<m>\d{1,2})\s*[月월]\s*(?<d>\d{1,2})\s*[日일]",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex EastAsianDate();

    [GeneratedRegex(
        @"(?<![\d.])(?<a>\d{1,2})(?<s>[./-])\s?(?<b>\d{1,2})\k<s>\s?(?<y>(?:19|20)\d{2}|\d{2})(?![\d.]\d)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex NumericDate();

    [GeneratedRegex(
        @"^\D{0,14}?(?<h>\d{1,2})[:.h](?<i>\d{2})(?::?(?<s>\d{2}))?(?:[.,]\d+)?\s*(?<p>[aApP]\.?[mM]\b\.?)?\s*(?:Uhr|hrs|h)?[\s,(]*(?<z>Z\b|UTC|GMT(?![+-])|[+\-−]\d{2}:?\d{2}|[+-]\d{2}(?!\d)|[A-Z]{3,4}\b)?",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex TimeOfDay();

    [GeneratedRegex(
        @"(?<!\d)(?<h>\d{1,2})[:.](?<i>\d{2})(?::(?<s>\d{2}))?\s*(?<p>[aApP]\.?[mM]\b\.?)?\s*(?<z>UTC|GMT|[A-Z]{3,4})?\W{1,4}(?:on\s|am\s|le\s|\p{L}{3,9},?\s)?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex TimeBefore();
}
