using System.Globalization;

namespace Chancery.Editor.Frame;

/// <summary>Days and times as the desk prints them: in the watch's zone, the month in words.</summary>
internal static class Dates
{
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    /// <summary>"6–12 March 2026", the first and the last day of a week.</summary>
    public static string Week(Place place)
    {
        var (first, last) = (place.Week, place.Week.AddDays(place.Watch.Edition.Days - 1));
        return (first.Year == last.Year, first.Month == last.Month) switch
        {
            (true, true) => string.Create(English, $"{first.Day}–{last:d MMMM yyyy}"),
            (true, false) => string.Create(English, $"{first:d MMMM} – {last:d MMMM yyyy}"),
            _ => string.Create(English, $"{first:d MMMM yyyy} – {last:d MMMM yyyy}"),
        };
    }

    /// <summary>"Mon 9 Mar, 14:05".</summary>
    public static string Moment(DateTimeOffset at, Place place) =>
        TimeZoneInfo.ConvertTime(at, place.Zone).ToString("ddd d MMM, HH:mm", English);

    /// <summary>"Mon 14:05".</summary>
    public static string Hour(DateTimeOffset at, Place place) =>
        TimeZoneInfo.ConvertTime(at, place.Zone).ToString("ddd HH:mm", English);

    /// <summary>"9 March 2026".</summary>
    public static string Day(DateTimeOffset at, Place place) =>
        TimeZoneInfo.ConvertTime(at, place.Zone).ToString("d MMMM yyyy", English);

    /// <summary>For <c>&lt;time datetime&gt;</c>.</summary>
    public static string Iso(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", English);

    /// <summary>"just now", "12 minutes ago", "3 hours ago", "5 days ago".</summary>
    public static string Ago(DateTimeOffset at, DateTimeOffset now) =>
        (now - at) switch
        {
            { TotalSeconds: < 90 } => "just now",
            { TotalMinutes: < 90 } past => string.Create(English, $"{past.TotalMinutes:0} minutes ago"),
            { TotalHours: < 36 } past => string.Create(English, $"{past.TotalHours:0} hours ago"),
            var past => string.Create(English, $"{past.TotalDays:0} days ago"),
        };
}
