using System.Globalization;
using Chancery.Terms;

namespace Chancery.Language.Dates;

/// <summary>
/// Captured fields → TIMEX3 values, in reading order. What names no year is placed by the day of publication; in a text
/// without one, or in a sentence that tells of another year, by the time told last.
/// </summary>
/// <param name="published">The article's own day and hour; null for a text that has none.</param>
/// <param name="ahead">Whether the words around a token speak of the future: 1, of the past: -1, or leave it open: 0.</param>
internal sealed class TimeResolver(Stamp? published, Func<int, int> ahead)
{
    /// <summary>Months ahead that a past tense may still plan for ("was announced for 13 June").</summary>
    private const int NextWeeks = 1;

    /// <summary>The time told last, and the day told last.</summary>
    private TimeValue told = published is { } stamp ? TimeValue.Of(stamp.Day) : default;
    private TimeValue toldDay = published is { } stamp ? TimeValue.Of(stamp.Day) : default;

    /// <summary>True where the time told last rests on a year in the text.</summary>
    private bool explicitly;

    private DateOnly? Today => published?.Day;

    /// <summary>A text without a date of its own may open with words that only a later year places.</summary>
    public void Expect(TimeValue first)
    {
        if (published is null)
        {
            told = first;
        }
    }

    /// <summary>A new paragraph of a dated article speaks from its day again.</summary>
    public void Paragraph()
    {
        if (published is { } stamp)
        {
            (told, toldDay, explicitly) = (TimeValue.Of(stamp.Day), TimeValue.Of(stamp.Day), false);
        }
    }

    public TimeExpression Resolve(TimeMatch match)
    {
        var fields = TimeFields.Of(match.Captured);
        if (match.Partner.Count > 0)
        {
            fields = fields.With(TimeFields.Of(match.Partner));
        }
        var argument = match.End.Argument;
        var (kind, value) = match.End.Op switch
        {
            TimeOp.Date => (TimeKind.Date, Told(Date(fields, match))),
            TimeOp.Time => Time(fields, match),
            TimeOp.Ref => (TimeKind.Date, argument),
            TimeOp.Day => (TimeKind.Date, Told(DayFromNow(Int(argument)))),
            TimeOp.Duration => (TimeKind.Duration, Durations.Of(fields)),
            TimeOp.Ago => (TimeKind.Date, FromNow(fields, Int(argument))),
            TimeOp.Shift => (TimeKind.Date, Shifted(fields, Int(argument), Base(fields.Unit), true)),
            TimeOp.Rel => (TimeKind.Date, Told(Relative(fields, match))),
            TimeOp.Same => (TimeKind.Date, Told(Same(fields, Int(argument)))),
            TimeOp.Set => (TimeKind.Set, argument.Length > 0 ? argument : Sets.Of(fields)),
            TimeOp.Century => (TimeKind.Date, Century(fields)),
            _ => (TimeKind.Date, Told(Fraction(fields, argument))),
        };
        return new TimeExpression(match.Passage, kind, value);
    }

    private string Told(TimeValue value)
    {
        // A year told again, or a season, says less than the date before it.
        var less = value.Grain == Grain.Season || value.Grain == Grain.Year && value.Year == told.Year;
        if (value.Year > 0 && value.Grain >= Grain.Year && !less)
        {
            told = value.Grain == Grain.Clock ? value with { Grain = Grain.Day } : value;
            toldDay = value.HasDay ? TimeValue.Of(value.Inside()!.Value) : toldDay;
        }
        return value.ToString();
    }

