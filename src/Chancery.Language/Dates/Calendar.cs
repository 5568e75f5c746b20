namespace Chancery.Language.Dates;

/// <summary>Moving about the calendar by TIMEX3 units.</summary>
internal static class Calendar
{
    /// <summary>The day, week, month … that holds a time, or one some way before or after it; unknown fields stay unknown.</summary>
    public static TimeValue Unit(TimeValue from, string unit, int rel)
    {
        if (unit is "Y")
        {
            return from.Year > 0
                ? new TimeValue
                {
                    Grain = Grain.Year,
                    Year = from.Before ? from.Year - rel : from.Year + rel,
                    Before = from.Before,
                }
                : new TimeValue { Grain = Grain.Year };
        }
        if (unit is "DE")
        {
            return new TimeValue { Grain = Grain.Decade, Year = from.Year / 10 + rel };
        }
        if (unit is "CE")
        {
            return new TimeValue { Grain = Grain.Century, Year = from.Year / 100 + rel };
        }
        var known = from.Inside();
        if (known is not { } day)
        {
            return new TimeValue
            {
                Year = from.Year,
                Before = from.Before,
                Month = from.Month,
                Grain = unit == "M" ? Grain.Month : Grain.Day,
            };
        }
        return unit switch
        {
            "D" or "N" when from.Day > 0 => TimeValue.Of(day.AddDays(rel)),
            "D" or "N" => new TimeValue
            {
                Grain = Grain.Day,
                Year = from.Year,
                Month = from.Month,
            },
            "W" => TimeValue.OfWeek(day.AddDays(7 * rel)),
            "F" => TimeValue.OfWeek(day.AddDays(14 * rel)),
            "WE" => TimeValue.OfWeek(day.AddDays(7 * rel)) with { Part = "WE" },
            "M" when from.Month > 0 => TimeValue.OfMonth(day.AddMonths(rel)),
            "M" => new TimeValue { Grain = Grain.Month, Year = from.Year },
            "Q" => Quarter(day.AddMonths(3 * rel)),
            _ => new TimeValue { Grain = Grain.Day, Year = from.Year },
        };
    }

    /// <summary>A time moved by a count of units, as fine as the unit; null where it cannot be told.</summary>
    public static TimeValue? Shift(TimeValue from, string? unit, decimal count)
    {
        if (Math.Abs(count) > 5000)
        {
            return null;
        }
        if (unit is "Y" or "DE" or "CE" && from.Year > 0)
        {
            var years = (int)(
                count
                * (
                    unit == "Y" ? 1
                    : unit == "DE" ? 10
                    : 100
                )
            );
            var year = from.Before ? from.Year - years : from.Year + years;
            return year is > 0 and < 9999
                ? new TimeValue
                {
                    Grain =
                        unit == "Y" ? Grain.Year
                        : unit == "DE" ? Grain.Decade
                        : Grain.Century,
                    Year =
                        unit == "Y" ? year
                        : unit == "DE" ? year / 10
                        : year / 100,
                    Before = from.Before,
                }
                : null;
        }
        if (from.Inside() is not { Year: > 30 } day || day.Year > 9900)
        {
            return null;
        }
        return unit switch
        {
            "D" or "N" when from.Day > 0 => TimeValue.Of(day.AddDays((int)count)),
            "W" when from.Day > 0 => TimeValue.Of(day.AddDays((int)(count * 7))),
            "F" when from.Day > 0 => TimeValue.Of(day.AddDays((int)(count * 14))),
            "M" when from.Month > 0 => TimeValue.OfMonth(day.AddMonths((int)count)),
            "TH" or "TM" or "TS" when from.Day > 0 => TimeValue.Of(day),
            _ => null,
        };
    }

    private static TimeValue Quarter(DateOnly day) =>
        new()
        {
            Grain = Grain.Season,
            Year = day.Year,
            Season = "Q" + ((day.Month + 2) / 3),
        };
}
