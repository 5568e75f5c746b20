using System.Collections.Concurrent;
using Chancery.Desk.Happenings;
using Chancery.Editor.People;
using Chancery.Record;
using Chancery.Record.Codings;
using Chancery.Record.Stories;
using Chancery.Terms;

namespace Chancery.Editor.Calendar;

/// <summary>The meetings that a week's articles tell of, as threads. They are kept until the week's articles or corrections change.</summary>
public sealed class Calendars(Store store)
{
    /// <summary>How many weeks are kept in memory.</summary>
    private const int Most = 16;

    /// <summary>More reports than any week has.</summary>
    private const int Reports = 20_000;

    private readonly ConcurrentDictionary<(string Watch, DateOnly Week), Kept> kept = new();

    /// <summary>Those of somebody in the watch, by day.</summary>
    public IReadOnlyList<MeetingThread> Of(Place place)
    {
        var key = (place.Watch.Id, place.Week);
        var stamp = $"{StoryShelf.Stamp(store, place.Watch.Id, place.Window)} {Ledgers.Due(store)}";
        if (
            kept.TryGetValue(key, out var last)
            && last.Stamp == stamp
            && ReferenceEquals(last.Watch, place.Watch)
        )
        {
            return last.Threads;
        }
        if (kept.Count >= Most)
        {
            kept.Clear();
        }
        var threads = Read(place);
        kept[key] = new Kept(stamp, place.Watch, threads);
        return threads;
    }

    private List<MeetingThread> Read(Place place)
    {
        var told = FoundLedger.Meetings(
            store,
            new MeetingQuery
            {
                Since = place.Window.From,
                Until = place.Window.To,
                Limit = Reports,
            }
        );
        // By family alone: telling reprints apart reads whole texts, and would be felt.
        var named = place
            .Watch.Outlets.SelectMany(outlet => outlet.Domains.Select(domain => (domain, outlet.Family)))
            .DistinctBy(pair => pair.domain)
            .ToDictionary();
        var voices = new Voices(place.Watch);
        var numbers = new Dictionary<string, int>();
        var families = told.DistinctBy(entry => entry.Article)
            .ToDictionary(
                entry => entry.Article,
                entry =>
                {
                    var family = named.GetValueOrDefault(entry.Outlet, entry.Outlet);
                    numbers.TryAdd(family, numbers.Count);
                    return numbers[family];
                }
            );
        return
        [
            .. MeetingThreads
                .Of(told, article => families[article])
                .Where(meeting => meeting.Parties.Any(party => voices.Find($"{party}") is not null)),
        ];
    }

    private sealed record Kept(string Stamp, Watch Watch, IReadOnlyList<MeetingThread> Threads);
}
