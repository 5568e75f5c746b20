using System.Collections.Frozen;
using Chancery.Language.Lexicons;

namespace Chancery.Language.Names;

public enum PlaceKind : byte
{
    Country,
    Nationality,
    Capital,
    Region,
    City,
}

/// <param name="Kind">What the name names.</param>
/// <param name="Country">ISO 3166-1 alpha-3; null where it lies in none, or in several.</param>
public readonly record struct Place(PlaceKind Kind, string? Country);

/// <summary>The place lists of one language: countries, peoples, capitals, regions, cities.</summary>
public sealed class Places
{
    private const int Longest = 40;

    private readonly FrozenDictionary<string, Place> byName;
    private readonly FrozenDictionary<string, Place>.AlternateLookup<ReadOnlySpan<char>> names;
    private readonly FrozenDictionary<string, byte>.AlternateLookup<ReadOnlySpan<char>> words;

    private Places(Dictionary<string, Place> places)
    {
        byName = places.ToFrozenDictionary(StringComparer.Ordinal);
        names = byName.GetAlternateLookup<ReadOnlySpan<char>>();
        var flags = new Dictionary<string, byte>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, place) in places)
        {
            var parts = name.Split(' ', '-');
            foreach (var part in parts.Where(part => part.Length > 0 && char.IsUpper(part[0])))
            {
                var flag =
                    parts.Length == 1
                        ? place.Kind switch
                        {
                            PlaceKind.Country => 1,
                            PlaceKind.Nationality => 2,
                            PlaceKind.City => 8,
                            _ => 4,
                        }
                    : place.Kind == PlaceKind.City ? 32
                    : 16;
                flags[part] = (byte)(flags.GetValueOrDefault(part) | flag);
            }
        }
        words = flags
            .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The lists of a language: <c>places</c> (name, country, kind) and <c>cities</c> (name, country).</summary>
    public static Places Of(string language)
    {
        var places = new Dictionary<string, Place>(StringComparer.Ordinal);
        foreach (var line in Lexicon.Lines(language, "places"))
        {
            var fields = line.Split('\t');
            var kind = fields[2] switch
            {
                "country" => PlaceKind.Country,
                "nationality" => PlaceKind.Nationality,
                "capital" => PlaceKind.Capital,
                _ => PlaceKind.Region,
            };
            places.TryAdd(fields[0], new Place(kind, fields[1].Length == 3 ? fields[1] : null));
        }
        foreach (var line in Lexicon.Lines(language, "cities"))
        {
            var fields = line.Split('\t');
            places.TryAdd(fields[0], new Place(PlaceKind.City, fields[1].Length == 3 ? fields[1] : null));
        }
        return new Places(places);
    }

    /// <summary>What a whole name names ("Ivory Coast"), as written in the lists.</summary>
    public Place? Find(ReadOnlySpan<char> name) => names.TryGetValue(name, out var place) ? place : null;

    /// <summary>What a name names that somebody wrote without capitals ("ivory coast"); as written first.</summary>
    public Place? FindSmall(ReadOnlySpan<char> name)
    {
        if (Find(name) is { } written)
        {
            return written;
        }
        if (name.Length is 0 or > Longest)
        {
            return null;
        }
        Span<char> capital = stackalloc char[Longest];
        for (var i = 0; i < name.Length; i++)
        {
            capital[i] = i == 0 || name[i - 1] is ' ' or '-' ? char.ToUpperInvariant(name[i]) : name[i];
        }
        return Find(capital[..name.Length]);
    }

    /// <summary>
    /// The lists that a word stands on, as bits: 1 a country, 2 a nationality, 4 a capital or region, 8 a city; 16 part of a longer name
    /// of those, 32 part of a longer city's name. A word without a capital stands on none.
    /// </summary>
    public int Flags(ReadOnlySpan<char> form) =>
        form.Length > 1 && char.IsUpper(form[0]) && words.TryGetValue(form, out var flags) ? flags : 0;
}
