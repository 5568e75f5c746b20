using Chancery.Terms;

namespace Chancery;

/// <summary>What a run of reading came to.</summary>
public sealed class Tally
{
    public long Captures { get; set; }
    public long Articles { get; set; }
    public List<Reason> Discarded { get; } = [];
    public List<Reason> Missed { get; } = [];

    /// <summary>Articles in which nothing could be found by a fault of the program.</summary>
    public List<Reason> Faults { get; } = [];
}
