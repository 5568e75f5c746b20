using System.IO.Compression;
using System.Text.Json;
using Chancery.Terms;

namespace Chancery.Gauge;

/// <summary>One annotated article: its text, and the attributions that people marked in it.</summary>
/// <param name="Id">As the file names it.</param>
/// <param name="Outlet">As the file names it; empty where it names none.</param>
/// <param name="Date">ISO 8601 day; empty where it names none.</param>
/// <param name="Text">The text that all passages point into.</param>
/// <param name="Statements">The attributions, in file order.</param>
public sealed record StatementsGold(
    string Id,
    string Outlet,
    string Date,
    string Text,
    IReadOnlyList<GoldStatement> Statements
)
{
    /// <summary>Reads JSON lines (<c>.jsonl</c> or <c>.jsonl.gz</c>), one article a line, lazily.</summary>
    public static IEnumerable<StatementsGold> Read(string path)
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
            yield return Of(document.RootElement);
        }
    }

    private static StatementsGold Of(JsonElement item) =>
        new(
            Field(item, "id"),
            Field(item, "outlet"),
            Field(item, "date"),
            Field(item, "text"),
            [
                .. item.GetProperty("statements")
                    .EnumerateArray()
                    .Select(s => new GoldStatement(
                        Passages(s, "source"),
                        Passages(s, "cue"),
                        Passages(s, "content")
                    )),
            ]
        );

    private static string Field(JsonElement item, string name) =>
        item.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : "";

    private static Passage[] Passages(JsonElement item, string name) =>
        item.TryGetProperty(name, out JsonElement list)
            ? [.. list.EnumerateArray().Select(p => Passage.Between(p[0].GetInt32(), p[1].GetInt32()))]
            : [];
}

/// <summary>One attribution: three parts, each any number of passages, none where the part is not told.</summary>
public sealed record GoldStatement(
    IReadOnlyList<Passage> Source,
    IReadOnlyList<Passage> Cue,
    IReadOnlyList<Passage> Content
);
