using System.Collections.Frozen;
using Chancery.Language.Lexicons;

namespace Chancery.Language.Text;

/// <summary>Where the full stop of an abbreviation leaves the sentence.</summary>
public enum Abbreviation : byte
{
    /// <summary>May end a sentence ("Inc.").</summary>
    After,

    /// <summary>A name follows, so it never ends one ("Mr.").</summary>
    Before,

    /// <summary>An abbreviation only before a number ("No. 4"), else a word.</summary>
    Number,
}

/// <summary>The words that the tokenizer and the sentence splitter of one language know.</summary>
public sealed class TextLexicon
{
    /// <summary>Abbreviations without their last full stop, lower case.</summary>
    public required FrozenDictionary<string, Abbreviation> Abbreviations { get; init; }

    /// <summary>Words that stand for two, with where the second begins.</summary>
    public required FrozenDictionary<string, int> Contractions { get; init; }

    /// <summary>Endings that are words of their own, with a straight apostrophe.</summary>
    public required FrozenSet<string> Clitics { get; init; }

    /// <summary>First parts that keep their hyphen.</summary>
    public required FrozenSet<string> Prefixes { get; init; }

    /// <summary>Letters that part from the figure before them.</summary>
    public required FrozenSet<string> Units { get; init; }

    /// <summary>Places to publish, by name; one is a single letter.</summary>
    public required FrozenSet<string> Platforms { get; init; }

    /// <summary>Words that, with a capital, begin a sentence more often than a name.</summary>
    public required FrozenSet<string> Starters { get; init; }

    public static TextLexicon Of(string language) =>
        new()
        {
            Abbreviations = Lexicon
                .Pairs(language, "abbreviations")
                .ToFrozenDictionary(
                    pair => pair.Key,
                    pair =>
                        pair.Value switch
                        {
                            "before" => Abbreviation.Before,
                            "number" => Abbreviation.Number,
                            _ => Abbreviation.After,
                        },
                    StringComparer.OrdinalIgnoreCase
                ),
            Contractions = Lexicon
                .Pairs(language, "contractions")
                .ToFrozenDictionary(
                    pair => pair.Key,
                    pair => int.Parse(pair.Value, System.Globalization.CultureInfo.InvariantCulture),
                    StringComparer.OrdinalIgnoreCase
                ),
            Clitics = Lexicon.Set(language, "clitics"),
            Prefixes = Lexicon.Set(language, "prefixes"),
            Units = Lexicon.Set(language, "units"),
            Platforms = Lexicon.Set(language, "platforms"),
            Starters = Lexicon.Set(language, "starters"),
        };
}
