namespace Chancery.Desk.Checking;

/// <summary>The days that a date in a text may mean: first and last, both included.</summary>
internal readonly record struct DaySpan(DateOnly First, DateOnly Last)
{
    public bool OneDay => First == Last;

    public bool Overlaps(DaySpan other) => First <= other.Last && other.First <= Last;

    /// <summary>What the words mean in an article of that day. Plain weekdays may lie on either side: English does not tell.</summary>
    public static IEnumerable<DaySpan> Of(DateMention mention, DateOnly written)
    {
        switch (mention.Kind)
        {
            case DateKind.Day:
                yield return On(written.AddDays(mention.Value));
                break;
            case DateKind.Weekday:
                var back = ((int)written.DayOfWeek - mention.Value + 7) % 7;
                var past = written.AddDays(-back);
                if (mention.Shift == 0)
                    yield return On(past);
                if (mention.Shift <= 0)
                    yield return On(past.AddDays(mention.Shift < 0 && back > 0 ? 0 : -7));
                if (mention.Shift < 0)
                    yield return On(past.AddDays(-7));
                if (mention.Shift >= 0)
                    yield return On(past.AddDays(7));
                if (mention.Shift > 0)
                    yield return On(past.AddDays(14));
                break;
            case DateKind.Week:
                var monday = written.AddDays(-(((int)written.DayOfWeek + 6) % 7) + 7 * mention.Value);
                yield return new DaySpan(monday, monday.AddDays(6));
                break;
            case DateKind.MonthDay:
                foreach (
                    var year in mention.Year > 0
                        ? [mention.Year]
                        : new[] { written.Year - 1, written.Year, written.Year + 1 }
                )
                    if (mention.Day <= DateTime.DaysInMonth(year, mention.Value))
                        yield return On(new DateOnly(year, mention.Value, mention.Day));
                break;
            case DateKind.Month:
                foreach (
                    var year in mention.Year > 0
                        ? [mention.Year]
                        : new[] { written.Year - 1, written.Year, written.Year + 1 }
                )
                    yield return Month(new DateOnly(year, mention.Value, 1));
                break;
            case DateKind.RelativeMonth:
                yield return Month(new DateOnly(written.Year, written.Month, 1).AddMonths(mention.Value));
                break;
            case DateKind.Year:
                yield return Year(mention.Value);
                break;
            case DateKind.RelativeYear:
                yield return Year(written.Year + mention.Value);
                break;
        }
    }

    /// <summary>A TIMEX3 value that tells days ("2031-03-07", "2031-03", "2031", "2031-W10"); null for what is vague.</summary>
    public static DaySpan? OfTimex(string value)
    {
        var date = value.Split('T')[0];
        if (DateOnly.TryParseExact(date, "yyyy-MM-dd", out var day))
            return On(day);
        if (DateOnly.TryParseExact(date, "yyyy-MM", out var month))
            return Month(month);
        if (
            date.Length >= 8
            && date[5] == 'W'
            && int.TryParse(date.AsSpan(0, 4), out var isoYear)
            && int.TryParse(date.AsSpan(6, 2), out var week)
            && week is > 0 and < 54
        )
        {
            var monday = DateOnly.FromDateTime(
                System.Globalization.ISOWeek.ToDateTime(isoYear, week, DayOfWeek.Monday)
            );
            return new DaySpan(monday, monday.AddDays(6));
        }
        return date.Length == 4 && int.TryParse(date, out var year) && year is > 0 and < 9999
            ? Year(year)
            : null;
    }

    public static DaySpan On(DateOnly day) => new(day, day);

    private static DaySpan Month(DateOnly first) => new(first, first.AddMonths(1).AddDays(-1));

    private static DaySpan Year(int year) => new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
}
