using System.Diagnostics;
using System.IO.Compression;
using AngleSharp.Html.Parser;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Chancery.Reading.Pages;
using Chancery.Terms;

namespace Chancery.Bench;

/// <summary>
/// Bytes to article on the pages of <c>gold/cleaning</c> (one operation reads them all): ours, AngleSharp's bare parse
/// as the floor, and Mozilla Readability on jsdom, where <c>npm install</c> was run in <c>bench/readability</c>.
/// </summary>
[Config(typeof(OneProcess))]
public class CleaningBench
{
    private sealed class OneProcess : ManualConfig
    {
        public OneProcess() =>
            AddJob(
                Job.Default.WithToolchain(InProcessEmitToolchain.Instance)
                    .WithStrategy(RunStrategy.Monitoring)
                    .WithWarmupCount(2)
                    .WithIterationCount(4)
            );
    }

    private List<Capture> captures = [];
    private Process? readability;

    /// <summary>Sets of pages; the folder beside the repository or CHANCERY_SHARED holds them.</summary>
    [Params("news", "aeb")]
    public string Set { get; set; } = "news";

    [GlobalSetup]
    public void Setup()
    {
        string folder = Path.Combine(Shared(), "gold", "cleaning", Set);
        captures =
        [
            .. Directory
                .EnumerateFiles(Path.Combine(folder, "html"))
                .Order(StringComparer.Ordinal)
                .Select(Read),
        ];
        string script = Path.Combine(Repository(), "bench", "readability");
        if (Directory.Exists(Path.Combine(script, "node_modules")))
        {
            readability = Process.Start(
                new ProcessStartInfo("node", ["readability.mjs", folder])
                {
                    WorkingDirectory = script,
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                }
            );
        }
    }

    [GlobalCleanup]
    public void Cleanup() => readability?.Kill();

    [Benchmark(Baseline = true)]
    public int BareParse()
    {
        int elements = 0;
        foreach (Capture capture in captures)
        {
            string html = System.Text.Encoding.UTF8.GetString(capture.Body.Span);
            elements += new HtmlParser().ParseDocument(html).ChildElementCount;
        }

        return elements;
    }

    [Benchmark]
    public int Reader() => captures.Count(capture => PageReader.Read(capture) is Verdict.Keep);

    [Benchmark]
    public string? Readability()
    {
        readability?.StandardInput.WriteLine();
        return readability?.StandardOutput.ReadLine();
    }

    private static Capture Read(string path)
    {
        using FileStream file = File.OpenRead(path);
        using Stream page = path.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(file, CompressionMode.Decompress)
            : file;
        using var bytes = new MemoryStream();
        page.CopyTo(bytes);
        return Capture.Of(
            bytes.ToArray(),
            "text/html",
            null,
            Path.GetFileName(path),
            DateTimeOffset.UnixEpoch
        );
    }

    private static string Shared() =>
        Environment.GetEnvironmentVariable("CHANCERY_SHARED") ?? Path.Combine(Repository(), "..", "shared");

    private static string Repository()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Chancery.slnx")))
            {
                return at.FullName;
            }
        }

        return Environment.CurrentDirectory;
    }
}
