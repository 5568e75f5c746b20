namespace Chancery.Desk.Drafting;

/// <summary>Keeps one outlet from carrying an issue, and one thing from being said twice.</summary>
internal sealed class Balance(Outlets outlets)
{
    /// <summary>No outlet has more than this share of an issue's citations, once there are a few.</summary>
    public const double LargestShare = 1.0 / 3;

    /// <summary>Two lines that share this part of their words say the same.</summary>
    private const double Same = 0.5;

    private readonly Dictionary<string, int> citations = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<HashSet<string>> said = [];
    private int total;

    /// <summary>What a candidate is worth now: nothing where it repeats, less the more its outlet has had.</summary>
    public double Now(Candidate candidate)
    {
        var bag = Bag(candidate.Words);
        if (said.Any(other => Overlap(bag, other) >= Same))
        {
            return 0;
        }
        var family = outlets.Family(candidate.From.Article);
        var had = citations.GetValueOrDefault(family);
        var share = (had + candidate.Citations.Count) / (double)(total + candidate.Citations.Count);
        return had + candidate.Citations.Count > 3 && share > LargestShare ? 0 : candidate.Worth - 0.35 * had;
    }

    public void Take(Candidate candidate)
    {
        said.Add(Bag(candidate.Words));
        var family = outlets.Family(candidate.From.Article);
        citations[family] = citations.GetValueOrDefault(family) + candidate.Citations.Count;
        total += candidate.Citations.Count;
    }

    private static HashSet<string> Bag(string text) =>
        new(
            Words.Of(text).Where(word => word.Length > 3).Select(word => word.In(text).ToString()),
            StringComparer.OrdinalIgnoreCase
        );

    private static double Overlap(HashSet<string> a, HashSet<string> b) =>
        a.Count == 0 || b.Count == 0 ? 0 : a.Count(b.Contains) / (double)Math.Min(a.Count, b.Count);
}
