using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Chancery.Reading.Feeds;

/// <summary>Text that a server once read in the wrong encoding and wrote out again: "â€™" for an apostrophe.</summary>
internal static partial class Mojibake
{
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(
        1252,
        new EncoderExceptionFallback(),
        DecoderFallback.ReplacementFallback
    )!;
    private static readonly SearchValues<char> Openers = SearchValues.Create("âÃÂÐÑÅÄ");
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>Undoes the mistake where the characters, taken as Windows-1252's bytes, are valid UTF-8: chance text almost never is.</summary>
    public static string Repaired(string text) =>
        text.AsSpan().ContainsAny(Openers) ? Suspect().Replace(text, Undone) : text;

    /// <summary>Control codes 128 to 159 stand in no text: they are Windows-1252's marks under another encoding's name.</summary>
    public static string WithoutControls(string text) =>
        text.AsSpan().ContainsAnyInRange('\u0080', '\u009f')
            ? Control().Replace(text, match => Western.GetString([(byte)match.Value[0]]))
            : text;

    private static string Undone(Match match)
    {
        try
        {
            return Strict.GetString(Western.GetBytes(match.Value));
        }
        catch (ArgumentException)
        {
            return match.Value;
        }
    }

    [GeneratedRegex(
        @"[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{1,3}"
    )]
    private static partial Regex Suspect();

    [GeneratedRegex(@"[\u0080-\u009f]")]
    private static partial Regex Control();
}
