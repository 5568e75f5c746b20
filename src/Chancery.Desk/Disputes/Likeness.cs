using Chancery.Desk.Checking;

namespace Chancery.Desk.Disputes;

/// <summary>How much two claims speak of the same thing: the words they share, each weighed by how rare it is among all claims.</summary>
internal sealed class Likeness
{
    /// <summary>A stem in more than this share of the claims pairs nothing by itself.</summary>
    private const double Common = 0.03;

    private const int Shown = 5;

    private readonly Dictionary<string, List<Claim>> carriers = new(StringComparer.Ordinal);
    private readonly int count;
    private readonly Peoples peoples;

    public Likeness(IReadOnlyList<Claim> claims, Peoples peoples)
    {
        this.peoples = peoples;
        count = claims.Count;
        foreach (var claim in claims)
        {
            foreach (var stem in claim.Stems)
            {
                if (!carriers.TryGetValue(stem, out var list))
                {
                    carriers[stem] = list = [];
                }
                list.Add(claim);
            }
        }
    }

    /// <summary>The claims that share a rare word with one.</summary>
    public IEnumerable<Claim> Near(Claim claim) =>
        claim
            .Stems.Select(stem => carriers.GetValueOrDefault(stem))
            .OfType<List<Claim>>()
            .Where(list => list.Count <= Math.Max(12, Common * count))
            .SelectMany(list => list)
            .Distinct();

    /// <summary>Shared weight over the lighter one's weight, 0 to 1; 0 where they share no name, or fewer than two words besides names.</summary>
    public double Of(Claim one, Claim other)
    {
        var shared = one.Stems.Where(other.Stems.Contains).ToList();
        return
            shared.Count < 3
            || !shared.Exists(stem => one.Names.Contains(stem) || other.Names.Contains(stem))
            || shared.Count(stem => !one.Names.Contains(stem) && !other.Names.Contains(stem)) < 2
            ? 0
            : shared.Sum(Weight) / Math.Min(one.Stems.Sum(Weight), other.Stems.Sum(Weight));
    }

    /// <summary>How much of a denial's weight a claim has too, 0 to 1.</summary>
    public double Cover(Claim claim, Claim denial) =>
        denial.Stems.Count == 0
            ? 0
            : denial.Stems.Where(claim.Stems.Contains).Sum(Weight) / denial.Stems.Sum(Weight);

    /// <summary>The words that two claims share, the rarest first, as the first one writes them: what a person is shown.</summary>
    public IReadOnlyList<string> Shared(Claim one, Claim other)
    {
        var written = Tokens
            .Of(one.Words)
            .GroupBy(peoples.Stem, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First().Text, StringComparer.Ordinal);
        return
        [
            .. one
                .Stems.Where(other.Stems.Contains)
                .OrderByDescending(Weight)
                .ThenBy(stem => stem, StringComparer.Ordinal)
                .Take(Shown)
                .Select(stem => written.GetValueOrDefault(stem, stem)),
        ];
    }

    private double Weight(string stem) =>
        Math.Log(1 + (1.0 + count) / (1 + (carriers.TryGetValue(stem, out var list) ? list.Count : 0)));
}
