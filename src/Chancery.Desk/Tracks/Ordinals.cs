using System.Globalization;
using System.Text.RegularExpressions;

namespace Chancery.Desk.Tracks;

/// <summary>Which round an article calls a meeting: "the third round of talks".</summary>
internal static partial class Ordinals
{
    private static readonly string[] Words =
    [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
    ];

    /// <returns>Null where no round is counted, or where two are.</returns>
    public static int? RoundIn(string sentence)
    {
        int[] found =
        [
            .. Rounds().Matches(sentence).Select(round => Number(round.Groups[1].Value)).OfType<int>(),
        ];
        return found is [var one] ? one : null;
    }

    /// <summary>"third" and "3rd"; null for any other word.</summary>
    private static int? Number(string word) =>
        Array.FindIndex(Words, one => one.Equals(word, StringComparison.OrdinalIgnoreCase)) is var at and >= 0
            ? at + 1
        : char.IsLetter(word[^1])
        && int.TryParse(
            word.AsSpan(0, word.Length - 2),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
        : null;

    /// <summary>A word and "round"; a round of sanctions or of voting is none of talks.</summary>
    [GeneratedRegex(
        @"\b(\w{3,})\s+round\b(?!\s+of\s+(?!\w*\s*(?:talks|negotiations|consultations|discussions|meetings)\b))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Rounds();
}
