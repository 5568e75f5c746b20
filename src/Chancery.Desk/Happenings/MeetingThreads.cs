using Chancery.Terms;

namespace Chancery.Desk.Happenings;

/// <summary>Reports of meetings → meetings.</summary>
public static class MeetingThreads
{
    /// <summary>How many days the reports of a meeting without a day of its own may be apart.</summary>
    private const int Open = 4;

    /// <summary>Days between a meeting that was and a report that names no day of it …</summary>
    private const int Near = 10;

    /// <summary>… and between such a report and a meeting that is still to come.</summary>
    private const int NextWeeks = 42;

    /// <summary>A party that no more than one report in so many tells is none.</summary>
    private const int Few = 3;

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

    private static bool Same(
        Thread thread,
        MeetingEntry report,
        HashSet<string> parties,
        HashSet<(string? Country, string Name)> people
    )
    {
        // Most of its reports must have the same parties: those of all together are soon the whole world's.
        if (thread.Parties.Count(known => Agree(known, parties)) * 2 <= thread.Parties.Count)
        {
            return false;
        }
        // A president's call and his minister's are two.
        if (
            people
                .GroupBy(one => one.Country)
                .Any(own => thread.People.Any(one => one.Country == own.Key) && !thread.People.Overlaps(own))
        )
        {
            return false;
        }
        // Nobody travels for a call.
        if (
            report.Form != MeetingForm.InPerson && thread.InPerson && report.Day is null
            || report is { Form: MeetingForm.InPerson, Venue: not null } && !thread.InPerson
        )
        {
            return false;
        }
        if (report.Day is { } day && thread.Days.Count > 0)
        {
            return Enumerable.Range(day.DayNumber - 1, 3).Any(thread.Days.Contains);
        }
        // A round that was held is not the next one, which has its day to come or is still being arranged.
        var told = DateOnly.FromDateTime(report.Dated.UtcDateTime).DayNumber;
        if (
            report.Day is { } ahead && ahead.DayNumber > told && thread.Held
            || report
                is {
                    Day: null,
                    Status: MeetingStatus.Proposed or MeetingStatus.Announced or MeetingStatus.Confirmed
                }
                && thread.Held
                && thread.Days.Count > 0
                && thread.Days.All(known => known < told)
            || report.Status == MeetingStatus.Held
                && thread.Days.Count > 0
                && thread.Days.All(known => known > told)
        )
        {
            return false;
        }
        // What is told without a day is news: of no meeting whose own day is long past, or far ahead.
        return Math.Abs((report.Dated - thread.Reports[^1].Dated).TotalDays) <= Open
            && (
                thread.Days.Count == 0
                || thread.Days.Any(known => told - known <= Near && known - told <= NextWeeks)
            );
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

        public HashSet<(string? Country, string Name)> People { get; } = [];

        /// <summary>No report tells of another form.</summary>
        public bool InPerson { get; private set; } = true;

        /// <summary>A report tells that it was held.</summary>
        public bool Held { get; private set; }

        public void Add(
            MeetingEntry report,
            HashSet<string> parties,
            HashSet<(string? Country, string Name)> people
        )
        {
            People.UnionWith(people);
            Reports.Add(report);
            Parties.Add(parties);
            Held |= report.Status == MeetingStatus.Held;
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
            Parties(reports, keys),
            reports
                .Select(r => r.Day)
                .OfType<DateOnly>()
                .GroupBy(d => d)
                .OrderByDescending(d => d.Count())
                .Select(d => (DateOnly?)d.Key)
                .FirstOrDefault(),
            Form(reports),
            reports.Max(r => r.Level),
            Most(r => r.Host),
            Most(r => r.Mediator),
            Most(r => r.Venue),
            Most(r => r.Issue),
            changes,
            reports,
            reports.Select(r => sources(r.Article)).Distinct().Count()
        );

        string? Most(Func<MeetingEntry, string?> of) =>
            reports
                .Select(of)
                .OfType<string>()
                .GroupBy(words => words, StringComparer.OrdinalIgnoreCase)
                .OrderByDescending(words => words.Count())
                .Select(words => words.First())
                .FirstOrDefault();
    }

    /// <summary>Those whom more than a few of the reports tell: one report's mistake is nobody's party. Never fewer than two where two are told.</summary>
    private static IReadOnlyList<Party> Parties(List<MeetingEntry> reports, PartyKeys keys)
    {
        var told = reports
            .SelectMany(r => r.Parties.DistinctBy(p => keys.Key(p)))
            .GroupBy(p => keys.Key(p))
            .Select(party => (Party: Usual(party), Reports: party.Count()))
            .ToList();
        var often = told.Where(party => party.Reports * Few > reports.Count).ToList();
        return [.. (often.Count < 2 ? told : often).Select(party => party.Party)];
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
