using System.Globalization;
using System.Xml;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Chancery.Reading.Feeds;
using Chancery.Reading.Files;
using Chancery.Reading.Warc;
using Chancery.Terms;

namespace Chancery.Bench;

/// <summary>A WARC file of CHANCERY_BENCH_MB megabytes (64 by default): its records read and taken up half way; and the memory that took.</summary>
[Config(typeof(Once))]
public class IntakeBenchWarc
{
    private sealed class Once : ManualConfig
    {
        public Once() => AddJob(Job.Dry.WithToolchain(InProcessEmitToolchain.Instance));
    }

    private readonly string path = Path.Combine(
        Path.GetTempPath(),
        $"chancery-bench-{Environment.ProcessId}.warc.gz"
    );
    private int records;

    [GlobalSetup]
    public void Write()
    {
        records = IntakeArchive.Write(
            path,
            int.Parse(
                Environment.GetEnvironmentVariable("CHANCERY_BENCH_MB") ?? "64",
                CultureInfo.InvariantCulture
            )
        );
        GC.Collect();
    }

    [Benchmark]
    public int Captures()
    {
        var before = Environment.CpuUsage.TotalTime;
        var (count, half, peak) = (0, default(WarcPlace?), 0L);
        foreach (var finding in Intake.Open(path))
        {
            if (finding is not Finding.Found(var capture))
                continue;
            if (++count == records / 2)
                half = WarcPlace.Parse(capture.Origin[(capture.Origin.LastIndexOf(' ') + 1)..]);
            if (count % 1000 == 0)
                peak = Math.Max(peak, Environment.WorkingSet);
        }
        var took = Environment.CpuUsage.TotalTime - before;
        var rest = Intake.Open(path, new IntakeOptions { From = half }).OfType<Finding.Found>().Count();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"// {count} captures of {records} records, {count / took.TotalSeconds:0} a second of processor time, working set at most {peak >> 20} MB; taken up at the {records / 2}th: {rest} (wanted {records - records / 2 + 1})"
            )
        );
        return count;
    }

    [GlobalCleanup]
    public void Remove() => File.Delete(path);
}

/// <summary>The files of feedparser's suite, each read as a feed, and each walked by the framework's XML reader as far as that gets.</summary>
[InProcess]
[MemoryDiagnoser]
public class IntakeBenchFeeds
{
    private List<Capture> feeds = [];

    [GlobalSetup]
    public void Load() =>
        feeds = [
            .. Directory
                .EnumerateFiles(
                    Path.Combine(IntakeArchive.Shared, "gold", "feeds"),
                    "*.xml",
                    SearchOption.AllDirectories
                )
                .Select(file =>
                    Capture.Of(
                        File.ReadAllBytes(file),
                        "",
                        "https://paper.example/feed",
                        file,
                        DateTimeOffset.UnixEpoch
                    )
                ),
        ];

    [Benchmark]
    public int Ours() => feeds.Sum(capture => FeedReader.Read(capture).Feed?.Entries.Count ?? 0);

    [Benchmark(Baseline = true)]
    public int XmlReaderAlone()
    {
        var nodes = 0;
        foreach (var capture in feeds)
            try
            {
                using var reader = XmlReader.Create(
                    new MemoryStream(capture.Body.ToArray()),
                    new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null }
                );
                while (reader.Read())
                    nodes++;
            }
            catch (XmlException)
            {
                // It gives up where the XML is broken; ours goes on.
            }
        return nodes;
    }
}
