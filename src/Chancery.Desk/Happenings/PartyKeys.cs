using Chancery.Terms;

namespace Chancery.Desk.Happenings;

/// <summary>
/// Under what a party is compared across articles: its country, since one article says "Moscow" and another "President Putin"; within one
/// country its name, since a government and its opposition are two.
/// </summary>
internal static class PartyKeys
{
    public static HashSet<string> Of(IReadOnlyList<Party> sides, IReadOnlyList<Party> others)
    {
        var domestic = sides.Any(s => s.Country is { } country && others.Any(o => o.Country == country));
        return [.. sides.Select(side => Key(side, domestic))];
    }

    public static string Key(Party side, bool domestic = false) =>
        side.Country is { } country && !domestic ? country
        : domestic && side.Sector is { } sector ? $"{side.Country} {sector}"
        : Head(side.ToString());

    /// <summary>The last word of a name: the family's, or the noun's.</summary>
    private static string Head(string name)
    {
        var words = Words.Of(name).ToList();
        return words.Count == 0 ? "" : words[^1].In(name).ToString().ToLowerInvariant();
    }
}
