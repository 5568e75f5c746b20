using Chancery.Record.Codings;
using Chancery.Terms;

namespace Chancery.Editor.People;

/// <summary>One who speaks: somebody of the watch under all his names, or somebody under the one the articles use.</summary>
/// <param name="Name">As the house prints it.</param>
/// <param name="Actor">The watch's; null for somebody it does not name.</param>
/// <param name="Names">All that the ledger may know him by.</param>
/// <param name="Statements">How many, in what was looked through.</param>
/// <param name="Last">The newest of them.</param>
public sealed record Voice(
    string Name,
    WatchActor? Actor,
    IReadOnlyList<string> Names,
    int Statements,
    DateTimeOffset? Last
)
{
    /// <summary>The office held on a day; null where the watch knows none.</summary>
    public string? OfficeOn(DateOnly day) =>
        Actor?.Offices.LastOrDefault(office => office.HeldOn(day))?.Title;

    /// <summary>
    /// The state as the watch calls it: by the country; without one, the party of the dispute. Mediators and others are
    /// many, and none of them stands for the rest.
    /// </summary>
    public string StateIn(Watch watch)
    {
        var states = watch.Actors.Where(actor => actor.Kind == ActorKind.State);
        return
            Actor switch
            {
                { Country: { } country } => states.FirstOrDefault(state => state.Country == country),
                null or { Side: "mediator" or "other" } => null,
                { Side: var side } => states.FirstOrDefault(state => state.Side == side),
            }
                is { } found
            ? found.Name
            : "";
    }

    /// <summary>Somebody by a name, whether or not he has said anything.</summary>
    public static Voice Of(Watch watch, string name) => Of(new Voices(watch), name);

    public static Voice Of(Voices voices, string name) =>
        voices.Find(name) is { } actor ? Known(actor, []) : new(name, null, [name], 0, null);

    /// <summary>The ledger's speakers, those of one actor together; the most talkative first.</summary>
    public static IReadOnlyList<Voice> Of(Watch watch, IEnumerable<LedgerSpeaker> speakers)
    {
        var voices = new Voices(watch);
        return
        [
            .. speakers
                .Select(speaker => (Actor: voices.Find(speaker.Name), speaker))
                .GroupBy(pair => pair.Actor?.Name ?? pair.speaker.Name)
                .Select(group =>
                    group.Select(pair => pair.Actor).FirstOrDefault(actor => actor is not null) is { } actor
                        ? Known(actor, [.. group.Select(pair => pair.speaker)])
                        : new(
                            group.Key,
                            null,
                            [group.Key],
                            group.Sum(pair => pair.speaker.Statements),
                            group.Max(pair => pair.speaker.Last)
                        )
                )
                .OrderByDescending(voice => voice.Statements)
                .ThenBy(voice => voice.Name, StringComparer.Ordinal),
        ];
    }

    private static Voice Known(WatchActor actor, IReadOnlyList<LedgerSpeaker> speakers) =>
        new(
            actor.Name,
            actor,
            [.. speakers.Select(speaker => speaker.Name).Append(actor.Name).Concat(actor.Aliases).Distinct()],
            speakers.Sum(speaker => speaker.Statements),
            speakers.Count == 0 ? null : speakers.Max(speaker => speaker.Last)
        );
}
