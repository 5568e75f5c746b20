using System.Globalization;

namespace Chancery.Language.Dates;

/// <summary>How fine a <see cref="TimeValue"/> is.</summary>
internal enum Grain : byte
{
    None,
    Century,
    Decade,
    Year,
    Season,
    Month,
    Week,
    Day,
    Part,
    Clock,
}

/// <summary>A place on the calendar, as fine as it is known; unknown fields are zero. ISO 8601 as TIMEX3 writes it.</summary>
internal readonly record struct TimeValue
{
    public Grain Grain { get; init; }

    /// <summary>The year; of a decade or a century its first digits.</summary>
    public int Year { get; init; }

    /// <summary>True for years before our era.</summary>
    public bool Before { get; init; }
    public int Month { get; init; }
    public int Day { get; init; }

    /// <summary>ISO week.</summary>
    public int Week { get; init; }

    /// <summary>"SP", "SU", "FA", "WI", "H1", "Q3".</summary>
    public string? Season { get; init; }

    /// <summary>Part of the day ("MO", "NI"), or of the week ("WE").</summary>
    public string? Part { get; init; }
    public int Hour { get; init; }
    public int Minute { get; init; }

    /// <summary>"Z" or an offset ("+03").</summary>
    public string? Zone { get; init; }

    public bool HasDay => Year > 0 && Month > 0 && Day > 0 && !Before;

    public static TimeValue Of(DateOnly day) =>
        new()
        {
            Grain = Grain.Day,
            Year = day.Year,
            Month = day.Month,
            Day = day.Day,
        };

    public static TimeValue OfMonth(DateOnly day) => Of(day) with { Grain = Grain.Month, Day = 0 };

    public static TimeValue OfYear(int year) => new() { Grain = Grain.Year, Year = year };

    public static TimeValue OfWeek(DateOnly day) =>
        new()
        {
            Grain = Grain.Week,
            Year = ISOWeek.GetYear(day.ToDateTime(default)),
            Week = ISOWeek.GetWeekOfYear(day.ToDateTime(default)),
        };

    /// <summary>A day inside it: its own, or its first; null where not even the year is known.</summary>
    public DateOnly? Inside()
    {
        if (Year is <= 0 or > 9998 || Before || Grain is Grain.Century or Grain.Decade)
        {
            return null;
        }
        if (Week > 0)
        {
            return DateOnly.FromDateTime(ISOWeek.ToDateTime(Year, Math.Min(Week, 52), DayOfWeek.Thursday));
        }
        var month = Math.Clamp(Month, 1, 12);
        return new DateOnly(Year, month, Math.Clamp(Day, 1, DateTime.DaysInMonth(Year, month)));
    }

    public override string ToString() =>
        Grain switch
        {
            Grain.Century => Number(Year, 2),
            Grain.Decade => Number(Year, 3),
            Grain.Year => YearText(),
            Grain.Season => $"{YearText()}-{Season}",
            Grain.Month => $"{YearText()}-{Field(Month)}",
            Grain.Week => $"{YearText()}-W{Field(Week)}{(Part is null ? "" : "-" + Part)}",
            Grain.Day => DayText(),
            Grain.Part => $"{DayText()}T{Part}",
            Grain.Clock => $"{DayText()}T{Number(Hour, 2)}:{Number(Minute, 2)}{Zone}",
            _ => "",
        };

    private string DayText() => $"{YearText()}-{Field(Month)}-{Field(Day)}";

    private string YearText() =>
        Year == 0 ? "XXXX"
        : Before ? "BC" + Number(Year, 4)
        : Number(Year, 4);

    private static string Field(int value) => value == 0 ? "XX" : Number(value, 2);

    private static string Number(int value, int digits) =>
        value.ToString("D" + (char)('0' + digits), CultureInfo.InvariantCulture);
}
