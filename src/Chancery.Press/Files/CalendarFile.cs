using System.Globalization;
using System.Text;

namespace Chancery.Press.Files;

public enum CalendarStatus
{
    Tentative,
    Confirmed,
    Cancelled,
}

/// <summary>One entry of a calendar: a whole day.</summary>
/// <param name="Uid">The same for the same meeting in every file that is ever made, so that a calendar updates its entry.</param>
/// <param name="Day">The day.</param>
/// <param name="Summary">One line.</param>
/// <param name="Description">Lines parted by line feeds.</param>
/// <param name="Location">Null where nobody tells.</param>
/// <param name="Status">How sure it is.</param>
/// <param name="Changed">When the last report of it was published (UTC).</param>
/// <param name="Sequence">How often it changed since it was first told of.</param>
/// <param name="Address">Of the article that tells it best.</param>
public sealed record CalendarEntry(
    string Uid,
    DateOnly Day,
    string Summary,
    string Description,
    string? Location,
    CalendarStatus Status,
    DateTimeOffset Changed,
    int Sequence,
    string? Address
);

/// <summary>A calendar as iCalendar (RFC 5545). The same entries give the same bytes.</summary>
public static class CalendarFile
{
    /// <summary>RFC 5545, 3.1: a line has at most 75 octets, without its end.</summary>
    private const int Octets = 75;

    /// <param name="name">As a calendar shows it.</param>
    /// <param name="entries">In any order.</param>
    public static string Write(string name, IEnumerable<CalendarEntry> entries)
    {
        var text = new StringBuilder();
        Line("BEGIN:VCALENDAR");
        Line("VERSION:2.0");
        Line("PRODID:-//Chancery//Meetings//EN");
        Line("CALSCALE:GREGORIAN");
        Line("METHOD:PUBLISH");
        Line($"X-WR-CALNAME:{Text(name)}");
        foreach (var entry in entries.OrderBy(e => e.Day).ThenBy(e => e.Uid, StringComparer.Ordinal))
        {
            Line("BEGIN:VEVENT");
            Line($"UID:{Text(entry.Uid)}");
            Line($"DTSTAMP:{Moment(entry.Changed)}");
            Line($"LAST-MODIFIED:{Moment(entry.Changed)}");
            Line($"DTSTART;VALUE=DATE:{Day(entry.Day)}");
            Line($"DTEND;VALUE=DATE:{Day(entry.Day.AddDays(1))}");
            Line($"SUMMARY:{Text(entry.Summary)}");
            Line($"DESCRIPTION:{Text(entry.Description)}");
            if (entry.Location is { } location)
            {
                Line($"LOCATION:{Text(location)}");
            }
            Line($"STATUS:{entry.Status.ToString().ToUpperInvariant()}");
            Line(string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{entry.Sequence}"));
            Line("TRANSP:TRANSPARENT");
            if (Addresses.Outward(entry.Address) is { } address)
            {
                Line($"URL:{address}");
            }
            Line("END:VEVENT");
        }
        Line("END:VCALENDAR");
        return text.ToString();

        void Line(string line)
        {
            var octets = 0;
            foreach (var rune in line.EnumerateRunes())
            {
                if (octets + rune.Utf8SequenceLength > Octets)
                {
                    text.Append("\r\n ");
                    octets = 1;
                }
                text.Append(rune.ToString());
                octets += rune.Utf8SequenceLength;
            }
            text.Append("\r\n");
        }
    }

    /// <summary>RFC 5545, 3.3.11; other control characters have no place in a calendar.</summary>
    private static string Text(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in text.ReplaceLineEndings("\n"))
        {
            _ = letter switch
            {
                '\\' or ';' or ',' => escaped.Append('\\').Append(letter),
                '\n' => escaped.Append("\\n"),
                _ when char.IsControl(letter) => escaped,
                _ => escaped.Append(letter),
            };
        }
        return escaped.ToString();
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Moment(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
