namespace Chancery.Terms;

/// <summary>Evidence for one line of an issue. Holds only while the archived text still says it.</summary>
public sealed record Citation(ArticleId Article, Passage Passage, string Quoted)
{
    public bool HoldsIn(ReadOnlySpan<char> text) =>
        Passage.FitsIn(text) && Passage.In(text).SequenceEqual(Quoted);
}
