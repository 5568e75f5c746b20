namespace Chancery.Language.Grammar.Network;

/// <summary>The memory of parsing one batch of sentences at a time.</summary>
internal sealed class ArcScratch
{
    private float[] scores = [];

    public float[] Projected { get; private set; } = [];

    public float[] Pairs { get; private set; } = [];

    public float[] Hidden { get; private set; } = [];

    public float[] Labels { get; private set; } = [];

    public Matrix Heads { get; } = new(32, 32);

    public void Reserve(int count, int projected, int pairs, int hidden, int labels)
    {
        if (Projected.Length >= count * projected)
        {
            return;
        }
        count += count / 2;
        Projected = new float[count * projected];
        Pairs = new float[count * pairs];
        Hidden = new float[count * hidden];
        Labels = new float[count * labels];
    }

    public Span<float> Scores(int count)
    {
        if (scores.Length < count)
        {
            scores = new float[count * 3 / 2];
        }
        return scores.AsSpan(0, count);
    }
}
