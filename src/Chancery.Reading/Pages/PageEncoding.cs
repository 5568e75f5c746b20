using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace Chancery.Reading.Pages;

/// <summary>
/// A page's bytes as text: byte order mark, then the sender's header, then the page's own <c>meta</c> (HTML standard,
/// 13.2.3), each believed only while the bytes agree with it: pages declared UTF-8 that hold Windows-1251 are many.
/// </summary>
public static partial class PageEncoding
{
    /// <summary>How many bytes are searched for <c>meta charset</c>; the standard says 1,024, real pages put it later.</summary>
    private const int MetaWindow = 4096;

    public static string Decode(ReadOnlySpan<byte> bytes, string mediaType)
    {
        if (bytes is [0xEF, 0xBB, 0xBF, ..])
        {
            return Encoding.UTF8.GetString(bytes[3..]);
        }

        if (bytes is [0xFF, 0xFE, ..])
        {
            return Encoding.Unicode.GetString(bytes[2..]);
        }

        if (bytes is [0xFE, 0xFF, ..])
        {
            return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        }

        // Bytes that are valid UTF-8 are UTF-8, whatever is declared: other encodings' text almost never is by chance.
        if (Utf8.IsValid(bytes))
        {
            Encoding? wide = Declared(bytes, mediaType);
            return
                wide is { IsSingleByte: false } && wide.CodePage != Encoding.UTF8.CodePage && IsAscii(bytes)
                ? wide.GetString(bytes)
                : Encoding.UTF8.GetString(bytes);
        }

        Encoding? declared = Declared(bytes, mediaType);
        return declared is null || declared.CodePage == Encoding.UTF8.CodePage
            ? DecodeUndeclared(bytes)
            : declared.GetString(bytes);
    }

    /// <summary>A few broken sequences are damage and stay UTF-8; many mean that the text is in a single-byte encoding.</summary>
    private static string DecodeUndeclared(ReadOnlySpan<byte> bytes)
    {
        int high = 0,
            broken = 0,
            whole = 0;
        int upperHalf = 0,
            lowerHalf = 0,
            runs = 0;
        for (int at = 0; at < bytes.Length; )
        {
            if (bytes[at] < 0x80)
            {
                at++;
                continue;
            }

            var status = Rune.DecodeFromUtf8(bytes[at..], out _, out int used);
            bool ok = status == System.Buffers.OperationStatus.Done;
            whole += ok ? 1 : 0;
            broken += ok ? 0 : 1;
            for (int i = at; i < at + used; i++)
            {
                high++;
                upperHalf += bytes[i] >= 0xE0 ? 1 : 0;
                lowerHalf += bytes[i] is >= 0xC0 and < 0xE0 ? 1 : 0;
                runs += i > 0 && bytes[i - 1] >= 0xC0 && bytes[i] >= 0xC0 ? 1 : 0;
            }

            at += used;
        }

        if (whole >= broken)
        {
            return Encoding.UTF8.GetString(bytes);
        }

        // Cyrillic words are runs of high bytes; Latin words hold single ones. Lower case, which is most of any text,
        // is the upper half of Windows-1251's letters and the lower half of KOI8-R's.
        bool cyrillic = runs * 2 > high;
        return Known(
                !cyrillic ? "windows-1252"
                : upperHalf >= lowerHalf ? "windows-1251"
                : "koi8-r"
            )!
            .GetString(bytes);
    }

    private static Encoding? Declared(ReadOnlySpan<byte> bytes, string mediaType)
    {
        Match header = Charset().Match(mediaType);
        if (header.Success && Known(header.Groups[1].Value) is { } sent)
        {
            return sent;
        }

        Match meta = Charset().Match(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, MetaWindow)]));
        return meta.Success ? Known(meta.Groups[1].Value) : null;
    }

    private static bool IsAscii(ReadOnlySpan<byte> bytes) => Ascii.IsValid(bytes);

    private static Encoding? Known(string name)
    {
        // The Encoding Standard's labels that .NET reads narrower than browsers do.
        string label = name.Trim().ToLowerInvariant() switch
        {
            "iso-8859-1" or "latin1" or "us-ascii" or "ascii" or "iso8859-1" => "windows-1252",
            "gb2312" or "gbk" => "gb18030",
            "utf8" => "utf-8",
            "shift-jis" or "x-sjis" or "sjis" => "shift_jis",
            "ks_c_5601-1987" or "ksc5601" => "euc-kr",
            "iso-8859-9" => "windows-1254",
            "cp1251" or "win-1251" => "windows-1251",
            var other => other,
        };
        if (label == "utf-8")
        {
            return Encoding.UTF8;
        }

        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(label) ?? Encoding.GetEncoding(label);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex(
        @"charset\s*=\s*[""']?\s*([\w\-:.]+)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Charset();
}
