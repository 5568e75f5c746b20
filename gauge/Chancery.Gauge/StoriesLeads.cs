using System.Diagnostics;

namespace Chancery.Gauge;

/// <summary>How the desk's order of stories compares with what people thought of the same weeks.</summary>
/// <param name="Weeks">Weeks with a known lead.</param>
/// <param name="Ranks">For each week, the place of the first story that carries the human editor's lead; 0 where none does.</param>
/// <param name="Events">Events that an encyclopaedia kept of those weeks on the watch's subject.</param>
/// <param name="EventsCarried">How many of them any entry of the week carries: no order of stories can show more.</param>
/// <param name="EventsInFirstTen">How many of them stand in the first ten stories.</param>
/// <param name="EventsAnywhere">How many stand in any story.</param>
/// <param name="Articles">Entries of all weeks.</param>
/// <param name="Seconds">Spent in ordering.</param>
public sealed record LeadsFigures(
    int Weeks,
    IReadOnlyList<int> Ranks,
    int Events,
    int EventsCarried,
    int EventsInFirstTen,
    int EventsAnywhere,
    int Articles,
    double Seconds
)
{
    public int InFirstThree => Ranks.Count(rank => rank is > 0 and <= 3);
}

/// <summary>Measures the order of stories on whole weeks.</summary>
public static class StoriesLeads
{
    /// <param name="weeks">The weeks.</param>
    /// <param name="events">Events on the subject, of any day.</param>
    /// <param name="order">A week's stories, the weightiest first, each as its entries.</param>
    public static LeadsFigures Measure(
        IEnumerable<StoriesWeek> weeks,
        IReadOnlyList<StoriesEvent> events,
        Func<StoriesWeek, IReadOnlyList<IReadOnlyList<WeekEntry>>> order
    )
    {
        var ranks = new List<int>();
        int all = 0,
            carried = 0,
            first = 0,
            anywhere = 0,
            articles = 0;
        double seconds = 0;
        foreach (StoriesWeek week in weeks)
        {
            long start = Stopwatch.GetTimestamp();
            IReadOnlyList<IReadOnlyList<WeekEntry>> stories = order(week);
            seconds += Stopwatch.GetElapsedTime(start).TotalSeconds;
            articles += week.Entries.Count;
            ranks.Add(1 + Index(stories, week.Carries));
            foreach (
                StoriesEvent happening in events.Where(e =>
                    e.Day <= week.LastDay && e.Day > week.LastDay.AddDays(-7)
                )
            )
            {
                int at = Index(stories, happening.In);
                all++;
                carried += week.Entries.Any(happening.In) ? 1 : 0;
                first += at is >= 0 and < 10 ? 1 : 0;
                anywhere += at >= 0 ? 1 : 0;
            }
        }
        return new LeadsFigures(ranks.Count, ranks, all, carried, first, anywhere, articles, seconds);
    }

    /// <summary>The first story with an entry of a kind; −1 where there is none.</summary>
    private static int Index(IReadOnlyList<IReadOnlyList<WeekEntry>> stories, Func<WeekEntry, bool> holds)
    {
        for (int i = 0; i < stories.Count; i++)
        {
            if (stories[i].Any(holds))
                return i;
        }
        return -1;
    }
}
