using System.Collections.Frozen;
using Chancery.Language.Lexicons;

namespace Chancery.Language.Names;

/// <summary>What countries are called in one language, for charts, maps and tables.</summary>
public sealed class CountryNames
{
    private readonly FrozenDictionary<string, string> names;

    private CountryNames(string language) => names = Lexicon.Pairs(language, "country-names");

    /// <param name="language">BCP 47 primary language; one without a list names countries by their codes.</param>
    public static CountryNames Of(string language) => new(language);

    /// <summary>The everyday name ("Finland"); a code that the list does not know stays as it is.</summary>
    /// <param name="code">ISO 3166-1 alpha-3, or UNK for Kosovo.</param>
    public string NameOf(string code) => names.GetValueOrDefault(code, code);
}
