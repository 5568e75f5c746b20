using System.Text;
using System.Text.RegularExpressions;

namespace Chancery.Reading.Files;

/// <summary>Encoded words in header fields (RFC 2047) and their parameters (RFC 2231).</summary>
internal static partial class MimeWords
{
    public static string Decode(string value) =>
        value.Contains("=?", StringComparison.Ordinal)
            ? Word().Replace(Between().Replace(value, "?==?"), Decoded)
            : value;

    /// <summary>A parameter of a field's value; null where it has none of that name.</summary>
    public static string? Parameter(string? value, string name)
    {
        if (value is null)
            return null;
        foreach (Match match in Pair().Matches(value))
        {
            var key = match.Groups["name"].Value;
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
                return match.Groups["quoted"].Success
                    ? match.Groups["quoted"].Value.Replace("\\", "", StringComparison.Ordinal)
                    : match.Groups["bare"].Value;
            if (key.Equals(name + "*", StringComparison.OrdinalIgnoreCase))
                return Uri.UnescapeDataString(match.Groups["bare"].Value.Split('\'')[^1]);
        }
        return null;
    }

    /// <summary>The encoding of a charset's name; null where it is not known.</summary>
    public static Encoding? Charset(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string Decoded(Match match)
    {
        var text = Encoding.Latin1.GetBytes(match.Groups["text"].Value);
        var bytes = match.Groups["how"].Value is "B" or "b"
            ? TransferCoding.Base64(text)
            : TransferCoding.QuotedPrintable(text, underscoreIsSpace: true);
        return (Charset(match.Groups["charset"].Value.Split('*')[0]) ?? Encoding.UTF8).GetString(bytes);
    }

    [GeneratedRegex(@"=\?(?<charset>[^?\s]+)\?(?<how>[BbQq])\?(?<text>[^?]*)\?=")]
    private static partial Regex Word();

    /// <summary>Space between two encoded words is no part of the text.</summary>
    [GeneratedRegex(@"\?=\s+=\?")]
    private static partial Regex Between();

    [GeneratedRegex("""[;\s](?<name>[\w*-]+)\s*=\s*(?:"(?<quoted>(?:[^"\\]|\\.)*)"|(?<bare>[^;\s"]+))""")]
    private static partial Regex Pair();
}
