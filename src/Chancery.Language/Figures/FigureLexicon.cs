using System.Collections.Frozen;
using System.Globalization;
using Chancery.Language.Lexicons;
using Chancery.Terms;

namespace Chancery.Language.Figures;

/// <summary>The number words, units and bounds of one language.</summary>
public sealed class FigureLexicon
{
    private FigureLexicon(string language)
    {
        Numbers = Lexicon
            .Pairs(language, "figure-numbers")
            .ToFrozenDictionary(
                n => n.Key,
                n => (decimal.Parse(n.Value.TrimStart('x'), CultureInfo.InvariantCulture), n.Value[0] == 'x'),
                StringComparer.OrdinalIgnoreCase
            )
            .GetAlternateLookup<ReadOnlySpan<char>>();
        Joints = Lexicon.Set(language, "figure-joints").GetAlternateLookup<ReadOnlySpan<char>>();
        Units = Lexicon.Pairs(language, "figure-units");
        Vague = Lexicon.Set(language, "figure-vague");
        Bounds =
        [
            .. Lexicon
                .Lines(language, "figure-bounds")
                .Select(line => line.Split('\t'))
                .Select(f => (f[0].Split(' '), Enum.Parse<Bound>(f[1])))
                .OrderByDescending(b => b.Item1.Length),
        ];
    }

    internal FrozenDictionary<string, (decimal Value, bool Times)>.AlternateLookup<
        ReadOnlySpan<char>
    > Numbers { get; }

    private FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Joints { get; }

    /// <summary>The word between hundreds and what is added to them ("one hundred and two").</summary>
    internal bool IsJoint(ReadOnlySpan<char> form) => Joints.Contains(form);

    internal FrozenDictionary<string, string> Units { get; }

    /// <summary>Nouns of which a single one is a turn of speech.</summary>
    internal FrozenSet<string> Vague { get; }

    /// <summary>The longest first.</summary>
    internal IReadOnlyList<(string[] Words, Bound Bound)> Bounds { get; }

    /// <summary>The word for one, which also points at somebody.</summary>
    internal bool Single(ReadOnlySpan<char> form) =>
        Numbers.TryGetValue(form, out var number) && number is { Value: 1, Times: false };

    /// <param name="language">BCP 47 primary language; one without lists yields a lexicon that knows only digits.</param>
    public static FigureLexicon Of(string language) => new(language);
}
