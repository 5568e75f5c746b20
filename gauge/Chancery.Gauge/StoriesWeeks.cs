using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Chancery.Gauge;

/// <summary>One entry of a week's feeds.</summary>
public sealed record WeekEntry(
    string Address,
    string Outlet,
    string Title,
    string Lead,
    string Language,
    DateTimeOffset At
);

/// <summary>A week of feeds and what a human editor led with.</summary>
/// <param name="LastDay">The week's last day.</param>
/// <param name="Lead">The editor's lead in words.</param>
/// <param name="Patterns">A story carries the lead where all of them match in one of its headlines or leads.</param>
/// <param name="Entries">In time order.</param>
public sealed record StoriesWeek(
    DateOnly LastDay,
    string Lead,
    IReadOnlyList<Regex> Patterns,
    IReadOnlyList<WeekEntry> Entries
)
{
    public bool Carries(WeekEntry entry) =>
        Patterns.All(pattern => pattern.IsMatch(entry.Title))
        || Patterns.All(pattern => pattern.IsMatch(entry.Lead));

    /// <summary>Reads <c>week_to_DATE.jsonl.gz</c> files, one week at a time.</summary>
    /// <param name="folder">The folder of weeks.</param>
    /// <param name="leads">The file of leads; weeks that it does not name are left out.</param>
    public static IEnumerable<StoriesWeek> Read(string folder, string leads)
    {
        foreach (string line in File.ReadLines(leads))
        {
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement item = document.RootElement;
            string day = item.GetProperty("week_to").GetString()!;
            string file = Path.Combine(folder, $"week_to_{day}.jsonl.gz");
            if (!File.Exists(file))
                continue;
            yield return new StoriesWeek(
                DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture),
                item.GetProperty("lead").GetString()!,
                [
                    .. item.GetProperty("patterns")
                        .EnumerateArray()
                        .Select(pattern => new Regex(
                            pattern.GetString()!,
                            RegexOptions.CultureInvariant,
                            TimeSpan.FromSeconds(1)
                        )),
                ],
                [.. Lines(file).OrderBy(entry => entry.At)]
            );
        }
    }

    private static IEnumerable<WeekEntry> Lines(string path)
    {
        using FileStream file = File.OpenRead(path);
        using var plain = new GZipStream(file, CompressionMode.Decompress);
        using var lines = new StreamReader(plain);
        while (lines.ReadLine() is { } line)
        {
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement item = document.RootElement;
            yield return new WeekEntry(
                Field(item, "url"),
                Field(item, "outlet"),
                Field(item, "title"),
                Field(item, "text"),
                Field(item, "lang"),
                DateTimeOffset.Parse(
                    Field(item, "published"),
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.AssumeUniversal
                )
            );
        }
    }

    private static string Field(JsonElement item, string name) =>
        item.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : "";
}
