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

    /// <summary>The side as readers would call it: the state's name, where the watch has one on that side.</summary>
    public string SideIn(Watch watch) =>
        watch.Actors.FirstOrDefault(actor => actor.Kind == ActorKind.State && actor.Side == Actor?.Side)?.Name
        ?? Actor?.Side
        ?? "";

    /// <summary>Somebody by a name, whether or not he has said anything.</summary>
    public static Voice Of(Watch watch, string name)
    {
        var actor = Find([.. Actors(watch)], name);
        return actor is null ? new(name, null, [name], 0, null) : Known(actor, []);
    }

    /// <summary>The ledger's speakers, those of one actor together; the most talkative first.</summary>
    public static IReadOnlyList<Voice> Of(Watch watch, IEnumerable<LedgerSpeaker> speakers)
    {
        var actors = Actors(watch).ToList();
        return
        [
            .. speakers
                .GroupBy(speaker => Find(actors, speaker.Name)?.Name ?? speaker.Name)
                .Select(group =>
                    actors.Find(actor => actor.Name == group.Key) is { } actor
                        ? Known(actor, [.. group])
                        : new(
                            group.Key,
                            null,
                            [group.Key],
                            group.Sum(speaker => speaker.Statements),
                            group.Max(speaker => speaker.Last)
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

    private static IEnumerable<WatchActor> Actors(Watch watch) =>
        watch.Actors.Where(actor => actor.Kind is not ActorKind.Place);

    /// <summary>By the name, an alias, a person's name with something around it ("President …", "… of Kestovia"), or a surname that only one has.</summary>
    private static WatchActor? Find(List<WatchActor> actors, string name) =>
        actors.Find(actor =>
            actor
                .Aliases.Append(actor.Name)
                .Any(form =>
                    name.Equals(form, StringComparison.OrdinalIgnoreCase)
                    || actor.Kind == ActorKind.Person
                        && (
                            name.EndsWith($" {form}", StringComparison.OrdinalIgnoreCase)
                            || name.StartsWith($"{form} of ", StringComparison.OrdinalIgnoreCase)
                        )
                )
        )
        ?? (
            actors.FindAll(actor => actor.Kind == ActorKind.Person && Surname(actor, name)) is [var only]
                ? only
                : null
        );

    private static bool Surname(WatchActor actor, string name) =>
        name.Equals(actor.Name.Split(' ')[^1], StringComparison.OrdinalIgnoreCase);
}
