using Chancery.Desk.Checking;
using Chancery.Terms;

namespace Chancery.Desk.Disputes;

/// <summary>One word for a state: its name, its people, its adjective and its capital are the same in a claim and in its denial.</summary>
internal sealed class Peoples
{
    private readonly Dictionary<string, string> states = new(StringComparer.Ordinal);

    public Peoples(Watch watch)
    {
        foreach (var actor in watch.Actors.Where(actor => actor.Kind == ActorKind.State))
        {
            var state = Fold.Word(actor.Name);
            foreach (
                var form in actor
                    .Aliases.Prepend(actor.Name)
                    .Where(form => !form.Contains(' ', StringComparison.Ordinal))
            )
            {
                states.TryAdd(Fold.Word(form), state);
            }
            foreach (var ending in WordLists.DemonymEndings)
            {
                states.TryAdd(state + ending, state);
                states.TryAdd(state.TrimEnd('a') + ending, state);
            }
        }
    }

    /// <summary>The word under which a token is compared: the state that it names, else its stem.</summary>
    public string Stem(Token token) =>
        !token.Capital ? Checking.Stem.Of(token.Folded)
        : states.TryGetValue(token.Folded, out var state) ? state
        : WordLists.Countries.Of(token.Folded) is { } country ? Fold.Word(country)
        : Checking.Stem.Of(token.Folded);
}
