using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Chancery.Gauge;

/// <summary>One event of a day, as an encyclopaedia tells it in a sentence.</summary>
/// <param name="Day">Its day.</param>
/// <param name="Names">Its words that begin with a capital or a digit, the first word left out.</param>
/// <param name="Words">Its other words of five letters or more, by their first five.</param>
public sealed partial record StoriesEvent(
    DateOnly Day,
    IReadOnlySet<string> Names,
    IReadOnlySet<string> Words
)
{
    /// <summary>Reads the events whose topic or sentence carries a phrase.</summary>
    public static IReadOnlyList<StoriesEvent> Read(string path, string about)
    {
        using FileStream file = File.OpenRead(path);
        using var plain = new GZipStream(file, CompressionMode.Decompress);
        using var lines = new StreamReader(plain);
        var events = new List<StoriesEvent>();
        while (lines.ReadLine() is { } line)
        {
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement item = document.RootElement;
            string sentence = item.GetProperty("event").GetString() ?? "";
            if (
                sentence.Contains(about, StringComparison.Ordinal)
                || (item.GetProperty("topic").GetString() ?? "").Contains(about, StringComparison.Ordinal)
            )
            {
                events.Add(
                    Of(
                        DateOnly.Parse(item.GetProperty("date").GetString()!, CultureInfo.InvariantCulture),
                        sentence
                    )
                );
            }
        }
        return events;
    }

    public static StoriesEvent Of(DateOnly day, string sentence)
    {
        string[] words = [.. Word().Matches(sentence).Select(word => word.Value)];
        return new StoriesEvent(day, Capitals(words.Skip(1)), Small(words));
    }

    /// <summary>
    /// An entry tells of the event where its headline and lead carry half of the event's names (two at least) and three of
    /// its other words. Both are rough: the figure is for following, not for boasting.
    /// </summary>
    public bool In(WeekEntry entry)
    {
        string[] words = [.. Word().Matches($"{entry.Title} {entry.Lead}").Select(word => word.Value)];
        int names = Capitals(words).Count(Names.Contains);
        return names >= Math.Max(2, (Names.Count + 1) / 2) && Small(words).Count(Words.Contains) >= 3;
    }

    private static HashSet<string> Capitals(IEnumerable<string> words) =>
        [.. words.Where(word => !char.IsLower(word[0])).Select(Five)];

    private static HashSet<string> Small(IEnumerable<string> words) =>
        [.. words.Where(word => char.IsLower(word[0]) && word.Length > 4).Select(Five)];

    private static string Five(string word) => word[..Math.Min(5, word.Length)].ToLowerInvariant();

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();
}
