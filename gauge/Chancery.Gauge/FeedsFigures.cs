namespace Chancery.Gauge;

/// <summary>How well feeds are understood; shares from 0 to 1.</summary>
public sealed record FeedsFigures
{
    /// <summary>Files measured; those that test another library's sanitiser are left out.</summary>
    public required int Items { get; init; }

    /// <summary>Share of the files that were read without an exception.</summary>
    public required double Read { get; init; }

    /// <summary>Expectations about the facts that the gold's README names.</summary>
    public required int Expectations { get; init; }

    /// <summary>Share of them that hold.</summary>
    public required double Met { get; init; }

    /// <summary>Time spent reading.</summary>
    public required double Seconds { get; init; }

    /// <summary>Per fact: how many expectations hold, of how many.</summary>
    public required IReadOnlyDictionary<string, (int Met, int Of)> Facts { get; init; }

    /// <summary>What did not hold: "file: expectation; got …". For reading, not for programs.</summary>
    public required IReadOnlyList<string> Failures { get; init; }
}
