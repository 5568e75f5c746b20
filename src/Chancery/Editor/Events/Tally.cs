using Chancery.Editor.People;
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
        IEnumerable<EventEntry> events
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
                        counts[day].Count(found => IsCooperation(found.Type)),
                        counts[day].Count(found => !IsCooperation(found.Type))
                    )
                ),
        ];
    }

    public static IReadOnlyList<DyadCount> Dyads(Watch watch, IEnumerable<EventEntry> events) =>
        [
            .. events
                .SelectMany(found =>
                    from actor in found.Actors
                    from recipient in found.Recipients
                    select (
                        Actor: Voice.Of(watch, $"{actor}"),
                        Recipient: Voice.Of(watch, $"{recipient}"),
                        found.Type
                    )
                )
                .Where(pair =>
                    (pair.Actor.Actor ?? pair.Recipient.Actor) is not null
                    && pair.Actor.Name != pair.Recipient.Name
                )
                .GroupBy(pair => (Actor: pair.Actor.Name, Recipient: pair.Recipient.Name))
                .Select(group => new DyadCount(
                    group.Key.Actor,
                    group.Key.Recipient,
                    group.Count(pair => IsCooperation(pair.Type)),
                    group.Count(pair => !IsCooperation(pair.Type))
                ))
                .OrderByDescending(dyad => dyad.Cooperation + dyad.Conflict)
                .ThenBy(dyad => dyad.Actor, StringComparer.Ordinal)
                .Take(12),
        ];

    /// <summary>How often each country is where an event takes place; alpha-3.</summary>
    public static IReadOnlyList<(string Country, int Count)> Countries(IEnumerable<EventEntry> events) =>
        [
            .. events
                .Where(found => found.Country is not null)
                .CountBy(found => found.Country!)
                .Select(pair => (pair.Key, pair.Value))
                .OrderByDescending(pair => pair.Value)
                .ThenBy(pair => pair.Key, StringComparer.Ordinal),
        ];
}
