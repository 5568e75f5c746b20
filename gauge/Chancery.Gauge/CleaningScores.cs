using System.Text.RegularExpressions;

namespace Chancery.Gauge;

/// <summary>The measures of cleaning, page by page.</summary>
public static partial class CleaningScores
{
    /// <summary>Words are <c>\w+</c>; Chinese, Japanese and Korean count by character.</summary>
    public static List<string> WordsOf(string text) => [.. Word().Matches(text).Select(match => match.Value)];

    /// <summary>Multiset precision and recall of 4-gram shingles; precision is null where nothing was put out.</summary>
    public static (double? Precision, double Recall) Shingles(string gold, string found)
    {
        var (hits, inGold, inFound) = Overlap(ShinglesOf(WordsOf(gold)), ShinglesOf(WordsOf(found)));
        return (
            inFound == 0 ? (inGold == 0 ? 1 : null) : (double)hits / inFound,
            inGold == 0 ? (inFound == 0 ? 1 : 0) : (double)hits / inGold
        );
    }

    /// <summary>F1 of lower-cased word multisets.</summary>
    public static double WordF1(string gold, string found)
    {
        var (hits, inGold, inFound) = Overlap(Lower(WordsOf(gold)), Lower(WordsOf(found)));
        return inGold + inFound == 0 ? 1 : 2.0 * hits / (inGold + inFound);
    }

    /// <summary>F1 of two sets of names, or null where neither side names anybody.</summary>
    public static double? NamesF1(IReadOnlyList<string> gold, IReadOnlyList<string> found)
    {
        HashSet<string> wanted = [.. gold.Select(Folded).Where(name => name.Length > 0)];
        HashSet<string> given = [.. found.Select(Folded).Where(name => name.Length > 0)];
        return wanted.Count + given.Count == 0
            ? null
            : 2.0 * wanted.Count(given.Contains) / (wanted.Count + given.Count);
    }

    /// <summary>
    /// <see cref="NamesF1"/> of everybody an article is credited to: its people, and the agency always, whether or not the
    /// gold names it; under the gold's form of its name where it does.
    /// </summary>
    public static double? CreditsF1(
        IReadOnlyList<string> gold,
        IReadOnlyList<string> people,
        string? agency
    ) =>
        NamesF1(
            gold,
            agency is null
                ? people
                : [.. people, gold.FirstOrDefault(name => IsAgency(name, agency)) ?? agency]
        );

    /// <summary>The same words with or without a place ("ENA, TORVIK"), or one the other's initials ("Example News Agency").</summary>
    private static bool IsAgency(string name, string agency) =>
        Folded(name.Split(',')[0]) == Folded(agency)
        || name.StartsWith(agency + " ", StringComparison.Ordinal)
        || Initials(name).Equals(agency, StringComparison.OrdinalIgnoreCase)
        || Initials(agency).Equals(name, StringComparison.OrdinalIgnoreCase);

    private static string Initials(string name) =>
        string.Concat(
            name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries)
                .Where(word => word != "The")
                .Select(word => word[0])
        );

    /// <summary>Letters and digits alone, lower case: case, space, quote glyphs and punctuation do not count.</summary>
    public static string Folded(string text) =>
        string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static IEnumerable<string> Lower(List<string> words) =>
        words.Select(word => word.ToLowerInvariant());

    private static IEnumerable<string> ShinglesOf(List<string> words)
    {
        const int Size = 4;
        if (words.Count is > 0 and < Size)
        {
            yield return string.Join(' ', words);
        }

        for (int at = 0; at + Size <= words.Count; at++)
        {
            yield return $"{words[at]} {words[at + 1]} {words[at + 2]} {words[at + 3]}";
        }
    }

    private static (int Hits, int InGold, int InFound) Overlap(
        IEnumerable<string> gold,
        IEnumerable<string> found
    )
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        int inGold = 0;
        foreach (string item in gold)
        {
            counts[item] = counts.GetValueOrDefault(item) + 1;
            inGold++;
        }

        int hits = 0;
        int inFound = 0;
        foreach (string item in found)
        {
            inFound++;
            if (counts.TryGetValue(item, out int left) && left > 0)
            {
                counts[item] = left - 1;
                hits++;
            }
        }

        return (hits, inGold, inFound);
    }

    [GeneratedRegex(
        @"[\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF]|(?:(?![\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF])\w)+",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Word();
}
