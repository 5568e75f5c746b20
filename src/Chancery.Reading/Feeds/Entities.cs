using System.Globalization;
using System.Text;
using AngleSharp.Html;

namespace Chancery.Reading.Feeds;

/// <summary>
/// Character references of XML and HTML. A document's own entities are never looked up: they are how a feed would read
/// our files or swell to fill our memory.
/// </summary>
internal static class Entities
{
    /// <summary>Undoes each reference once; what is no reference stays as it is.</summary>
    public static string Decode(ReadOnlySpan<char> text)
    {
        var ampersand = text.IndexOf('&');
        if (ampersand < 0)
            return text.ToString();
        var decoded = new StringBuilder(text.Length);
        while (ampersand >= 0)
        {
            decoded.Append(text[..ampersand]);
            text = text[ampersand..];
            var end = text[..Math.Min(text.Length, 40)].IndexOf(';');
            if (end > 1 && One(text[1..end]) is { } character)
            {
                decoded.Append(character);
                text = text[(end + 1)..];
            }
            else
            {
                decoded.Append('&');
                text = text[1..];
            }
            ampersand = text.IndexOf('&');
        }
        return decoded.Append(text).ToString();
    }

    private static string? One(ReadOnlySpan<char> name) =>
        name switch
        {
            "amp" => "&",
            "lt" => "<",
            "gt" => ">",
            "quot" => "\"",
            "apos" => "'",
            ['#', 'x' or 'X', .. var hex] => uint.TryParse(
                hex,
                NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture,
                out var code
            )
                ? Character(code)
                : null,
            ['#', .. var digits] => uint.TryParse(
                digits,
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var code
            )
                ? Character(code)
                : null,
            _ => HtmlEntityProvider.Resolver.GetSymbol($"{name};"),
        };

    /// <summary>The HTML Standard (13.2.5.80) reads the codes 128 to 159 as Windows-1252's.</summary>
    private static string? Character(uint code)
    {
        if (code is >= 0x80 and <= 0x9F)
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString([(byte)code]);
        if (code is 0 or > 0x10FFFF or >= 0xD800 and <= 0xDFFF)
            return "\uFFFD";
        return code < 0x20 && code is not (9 or 10 or 13) ? "" : new Rune(code).ToString();
    }
}
