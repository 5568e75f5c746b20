using Chancery.Terms;

namespace Chancery.Desk.Checking.Rules;

/// <summary>Whom a line lets somebody tell something is one whom the cited words name as a hearer, where they name any.</summary>
internal static class AddresseeRule
{
    /// <summary>Words between the cue and the hearer: an article, an office.</summary>
    private const int Between = 2;

    public static IEnumerable<Reason> Check(Ground ground)
    {
        var given = ground.Sources.SelectMany(source => Hearers(source.AroundTokens)).ToList();
        if (given.Count == 0)
        {
            yield break;
        }
        foreach (var hearer in Hearers(ground.Tokens))
        {
            if (!given.Exists(name => Same(ground, hearer, name)))
            {
                yield return new Reason(
                    "addressee-changed",
                    $"The line lets it be told to {hearer}; in the cited words it is told to {given[0]}."
                );
            }
        }
    }

    private static bool Same(Ground ground, string one, string other) =>
        ground.Known.Same(one, other) || Names.Words(one)[^1] == Names.Words(other)[^1];

    /// <summary>The names that follow a cue of telling at once.</summary>
    private static IEnumerable<string> Hearers(List<Token> tokens)
    {
        var runs = NameRuns.Of(tokens, at => WordLists.Dates.Of(tokens[at].Folded) is not null).ToList();
        foreach (var cue in WordLists.Cues.In(tokens).Where(found => found.Means == "tell"))
        {
            var run = runs.Find(one => one.At >= cue.End && one.At <= cue.End + Between);
            if (
                run is not null
                && !tokens.Skip(cue.End).Take(run.At - cue.End).Any(token => token.Kind == TokenKind.Mark)
            )
            {
                yield return run.Text(0, run.Tokens.Length);
            }
        }
    }
}
