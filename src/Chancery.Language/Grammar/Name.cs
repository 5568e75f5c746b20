using Chancery.Terms;

namespace Chancery.Language.Grammar;

/// <param name="First">Index of its first token in the article.</param>
/// <param name="Count">How many tokens it has.</param>
/// <param name="Kind">What it names.</param>
public readonly record struct Name(int First, int Count, EntityKind Kind)
{
    /// <summary>Index after its last token.</summary>
    public int End => First + Count;
}
