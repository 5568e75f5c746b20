using Chancery.Terms;

namespace Chancery.Desk.Checking.Rules;

/// <summary>A negation in the cited clause is neither lost in the line nor added by it; so are denials and refusals.</summary>
internal static class NegationRule
{
    public static IEnumerable<Reason> Check(Ground ground)
    {
        var passages = ground.Sources.Select(s => s.Tokens).ToList();
        var given = passages.Select(p => Governed.In(p, WordLists.Negations)).ToList();
        var whole = Tokens.Of(ground.Line.Text);
        var kept = Governed.In(whole, WordLists.Negations);
        return Lost(passages, given, whole, kept)
            .Concat(Denials(ground, passages, given, kept))
            .Concat(Added(ground, passages, given))
            .DistinctBy(r => r.Sentence);
    }

    // A word that "not" governs in the passage stands in the line without one.
    private static IEnumerable<Reason> Lost(
        List<List<Token>> passages,
        List<List<Governor>> given,
        List<Token> whole,
        List<Governor> kept
    )
    {
        for (var at = 0; at < whole.Count; at++)
        {
            if (!Governed.Content(whole[at]))
                continue;
            var alike = Governed.Alike(whole, at, passages);
            if (
                alike.Count > 0
                && alike.TrueForAll(a => given[a.Source].Exists(n => n.Class == "not" && n.Head == a.At))
                && !kept.Exists(k => Holds(k, at))
            )
                yield return new Reason(
                    "negation-lost",
                    $"The cited words deny “{whole[at].Text}”; the line does not."
                );
        }
    }

    // "not" holds what follows in its clause; a denial may stand anywhere but on the word itself; a near negation near by.
    private static bool Holds(Governor kept, int at) =>
        kept.Class switch
        {
            "not" => at >= kept.At - 4 && at < kept.End,
            "stance" => kept.At > at || kept.At + kept.Length <= at,
            _ => kept.At != at && Math.Abs(kept.At - at) <= 5,
        };

    // The passage denies, refuses or rules out what the line tells without any such word.
    private static IEnumerable<Reason> Denials(
        Ground ground,
        List<List<Token>> passages,
        List<List<Governor>> given,
        List<Governor> kept
    )
    {
        if (kept.Count > 0)
            yield break;
        var line = Governed.Stems(ground.Tokens).ToHashSet();
        for (var source = 0; source < passages.Count; source++)
            foreach (
                var denial in given[source]
                    .Where(n =>
                        n.Class == "stance"
                        && !given[source]
                            .Exists(o => o.Class == "not" && o.Head >= n.At && o.Head < n.At + n.Length)
                    )
            )
            {
                var (share, words) = Governed.Repeated(
                    passages[source],
                    denial.At + denial.Length,
                    denial.End,
                    line
                );
                if (share >= 0.5 && words >= 1)
                    yield return new Reason(
                        "negation-lost",
                        $"“{passages[source][denial.At].Text}” in the cited words is lost in the line."
                    );
            }
    }

    private static IEnumerable<Reason> Added(
        Ground ground,
        List<List<Token>> passages,
        List<List<Governor>> given
    )
    {
        foreach (var negation in Governed.In(ground.Tokens, WordLists.Negations))
        {
            if (negation.Class == "near")
                continue;
            var words = ground.Tokens[negation.At].Text;
            if (!given.Exists(g => g.Count > 0))
            {
                yield return new Reason(
                    "negation-added",
                    $"“{words}” is the line's own: the cited words deny nothing."
                );
                continue;
            }
            if (negation.Class != "not" || negation.Head < 0)
                continue;
            var alike = Governed.Alike(ground.Tokens, negation.Head, passages);
            if (alike.Count > 0 && !alike.Exists(a => given[a.Source].Exists(n => Denies(n, a.At))))
                yield return new Reason(
                    "negation-added",
                    $"The cited words do not deny “{ground.Tokens[negation.Head].Text}”; the line does."
                );
        }
    }

    private static bool Denies(Governor given, int at) =>
        given.Class switch
        {
            "not" => at == given.Head || given.Scope(at),
            "stance" => at >= given.At + given.Length && given.Scope(at),
            _ => Math.Abs(at - given.At) <= 3,
        };
}
