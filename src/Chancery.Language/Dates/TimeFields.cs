using System.Globalization;

namespace Chancery.Language.Dates;

/// <summary>What an expression captured, by field; absent ones are zero, null or negative.</summary>
internal readonly record struct TimeFields
{
    public int Year { get; init; }
    public int ShortYear { get; init; }
    public int Decade { get; init; }
    public int Month { get; init; }
    public int Day { get; init; }
    public int Weekday { get; init; }
    public int Ordinal { get; init; }
    public string? Season { get; init; }
    public string? Part { get; init; }
    public string? Unit { get; init; }
    public bool PluralUnit { get; init; }
    public int? Rel { get; init; }
    public decimal Count { get; init; }
    public bool Counted { get; init; }
    public bool Vague { get; init; }
    public int Hour { get; init; }
    public int Minute { get; init; }
    public string? Zone { get; init; }
    public bool Before { get; init; }

    public static TimeFields Of(IEnumerable<TimeSense> captured)
    {
        var fields = new TimeFields { Hour = -1 };
        foreach (var (kind, value) in captured)
        {
            fields = kind switch
            {
                TimeClass.Month or TimeClass.MonthWord => fields with { Month = Int(value) },
                TimeClass.Weekday => fields with { Weekday = Int(value) },
                TimeClass.Day => fields with { Day = Int(value) },
                TimeClass.Ordinal => fields with { Ordinal = Int(value) },
                TimeClass.Year => fields with { Year = Int(value) },
                TimeClass.ShortYear => fields with { ShortYear = Int(value) },
                TimeClass.Decade => fields with { Decade = Int(value) },
                TimeClass.Season => fields with { Season = value },
                TimeClass.Part => fields with { Part = value },
                TimeClass.Unit => fields with { Unit = value.TrimEnd('+'), PluralUnit = value[^1] == '+' },
                TimeClass.Rel => fields with { Rel = Int(value) },
                TimeClass.Zone => fields with { Zone = value },
                TimeClass.Era => fields with { Before = value == "1" },
                TimeClass.Vague => fields with { Vague = true, Counted = true },
                TimeClass.Half => fields with
                {
                    Count = fields.Count + (fields.Unit is not null && !fields.Counted ? 1.5m : 0.5m),
                    Counted = true,
                },
                TimeClass.Digits or TimeClass.Small or TimeClass.Tens => fields with
                {
                    Count = fields.Count + Int(value),
                    Counted = true,
                },
                TimeClass.Times => fields with
                {
                    Count = (fields.Count == 0 ? 1 : fields.Count) * Int(value),
                    Counted = true,
                },
                TimeClass.Hour => fields with { Hour = Int(value) },
                TimeClass.Clock => fields with
                {
                    Hour = Int(value[..value.IndexOf(':', StringComparison.Ordinal)]),
                    Minute = Int(value[(value.IndexOf(':', StringComparison.Ordinal) + 1)..]),
                },
                TimeClass.Half12 => fields with { Hour = fields.Hour % 12 + Int(value) },
                TimeClass.Holiday => fields with { Month = Int(value[..2]), Day = Int(value[3..]) },
                _ => fields,
            };
        }
        return fields with { Day = fields.Day == 0 && fields.Ordinal <= 31 ? fields.Ordinal : fields.Day };
    }

    /// <summary>Fills what is missing from the other half of a range.</summary>
    public TimeFields With(TimeFields other) =>
        this with
        {
            Year = Year == 0 && ShortYear == 0 ? other.Year : Year,
            ShortYear = Year == 0 && ShortYear == 0 && other.Year == 0 ? other.ShortYear : ShortYear,
            Month = Month == 0 ? other.Month : Month,
            Before = Before || other.Before,
            Season = Season ?? (Month == 0 && Year == 0 ? other.Season : null),
            Zone = Zone ?? other.Zone,
            Unit = Unit ?? other.Unit,
            Part = Part,
        };

    private static int Int(string value) => int.Parse(value, CultureInfo.InvariantCulture);
}
