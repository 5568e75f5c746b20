using System.IO.Compression;
using System.Text.Json;
using Chancery.Terms;

namespace Chancery.Gauge;

/// <summary>One text with its expressions of time; a value is empty where the annotators gave none.</summary>
/// <param name="Id">As the file names it.</param>
/// <param name="Text">The text that all passages point into.</param>
/// <param name="Times">Words and TIMEX3 values, in file order.</param>
public sealed record DatesGold(string Id, string Text, IReadOnlyList<(Passage Passage, string Value)> Times)
{
    /// <summary>Reads JSON lines (<c>.jsonl</c> or <c>.jsonl.gz</c>), one text a line, lazily.</summary>
    public static IEnumerable<DatesGold> Read(string path)
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

    private static DatesGold Of(JsonElement item) =>
        new(
            item.GetProperty("id").GetString() ?? "",
            item.GetProperty("text").GetString() ?? "",
            [
                .. item.GetProperty("timexes")
                    .EnumerateArray()
                    .Select(t =>
                        (
                            Passage.Between(
                                t.GetProperty("start").GetInt32(),
                                t.GetProperty("end").GetInt32()
                            ),
                            t.GetProperty("value").GetString() ?? ""
                        )
                    ),
            ]
        );
}
