using System.Collections.Frozen;
using Chancery.Terms;

namespace Chancery.Desk.Checking;

/// <summary>A watch's names cut into words once, as every line asks for them again.</summary>
internal sealed class WatchNames
{
    /// <param name="Actor">The actor.</param>
    /// <param name="Forms">Its name and aliases as words.</param>
    /// <param name="Titles">The words of its offices, in their order.</param>
    internal sealed record Named(WatchActor Actor, string[][] Forms, string[][] Titles);

    private readonly FrozenDictionary<string, (string[] Form, Named Named)[]> byFirst;
    private readonly ILookup<string, Named> byWord;

    public WatchNames(Watch? watch)
    {
        Watch = watch;
        // A person's last word names him where one person of the watch bears it.
        var surnames =
            watch
                ?.Actors.Where(actor =>
                    actor.Kind == ActorKind.Person && actor.Name.Contains(' ', StringComparison.Ordinal)
                )
                .GroupBy(Surname, StringComparer.Ordinal)
                .Where(bearers => bearers.Count() == 1 && bearers.Key.Length > 2)
                .Select(bearers => bearers.Key)
                .ToHashSet(StringComparer.Ordinal)
            ?? [];
        var all =
            watch
                ?.Actors.Select(actor => new Named(
                    actor,
                    [
                        .. new[] { actor.Name }
                            .Concat(actor.Aliases)
                            .Concat(
                                actor.Kind == ActorKind.Person && surnames.Contains(Surname(actor))
                                    ? [Surname(actor)]
                                    : []
                            )
                            .Select(Names.Words)
                            .Where(w => w.Length > 0),
                    ],
                    [.. actor.Offices.Select(o => Names.Words(o.Title))]
                ))
                .ToList()
            ?? [];
        byFirst = all.SelectMany(named => named.Forms.Select(form => (Form: form, Named: named)))
            .GroupBy(f => f.Form[0])
            .ToFrozenDictionary(g => g.Key, g => g.ToArray());
        byWord = all.SelectMany(named =>
                named.Forms.SelectMany(f => f).Distinct().Select(word => (word, named))
            )
            .ToLookup(p => p.word, p => p.named);
        Spelling =
            watch?.Spelling.Select(s => (s.Key, s.Value, Names.Words(s.Key), Names.Words(s.Value))).ToList()
            ?? [];
        Places = all.Where(a => a.Actor.Kind == ActorKind.State)
            .SelectMany(a => Names.Words(a.Actor.Name))
            .ToFrozenSet();
    }

    private static string Surname(WatchActor actor) => actor.Name[(actor.Name.LastIndexOf(' ') + 1)..];

    public Watch? Watch { get; }

    /// <summary>House spelling: a form, the printed one, and the words of both.</summary>
    public IReadOnlyList<(string From, string To, string[] FromWords, string[] ToWords)> Spelling { get; }

    /// <summary>The words of the names of states.</summary>
    public FrozenSet<string> Places { get; }

    /// <summary>The actors any of whose forms stands in the text.</summary>
    public IEnumerable<Named> In(IReadOnlyList<Token> tokens)
    {
        for (var at = 0; at < tokens.Count; at++)
            if (byFirst.TryGetValue(tokens[at].Folded, out var forms))
                foreach (var (form, named) in forms)
                    if (Names.StandsAt(form, tokens, at))
                        yield return named;
    }

    /// <summary>The actors that a name may mean: it is a part of one of their forms, or one of them is a part of it.</summary>
    public IEnumerable<Named> Of(string[] name) =>
        name.SelectMany(word => byWord[word])
            .Distinct()
            .Where(named =>
                Array.Exists(named.Forms, form => Names.PartOf(name, form) || Names.PartOf(form, name))
            );

    /// <summary>True where a name is one of the watch's people.</summary>
    public bool IsPerson(string name)
    {
        var words = Names.Words(name);
        return words.Length > 0 && Of(words).Any(named => named.Actor.Kind == ActorKind.Person);
    }

    /// <summary>True where two forms may name one participant: one is a part of the other, or both name one actor.</summary>
    public bool Same(string a, string b)
    {
        var (first, second) = (Names.Words(a), Names.Words(b));
        if (first.Length == 0 || second.Length == 0)
            return false;
        return Names.PartOf(first, second)
            || Names.PartOf(second, first)
            || Of(first).Intersect(Of(second)).Any();
    }

    /// <summary>True where the first is a state, a government or a body, and the second a person on its side: "Ostmark said" of its minister.</summary>
    public bool SpeaksFor(string body, string person)
    {
        var bodies = Of(Names.Words(body))
            .Where(n =>
                n.Actor.Kind != ActorKind.Person
                && Array.Exists(n.Forms, f => f.AsSpan().SequenceEqual(Names.Words(body)))
            )
            .ToList();
        return bodies.Count > 0
            && Of(Names.Words(person))
                .Any(p =>
                    p.Actor.Kind == ActorKind.Person
                    && bodies.Exists(b =>
                        p.Actor.Side == b.Actor.Side && b.Actor.Side is not ("other" or "mediator")
                        || p.Actor.Country is not null && p.Actor.Country == b.Actor.Country
                    )
                );
    }
}
