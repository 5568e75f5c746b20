using System.Runtime.InteropServices;
using Chancery.Terms;

namespace Chancery.Language.Text;

/// <summary>What stands between a token and the one before it.</summary>
public enum Gap : byte
{
    None,
    Space,
    NewLine,

    /// <summary>A blank line, or the start of the text: always the end of a sentence.</summary>
    BlankLine,

    /// <summary>Nothing, and both are parts of one written word ("do" and "n't"): a multiword token of UD.</summary>
    Within,
}

/// <summary>The tokens of one text in order, each with the gap before it. Made to be cleared and filled again.</summary>
public sealed class TokenList
{
    private readonly List<Passage> passages = [];
    private readonly List<Gap> gaps = [];

    public int Count => passages.Count;

    public ReadOnlySpan<Passage> Passages => CollectionsMarshal.AsSpan(passages);

    public ReadOnlySpan<Gap> Gaps => CollectionsMarshal.AsSpan(gaps);

    public void Clear()
    {
        passages.Clear();
        gaps.Clear();
    }

    public void Add(int start, int end, Gap gap)
    {
        passages.Add(Passage.Between(start, end));
        gaps.Add(gap);
    }

    /// <summary>Adds a token that directly follows the one before it, or, as the first of its chunk, takes the pending gap.</summary>
    internal void Add(int start, int end, ref Gap pending)
    {
        Add(start, end, pending);
        pending = Gap.None;
    }

    /// <summary>Adds the second part of a written word.</summary>
    internal void AddWithin(int start, int end) => Add(start, end, Gap.Within);
}
