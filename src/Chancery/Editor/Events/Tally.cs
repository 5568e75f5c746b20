using Chancery.Editor.People;
using Chancery.Record.Codings;
using Chancery.Terms;

namespace Chancery.Editor.Events;

/// <summary>An ordered pair and what passed between the two.</summary>
/// <param name="Actor">As the house prints it.</param>
/// <param name="Recipient">As the house prints it.</param>
public sealed record DyadCount(string Actor, string Recipient, int Cooperation, int Conflict);

/// <summary>Events counted: for each story of an article once, whatever the number of sentences.</summary>
internal static class Tally
{
    /// <summary>PLOVER's quad classes: the first seven types are cooperation, the other nine conflict.</summary>
    public static bool IsCooperation(EventType type) => type <= EventType.Retreat;

    public static IReadOnlyList<(DateOnly Day, int Cooperation, int Conflict)> ByDay(
        Place place,
        IReadOnlyList<EventCount> events
    )
    {
        var counts = events.ToLookup(found => found.Day);
        return
        [
            .. Enumerable
                .Range(0, place.Watch.Edition.Days)
                .Select(place.Week.AddDays)
                .Select(day =>
                    (
                        day,
                        counts[day].Where(found => IsCooperation(found.Type)).Sum(found => found.Count),
                        counts[day].Where(found => !IsCooperation(found.Type)).Sum(found => found.Count)
                    )
                ),
        ];
    }

    public static IReadOnlyList<DyadCount> Dyads(Watch watch, IReadOnlyList<EventCount> events)
    {
        var voices = new Voices(watch);
        var known = new Dictionary<string, Voice>();
        return
        [
            .. events
                .SelectMany(found =>
                    from actor in found.Actors
                    from recipient in found.Recipients
                    select (Actor: Known(actor), Recipient: Known(recipient), found.Type, found.Count)
                )
                .Where(pair =>
                    (pair.Actor.Actor ?? pair.Recipient.Actor) is not null
                    && pair.Actor.Name != pair.Recipient.Name
                )
                .GroupBy(pair => (Actor: pair.Actor.Name, Recipient: pair.Recipient.Name))
                .Select(group => new DyadCount(
                    group.Key.Actor,
                    group.Key.Recipient,
                    group.Where(pair => IsCooperation(pair.Type)).Sum(pair => pair.Count),
                    group.Where(pair => !IsCooperation(pair.Type)).Sum(pair => pair.Count)
                ))
                .OrderByDescending(dyad => dyad.Cooperation + dyad.Conflict)
                .ThenBy(dyad => dyad.Actor, StringComparer.Ordinal)
                .Take(12),
        ];

        // A week has thousands of events and some hundred names.
        Voice Known(string name) =>
            known.TryGetValue(name, out var voice) ? voice : known[name] = Voice.Of(voices, name);
    }

    /// <summary>How often each country is where an event takes place; alpha-3.</summary>
    public static IReadOnlyList<(string Country, int Count)> Countries(IReadOnlyList<EventCount> events) =>
        [
            .. events
                .Where(found => found.Country is not null)
                .GroupBy(found => found.Country!)
                .Select(group => (group.Key, Count: group.Sum(found => found.Count)))
                .OrderByDescending(pair => pair.Count)
                .ThenBy(pair => pair.Key, StringComparer.Ordinal),
        ];
}
