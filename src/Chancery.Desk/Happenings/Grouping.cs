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
    /// Events of one story that agree in type, mode, standing and parties, and whose days are not more than one apart, are one happening. A
    /// report that leaves a side or the mode out may be of the same; one that names another may not. A meeting of several needs two of them.
    /// </summary>
    /// <param name="events">Of any articles.</param>
    /// <param name="story">The story of an article; empty for none, and then the article stands alone.</param>
    /// <param name="sources">Equal numbers for articles that are one source (<see cref="Sources"/>).</param>
    /// <returns>By day, the best attested first.</returns>
    public static IReadOnlyList<Happening> Of(
        IEnumerable<EventEntry> events,
        Func<ArticleId, string> story,
        Func<ArticleId, int> sources
    )
    {
        var open = new Dictionary<(string, EventType, Modality, bool), List<Group>>();
        foreach (
            var told in events
                .OrderBy(e => e.Day)
                .ThenBy(e => e.Dated)
                .ThenBy(e => e.Article.Value, StringComparer.Ordinal)
        )
        {
            var place = (
                story(told.Article) is { Length: > 0 } of ? of : told.Article.Value,
                told.Type,
                told.Modality,
                told.Negated
            );
            if (!open.TryGetValue(place, out var groups))
            {
                open[place] = groups = [];
            }
            var actors = PartyKeys.Of(told.Actors, told.Recipients);
            var recipients = PartyKeys.Of(told.Recipients, told.Actors);
            var group = groups.Find(g => g.Takes(told, actors, recipients));
            if (group is null)
            {
                groups.Add(group = new Group(story(told.Article), told, actors, recipients));
            }
            group.Add(told, actors, recipients);
        }
        return
        [
            .. open
                .Values.SelectMany(groups => groups)
                .Select(group => group.Close(sources))
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

    private sealed class Group(
        string story,
        EventEntry first,
        HashSet<string> actors,
        HashSet<string> recipients
    )
    {
        private readonly List<EventEntry> evidence = [];
        private DateOnly last = first.Day;
        private string? mode = first.Mode;

        public bool Takes(EventEntry told, HashSet<string> acting, HashSet<string> suffering) =>
            told.Day.DayNumber - last.DayNumber <= Days
            && (mode is null || told.Mode is null || mode == told.Mode)
            && Agree(actors, acting)
            && Agree(recipients, suffering)
            && (actors.Overlaps(acting) || recipients.Overlaps(suffering));

        // Several who meet are known by two of them: one of them meets many.
        private static bool Agree(HashSet<string> known, HashSet<string> told) =>
            known.Count == 0
            || told.Count == 0
            || known.Count(told.Contains) >= Math.Min(2, Math.Min(known.Count, told.Count));

        // The first report that names a side decides it: sides that grew with each report would chain one thing to the next.
        public void Add(EventEntry told, HashSet<string> acting, HashSet<string> suffering)
        {
            evidence.Add(told);
            actors = actors.Count == 0 ? acting : actors;
            recipients = recipients.Count == 0 ? suffering : recipients;
            mode ??= told.Mode;
            last = told.Day > last ? told.Day : last;
        }

        public Happening Close(Func<ArticleId, int> sources) =>
            new(
                story,
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
