using System.Globalization;
using System.Text.RegularExpressions;
using Chancery.Terms;

namespace Chancery.Reading.Feeds;

/// <summary>Dates in the dialects of feeds, mail and exports: ISO 8601 whole or reduced, RFC 822 and what is written in its place.</summary>
public static partial class FeedDate
{
    /// <summary>The longest text that is looked at; a date is shorter.</summary>
    private const int Longest = 120;

    /// <returns>The date in its own offset (zero where none is stated); null where the text is none, or lies before 1900 or after 2100.</returns>
    public static Stamp? Parse(string text)
    {
        text = text.Trim();
        if (text.Length is < 4 or > Longest)
            return null;
        return Iso(text) ?? Words(text) ?? Numbers(text);
    }

    private static Stamp? Iso(string text)
    {
        var match = IsoForm().Match(text);
        if (!match.Success)
            return Epoch(text);
        var year = Number(match, "year") ?? 0;
        if (match.Groups["ordinal"].Success)
        {
            if (Number(match, "ordinal") is not { } day || day is < 1 or > 366 || year is < 1900 or > 2100)
                return null;
            var date = new DateTime(year, 1, 1).AddDays(day - 1);
            return Made(year, date.Month, date.Day, match);
        }
        return Made(year, Number(match, "month") ?? 1, Number(match, "day") ?? 1, match);
    }

    /// <summary>Seconds or milliseconds since 1970, as some exports write.</summary>
    private static Stamp? Epoch(string text) =>
        text.Length is 10 or 13
        && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? new Stamp(
                text.Length == 10
                    ? DateTimeOffset.FromUnixTimeSeconds(count)
                    : DateTimeOffset.FromUnixTimeMilliseconds(count),
                true
            )
            : null;

    /// <summary>A date with a month's name: "Fri, 06 Mar 26 18:05:00 +0100", "March 6, 2026", asctime, other languages' months.</summary>
    private static Stamp? Words(string text)
    {
        var clock = Clock().Match(text);
        var rest = clock.Success
            ? string.Concat(text.AsSpan(0, clock.Index), " ", text.AsSpan(clock.Index + clock.Length))
            : text;
        int? month = null;
        var numbers = new List<(int Value, int Digits)>();
        foreach (Match word in Token().Matches(rest))
            if (char.IsAsciiDigit(word.Value[0]))
                numbers.Add(
                    (int.Parse(word.Value, NumberStyles.None, CultureInfo.InvariantCulture), word.Length)
                );
            else
                month ??= Months.Of(word.Value);
        if (month is null || numbers.Count < 2)
            return null;
        var yearAt = numbers.FindIndex(number => number.Digits == 4);
        if (yearAt < 0)
            yearAt = numbers[0].Value > 31 ? 0 : 1;
        var day = numbers[yearAt == 0 ? 1 : 0].Value;
        var year = numbers[yearAt].Digits <= 2 ? Century(numbers[yearAt].Value) : numbers[yearAt].Value;
        var offset = clock.Groups["zone"].Success ? clock : Zone().Match(text);
        return Made(year, month.Value, day, clock, offset);
    }

    /// <summary>Figures alone: day first with dots ("6.3.2026"), month first with strokes ("3/6/2026") unless it cannot be one.</summary>
    private static Stamp? Numbers(string text)
    {
        var match = NumberForm().Match(text);
        if (!match.Success)
            return null;
        var (first, second) = (Number(match, "one") ?? 0, Number(match, "two") ?? 0);
        var year =
            match.Groups["year"].Length == 2
                ? Century(Number(match, "year") ?? 0)
                : Number(match, "year") ?? 0;
        var dayFirst = match.Groups["mark"].Value != "/" || first > 12;
        return Made(year, dayFirst ? second : first, dayFirst ? first : second, match);
    }

