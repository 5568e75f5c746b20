using Chancery.Terms;

namespace Chancery.Desk.Happenings;

/// <summary>
/// Under what a party is compared across articles: its country, since one article says "Moscow" and another "President Putin"; within one
/// country its name, since a government and its opposition are two. A name of which one article leaves the country open has that which
/// all others give it.
/// </summary>
internal sealed class PartyKeys
{
    private readonly Dictionary<string, string> countries;
    private readonly HashSet<string> families;

    /// <param name="reported">Those of all reports to be compared.</param>
    public PartyKeys(IEnumerable<Party> reported)
    {
        IReadOnlyList<Party> parties = [.. reported];
        countries = parties
            .Where(p => p is { Country: not null, Name: not null })
            .GroupBy(p => Head(p.Name!), p => p.Country!)
            .Where(named => named.Distinct().Count() == 1)
            .ToDictionary(named => named.Key, named => named.First());
        families =
        [
            .. parties
                .Where(p => p.Name is { } name && name.Contains(' ', StringComparison.Ordinal))
                .Where(p => p.Words == p.Name![(p.Name!.LastIndexOf(' ') + 1)..])
                .Select(p => Head(p.Name!)),
        ];
    }

    /// <summary>
    /// The family names among a side, each with its country: last words of names that some report calls by them alone. Two of one
    /// country who both bear one are two people.
    /// </summary>
    public HashSet<(string? Country, string Name)> People(IReadOnlyList<Party> sides) =>
        [
            .. sides
                .Where(p => p.Name is not null && families.Contains(Head(p.Name)))
                .Select(p => (p.Country ?? Elsewhere(p), Head(p.Name!))),
        ];

    public HashSet<string> Of(IReadOnlyList<Party> sides, IReadOnlyList<Party> others)
    {
        var domestic = Domestic(sides, others);
        return [.. sides.Select(side => Key(side, domestic))];
    }

    /// <summary>True where both sides are of one country.</summary>
    public static bool Domestic(IReadOnlyList<Party> sides, IReadOnlyList<Party> others) =>
        sides.Any(s => s.Country is { } country && others.Any(o => o.Country == country));

    /// <summary>True of a country's and of one with a name of its own, not only a description ("two men").</summary>
    public static bool IsNamed(Party side) =>
        side.Country is not null
        || Words
            .Of(side.ToString())
            .Any(word =>
                char.IsUpper(side.ToString()[word.Start]) && (word.Start > 0 || side.Name is not null)
            );

    public string Key(Party side, bool domestic = false) =>
        domestic && side.Sector is { } sector ? $"{side.Country} {sector}"
        : domestic ? Head(side.ToString())
        : side.Country ?? Elsewhere(side) ?? Head(side.ToString());

    private string? Elsewhere(Party side) =>
        side.Name is { } name ? countries.GetValueOrDefault(Head(name)) : null;

    /// <summary>The last word of a name: the family's, or the noun's.</summary>
    private static string Head(string name)
    {
        var words = Words.Of(name).ToList();
        return words.Count == 0 ? "" : words[^1].In(name).ToString().ToLowerInvariant();
    }
}
