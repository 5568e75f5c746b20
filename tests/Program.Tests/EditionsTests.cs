using Chancery.Terms;

namespace Chancery.ProgramTests;

public sealed class EditionsTests
{
    [Fact]
    public void A_week_is_the_zones_own_week_also_when_the_clocks_change()
    {
        // New York goes from UTC−5 to UTC−4 on 9 March 2025: that week has 167 hours.
        var window = Editions.Window(
            new Edition(DayOfWeek.Friday, 7, 0, "America/New_York"),
            new DateOnly(2025, 3, 7)
        );
        Assert.Equal(new DateTimeOffset(2025, 3, 7, 5, 0, 0, TimeSpan.Zero), window.From);
        Assert.Equal(TimeSpan.FromHours(167), window.To - window.From);
    }

    [Fact]
    public void An_hour_that_the_clock_skips_opens_the_window_with_the_next_one()
    {
        // 02:00 on 9 March 2025 does not exist in New York.
        var window = Editions.Window(
            new Edition(DayOfWeek.Sunday, 1, 2, "America/New_York"),
            new DateOnly(2025, 3, 9)
        );
        Assert.Equal(new DateTimeOffset(2025, 3, 9, 7, 0, 0, TimeSpan.Zero), window.From);
    }
}
