using Chancery.Terms;

namespace Chancery.Desk.Happenings;

/// <summary>Reports of meetings → meetings.</summary>
public static class MeetingThreads
{
    /// <summary>How many days the reports of a meeting without a day of its own may be apart.</summary>
    private const int Open = 4;

    /// <summary>
    /// Reports that name the same parties and the same form, and days at most one apart, are of one meeting; a report without a day joins the
    /// nearest in time. A meeting that was held stays held, and one under way is not announced again: a later
    /// article that looks back on its being planned changes nothing.
    /// </summary>
    public static IReadOnlyList<MeetingThread> Of(
        IEnumerable<MeetingEntry> reports,
        Func<ArticleId, int> sources
    )
    {
        IReadOnlyList<MeetingEntry> all = [.. reports];
        var keys = new PartyKeys(all.SelectMany(r => r.Parties));
        List<Thread> threads = [];
        foreach (
            var report in all.OrderBy(r => r.Dated)
                .ThenBy(r => r.Article.Value, StringComparer.Ordinal)
                .ThenBy(r => r.Number)
        )
        {
            var told = keys.Of(report.Parties, []);
            var people = keys.People(report.Parties);
            var thread = threads.Find(t => Same(t, report, told, people));
            if (thread is null)
            {
                threads.Add(thread = new Thread());
            }
            thread.Add(report, told, people);
        }
        return
        [
            .. threads
                .Select(t => Close(t.Reports, keys, sources))
                .OrderBy(t => t.Day ?? DateOnly.FromDateTime(t.Evidence[0].Dated.UtcDateTime))
                .ThenByDescending(t => t.Sources)
                .ThenBy(t => t.Evidence[0].Article.Value, StringComparer.Ordinal)
                .ThenBy(t => t.Evidence[0].Number),
        ];
    }

    private static bool Same(Thread thread, MeetingEntry report, HashSet<string> told, HashSet<string> people)
    {
        // Most of its reports must have the same parties: those of all together are soon the whole world's.
        if (thread.Parties.Count(known => Agree(known, told)) * 2 <= thread.Parties.Count)
        {
            return false;
        }
        // A president's call and his minister's are two.
        if (people.Count > 0 && thread.People.Count > 0 && !people.Overlaps(thread.People))
        {
            return false;
        }
        if (report.Form != MeetingForm.InPerson && thread.InPerson && report.Day is null)
        {
            return false;
        }
        return report.Day is { } day && thread.Days.Count > 0
            ? Enumerable.Range(day.DayNumber - 1, 3).Any(thread.Days.Contains)
            : Math.Abs((report.Dated - thread.Reports[^1].Dated).TotalDays) <= Open;
    }

    /// <summary>Two shared parties; one is enough only where neither report names a second.</summary>
    private static bool Agree(HashSet<string> known, HashSet<string> told) =>
        told.Count(known.Contains) is var both
        && (both > 1 || both == 1 && known.Count == 1 && told.Count == 1);

    /// <summary>Reports of one meeting, and what the next one is compared with: a week has thousands.</summary>
    private sealed class Thread
    {
        public List<MeetingEntry> Reports { get; } = [];

        /// <summary>Those of each report.</summary>
        public List<HashSet<string>> Parties { get; } = [];
        public HashSet<int> Days { get; } = [];

        public HashSet<string> People { get; } = [];

        /// <summary>No report tells of another form.</summary>
        public bool InPerson { get; private set; } = true;

        public void Add(MeetingEntry report, HashSet<string> parties, HashSet<string> people)
        {
            People.UnionWith(people);
            Reports.Add(report);
            Parties.Add(parties);
            InPerson &= report.Form == MeetingForm.InPerson;
            if (report.Day is { } day)
            {
                Days.Add(day.DayNumber);
            }
        }
    }

    private static MeetingThread Close(
        List<MeetingEntry> reports,
        PartyKeys keys,
        Func<ArticleId, int> sources
    )
    {
        List<MeetingEntry> changes = [];
        foreach (var report in reports)
        {
            if (changes.Count == 0 || Changes(changes[^1].Status, report.Status))
            {
                changes.Add(report);
            }
        }
        return new MeetingThread(
            [.. reports.SelectMany(r => r.Parties).GroupBy(p => keys.Key(p)).Select(Usual)],
            reports
                .Select(r => r.Day)
                .OfType<DateOnly>()
                .GroupBy(d => d)
                .OrderByDescending(d => d.Count())
                .Select(d => (DateOnly?)d.Key)
                .FirstOrDefault(),
            Form(reports),
            reports.Max(r => r.Level),
            First(r => r.Host),
            First(r => r.Mediator),
            First(r => r.Venue),
            First(r => r.Issue),
            changes,
            reports,
            reports.Select(r => sources(r.Article)).Distinct().Count()
        );

        string? First(Func<MeetingEntry, string?> of) =>
            reports.Select(of).FirstOrDefault(w => w is not null);
    }

    /// <summary>A party as most reports have it; of those told equally often the one told first.</summary>
    private static Party Usual(IEnumerable<Party> party) =>
        party.GroupBy(p => p.ToString()).OrderByDescending(named => named.Count()).First().First();

    // "They discussed …" says nothing of how: a third of the reports that name the telephone is enough.
    private static MeetingForm Form(List<MeetingEntry> reports) =>
        reports
            .Where(r => r.Form != MeetingForm.InPerson)
            .GroupBy(r => r.Form)
            .Where(form => form.Count() * 3 >= reports.Count)
            .OrderByDescending(form => form.Count())
            .Select(form => form.Key)
            .FirstOrDefault(MeetingForm.InPerson);

    private static bool Changes(MeetingStatus from, MeetingStatus to) =>
        from != to
        && from is not MeetingStatus.Held
        && !(from is MeetingStatus.Announced or MeetingStatus.Confirmed && to is MeetingStatus.Proposed)
        && !(
            from is MeetingStatus.UnderWay
            && to is MeetingStatus.Proposed or MeetingStatus.Announced or MeetingStatus.Confirmed
        );
}
