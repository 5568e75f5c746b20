using System.Diagnostics;
using Chancery.Terms;

namespace Chancery.Gauge;

/// <summary>Measures the reading of feeds against the expectations that stand at the head of each file of feedparser's suite.</summary>
public static class FeedsGauge
{
    /// <summary>Where the suite is served from when it is run by its owners: relative links are expected to start there.</summary>
    private const string Served = "http://127.0.0.1:8097/";

    /// <param name="path">The folder of the suite.</param>
    /// <param name="read">Reads one feed; null where it is none, which is an answer too; an exception counts as not read.</param>
    public static FeedsFigures Measure(string path, Func<Capture, Feed?> read)
    {
        var files = Directory
            .EnumerateFiles(path, "*.xml", SearchOption.AllDirectories)
            .Where(file => !file.Split('/', '\\').Contains("sanitize"))
            .Order(StringComparer.Ordinal)
            .ToList();
        var facts = new SortedDictionary<string, (int Met, int Of)>(StringComparer.Ordinal);
        var failures = new List<string>();
        var (done, met, of) = (0, 0, 0);
        var reading = TimeSpan.Zero;
        foreach (var file in files)
        {
            var bytes = File.ReadAllBytes(file);
            var name = Path.GetRelativePath(path, file).Replace('\\', '/');
            var head = FeedsGold.Read(bytes);
            var capture = Capture.Of(
                bytes,
                head.MediaType,
                new Uri(new Uri($"{Served}tests/{name}"), head.Location).AbsoluteUri,
                name,
                DateTimeOffset.UnixEpoch
            );
            var feed = new Feed();
            var before = Stopwatch.GetTimestamp();
            try
            {
                feed = read(capture) ?? feed;
                done++;
            }
#pragma warning disable CA1031 // Whatever is thrown is what is measured.
            catch (Exception thrown)
#pragma warning restore CA1031
            {
                failures.Add($"{name}: not read ({thrown.GetType().Name}: {thrown.Message})");
            }
            reading += Stopwatch.GetElapsedTime(before);
            foreach (var expectation in head.Expectations)
            {
                var holds = expectation.HoldsFor(feed, out var got);
                of++;
                met += holds ? 1 : 0;
                var tally = facts.GetValueOrDefault(expectation.Fact);
                facts[expectation.Fact] = (tally.Met + (holds ? 1 : 0), tally.Of + 1);
                if (!holds)
                    failures.Add($"{name}: {expectation}; got {got ?? "nothing"}");
            }
        }
        return new FeedsFigures
        {
            Items = files.Count,
            Read = Share(done, files.Count),
            Expectations = of,
            Met = Share(met, of),
            Seconds = reading.TotalSeconds,
            Facts = facts,
            Failures = failures,
        };
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
