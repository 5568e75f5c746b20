using Chancery.Terms;

namespace Chancery.Desk.Tracks;

/// <summary>For whom somebody sits at a table: the state, or the body, that a watch's actor belongs to.</summary>
internal sealed class States(Watch watch)
{
    private readonly Phrases<WatchActor> names = Stories.Judge.Names(watch);

    private readonly Dictionary<string, string> byCountry = watch
        .Actors.Where(actor => actor is { Kind: ActorKind.State, Country: not null })
        .GroupBy(actor => actor.Country!, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.First().Name, StringComparer.Ordinal);

    /// <summary>The states and bodies that the words name, each once, in order. A place is no party.</summary>
    public IReadOnlyList<string> In(string words) =>
        [
            .. names
                .In(words)
                .Where(found => found.Of.Kind != ActorKind.Place)
                .Select(found => Of(found.Of))
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>The last actor that the words name, as printed; null where they name none.</summary>
    public WatchActor? Last(string words) =>
        names.In(words).LastOrDefault(found => found.Of.Kind != ActorKind.Place) is { Of: { } actor }
            ? actor
            : null;

    public string Of(WatchActor actor) =>
        actor is { Kind: ActorKind.Person or ActorKind.Government, Country: { } country }
        && byCountry.TryGetValue(country, out var state)
            ? state
            : actor.Name;

    /// <summary>The state or body that a name of a track stands for.</summary>
    public string Named(string name) =>
        watch.Actors.FirstOrDefault(actor => actor.Name == name) is { } actor ? Of(actor) : name;

    /// <summary>The states of the sides of the matter.</summary>
    public IReadOnlySet<string> Parties { get; } =
        watch
            .Actors.Where(actor =>
                actor is { Kind: ActorKind.State, Principal: true, Side: not ("mediator" or "other") }
            )
            .Select(actor => actor.Name)
            .ToHashSet(StringComparer.Ordinal);
}
