using Chancery.Desk.Drafting;
using Chancery.Desk.Stories;
using Chancery.Terms;

namespace Chancery.Desk.Happenings;

/// <summary>Many reports, one happening.</summary>
public static class Grouping
{
    /// <summary>How many days two reports of one thing may be apart: "on Monday night" in one zone is Tuesday in another.</summary>
    private const int Days = 1;

    /// <summary>
    /// Events that agree in type and standing, whose days are not more than one apart, and of which most reports so far tell the same
    /// (<see cref="Report.Tells"/>), are one happening.
    /// </summary>
    /// <param name="events">Of any articles.</param>
    /// <param name="story">The story of an article; empty for none, and then only sentences that say the same join it to others.</param>
    /// <param name="sources">Equal numbers for articles that are one source (<see cref="Sources"/>).</param>
    /// <returns>By day, the best attested first.</returns>
    public static IReadOnlyList<Happening> Of(
        IEnumerable<EventEntry> events,
        Func<ArticleId, string> story,
        Func<ArticleId, int> sources
    )
    {
        IReadOnlyList<EventEntry> entries =
        [
            .. events
                .OrderBy(e => e.Day)
                .ThenBy(e => e.Dated)
                .ThenBy(e => e.Article.Value, StringComparer.Ordinal)
                .ThenBy(e => e.Number),
        ];
        var keys = new PartyKeys(entries.SelectMany(e => e.Actors.Concat(e.Recipients)));
        var all = new List<Group>();
        var open = new Dictionary<(EventType, Modality, bool), List<Group>>();
        foreach (var told in entries)
        {
            var kind = (told.Type, told.Modality, told.Negated);
            if (!open.TryGetValue(kind, out var groups))
            {
                open[kind] = groups = [];
            }
            groups.RemoveAll(g => told.Day.DayNumber - g.Last.DayNumber > Days);
            var report = new Report(told, story(told.Article), keys);
            var group = groups
                .Select(g => new { Group = g, Agreeing = g.Agreeing(report) })
                .Where(g => g.Agreeing * 2 > g.Group.Count)
                .MaxBy(g => g.Agreeing)
                ?.Group;
            if (group is null)
            {
                groups.Add(group = new Group());
                all.Add(group);
            }
            group.Add(report);
        }
        return
        [
            .. all.Select(group => group.Close(sources))
                .OrderBy(h => h.Day)
                .ThenByDescending(h => h.Sources)
                .ThenByDescending(h => h.Evidence.Count)
                .ThenBy(h => h.Evidence[0].Article.Value, StringComparer.Ordinal)
                .ThenBy(h => h.Evidence[0].Number),
        ];
    }

    /// <summary>Which articles are one source: outlets of one family, texts of one agency, and reprints.</summary>
    public static Func<ArticleId, int> Sources(IReadOnlyList<Article> articles, Watch watch)
    {
        var families = Reprints.Families(articles, new Outlets(watch));
        var of = articles.Select((a, i) => (a.Id, families[i])).ToDictionary(p => p.Id, p => p.Item2);
        return id => of.TryGetValue(id, out var family) ? family : id.GetHashCode();
    }

    private sealed class Group
    {
        private readonly List<Report> reports = [];

        public int Count => reports.Count;

        public DateOnly Last { get; private set; }

        /// <summary>How many of its reports tell what another tells: most must, or one thing would chain to the next.</summary>
        public int Agreeing(Report other) => reports.Count(report => report.Tells(other));

        public void Add(Report report)
        {
            reports.Add(report);
            Last = report.Told.Day > Last ? report.Told.Day : Last;
        }

        public Happening Close(Func<ArticleId, int> sources)
        {
            List<EventEntry> evidence = [.. reports.Select(report => report.Told)];
            return new Happening(
                reports.Select(report => report.Story).FirstOrDefault(story => story.Length > 0, ""),
                evidence[0].Type,
                evidence
                    .Where(e => e.Mode is not null)
                    .GroupBy(e => e.Mode)
                    .OrderByDescending(m => m.Count())
                    .FirstOrDefault()
                    ?.Key,
                evidence[0].Day,
                evidence.MaxBy(e => e.Actors.Count)!.Actors,
                evidence.MaxBy(e => e.Recipients.Count)!.Recipients,
                evidence,
                evidence.Select(e => sources(e.Article)).Distinct().Count()
            );
        }
    }
}
