using System.Text;
using Chancery.Press.Files;
using Xunit;

namespace Chancery.Press.Tests;

public class CalendarFileTests
{
    private static CalendarEntry Entry(string summary) =>
        new(
            "mrd-vrl-2031-03-06-meeting@chancery",
            new DateOnly(2031, 3, 6),
            summary,
            "announced, Vesk Wire: “They will meet”\nheld",
            "Talvik, Ostmark",
            CalendarStatus.Tentative,
            new DateTimeOffset(2031, 3, 3, 9, 0, 0, TimeSpan.FromHours(2)),
            1,
            "https://wire.example/a"
        );

    [Fact]
    public void An_entry_is_a_whole_day_with_its_status_and_the_moment_of_its_last_change()
    {
        var lines = CalendarFile.Write("Meetings", [Entry("Talks")]).Split("\r\n");

        Assert.Contains("DTSTART;VALUE=DATE:20310306", lines);
        Assert.Contains("DTEND;VALUE=DATE:20310307", lines);
        Assert.Contains("STATUS:TENTATIVE", lines);
        Assert.Contains("DTSTAMP:20310303T070000Z", lines);
        Assert.Contains("LOCATION:Talvik\\, Ostmark", lines);
        Assert.Contains("SEQUENCE:1", lines);
    }

    [Fact]
    public void Long_lines_are_folded_by_octets_and_never_within_a_letter()
    {
        var text = CalendarFile.Write("Meetings", [Entry(string.Concat(Enumerable.Repeat("Žďár ", 40)))]);

        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.Contains("Žďár Žďár", text.Replace("\r\n ", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Words_from_outside_cannot_end_an_entry()
    {
        var lines = CalendarFile
            .Write("Meetings", [Entry("x\r\nEND:VEVENT\r\nBEGIN:VALARM; \\ ,")])
            .Replace("\r\n ", "", StringComparison.Ordinal)
            .Split("\r\n");

        Assert.Contains(@"SUMMARY:x\nEND:VEVENT\nBEGIN:VALARM\; \\ \,", lines);
        Assert.Single(lines, "END:VEVENT");
    }
}
