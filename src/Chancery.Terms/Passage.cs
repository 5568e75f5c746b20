namespace Chancery.Terms;

/// <summary>A stretch of an article's text, in UTF-16 units. Every claim the desk makes points at one.</summary>
/// <param name="Start">Index of the first UTF-16 unit.</param>
/// <param name="Length">Number of UTF-16 units.</param>
public readonly record struct Passage(int Start, int Length)
{
    /// <summary>Index after the last unit: the stretch is half-open.</summary>
    public int End => Start + Length;

    public static Passage Between(int start, int end) => new(start, end - start);

    /// <summary>The words themselves. Throws where the passage lies outside <paramref name="text"/>: ask <see cref="FitsIn"/> first of anything from outside.</summary>
    public ReadOnlySpan<char> In(ReadOnlySpan<char> text) => text.Slice(Start, Length);

    public bool FitsIn(ReadOnlySpan<char> text) => Start >= 0 && Length >= 0 && Start <= text.Length - Length;

    public bool Contains(Passage other) => other.Start >= Start && other.End <= End;

    public bool Overlaps(Passage other) => other.Start < End && Start < other.End;
}
