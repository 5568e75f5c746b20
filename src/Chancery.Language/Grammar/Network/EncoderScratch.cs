namespace Chancery.Language.Grammar.Network;

/// <summary>The memory of one encoding at a time.</summary>
internal sealed class EncoderScratch(FormCache cache)
{
    public FormCache Cache => cache;

    public float[] A { get; private set; } = [];

    public float[] B { get; private set; } = [];

    public float[] C { get; private set; } = [];

    public float[] Gates { get; private set; } = [];

    /// <summary>Tokens that the cache does not know, and their gates.</summary>
    public List<int> Missing { get; } = [];

    public float[] MissingGates { get; private set; } = [];

    public void Reserve(int count, int size, int gates)
    {
        if (A.Length >= count * size)
        {
            return;
        }
        count += count / 2;
        A = GC.AllocateUninitializedArray<float>(count * size, pinned: true);
        B = GC.AllocateUninitializedArray<float>(count * size, pinned: true);
        C = GC.AllocateUninitializedArray<float>(count * size, pinned: true);
        Gates = GC.AllocateUninitializedArray<float>(count * gates, pinned: true);
        MissingGates = GC.AllocateUninitializedArray<float>(count * gates, pinned: true);
    }
}
