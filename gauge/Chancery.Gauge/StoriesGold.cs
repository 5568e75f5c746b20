using System.Globalization;
using System.IO.Compression;
using System.Text.Json;

namespace Chancery.Gauge;

/// <summary>One article and the story that people put it in.</summary>
/// <param name="Id">As the file names it.</param>
/// <param name="At">Its date; null where the file has none.</param>
/// <param name="Title">Its headline; empty where the file has none.</param>
/// <param name="Text">Its text.</param>
/// <param name="Story">The story's key.</param>
public sealed record StoriesGold(string Id, DateTimeOffset? At, string Title, string Text, string Story)
{
    /// <summary>Reads JSON lines (<c>.jsonl</c> or <c>.jsonl.gz</c>), lazily.</summary>
    public static IEnumerable<StoriesGold> Read(string path)
    {
        using Stream file = File.OpenRead(path);
        using Stream plain = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
            ? new GZipStream(file, CompressionMode.Decompress)
            : file;
        using var lines = new StreamReader(plain);
        while (lines.ReadLine() is { } line)
        {
            if (line.Length == 0)
                continue;
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement item = document.RootElement;
            yield return new StoriesGold(
                Field(item, "id"),
                DateTimeOffset.TryParse(
                    Field(item, "date"),
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.AssumeUniversal,
                    out DateTimeOffset at
                )
                    ? at
                    : null,
                Field(item, "title"),
                Field(item, "text"),
                Field(item, "story")
            );
        }
    }

    private static string Field(JsonElement item, string name) =>
        item.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : "";
}
