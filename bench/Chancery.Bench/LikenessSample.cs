using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Chancery.Reading.Likeness;
using Chancery.Reading.Pages;

namespace Chancery.Bench;

/// <summary>
/// Copies among the items of a file: how many pairs, in how many seconds, and a seeded draw of them for a person to judge.
/// </summary>
internal static class LikenessSample
{
    private const int Seed = 2022;

    /// <param name="path">JSON lines with "url", "title", "text" and "published", also gzipped.</param>
    /// <param name="drawn">How many pairs are printed.</param>
    public static int Run(string path, int drawn)
    {
        List<JsonElement> items = [.. Lines(path)];
        List<LikeText> texts = [.. items.Select(Text)];
        var clock = Stopwatch.StartNew();
        IReadOnlyList<LikePair> pairs = Reprints.Find(texts);
        Console.WriteLine(
            $"{texts.Count:N0} items, {pairs.Count:N0} pairs in {clock.Elapsed.TotalSeconds:F1} s; {drawn} of them, seed {Seed}:"
        );
        var random = new Random(Seed);
        int number = 0;
        foreach (LikePair pair in pairs.OrderBy(_ => random.Next()).Take(drawn))
        {
            Console.WriteLine($"{++number}. {pair.Kind} {pair.Resemblance:F2} {pair.Containment:F2}");
            Print(texts[pair.First]);
            Print(texts[pair.Other]);
        }

        return 0;
    }

    private static void Print(LikeText text) =>
        Console.WriteLine($"   {text.At:yyyy-MM-dd} {text.Key}\n      {text.Text.Replace('\n', ' ')}");

    private static LikeText Text(JsonElement item)
    {
        string address = Address.Canonical(item.GetProperty("url").GetString() ?? "");
        return new LikeText(
            address,
            Address.Outlet(address) ?? "",
            DateTimeOffset.TryParse(
                item.GetProperty("published").GetString(),
                CultureInfo.InvariantCulture,
                out DateTimeOffset at
            )
                ? at
                : null,
            $"{item.GetProperty("title")}\n\n{item.GetProperty("text")}"
        );
    }

    private static IEnumerable<JsonElement> Lines(string path)
    {
        using FileStream file = File.OpenRead(path);
        using Stream bytes = path.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(file, CompressionMode.Decompress)
            : file;
        using var lines = new StreamReader(bytes);
        while (lines.ReadLine() is { } line)
        {
            yield return JsonDocument.Parse(line).RootElement;
        }
    }
}
