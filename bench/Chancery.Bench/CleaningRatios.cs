using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using AngleSharp.Html.Parser;
using Chancery.Reading.Pages;
using Chancery.Terms;

namespace Chancery.Bench;

/// <summary>
/// CPU of bytes to article over AngleSharp's bare parse of the same pages, warm, and of Mozilla Readability on jsdom where
/// <c>npm ci</c> was run in <c>bench/readability</c>. Passes take turns in one run; CPU, not wall, so that a busy machine
/// matters less: <c>Chancery.Bench --ratios gold/cleaning/news</c>.
/// </summary>
internal static class CleaningRatios
{
    private const int WarmUp = 3;
    private const int Passes = 5;

    public static int Run(string folder)
    {
        List<byte[]> pages =
        [
            .. Directory
                .EnumerateFiles(Path.Combine(folder, "html"))
                .Order(StringComparer.Ordinal)
                .Select(Bytes),
        ];
        List<Capture> captures =
        [
            .. pages.Select(page => Capture.Of(page, "text/html", null, "page", DateTimeOffset.UnixEpoch)),
        ];
        using Process? node = Readability(folder);
        var parse = new List<double>();
        var read = new List<double>();
        var peer = new List<double>();
        for (int i = 0; i < WarmUp + Passes; i++)
        {
            double parsed = Cpu(() => pages.ForEach(Parse));
            double done = Cpu(() => captures.ForEach(capture => PageReader.Read(capture)));
            if (i >= WarmUp)
            {
                parse.Add(parsed);
                read.Add(done);
            }
        }

        // The first pass warms it up as well; each answers with the articles found and its milliseconds of CPU.
        for (int i = 0; node is not null && i < 3; i++)
        {
            node.StandardInput.WriteLine();
            if (node.StandardOutput.ReadLine()?.Split(' ') is [_, var cpu] && i > 0)
            {
                peer.Add(double.Parse(cpu, CultureInfo.InvariantCulture));
            }
        }

        node?.Kill();
        Console.WriteLine($"{pages.Count} pages, warm, CPU of a pass, median");
        Print("AngleSharp's bare parse", parse, parse);
        Print("bytes to article", read, parse);
        Print("Readability.js on jsdom", peer, parse);
        return 0;
    }

    private static void Print(string name, List<double> times, List<double> floor)
    {
        if (times.Count > 0)
        {
            Console.WriteLine(
                $"{name, -24} {Median(times), 9:F0} ms {Median(times) / Median(floor), 7:F2} x"
            );
        }
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private static double Cpu(Action pass)
    {
        TimeSpan before = Environment.CpuUsage.TotalTime;
        pass();
        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
    }

    private static void Parse(byte[] page) =>
        _ = new HtmlParser().ParseDocument(System.Text.Encoding.UTF8.GetString(page)).ChildElementCount;

    private static Process? Readability(string folder)
    {
        string script = Path.Combine(Repository(), "bench", "readability");
        return Directory.Exists(Path.Combine(script, "node_modules"))
            ? Process.Start(
                new ProcessStartInfo("node", ["readability.mjs", Path.GetFullPath(folder)])
                {
                    WorkingDirectory = script,
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                }
            )
            : null;
    }

    private static byte[] Bytes(string path)
    {
        using FileStream file = File.OpenRead(path);
        using Stream page = path.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(file, CompressionMode.Decompress)
            : file;
        using var bytes = new MemoryStream();
        page.CopyTo(bytes);
        return bytes.ToArray();
    }

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
