using System.IO.Compression;
using System.Text.Json;

namespace Chancery.Gauge;

/// <summary>One page and what it should become.</summary>
/// <param name="Id">Its name in the set.</param>
/// <param name="Html">The page's bytes.</param>
/// <param name="Url">Its address, where the set tells it.</param>
/// <param name="Text">The article's text; empty where the page holds none.</param>
/// <param name="Title">Its headline, where told.</param>
/// <param name="Authors">Its authors, where told.</param>
/// <param name="Date">As the set writes it: a day, a day and a time, or a month only.</param>
public sealed record CleaningItem(
    string Id,
    byte[] Html,
    string? Url,
    string Text,
    string? Title,
    IReadOnlyList<string>? Authors,
    string? Date
);

/// <summary>Reads a set of pages: a folder with <c>truth.jsonl</c> (or <c>.gz</c>), or that file itself.</summary>
public static class CleaningGold
{
    public static IEnumerable<CleaningItem> Read(string path)
    {
        string truth = Directory.Exists(path) ? Path.Combine(path, "truth.jsonl") : path;
        if (!File.Exists(truth) && File.Exists(truth + ".gz"))
        {
            truth += ".gz";
        }

        string folder = Path.GetDirectoryName(Path.GetFullPath(truth))!;
        using var lines = new StreamReader(Open(truth));
        while (lines.ReadLine() is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                using var item = JsonDocument.Parse(line);
                yield return Item(item.RootElement, folder);
            }
        }
    }

    private static CleaningItem Item(JsonElement item, string folder)
    {
        using Stream page = Open(Path.Combine(folder, item.GetProperty("html").GetString()!));
        using var bytes = new MemoryStream();
        page.CopyTo(bytes);
        return new CleaningItem(
            item.GetProperty("id").GetString()!,
            bytes.ToArray(),
            Told(item, "url"),
            Told(item, "text") ?? "",
            Told(item, "title"),
            item.TryGetProperty("authors", out JsonElement authors)
            && authors.ValueKind == JsonValueKind.Array
                ? [.. authors.EnumerateArray().Select(author => author.GetString()!)]
                : null,
            Told(item, "date")
        );
    }

    private static string? Told(JsonElement item, string name) =>
        item.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static Stream Open(string path)
    {
        if (!File.Exists(path) && File.Exists(path + ".gz"))
        {
            path += ".gz";
        }

        FileStream file = File.OpenRead(path);
        return path.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(file, CompressionMode.Decompress)
            : file;
    }
}
