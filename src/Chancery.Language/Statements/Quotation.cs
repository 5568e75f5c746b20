using Chancery.Terms;

namespace Chancery.Language.Statements;

/// <summary>A stretch between quotation marks.</summary>
/// <param name="Outer">With its marks.</param>
/// <param name="Inner">The words, without marks and without space at the edges.</param>
/// <param name="Continues">True where it goes on with the quotation before it: a paragraph opened anew without a close before.</param>
public readonly record struct Quotation(Passage Outer, Passage Inner, bool Continues)
{
    /// <summary>The last character that is no quotation mark; '\0' where there is none.</summary>
    public static char End(ReadOnlySpan<char> words)
    {
        ReadOnlySpan<char> bare = words.TrimEnd("\"'”’»›");
        return bare.IsEmpty ? '\0' : bare[^1];
    }
}
