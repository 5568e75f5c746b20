using System.Collections.Frozen;
using Chancery.Language.Grammar;
using Chancery.Language.Lexicons;

namespace Chancery.Language.Names;

/// <summary>The words of one language that stand around names.</summary>
public sealed class NamesLexicon
{
    /// <summary>Forms of address → the gender they tell, where they tell one.</summary>
    public required FrozenDictionary<string, Gender> Honorifics { get; init; }

    /// <summary>Nouns of offices and parts ("minister").</summary>
    public required FrozenSet<string> Offices { get; init; }

    public required Places Places { get; init; }

    /// <summary>Small words inside names.</summary>
    public required Joints Joints { get; init; }

    public static NamesLexicon Of(string language) =>
        new()
        {
            Honorifics = Lexicon
                .Pairs(language, "honorifics")
                .ToFrozenDictionary(
                    pair => pair.Key,
                    pair =>
                        pair.Value switch
                        {
                            "masc" => Gender.Masc,
                            "fem" => Gender.Fem,
                            _ => Gender.None,
                        },
                    StringComparer.OrdinalIgnoreCase
                ),
            Offices = Lexicon.Set(language, "offices"),
            Places = Places.Of(language),
            Joints = Joints.Of(language),
        };
}
