using System.Globalization;
using Chancery.Terms;

namespace Chancery.Editor;

/// <summary>Where an editor stands: a watch and one of its weeks.</summary>
/// <param name="Watch">The watch.</param>
/// <param name="Week">The week's first day.</param>
public sealed record Place(Watch Watch, DateOnly Week)
{
    /// <summary>The week in UTC.</summary>
    public Window Window => Editions.Window(Watch.Edition, Week);

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(Watch.Edition.Zone);

    public Place Before => this with { Week = Week.AddDays(-Watch.Edition.Days) };

    public Place After => this with { Week = Week.AddDays(Watch.Edition.Days) };

    /// <summary>As it stands in addresses: "ukraine/2025-05-16".</summary>
    public override string ToString() =>
        $"{Uri.EscapeDataString(Watch.Id)}/{Week.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";

    /// <summary>The week of a watch that a day falls into.</summary>
    public static Place Of(Watch watch, DateOnly day) =>
        new(watch, day.AddDays(-(((int)day.DayOfWeek - (int)watch.Edition.FirstDay + 7) % 7)));
}
