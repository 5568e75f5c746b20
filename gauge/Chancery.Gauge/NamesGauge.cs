namespace Chancery.Gauge;

/// <param name="First">Index of its first word.</param>
/// <param name="End">Index after its last word.</param>
/// <param name="Kind">"PER", "LOC", "ORG", or "NAT" for nationalities.</param>
public readonly record struct FoundName(int First, int End, string Kind);

/// <summary>Shares from 0 to 1: exact span and type on the file's own tokens.</summary>
public sealed record NamesFigures(
    int Items,
    double Seconds,
    double F1,
    double Precision,
    double Recall,
    double Per,
    double Loc,
    double Org
);

/// <summary>Measures names against annotated text.</summary>
public static class NamesGauge
{
    /// <param name="path">A <c>.bio</c> or <c>.bio.gz</c> file.</param>
    /// <param name="find">Finds the names of each sentence in a text of given sentences and words: the file is one running text.</param>
    /// <param name="nationalities">True to count nationalities as places; else they are left out.</param>
    public static NamesFigures Measure(
        string path,
        Func<IReadOnlyList<IReadOnlyList<string>>, IReadOnlyList<IReadOnlyList<FoundName>>> find,
        bool nationalities
    )
    {
        var before = System.Diagnostics.Stopwatch.GetTimestamp();
        var tallies = new Dictionary<string, (int Right, int Gold, int Ours)>(StringComparer.Ordinal);
        void Add(string kind, int right, int gold, int ours)
        {
            var (r, g, o) = tallies.GetValueOrDefault(kind);
            tallies[kind] = (r + right, g + gold, o + ours);
        }
        var sentences = NamesGold.Read(path);
        var found = find([.. sentences.Select(sentence => sentence.Words)]);
        foreach (var (sentence, names) in sentences.Zip(found))
        {
            var gold = sentence.Names().ToHashSet();
            foreach (var (_, _, kind) in gold)
            {
                Add(kind, 0, 1, 0);
            }
            foreach (var name in names)
            {
                if (name.Kind == "NAT" && !nationalities)
                {
                    continue;
                }
                var kind = name.Kind == "NAT" ? "LOC" : name.Kind;
                Add(kind, gold.Contains((name.First, name.End, kind)) ? 1 : 0, 0, 1);
            }
        }
        var all = tallies.Values.Aggregate(
            (Right: 0, Gold: 0, Ours: 0),
            (a, b) => (a.Right + b.Right, a.Gold + b.Gold, a.Ours + b.Ours)
        );
        return new NamesFigures(
            sentences.Count,
            System.Diagnostics.Stopwatch.GetElapsedTime(before).TotalSeconds,
            F1(all),
            (double)all.Right / Math.Max(1, all.Ours),
            (double)all.Right / Math.Max(1, all.Gold),
            F1(tallies.GetValueOrDefault("PER")),
            F1(tallies.GetValueOrDefault("LOC")),
            F1(tallies.GetValueOrDefault("ORG"))
        );
    }

    private static double F1((int Right, int Gold, int Ours) tally) =>
        2.0 * tally.Right / Math.Max(1, tally.Gold + tally.Ours);
}
