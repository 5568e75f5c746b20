using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Chancery.Gauge;

/// <summary>What a reader made of one stretch of an archive.</summary>
/// <param name="IsRecord">True where it gave a record.</param>
/// <param name="DigestHolds">Whether the digest that the record states holds; null where it states none.</param>
/// <param name="Why">Why there is no record, or what is wrong with it, in words; null where all is well.</param>
public readonly record struct WarcItem(bool IsRecord, bool? DigestHolds, string? Why);

/// <summary>How well archives are read.</summary>
public sealed record WarcFigures
{
    /// <summary>Files measured.</summary>
    public required int Items { get; init; }

    /// <summary>Records that begin in them, counted by their first lines, without the reader.</summary>
    public required int Wanted { get; init; }

    public required int Records { get; init; }

    /// <summary>Share of the wanted records that were given, or named with a reason.</summary>
    public required double Answered { get; init; }

    /// <summary>Records whose stated digest holds, and those whose does not.</summary>
    public required int DigestsHold { get; init; }

    public required int DigestsFail { get; init; }
    public required double Seconds { get; init; }

    /// <summary>What was said, file by file. For reading, not for programs.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }
}

/// <summary>Measures the reading of WARC and ARC files, good and broken.</summary>
public static partial class WarcGauge
{
    /// <param name="path">A folder of archives.</param>
    /// <param name="read">Reads one file; every record and every reason is an item.</param>
    public static WarcFigures Measure(string path, Func<string, IEnumerable<WarcItem>> read)
    {
        var files = Directory
            .EnumerateFiles(path)
            .Where(file => Named().IsMatch(Path.GetFileName(file)))
            .Order(StringComparer.Ordinal)
            .ToList();
        var (wanted, records, answered, hold, fail) = (0, 0, 0, 0, 0);
        var reasons = new List<string>();
        var reading = TimeSpan.Zero;
        foreach (var file in files)
        {
            var before = Stopwatch.GetTimestamp();
            var items = read(file).ToList();
            reading += Stopwatch.GetElapsedTime(before);
            var begins = Begun(file);
            wanted += begins;
            records += items.Count(item => item.IsRecord);
            answered += Math.Min(begins, items.Count(item => item.IsRecord || item.Why is not null));
            hold += items.Count(item => item.DigestHolds == true);
            fail += items.Count(item => item.DigestHolds == false);
            reasons.AddRange(items.Select(item => item.Why).OfType<string>());
        }
        return new WarcFigures
        {
            Items = files.Count,
            Wanted = wanted,
            Records = records,
            Answered = wanted == 0 ? 0 : (double)answered / wanted,
            DigestsHold = hold,
            DigestsFail = fail,
            Seconds = reading.TotalSeconds,
            Reasons = reasons,
        };
    }

    private static int Begun(string file)
    {
        var bytes = File.ReadAllBytes(file);
        if (bytes is [0x1f, 0x8b, ..])
        {
            using var unpacked = new MemoryStream();
            using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
            gzip.CopyTo(unpacked);
            bytes = unpacked.ToArray();
        }
        return First().Count(Encoding.Latin1.GetString(bytes));
    }

    [GeneratedRegex(@"\.w?arc(?:\.gz)?(?:\.bad)?\z", RegexOptions.IgnoreCase)]
    private static partial Regex Named();

    /// <summary>The first line of a WARC record, or the one line of an ARC record.</summary>
    [GeneratedRegex(@"^(?:WARC/\d\.\d|[a-z]+://[^\n]* [\d.]+ \d{14,} \S+ \S+)\r?$", RegexOptions.Multiline)]
    private static partial Regex First();
}