    private TimeValue Date(TimeFields fields, TimeMatch match)
    {
        var year = fields.Year;
        if (year == 0 && fields.ShortYear > 0)
        {
            year = told.Year > 0 ? told.Year / 100 * 100 + fields.ShortYear : 1900 + fields.ShortYear;
        }
        else if (year == 0 && fields.Counted && fields.Month == 0)
        {
            year = (int)fields.Count;
        }
        if (fields.Decade > 0)
        {
            return new TimeValue { Grain = Grain.Decade, Year = fields.Decade };
        }
        var month = fields.Month;
        var day = fields.Day;
        if (match.Captured is [_, { Class: TimeClass.Digits } second, { Class: TimeClass.Digits } third])
        {
            (month, day) = (Math.Clamp(Int(second.Value), 1, 12), Math.Clamp(Int(third.Value), 1, 31));
        }
        if (month == 0 && day > 0 && year == 0)
        {
            month = told.Month;
        }
        if (year == 0 && fields.Rel is { } rel && told.Year > 0)
        {
            year = (Today?.Year ?? told.Year) + rel;
        }
        explicitly |= year > 0;
        year = year == 0 ? YearFor(month, day, fields.Season, match.First) : year;
        return new TimeValue
        {
            Year = year,
            Before = fields.Before || year == told.Year && told.Before,
            Month = month,
            Day = day,
            Season = fields.Season,
            Grain =
                day > 0 ? Grain.Day
                : month > 0 ? Grain.Month
                : fields.Season is not null ? Grain.Season
                : Grain.Year,
        };
    }

    /// <summary>
    /// The year of a day, month or season named without one. A dated article speaks of the nearest, unless its words look
    /// ahead, or tell of the past; a narrative goes on from the time told last, and goes back at most half a year.
    /// </summary>
    private int YearFor(int month, int day, string? season, int token)
    {
        if (told.Before)
        {
            return told.Year;
        }
        month = month > 0 ? month : Middle(season);
        var near = Today is { } today && !explicitly ? today : told.Inside();
        if (near is not { } from)
        {
            return told.Year;
        }
        if (month == 0 || told.Grain is Grain.Year && (Today is null || explicitly))
        {
            return told.Year;
        }
        var distance = month - from.Month;
        var direction = Today is not null ? ahead(token) : 0;
        if (direction > 0)
        {
            return distance < 0 || distance == 0 && day > 0 && day < from.Day ? from.Year + 1 : from.Year;
        }
        // What was done on such a day was done on the last one; but the next weeks have days on which something was announced.
        if (direction < 0 && !explicitly && distance > NextWeeks)
        {
            return from.Year - 1;
        }
        return distance < -6 ? from.Year + 1
            : distance > 6 ? from.Year - 1
            : from.Year;
    }

    private static int Middle(string? season) =>
        season switch
        {
            "SP" => 4,
            "SU" => 7,
            "FA" => 10,
            "WI" => 1,
            _ => 0,
        };

    private (TimeKind, string) Time(TimeFields fields, TimeMatch match)
    {
        TimeValue day;
        if (fields.Month > 0 || fields.Day > 0)
        {
            day = Date(fields, match);
        }
        else if (fields.Weekday > 0)
        {
            day = Relative(fields, match);
        }
        else if (int.TryParse(match.End.Argument, CultureInfo.InvariantCulture, out var shift))
        {
            day = DayFromNow(shift);
        }
        else if (fields.Rel is { } rel && toldDay.HasDay)
        {
            var from = Today is { } today && match.End.Argument != "told" ? today : toldDay.Inside()!.Value;
            day = TimeValue.Of(from.AddDays(rel));
        }
        else
        {
            day = toldDay;
        }
        if (day.HasDay)
        {
            Told(day with { Grain = Grain.Day });
        }
        if (fields.Hour >= 0)
        {
            return (
                TimeKind.Time,
                (
                    day with
                    {
                        Grain = Grain.Clock,
                        Hour = fields.Hour,
                        Minute = fields.Minute,
                        Zone = Zones.Offset(fields.Zone, day.Inside()),
                    }
                ).ToString()
            );
        }
        return fields.Part is null
            ? (TimeKind.Date, day.ToString())
            : (TimeKind.Time, (day with { Grain = Grain.Part, Part = fields.Part }).ToString());
    }

    private TimeValue DayFromNow(int days) =>
        Today is { } today ? TimeValue.Of(today.AddDays(days)) : new TimeValue { Grain = Grain.Day };

    private string FromNow(TimeFields fields, int sign)
    {
        var from = Today is { } today ? TimeValue.Of(today) : new TimeValue();
        return Shifted(fields, sign, from, false);
    }

    /// <summary>Days are counted from the day told last, longer units from whatever was.</summary>
    private TimeValue Base(string? unit) => unit is "D" or "N" or "W" or "F" ? toldDay : told;

