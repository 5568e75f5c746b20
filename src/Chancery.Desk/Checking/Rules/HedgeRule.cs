using Chancery.Terms;

namespace Chancery.Desk.Checking.Rules;

/// <summary>
/// A word of doubt in the cited clause is kept in the line: "could" by a word of doubt, "reportedly" by such a word or by
/// naming who says so; what is planned is not told as done; and a saying is not made a confirmation.
/// </summary>
internal static class HedgeRule
{
    public static IEnumerable<Reason> Check(Ground ground)
    {
        var passages = ground.Sources.Select(s => s.Tokens).ToList();
        var hedges = passages.Select(p => Governed.In(p, WordLists.Hedges)).ToList();
        var whole = Tokens.Of(ground.Line.Text);
        var kept = Governed.In(whole, WordLists.Hedges);
        var told = new HashSet<string>();

        for (var at = 0; at < whole.Count; at++)
        {
            if (!Governed.Content(whole[at]))
                continue;
            var alike = Governed.Alike(whole, at, passages);
            if (alike.Count == 0)
                continue;
            var governors = alike.Select(a => hedges[a.Source].Where(h => h.Head == a.At).ToList()).ToList();
            if (governors.Exists(g => g.Count == 0))
                continue;
            var hedge = governors[0][0];
            var words = Words(passages[alike[0].Source], hedge);
            if (hedge.Class == "plan" ? !Past(whole, at) : hedge.Class == "report" && Attributed(whole))
                continue;
            if (!Keeps(kept, at, hedge.Class) && told.Add(words))
                yield return hedge.Class == "plan"
                    ? new Reason(
                        "plan-told-as-done",
                        $"The cited words say “{words} {Follows(passages[alike[0].Source], hedge)}”; the line tells it as done."
                    )
                    : new Reason("hedge-lost", $"“{words}” in the cited words is lost in the line.");
        }
        foreach (
            var reason in Paraphrased(ground, passages, hedges, whole, kept).Where(r => told.Add(r.Sentence))
        )
            yield return reason;
        foreach (var cue in WordLists.Cues.In(ground.Tokens).Where(c => c.Means == "fact"))
            if (!passages.Exists(p => p.Exists(t => Stem.Same(t.Folded, ground.Tokens[cue.At].Folded))))
                yield return new Reason(
                    "cue-stronger",
                    $"“{ground.Tokens[cue.At].Text}” vouches for what is said; the cited words do not."
                );
    }

    // The line says the clause in other words and holds no word of doubt at all.
    private static IEnumerable<Reason> Paraphrased(
        Ground ground,
        List<List<Token>> passages,
        List<List<Governor>> hedges,
        List<Token> whole,
        List<Governor> kept
    )
    {
        if (kept.Count > 0)
            yield break;
        var line = Governed.Stems(ground.Tokens).ToHashSet();
        for (var source = 0; source < passages.Count; source++)
            foreach (
                var hedge in hedges[source]
                    .Where(h => h.Class != "plan" && !(h.Class == "report" && Attributed(whole)))
            )
            {
                var (share, words) = Governed.Repeated(
                    passages[source],
                    hedge.At + hedge.Length,
                    hedge.End,
                    line
                );
                if (share >= 0.6 && words >= 3)
                    yield return new Reason(
                        "hedge-lost",
                        $"“{Words(passages[source], hedge)}” in the cited words is lost in the line."
                    );
            }
    }

    // A word of doubt of like strength whose clause, or the three words before it, hold the place; "will" at the place
    // itself is none, whatever doubt stands elsewhere in the clause.
    private static bool Keeps(List<Governor> kept, int at, string doubt) =>
        doubt switch
        {
            "plan" => kept.Exists(k => Near(k, at)),
            "report" => kept.Exists(k => Near(k, at) && k.Class != "plan"),
            _ => kept.Exists(k =>
                Near(k, at)
                && k.Class is "modal" or "seem"
                && (k.Head == at || !kept.Exists(p => p.Class == "plan" && p.Head == at))
            ),
        };

    private static bool Near(Governor kept, int at) => at >= kept.At - 3 && at < kept.End;

    private static bool Attributed(List<Token> whole) =>
        WordLists.Cues.In(whole).Count > 0 || WordLists.Sourcing.In(whole).Count > 0;

    private static bool Past(List<Token> tokens, int at)
    {
        var word = tokens[at].Folded;
        if (word.EndsWith("ing", StringComparison.Ordinal) || at > 0 && tokens[at - 1].Folded is "be" or "to")
            return false;
        return word.EndsWith("ed", StringComparison.Ordinal) || WordLists.PastForms.Contains(word);
    }

    private static string Words(List<Token> tokens, Governor hedge) =>
        string.Join(' ', tokens.Skip(hedge.At).Take(hedge.Length).Select(t => t.Text));

    private static string Follows(List<Token> tokens, Governor hedge) =>
        string.Join(
            ' ',
            tokens
                .Skip(hedge.At + hedge.Length)
                .Take(Math.Max(1, hedge.Head - hedge.At - hedge.Length + 1))
                .Select(t => t.Text)
        );
}
