using System.Collections.Frozen;
using Chancery.Language.Lexicons;

namespace Chancery.Language.Names;

/// <summary>What a language's lists know of organisations: names known everywhere, and nouns that make a name one.</summary>
public sealed class Organisations
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> known;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> words;

    private Organisations(string language)
    {
        known = Lexicon
            .Lines(language, "organisations")
            .ToFrozenSet(StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        words = Lexicon.Set(language, "organisation-words").GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static Organisations Of(string language) => new(language);

    /// <summary>A name known everywhere, as written ("NATO").</summary>
    public bool Knows(ReadOnlySpan<char> name) => known.Contains(name);

    /// <summary>A noun such as "ministry", case ignored.</summary>
    public bool IsWord(ReadOnlySpan<char> word) => words.Contains(word);
}
