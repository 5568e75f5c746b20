using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using AngleSharp.Html.Parser;
using Chancery.Reading.Pages;
using Chancery.Terms;

namespace Chancery.Bench;

/// <summary>
/// The first pages of a fresh process, start included: what somebody waits for who reads a folder once. Each run is a
/// process of its own; reading and AngleSharp's bare parse take turns, and the medians are compared.
/// <code>bench/fresh.sh</code> publishes with ReadyToRun and calls this.
/// </summary>
internal static class FreshProcess
{
    private const int Pages = 200;
    private const int Runs = 7;

    /// <param name="args">"fresh" and the folders of pages; or "fresh-read" or "fresh-parse" and the folders, for one run.</param>
    public static int Run(string[] args)
    {
        string[] folders = args[1..];
        return args[0] switch
        {
            "fresh-read" => Read(folders),
            "fresh-parse" => Parse(folders),
            _ => Compare(folders),
        };
    }

    private static int Compare(string[] folders)
    {
        var parse = new List<(double Wall, double Cpu)>();
        var read = new List<(double Wall, double Cpu)>();
        for (int i = 0; i < Runs; i++)
        {
            parse.Add(Time("fresh-parse", folders));
            read.Add(Time("fresh-read", folders));
        }

        Console.WriteLine($"first {Pages} pages of a fresh process, medians of {Runs} runs, start included");
        Print("AngleSharp's bare parse", parse, parse);
        Print("bytes to article", read, parse);
        return 0;
    }

    private static void Print(
        string name,
        List<(double Wall, double Cpu)> times,
        List<(double Wall, double Cpu)> floor
    ) =>
        Console.WriteLine(
            $"{name, -24} wall {Median(times, time => time.Wall), 6:F2} s ({Median(times, time => time.Wall) / Median(floor, time => time.Wall):F2} x)"
                + $"   CPU {Median(times, time => time.Cpu), 6:F2} s ({Median(times, time => time.Cpu) / Median(floor, time => time.Cpu):F2} x)"
        );

    private static double Median(
        List<(double Wall, double Cpu)> times,
        Func<(double Wall, double Cpu), double> of
    ) => times.Select(of).Order().ElementAt(times.Count / 2);

    private static (double Wall, double Cpu) Time(string mode, string[] folders)
    {
        var start = new ProcessStartInfo(
            Environment.ProcessPath!,
            Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
                ? [typeof(FreshProcess).Assembly.Location, mode, .. folders]
                : [mode, .. folders]
        )
        {
            RedirectStandardOutput = true,
        };
        var clock = Stopwatch.StartNew();
        using Process process = Process.Start(start)!;
        string cpu = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (clock.Elapsed.TotalSeconds, double.Parse(cpu, CultureInfo.InvariantCulture));
    }

    private static int Read(string[] folders)
    {
        int articles = 0;
        foreach (byte[] page in Bytes(folders))
        {
            Verdict verdict = PageReader.Read(
                Capture.Of(page, "text/html", null, "page", DateTimeOffset.UnixEpoch)
            );
            articles += verdict is Verdict.Keep ? 1 : 0;
        }

        return Used(articles);
    }

    private static int Parse(string[] folders)
    {
        int elements = 0;
        foreach (byte[] page in Bytes(folders))
        {
            elements += new HtmlParser()
                .ParseDocument(System.Text.Encoding.UTF8.GetString(page))
                .ChildElementCount;
        }

        return Used(elements);
    }

    /// <summary>A process knows what it used only while it lives, so that each run says so itself.</summary>
    private static int Used(int found)
    {
        Console.WriteLine(
            Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds.ToString(CultureInfo.InvariantCulture)
        );
        return found > 0 ? 0 : 1;
    }

    private static IEnumerable<byte[]> Bytes(string[] folders)
    {
        foreach (
            string path in folders
                .SelectMany(folder =>
                    Directory.EnumerateFiles(Path.Combine(folder, "html")).Order(StringComparer.Ordinal)
                )
                .Take(Pages)
        )
        {
            using FileStream file = File.OpenRead(path);
            using Stream page = path.EndsWith(".gz", StringComparison.Ordinal)
                ? new GZipStream(file, CompressionMode.Decompress)
                : file;
            using var bytes = new MemoryStream();
            page.CopyTo(bytes);
            yield return bytes.ToArray();
        }
    }
}
