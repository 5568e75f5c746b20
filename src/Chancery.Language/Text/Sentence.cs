using Chancery.Terms;

namespace Chancery.Language.Text;

/// <param name="First">Index of its first token in the article.</param>
/// <param name="Count">How many tokens it has; at least one.</param>
/// <param name="Passage">From its first token's start to its last token's end.</param>
public readonly record struct Sentence(int First, int Count, Passage Passage)
{
    /// <summary>Index after its last token.</summary>
    public int End => First + Count;
}
