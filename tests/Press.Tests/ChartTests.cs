using System.Xml.Linq;
using Chancery.Press.Charts;
using Chancery.Terms;
using Xunit;

namespace Chancery.Press.Tests;

public class ChartTests
{
    private static readonly DateOnly Day = new(2031, 3, 6);

    private static readonly ChartEvent[] Events =
    [
        new(Day, EventType.Consult, "Varland", "Meridia"),
        new(Day, EventType.Consult, "Varland", "Meridia"),
        new(Day.AddDays(-1), EventType.Assault, "Varland", "Meridia"),
        new(Day.AddDays(-1), EventType.Sanction, "Kestria", null),
    ];

    private static readonly ChartMeeting[] Meetings =
    [
        new(Day, "Jan Novák, Maria Silva", MeetingStatus.Held),
        new(Day.AddDays(1), "Varland & Meridia <talks>", MeetingStatus.Announced),
    ];

    private static XElement Read(string svg) => XDocument.Parse(svg).Root!;

    private static IEnumerable<string> Words(string svg) =>
        Read(svg).Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value);

    [Fact]
    public void The_days_begin_with_the_first_that_has_an_event_however_old_others_are()
    {
        var words = Words(
                EventsByDay.Draw([.. Events, new(Day.AddDays(-400), EventType.Consult, "Varland", "Meridia")])
            )
            .ToList();

        Assert.Contains("5 Mar", words);
        Assert.DoesNotContain("4 Mar", words);
    }

    [Fact]
    public void Every_chart_is_wellformed_names_itself_and_needs_no_script_and_no_style_sheet() =>
        Assert.All(
            [EventsByDay.Draw(Events), Dyads.Draw(Events), MeetingWeeks.Draw(Meetings)],
            svg =>
            {
                var root = Read(svg);
                Assert.Equal("img", root.Attribute("role")!.Value);
                Assert.Equal("title", root.Elements().First().Name.LocalName);
                Assert.DoesNotContain(
                    root.DescendantsAndSelf(),
                    e =>
                        e.Name.LocalName is "script" or "style" or "foreignObject"
                        || e.Attribute("class") is not null
                );
            }
        );

    [Fact]
    public void A_field_bears_the_number_of_its_day_and_type() =>
        Assert.Equal(
            ["consult", "2", "2"],
            Words(EventsByDay.Draw(Events)).SkipWhile(w => w != "consult").Take(3)
        );

    [Fact]
    public void Cooperation_and_conflict_of_a_pair_stand_against_each_other()
    {
        Assert.Equal(new Dyads.Pair("Varland", "Meridia", 2, 1), Assert.Single(Dyads.Of(Events)));
        Assert.Contains("Varland → Meridia", Words(Dyads.Draw(Events)));
    }

    [Fact]
    public void What_is_planned_says_so_and_what_was_held_does_not()
    {
        var words = string.Join(' ', Words(MeetingWeeks.Draw(Meetings)));

        Assert.Contains("Jan Novák, Maria", words);
        Assert.Contains("(announced)", words);
        Assert.DoesNotContain("(held)", words);
        Assert.Contains("<talks>", words);
    }

    [Fact]
    public void Nothing_to_show_draws_nothing() =>
        Assert.Equal(["", "", ""], [EventsByDay.Draw([]), Dyads.Draw([]), MeetingWeeks.Draw([])]);
}