    private string Shifted(TimeFields fields, int sign, TimeValue from, bool narrative)
    {
        if (fields.Vague)
        {
            return sign < 0 ? "PAST_REF" : "FUTURE_REF";
        }
        var value = Calendar.Shift(from, fields.Unit, sign * (fields.Counted ? fields.Count : 1));
        if (value is { } known)
        {
            return narrative ? Told(known) : known.ToString();
        }
        return fields.Unit switch
        {
            "Y" or "DE" or "CE" => "XXXX",
            "M" => "XXXX-XX",
            _ => "XXXX-XX-XX",
        };
    }

    private TimeValue Relative(TimeFields fields, TimeMatch match)
    {
        var anchor = Today is { } today ? TimeValue.Of(today) : told;
        if (match.End.Argument == "told")
        {
            anchor = told;
        }
        if (fields.Weekday > 0)
        {
            return Weekday(fields, match);
        }
        var rel = fields.Rel ?? 0;
        if (fields.Month > 0)
        {
            return anchor.Inside() is { } from
                ? new TimeValue
                {
                    Grain = Grain.Month,
                    Month = fields.Month,
                    Year =
                        rel < 0 ? from.Year - (fields.Month < from.Month ? 0 : 1)
                        : rel > 0 ? from.Year + (fields.Month > from.Month ? 0 : 1)
                        : from.Year,
                }
                : new TimeValue { Grain = Grain.Month, Month = fields.Month };
        }
        if (fields.Season is not null)
        {
            var middle = Middle(fields.Season);
            var year = anchor.Year;
            if (year > 0 && rel != 0 && anchor.Month > 0)
            {
                year +=
                    rel < 0 && middle > anchor.Month - 2 ? -1
                    : rel > 0 && middle <= anchor.Month ? 1
                    : 0;
            }
            return new TimeValue
            {
                Grain = Grain.Season,
                Season = fields.Season,
                Year = year,
            };
        }
        return Calendar.Unit(anchor, fields.Unit ?? "WE", rel);
    }

    /// <summary>
    /// A bare weekday of a dated article is the one just past, the day itself included, or the one to come where the words
    /// look ahead. "Last" goes back before this week's; "next" is the one of the coming week.
    /// </summary>
    private TimeValue Weekday(TimeFields fields, TimeMatch match)
    {
        var anchor = Today ?? toldDay.Inside();
        if (anchor is not { } from)
        {
            return new TimeValue { Grain = Grain.Day };
        }
        var iso = ((int)from.DayOfWeek + 6) % 7 + 1;
        var back = (iso - fields.Weekday + 7) % 7;
        var days = fields.Rel switch
        {
            _ when fields.Unit == "W" => fields.Weekday - iso + 7 * (fields.Rel ?? 0),
            -1 => back == 0 ? -7 : -back,
            1 => fields.Weekday - iso <= 0 ? 7 - back : fields.Weekday - iso,
            0 => fields.Weekday - iso,
            _ when ahead(match.First) > 0 => back == 0 ? 0 : 7 - back,
            _ => -back,
        };
        return TimeValue.Of(from.AddDays(days));
    }

    private TimeValue Same(TimeFields fields, int rel)
    {
        var from = fields.Unit is "D" or "N" ? toldDay : told;
        var value = Calendar.Unit(from, fields.Unit ?? "D", rel);
        return fields.Unit == "N" && value.HasDay ? value with { Grain = Grain.Part, Part = "NI" } : value;
    }

    private static string Century(TimeFields fields) =>
        (fields.Before ? "BC" : "")
        + (fields.Ordinal - (fields.Before ? 0 : 1)).ToString("D2", CultureInfo.InvariantCulture);

    private TimeValue Fraction(TimeFields fields, string kind) =>
        new()
        {
            Grain = Grain.Season,
            Year = fields.Year > 0 ? fields.Year : Today?.Year ?? told.Year,
            Season = kind + Math.Clamp(fields.Ordinal == 0 ? 2 : fields.Ordinal, 1, kind == "H" ? 2 : 4),
        };

    private static int Int(string value) =>
        int.TryParse(value, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
