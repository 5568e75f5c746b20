namespace Chancery.Language.Grammar.Network;

/// <summary>The memory of finding the names of one article at a time.</summary>
internal sealed class NameScratch
{
    public float[] Hidden { get; private set; } = [];

    /// <summary>The scores of all tokens of the article: what is said of a word in one place counts in the others.</summary>
    public float[] Scores { get; private set; } = [];

    public byte[] Back { get; private set; } = [];

    public List<(int First, int End, Terms.EntityKind Kind, float Worth)> Listed { get; } = [];

    /// <summary>Room for the scores of a whole article.</summary>
    public void Open(int count, int scores)
    {
        if (Back.Length < count * NameTagging.Tags)
        {
            count += count / 2;
            Scores = new float[count * scores];
            Back = new byte[count * NameTagging.Tags];
        }
    }

    /// <summary>Room for the hidden layer of one batch.</summary>
    public Span<float> HiddenRows(int count, int hidden)
    {
        if (Hidden.Length < count * hidden)
        {
            Hidden = new float[count * hidden * 3 / 2];
        }
        return Hidden.AsSpan(0, count * hidden);
    }
}
