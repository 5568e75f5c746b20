namespace Chancery.Language.Grammar.Network;

/// <summary>The memory of finding names in one batch of sentences at a time.</summary>
internal sealed class NameScratch
{
    public float[] Hidden { get; private set; } = [];

    public float[] Scores { get; private set; } = [];

    public byte[] Back { get; private set; } = [];

    public List<(int First, int End, Terms.EntityKind Kind, float Worth)> Listed { get; } = [];

    public void Reserve(int count, int hidden, int scores)
    {
        if (Back.Length >= count * NameTagging.Tags)
        {
            return;
        }
        count += count / 2;
        Hidden = new float[count * hidden];
        Scores = new float[count * scores];
        Back = new byte[count * NameTagging.Tags];
    }
}
