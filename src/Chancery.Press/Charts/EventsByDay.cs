using System.Globalization;
using Chancery.Terms;

namespace Chancery.Press.Charts;

/// <summary>Events per day and type: a row a type, a column a day, the number in its field.</summary>
public static class EventsByDay
{
    /// <summary>How many days, the latest, a chart shows.</summary>
    public const int Days = 14;

    private const int Left = 104;
    private const int Top = 34;
    private const int Wide = 36;
    private const int High = 24;

    /// <param name="events">In any order; those before the latest <see cref="Days"/> days are left out.</param>
    /// <returns>SVG; empty where there is nothing to show.</returns>
    public static string Draw(IReadOnlyList<ChartEvent> events)
    {
        if (events.Count == 0)
        {
            return "";
        }
        var last = events.Max(e => e.Day);
        // From the first day of them that has an event: a phone shows the left end.
        var first = events.Where(e => e.Day > last.AddDays(-Days)).Min(e => e.Day);
        var shown = events.Where(e => e.Day >= first).ToList();
        var types = shown.Select(e => e.Type).Distinct().OrderBy(t => Plover.Quad(t)).ThenBy(t => t).ToList();
        var days = last.DayNumber - first.DayNumber + 1;
        var most = shown.GroupBy(e => (e.Day, e.Type)).Max(g => g.Count());
        var svg = new Svg(
            Left + days * Wide + 48,
            Top + types.Count * High + 12,
            "Events per day and type",
            $"{Printed.Count(shown.Count, "event", "events")} from {Printed.Day(first)} to {Printed.Day(last)}"
        );
        for (var d = 0; d < days; d++)
        {
            var day = first.AddDays(d);
            svg.Text(
                Left + d * Wide + Wide / 2.0,
                14,
                day.ToString("ddd", CultureInfo.InvariantCulture),
                "middle",
                10
            );
            svg.Text(Left + d * Wide + Wide / 2.0, 27, Printed.ShortDay(day), "middle", 10);
        }
        for (var t = 0; t < types.Count; t++)
        {
            var type = types[t];
            var y = Top + t * High;
            svg.Text(Left - 8, y + 16, type.ToString().ToLowerInvariant(), "end");
            svg.Line(Left, y + High, Left + days * Wide, y + High);
            for (var d = 0; d < days; d++)
            {
                var day = first.AddDays(d);
                var count = shown.Count(e => e.Day == day && e.Type == type);
                if (count == 0)
                {
                    continue;
                }
                svg.Box(
                    Left + d * Wide + 1,
                    y + 1,
                    Wide - 2,
                    High - 2,
                    Colour(type),
                    0.18 + 0.5 * count / most,
                    $"{type}, {Printed.Day(day)}: {count.ToString(CultureInfo.InvariantCulture)}"
                );
                svg.Text(
                    Left + d * Wide + Wide / 2.0,
                    y + 16,
                    count.ToString(CultureInfo.InvariantCulture),
                    "middle"
                );
            }
            svg.Text(
                Left + days * Wide + 40,
                y + 16,
                shown.Count(e => e.Type == type).ToString(CultureInfo.InvariantCulture),
                "end"
            );
        }
        return svg.ToString();
    }

    internal static string Colour(EventType type) =>
        Plover.Quad(type) is QuadClass.VerbalCooperation or QuadClass.MaterialCooperation
            ? Svg.Cooperation
            : Svg.Conflict;
}
