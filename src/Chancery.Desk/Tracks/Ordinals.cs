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
        var found = Counted().Matches(sentence);
        return found.Count != 1 ? null
            : Array.FindIndex(
                Words,
                word => word.Equals(found[0].Groups[1].Value, StringComparison.OrdinalIgnoreCase)
            )
                is var at
                    and >= 0
                ? at + 1
            : int.Parse(found[0].Groups[2].Value, CultureInfo.InvariantCulture);
    }

    /// <summary>A round of sanctions or of voting is none of talks.</summary>
    [GeneratedRegex(
        @"\b(?:(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)|(\d{1,2})(?:st|nd|rd|th))\s+round\b(?!\s+of\s+(?!\w*\s*(?:talks|negotiations|consultations|discussions|meetings)\b))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Counted();
}
