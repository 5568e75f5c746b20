using Chancery.Terms;

namespace Chancery;

/// <summary>The calendar of a watch's editions.</summary>
public static class Editions
{
    /// <summary>The window of the week that opens on a day: at the edition's hour in its zone, in UTC.</summary>
    public static Window Window(Edition edition, DateOnly firstDay)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(edition.Zone);
        return new Window(Hour(firstDay), Hour(firstDay.AddDays(edition.Days)));

        DateTimeOffset Hour(DateOnly day)
        {
            var local = day.ToDateTime(new TimeOnly(edition.EndHour, 0));
            // A clock put forward skips an hour: the window then opens with the next one.
            while (zone.IsInvalidTime(local))
            {
                local = local.AddMinutes(30);
            }
            return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
        }
    }
}
