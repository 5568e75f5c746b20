using Chancery.Terms;

namespace Chancery.Desk.Checking.Rules;

/// <summary>
/// A line that claims several sources has several: outlets of one family, an agency's text under two names and words
/// copied from one article to the next are one source.
/// </summary>
internal static class FamilyRule
{
    public static IEnumerable<Reason> Check(Ground ground)
    {
        var claimed = Claimed(ground);
        if (claimed.Count < 2)
            yield break;
        var families = Families(ground.Sources);
        if (families < 2)
            yield return new Reason(
                "one-source-as-two",
                $"The line names {string.Join(" and ", claimed)} as sources, but what it cites is one text or one family's."
            );
    }

    /// <summary>The outlets that the line names as its sources, the agency of a cited article among them.</summary>
    private static List<string> Claimed(Ground ground)
    {
        var outlets =
            ground.Watch?.Outlets.Where(o => OutletNames.NamedIn(o, ground.Tokens)).Select(o => o.Name) ?? [];
        var agencies = ground
            .Sources.Select(s => s.Article.Agency)
            .OfType<string>()
            .Where(a => Names.Stands(a, ground.Tokens));
        // Each must be the source of a cited article: "Novák told Meridian Wire, the Courier reports" claims one.
        return
        [
            .. outlets
                .Concat(agencies)
                .Distinct()
                .Where(name =>
                    ground.Sources.Any(s => Carried.Outlets(s).Contains(name)) && Reports(name, ground.Tokens)
                ),
        ];
    }

    // "the Courier and Meridian Wire report", "according to the Courier and Meridian Wire": not one to whom somebody spoke.
    private static bool Reports(string name, List<Token> tokens)
    {
        var words = Names.Words(name);
        var at = Names.IndexOf(words.AsSpan()[^1..], tokens);
        var start = at - words.Length + 1;
        for (var i = Math.Max(0, start - 3); i < Math.Max(0, start); i++)
            if (WordLists.Cues.Of(tokens[i].Folded) == "tell")
                return false;
        return at >= 0;
    }

    private static int Families(IReadOnlyList<Source> sources)
    {
        var counted = new List<Source>();
        foreach (var source in sources)
            if (!counted.Exists(c => Family(c) == Family(source) || Alike(c, source)))
                counted.Add(source);
        return counted.Count;
    }

    private static string Family(Source source) =>
        source.Article.Agency ?? source.Outlet?.Family ?? source.Article.Outlet;

    // Passages that share most of their four-word runs are one text printed twice.
    private static bool Alike(Source a, Source b)
    {
        if (a.Article.Id == b.Article.Id)
            return true;
        var (first, second) = (Runs(a.Tokens), Runs(b.Tokens));
        return first.Count > 0
            && second.Count > 0
            && first.Count(second.Contains) >= 0.6 * Math.Min(first.Count, second.Count);
    }

    private static HashSet<string> Runs(List<Token> tokens)
    {
        var words = tokens.Where(t => t.Kind != TokenKind.Mark).Select(t => t.Folded).ToList();
        return
        [
            .. Enumerable
                .Range(0, Math.Max(0, words.Count - 3))
                .Select(i => string.Join(' ', words.Skip(i).Take(4))),
        ];
    }
}
