using Chancery.Language.Grammar;

namespace Chancery.Language;

/// <summary>English: its lexicons, and the weights that the program hands in.</summary>
public static class English
{
    /// <summary>The folder of its lexicons and the BCP 47 primary language.</summary>
    public const string Code = "en";

    /// <param name="weights">The bytes of <c>weights/en/core.weights</c>; empty for words and sentences alone. Must stay in memory while the parser is used.</param>
    /// <exception cref="InvalidDataException">The bytes are no weights file.</exception>
    public static Parser Load(ReadOnlyMemory<byte> weights) => Parser.Load(Code, weights);
}
