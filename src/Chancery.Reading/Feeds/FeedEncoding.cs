using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Chancery.Reading.Files;
using Chancery.Reading.Pages;

namespace Chancery.Reading.Feeds;

/// <summary>A feed's bytes as text: byte order mark, the sender's header, the XML declaration, the pattern of its first bytes (RFC 7303; XML 1.0, appendix F).</summary>
internal static partial class FeedEncoding
{
    /// <returns>The text, and the name of the encoding that it was read in.</returns>
    public static (string Text, string Name) Decode(ReadOnlySpan<byte> bytes, string mediaType)
    {
        if (Marked(bytes) is { } marked)
            return (marked.Encoding.GetString(bytes[marked.Skip..]), marked.Name);
        var declared = Declared(mediaType) ?? Declaration(bytes);
        // Bytes that are valid UTF-8 beyond ASCII are UTF-8, whatever is declared: the declaration is what servers get wrong.
        if (declared is null || Utf8.IsValid(bytes) && !Ascii.IsValid(bytes))
            return declared is null && !Utf8.IsValid(bytes)
                ? (PageEncoding.Decode(bytes, ""), "windows-1252")
                : (Encoding.UTF8.GetString(bytes), "utf-8");
        return (declared.Value.Encoding.GetString(bytes), declared.Value.Name);
    }

    private static (Encoding Encoding, string Name, int Skip)? Marked(ReadOnlySpan<byte> bytes) =>
        bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, "utf-8", 3),
            [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, "utf-32le", 4),
            [0, 0, 0xFE, 0xFF, ..] => (
                new UTF32Encoding(bigEndian: true, byteOrderMark: false),
                "utf-32be",
                4
            ),
            [0xFF, 0xFE, ..] => (Encoding.Unicode, "utf-16le", 2),
            [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, "utf-16be", 2),
            [0, 0, 0, (byte)'<', ..] => (
                new UTF32Encoding(bigEndian: true, byteOrderMark: false),
                "utf-32be",
                0
            ),
            [(byte)'<', 0, 0, 0, ..] => (Encoding.UTF32, "utf-32le", 0),
            [0, (byte)'<', ..] => (Encoding.BigEndianUnicode, "utf-16be", 0),
            [(byte)'<', 0, ..] => (Encoding.Unicode, "utf-16le", 0),
            // EBCDIC's "<?xm".
            [0x4C, 0x6F, 0xA7, 0x94, ..] when MimeWords.Charset("IBM037") is { } ebcdic => (
                ebcdic,
                "ibm037",
                0
            ),
            _ => null,
        };

    private static (Encoding Encoding, string Name)? Declared(string mediaType)
    {
        var match = Charset().Match(mediaType);
        return match.Success ? Named(match.Groups[1].Value) : null;
    }

    private static (Encoding Encoding, string Name)? Declaration(ReadOnlySpan<byte> bytes)
    {
        var match = XmlDeclaration().Match(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 1024)]));
        // A declaration that can be read byte by byte is in no wide encoding, whatever it says.
        return
            match.Success
            && Named(match.Groups[1].Value) is { } named
            && !named.Name.StartsWith("utf-16", StringComparison.Ordinal)
            && !named.Name.StartsWith("utf-32", StringComparison.Ordinal)
            ? named
            : null;
    }

    /// <summary>Names that mean, in practice, a larger encoding than they say.</summary>
    private static (Encoding Encoding, string Name)? Named(string label)
    {
        var name = label.Trim().ToLowerInvariant().Replace('_', '-');
        if (name is "gb2312" or "gbk" or "x-gbk" or "gb-2312-80")
            name = "gb18030";
        var broad =
            name is "iso-8859-1" or "us-ascii" or "ascii" or "latin1" ? "windows-1252"
            : name is "utf8" ? "utf-8"
            : name;
        return MimeWords.Charset(broad) is { } encoding ? (encoding, name) : null;
    }

    [GeneratedRegex(
        """charset\s*=\s*["']?\s*([\w.:-]+)""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Charset();

    [GeneratedRegex(
        """\A\s*<\?xml\s[^>]*?encoding\s*=\s*["']\s*([\w.:-]+)""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex XmlDeclaration();
}
