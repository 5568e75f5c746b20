namespace Chancery.Terms;

/// <summary>What became of one article of a capture. Expected failure is a value: one bad page never stops a run.</summary>
public abstract record Verdict
{
    private Verdict() { }

    public sealed record Keep(Article Article) : Verdict;

    public sealed record Discard(Digest Capture, Reason Why) : Verdict;
}
