namespace Chancery.Reading.Likeness;

/// <summary>A text to be compared with others.</summary>
/// <param name="Key">Its identity over its versions (<see cref="Terms.Article.Key"/>).</param>
/// <param name="Outlet">The outlet or family whose copy it is; copies of one outlet are no reprints.</param>
/// <param name="At">When it was published, where known: the earlier of two is the first.</param>
/// <param name="Text">Its words.</param>
public sealed record LikeText(string Key, string Outlet, DateTimeOffset? At, string Text);

public enum LikeKind
{
    /// <summary>The same article, edited: one key.</summary>
    Version,

    /// <summary>The same text twice at one outlet under two keys.</summary>
    Duplicate,

    /// <summary>The same text at another outlet: never a second source.</summary>
    Reprint,
}

/// <summary>Two texts that are one, confirmed on their shingles.</summary>
/// <param name="First">Index of the earlier; of the lower where neither is dated.</param>
/// <param name="Other">Index of the later.</param>
/// <param name="Kind">How they stand to each other.</param>
/// <param name="Resemblance">Shared shingles over all shingles (Jaccard), 0 to 1.</param>
/// <param name="Containment">Shared shingles over those of the shorter, 0 to 1.</param>
public sealed record LikePair(int First, int Other, LikeKind Kind, double Resemblance, double Containment);
