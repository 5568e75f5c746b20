namespace Chancery.Training.Network;

/// <summary>One sentence as the network is taught it.</summary>
internal sealed class Instance
{
    /// <summary>Rows of the feature table, eight a word.</summary>
    public required int[] Features { get; init; }

    /// <summary>Rows of the word vectors; -1 where there is none.</summary>
    public required int[] Vectors { get; init; }

    public int Count => Vectors.Length;

    /// <summary>Heads within the sentence, -1 the root; null where only names are known.</summary>
    public int[]? Heads { get; init; }

    public int[]? Relations { get; init; }

    public int[]? Readings { get; init; }

    /// <summary>Name tags; null where names are not known.</summary>
    public int[]? Names { get; set; }

    /// <summary>How much it counts.</summary>
    public float Weight { get; init; } = 1;
}
