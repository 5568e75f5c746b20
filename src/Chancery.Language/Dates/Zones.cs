using System.Globalization;

namespace Chancery.Language.Dates;

/// <summary>Offsets from UTC as they are written, with the summer time of the European Union and the United States.</summary>
internal static class Zones
{
    /// <param name="zone">"Z", "+03", or an offset of standard time followed by "eu" or "us".</param>
    /// <param name="day">The day; null where it is not known, and summer time cannot be.</param>
    public static string? Offset(string? zone, DateOnly? day)
    {
        if (zone is null || zone.Length < 5 || !char.IsAsciiLetter(zone[^1]))
        {
            return zone;
        }
        if (day is not { } known)
        {
            return null;
        }
        var summer = zone[^2..] == "eu" ? Europe(known) : America(known);
        var hours = int.Parse(zone[..3], CultureInfo.InvariantCulture) + (summer ? 1 : 0);
        return (hours < 0 ? "-" : "+") + Math.Abs(hours).ToString("D2", CultureInfo.InvariantCulture);
    }

    // Directive 2000/84/EC: from the last Sunday of March to the last Sunday of October.
    private static bool Europe(DateOnly day) =>
        day >= LastSunday(day.Year, 3) && day < LastSunday(day.Year, 10);

    // Energy Policy Act of 2005: from the second Sunday of March to the first Sunday of November.
    private static bool America(DateOnly day) =>
        day >= FirstSunday(day.Year, 3).AddDays(7) && day < FirstSunday(day.Year, 11);

    private static DateOnly LastSunday(int year, int month)
    {
        var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
        return last.AddDays(-(int)last.DayOfWeek);
    }

    private static DateOnly FirstSunday(int year, int month)
    {
        var first = new DateOnly(year, month, 1);
        return first.AddDays((7 - (int)first.DayOfWeek) % 7);
    }
}
