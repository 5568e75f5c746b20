using System.Globalization;
using Chancery.Terms;

namespace Chancery.Press.Charts;

/// <summary>A calendar of meetings: a row a week, Monday first, what is planned told from what was held by its word and its edge.</summary>
public static class MeetingWeeks
{
    /// <summary>How many weeks, the latest, a chart shows.</summary>
    public const int Weeks = 4;

    /// <summary>How many meetings of one day are named; the others are counted.</summary>
    private const int Named = 4;

    private const int Wide = 132;
    private const int Line = 14;

    /// <summary>How many letters of a line fit into a day.</summary>
    private const int Letters = 20;

    /// <returns>SVG; empty where there is nothing to show.</returns>
    public static string Draw(IReadOnlyList<ChartMeeting> meetings)
    {
        if (meetings.Count == 0)
        {
            return "";
        }
        var last = Monday(meetings.Max(m => m.Day));
        var first = new[] { Monday(meetings.Min(m => m.Day)), last.AddDays(-7 * (Weeks - 1)) }.Max();
        var shown = meetings.Where(m => m.Day >= first).ToLookup(m => m.Day);
        var rows = (last.DayNumber - first.DayNumber) / 7 + 1;
        var heights = Enumerable.Range(0, rows).Select(r => Height(shown, first.AddDays(7 * r))).ToList();
        var svg = new Svg(
            7 * Wide,
            20 + (int)heights.Sum(),
            "Calendar of meetings",
            $"{Printed.Count(shown.Sum(day => day.Count()), "meeting", "meetings")} from {Printed.Day(first)} to {Printed.Day(last.AddDays(6))}"
        );
        for (var d = 0; d < 7; d++)
        {
            svg.Text(
                d * Wide + 6,
                14,
                first.AddDays(d).ToString("dddd", CultureInfo.InvariantCulture),
                size: 11
            );
        }
        var y = 20.0;
        for (var r = 0; r < rows; r++)
        {
            svg.Line(0, y, 7 * Wide, y);
            for (var d = 0; d < 7; d++)
            {
                Day(svg, d * Wide, y, first.AddDays(7 * r + d), [.. shown[first.AddDays(7 * r + d)]]);
            }
            y += heights[r];
        }
        return svg.ToString();
    }

    private static void Day(Svg svg, double x, double y, DateOnly day, List<ChartMeeting> meetings)
    {
        svg.Text(x + 6, y + 14, Printed.ShortDay(day), size: 10);
        var at = y + 18;
        foreach (var meeting in meetings.Take(Named))
        {
            var lines = Cut(
                $"{meeting.Parties}{(meeting.Status == MeetingStatus.Held ? "" : $" ({Word(meeting.Status)})")}"
            );
            svg.Box(
                x + 4,
                at,
                3,
                lines.Count * Line,
                Colour(meeting.Status),
                name: $"{Printed.Day(day)}: {meeting.Parties}, {Word(meeting.Status)}"
            );
            foreach (var line in lines)
            {
                at += Line;
                svg.Text(x + 11, at - 3, line, size: 10);
            }
            at += 3;
        }
        if (meetings.Count > Named)
        {
            svg.Text(
                x + 11,
                at + 10,
                $"and {Printed.Count(meetings.Count - Named, "other", "others")}",
                size: 10
            );
        }
    }

    private static double Height(ILookup<DateOnly, ChartMeeting> shown, DateOnly monday) =>
        28
        + Enumerable
            .Range(0, 7)
            .Max(d =>
            {
                var day = shown[monday.AddDays(d)].ToList();
                return day.Take(Named)
                        .Sum(m =>
                            Cut(
                                $"{m.Parties}{(m.Status == MeetingStatus.Held ? "" : $" ({Word(m.Status)})")}"
                            ).Count * Line
                            + 3
                        ) + (day.Count > Named ? Line : 0);
            });

    /// <summary>Two lines at most, broken between words.</summary>
    private static List<string> Cut(string text)
    {
        List<string> lines = [];
        foreach (var word in text.Split(' '))
        {
            if (lines.Count > 0 && lines[^1].Length + word.Length < Letters)
            {
                lines[^1] += " " + word;
            }
            else if (lines.Count < 3)
            {
                lines.Add(word.Length > Letters ? word[..(Letters - 1)] + "…" : word);
            }
            else
            {
                lines[^1] = lines[^1].TrimEnd('…') + "…";
                break;
            }
        }
        return lines;
    }

    internal static string Word(MeetingStatus status) =>
        status == MeetingStatus.UnderWay ? "under way" : status.ToString().ToLowerInvariant();

    private static string Colour(MeetingStatus status) =>
        status switch
        {
            MeetingStatus.Held or MeetingStatus.UnderWay or MeetingStatus.Confirmed => Svg.Cooperation,
            MeetingStatus.Postponed or MeetingStatus.Cancelled or MeetingStatus.Denied => Svg.Conflict,
            _ => "#8a8172",
        };

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
