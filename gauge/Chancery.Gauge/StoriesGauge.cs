using System.Diagnostics;

namespace Chancery.Gauge;

/// <summary>How well placing found the stories that people see.</summary>
/// <param name="Items">Gold articles.</param>
/// <param name="Seconds">Spent in placing.</param>
/// <param name="Precision">B³: how much of an article's found story is of its gold story, averaged over articles.</param>
/// <param name="Recall">B³: how much of an article's gold story is in its found story, averaged over articles.</param>
/// <param name="Found">Stories found.</param>
/// <param name="Gold">Stories in the gold.</param>
public sealed record StoriesFigures(
    int Items,
    double Seconds,
    double Precision,
    double Recall,
    int Found,
    int Gold
)
{
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public double ArticlesPerSecond => Seconds == 0 ? 0 : Items / Seconds;
}

/// <summary>Measures placing: one pass in date order, in file order where there is no date.</summary>
public static class StoriesGauge
{
    /// <param name="path">The gold file.</param>
    /// <param name="place">Gives each article, in the order given, the key of its story.</param>
    public static StoriesFigures Measure(
        string path,
        Func<IReadOnlyList<StoriesGold>, IReadOnlyList<string>> place
    )
    {
        // A stable sort: file order stays where dates are equal or missing.
        List<StoriesGold> gold =
        [
            .. StoriesGold.Read(path).OrderBy(item => item.At ?? DateTimeOffset.MinValue),
        ];
        long start = Stopwatch.GetTimestamp();
        IReadOnlyList<string> found = place(gold);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        (double precision, double recall) = BCubed([.. gold.Select(item => item.Story)], found);
        return new StoriesFigures(
            gold.Count,
            seconds,
            precision,
            recall,
            found.Distinct(StringComparer.Ordinal).Count(),
            gold.Select(item => item.Story).Distinct(StringComparer.Ordinal).Count()
        );
    }

    /// <summary>B³ precision and recall (Bagga and Baldwin 1998) of two partitions of the same items.</summary>
    public static (double Precision, double Recall) BCubed(
        IReadOnlyList<string> gold,
        IReadOnlyList<string> found
    )
    {
        if (gold.Count == 0)
            return (0, 0);
        Dictionary<string, int> ofGold = Sizes(gold);
        Dictionary<string, int> ofFound = Sizes(found);
        Dictionary<(string, string), int> both = gold.Zip(found).CountBy(pair => pair).ToDictionary();
        double precision = 0,
            recall = 0;
        foreach (((string g, string f), int count) in both)
        {
            precision += (double)count * count / ofFound[f];
            recall += (double)count * count / ofGold[g];
        }
        return (precision / gold.Count, recall / gold.Count);
    }

    private static Dictionary<string, int> Sizes(IReadOnlyList<string> keys) =>
        keys.CountBy(key => key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
}
