using System.IO.Compression;
using System.Text.Json;

namespace Chancery.Bench;

/// <summary>The texts that language is measured on, and the weights that ship.</summary>
internal static class RealWeek
{
    private static readonly string Project = Above()
        .First(folder => File.Exists(Path.Combine(folder, "Chancery.slnx")));

    public static byte[] Weights() =>
        File.ReadAllBytes(Path.Combine(Project, "weights", "en", "core.weights"));

    /// <summary>The real week where it stands beside the project (CHANCERY_SHARED names another place), else a text of our own, many times.</summary>
    public static string[] Texts()
    {
        var shared =
            Environment.GetEnvironmentVariable("CHANCERY_SHARED") ?? Path.Combine(Project, "..", "shared");
        var week = Path.Combine(shared, "corpora", "week-2025-05-16", "articles.jsonl.gz");
        return File.Exists(week) ? Read(week) : [.. Enumerable.Repeat(Own, 200)];
    }

    private static string[] Read(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var read = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            using var item = JsonDocument.Parse(line);
            read.Add(item.RootElement.GetProperty("text").GetString() ?? "");
        }
        return [.. read];
    }

    private static IEnumerable<string> Above()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            yield return at.FullName;
        }
    }

    private const string Own =
        "Foreign Minister Jan Novák of Ruritania arrived in Geneva on Monday for two days of talks with his counterpart from "
        + "Freedonia. “We want an agreement that lasts,” he told reporters at the airport, “and we will not leave without one.” "
        + "The two countries broke off relations in 2019, after a dispute over gas that the European Union tried to mediate.";
}
