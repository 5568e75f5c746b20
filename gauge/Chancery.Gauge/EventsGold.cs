using System.IO.Compression;
using System.Text.Json;
using Chancery.Terms;

namespace Chancery.Gauge;

/// <summary>One sentence with its event; <see cref="Type"/> is empty where it tells of none.</summary>
/// <param name="Id">As the file names it.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Type">PLOVER type as the file names it.</param>
/// <param name="Given">True where the file gives the sides as passages and asks for the type alone.</param>
/// <param name="Actors">Each with its words and country code.</param>
/// <param name="Recipients">Likewise.</param>
public sealed record EventsGold(
    string Id,
    string Text,
    string Type,
    bool Given,
    IReadOnlyList<GoldSide> Actors,
    IReadOnlyList<GoldSide> Recipients
)
{
    /// <summary>Reads JSON lines (<c>.jsonl</c> or <c>.jsonl.gz</c>), one sentence a line, lazily.</summary>
    public static IEnumerable<EventsGold> Read(string path)
    {
        using Stream file = File.OpenRead(path);
        using Stream plain = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
            ? new GZipStream(file, CompressionMode.Decompress)
            : file;
        using var lines = new StreamReader(plain);
        while (lines.ReadLine() is { } line)
        {
            if (line.Length > 0)
            {
                using var item = JsonDocument.Parse(line);
                yield return Of(item.RootElement);
            }
        }
    }

    private static EventsGold Of(JsonElement item)
    {
        var marked = Word(item, "marked");
        return marked.Length > 0
            ? new EventsGold(
                Word(item, "id"),
                Word(item, "text"),
                Word(item, "type"),
                true,
                [new GoldSide(Word(item, "actor"), "", Marked(marked, 's'))],
                [new GoldSide(Word(item, "recipient"), "", Marked(marked, 't'))]
            )
            : new EventsGold(
                Word(item, "id"),
                Word(item, "text"),
                Word(item, "type"),
                false,
                Sides(item, "actors"),
                Sides(item, "recipients")
            );
    }

    /// <summary>The place of the marked words once all marks are gone.</summary>
    private static Passage Marked(string marked, char mark)
    {
        var start = marked.IndexOf($"<{mark}>", StringComparison.Ordinal);
        var end = marked.IndexOf($"</{mark}>", StringComparison.Ordinal);
        return Passage.Between(Bare(marked, start), Bare(marked, end));
    }

    private static int Bare(string marked, int at)
    {
        var before = marked[..Math.Max(at, 0)];
        foreach (var mark in (string[])["<s>", "</s>", "<t>", "</t>"])
        {
            before = before.Replace(mark, "", StringComparison.Ordinal);
        }
        return before.Length;
    }

    private static GoldSide[] Sides(JsonElement item, string name) =>
        item.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Select(s => new GoldSide(Word(s, "text"), Word(s, "code"), default))]
            : [];

    private static string Word(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : "";
}

/// <param name="Text">The words.</param>
/// <param name="Country">ISO 3166-1 alpha-3, or a code of the annotators; empty where none.</param>
/// <param name="Passage">Where the words stand, where the file tells; else empty.</param>
public sealed record GoldSide(string Text, string Country, Passage Passage);
