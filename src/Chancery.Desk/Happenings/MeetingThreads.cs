using Chancery.Terms;

namespace Chancery.Desk.Happenings;

/// <summary>Reports of meetings → meetings.</summary>
public static class MeetingThreads
{
    /// <summary>How many days the reports of a meeting without a day of its own may be apart.</summary>
    private const int Open = 4;

    /// <summary>
    /// Reports that name the same parties and the same form, and days at most one apart, are of one meeting; a report without a day joins the
    /// nearest in time. A meeting that was held stays held: a later article that looks back on its being planned changes nothing.
    /// </summary>
    public static IReadOnlyList<MeetingThread> Of(
        IEnumerable<MeetingEntry> reports,
        Func<ArticleId, int> sources
    )
    {
        List<List<MeetingEntry>> threads = [];
        foreach (
            var report in reports
                .OrderBy(r => r.Dated)
                .ThenBy(r => r.Article.Value, StringComparer.Ordinal)
                .ThenBy(r => r.Number)
        )
        {
            var thread = threads.Find(t => Same(t, report));
            if (thread is null)
            {
                threads.Add(thread = []);
            }
            thread.Add(report);
        }
        return
        [
            .. threads
                .Select(t => Close(t, sources))
                .OrderBy(t => t.Day ?? DateOnly.FromDateTime(t.Evidence[0].Dated.UtcDateTime))
                .ThenByDescending(t => t.Sources)
                .ThenBy(t => t.Evidence[0].Article.Value, StringComparer.Ordinal)
                .ThenBy(t => t.Evidence[0].Number),
        ];
    }

    private static bool Same(List<MeetingEntry> thread, MeetingEntry report)
    {
        var known = thread.SelectMany(r => Keys(r)).ToHashSet();
        var told = Keys(report);
        var both = told.Count(known.Contains);
        // One shared party is enough only where neither report names a second.
        if (both < 2 && (both < 1 || known.Count > 1 || told.Count > 1))
        {
            return false;
        }
        if (
            report.Form != MeetingForm.InPerson
            && thread.TrueForAll(r => r.Form == MeetingForm.InPerson)
            && report.Day is null
        )
        {
            return false;
        }
        var days = thread.Select(r => r.Day).OfType<DateOnly>().ToList();
        return report.Day is { } day && days.Count > 0
            ? days.Exists(d => Math.Abs(d.DayNumber - day.DayNumber) <= 1)
            : Math.Abs((report.Dated - thread[^1].Dated).TotalDays) <= Open;
    }

    private static HashSet<string> Keys(MeetingEntry report) => PartyKeys.Of(report.Parties, []);

    private static MeetingThread Close(List<MeetingEntry> reports, Func<ArticleId, int> sources)
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
            [.. reports.SelectMany(r => r.Parties).DistinctBy(p => PartyKeys.Key(p))],
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
        && !(from is MeetingStatus.Announced or MeetingStatus.Confirmed && to is MeetingStatus.Proposed);
}
