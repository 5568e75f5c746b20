namespace Chancery.Gauge;

/// <summary>How well statements are found; shares from 0 to 1.</summary>
public sealed record StatementsFigures
{
    /// <summary>Articles measured.</summary>
    public required int Items { get; init; }

    /// <summary>Attributions in the gold.</summary>
    public required int Gold { get; init; }

    /// <summary>Statements found.</summary>
    public required int Found { get; init; }

    /// <summary>Found statements whose speaker was left open.</summary>
    public required int WithoutSpeaker { get; init; }

    public required double Seconds { get; init; }
    public required Share Source { get; init; }
    public required Share Cue { get; init; }
    public required Share ContentExact { get; init; }
    public required Share ContentToken { get; init; }
    public required Share StatementOverlap { get; init; }

    /// <summary>Direct statements in the gold.</summary>
    public required int Direct { get; init; }

    /// <summary>Share of them whose content was found to four fifths.</summary>
    public required double DirectFound { get; init; }

    /// <summary>Of those found that have a source: the share where ours overlaps it.</summary>
    public required double DirectSpeaker { get; init; }

    public double SourceF1 => Source.F1;
    public double CueF1 => Cue.F1;
    public double ContentExactF1 => ContentExact.F1;
    public double ContentTokenF1 => ContentToken.F1;
    public double StatementOverlapF1 => StatementOverlap.F1;
}

/// <summary>Right ones among those found and those wanted.</summary>
public readonly record struct Share(int Right, int Found, int Wanted)
{
    public double Precision => Found == 0 ? 0 : (double)Right / Found;
    public double Recall => Wanted == 0 ? 0 : (double)Right / Wanted;
    public double F1 => Found + Wanted == 0 ? 0 : 2.0 * Right / (Found + Wanted);

    public static Share operator +(Share a, Share b) =>
        new(a.Right + b.Right, a.Found + b.Found, a.Wanted + b.Wanted);

    public static Share Add(Share a, Share b) => a + b;
}
