namespace Chancery.Press;

/// <summary>
/// For an issue, the earlier ones that are about the same: those that share the rarest names with it. Only earlier ones
/// count, so that a new issue changes nobody else's list.
/// </summary>
internal static class Related
{
    public const int Most = 3;

    /// <summary>How much of the weight of its own names an issue must share.</summary>
    private const double Least = 0.25;

    /// <param name="issues">In the order of their weeks, the oldest first.</param>
    /// <param name="beside">How many issues just before it stand on its page anyway.</param>
    public static IReadOnlyDictionary<DateOnly, IReadOnlyList<IssueCard>> Of(
        IReadOnlyList<IssueCard> issues,
        int beside
    )
    {
        var related = new Dictionary<DateOnly, IReadOnlyList<IssueCard>>();
        var holders = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < issues.Count; i++)
        {
            var shared = new Dictionary<int, double>();
            var whole = 0.0;
            foreach (var name in issues[i].Names.Distinct())
            {
                if (!holders.TryGetValue(name, out var earlier))
                    holders[name] = earlier = [];
                var weight = Math.Log((1.0 + i) / (1 + earlier.Count));
                whole += weight;
                foreach (var other in earlier.Where(other => other < i - beside))
                    shared[other] = shared.GetValueOrDefault(other) + weight;
                earlier.Add(i);
            }
            related[issues[i].Week] =
            [
                .. shared
                    .Where(pair => pair.Value > 0 && pair.Value >= Least * whole)
                    .OrderByDescending(pair => pair.Value)
                    .ThenByDescending(pair => pair.Key)
                    .Take(Most)
                    .Select(pair => issues[pair.Key]),
            ];
        }
        return related;
    }
}