    private static Stamp? Made(int year, int month, int day, Match clock, Match? zone = null)
    {
        if (
            year is < 1900 or > 2100
            || month is < 1 or > 12
            || day < 1
            || day > DateTime.DaysInMonth(year, month)
        )
            return null;
        var date = new DateTime(year, month, day);
        if (Number(clock, "hour") is not { } hour)
            return new Stamp(new DateTimeOffset(date, TimeSpan.Zero), false);
        var minute = Number(clock, "minute") ?? 0;
        var second = Number(clock, "second") ?? 0;
        if (clock.Groups["half"].Success)
            hour = hour % 12 + (clock.Groups["half"].Value[0] is 'p' or 'P' ? 12 : 0);
        if (hour > 24 || minute > 59 || second > 60)
            return new Stamp(new DateTimeOffset(date, TimeSpan.Zero), false);
        var fraction =
            clock.Groups["fraction"].Success
            && double.TryParse(
                "0." + clock.Groups["fraction"].Value,
                CultureInfo.InvariantCulture,
                out var part
            )
                ? part
                : 0;
        // 24:00 is the next day's midnight, and a leap second the next minute.
        date = date.AddHours(hour).AddMinutes(minute).AddSeconds(second + fraction);
        var offset = Offset(zone ?? clock);
        return date.Year is < 1900 or > 2100 ? null : new Stamp(new DateTimeOffset(date, offset), true);
    }

    private static TimeSpan Offset(Match match)
    {
        if (match.Groups["sign"].Success)
        {
            var hours = Number(match, "zh") ?? 0;
            var minutes = Number(match, "zm") ?? 0;
            return hours > 14 || minutes > 59 || hours == 14 && minutes > 0
                ? TimeSpan.Zero
                : new TimeSpan(hours, minutes, 0) * (match.Groups["sign"].Value == "+" ? 1 : -1);
        }
        return TimeSpan.FromHours(
            match.Groups["zone"].Value.ToUpperInvariant() switch
            {
                "EST" or "ET" or "CDT" => -5,
                "EDT" => -4,
                "CST" or "CT" or "MDT" => -6,
                "MST" or "MT" or "PDT" => -7,
                "PST" or "PT" => -8,
                "AKST" => -9,
                "AKDT" => -8,
                "HST" => -10,
                "BST" or "CET" or "MEZ" or "WEST" => 1,
                "CEST" or "MESZ" or "EET" or "SAST" => 2,
                "EEST" or "MSK" or "TRT" => 3,
                "GST" => 4,
                "PKT" => 5,
                "IST" => 5.5,
                "HKT" or "SGT" or "AWST" => 8,
                "JST" or "KST" => 9,
                "AEST" => 10,
                "AEDT" => 11,
                "NZST" => 12,
                "NZDT" => 13,
                _ => 0,
            }
        );
    }

    private static int Century(int year) => year < 70 ? 2000 + year : 1900 + year;

    private static int? Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found
        && int.TryParse(found.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private const string ZoneForm =
        @"(?:(?<zone>(?:GMT|UTC?)(?![+-]\d)|Z|(?!GMT)[A-Z]{2,4}T|MSK|MEZ|MESZ|BST)\b|(?:GMT|UTC?)?\s*(?<sign>[+-])(?<zh>\d{1,2}):?(?<zm>\d{2})?(?!\d))";
    private const string ClockForm =
        @"(?<hour>\d{1,2}):(?<minute>\d{1,2})(?::(?<second>\d{1,2})(?:[.,](?<fraction>\d{1,9}))?)?(?:\s*(?<half>[AaPp])\.?[Mm]\b\.?)?";

    [GeneratedRegex(
        @"\A(?<year>\d{4})(?:-(?<month>\d{1,2})(?:-(?<day>\d{1,2}))?|-(?<ordinal>\d{3})|(?<month>\d{2})(?<day>\d{2}))?(?:[Tt\s,]+(?:"
            + ClockForm
            + @"|(?<hour>\d{2})(?<minute>\d{2})(?<second>\d{2})?)\s*(?:[Zz]|"
            + ZoneForm
            + @")?)?\.?\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex IsoForm();

    [GeneratedRegex(
        @"\A(?<one>\d{1,2})(?<mark>[./-])\s?(?<two>\d{1,2})[./-]\s?(?<year>\d{4}|\d{2})\.?(?:[,\sT-]+"
            + ClockForm
            + @"\s*"
            + ZoneForm
            + @"?)?\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex NumberForm();

    [GeneratedRegex(ClockForm + @"\s*(?:\(?" + ZoneForm + @")?", RegexOptions.CultureInvariant)]
    private static partial Regex Clock();

    [GeneratedRegex(@"(?<=\s)" + ZoneForm, RegexOptions.CultureInvariant)]
    private static partial Regex Zone();

    [GeneratedRegex(@"\d{1,4}|\p{L}+")]
    private static partial Regex Token();
}
