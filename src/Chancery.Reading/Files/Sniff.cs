using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Chancery.Reading.Files;

/// <summary>Tells what bytes are from their beginning, as WHATWG MIME Sniffing does for pages, and for what else a desk is handed.</summary>
internal static partial class Sniff
{
    /// <summary>Bytes looked at. A feed's root may stand behind a style sheet's instruction and comments.</summary>
    public const int Bytes = 8 << 10;

    private static readonly SearchValues<byte> Binary = SearchValues.Create([
        0,
        1,
        2,
        3,
        4,
        5,
        6,
        7,
        8,
        0x0b,
        0x0e,
        0x0f,
        0x10,
        0x11,
        0x12,
        0x13,
        0x14,
        0x15,
        0x16,
        0x17,
        0x18,
        0x19,
        0x1c,
        0x1d,
        0x1e,
        0x1f,
    ]);

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n/>");

    /// <param name="head">The first bytes, <see cref="Bytes"/> of them where there are so many.</param>
    /// <returns>The kind, and for an unreadable one its name ("a PNG image").</returns>
    public static (FileKind Kind, string Name) Of(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty)
            return (FileKind.Empty, "empty");
        foreach (var (signature, kind, name) in Signatures)
            if (head.StartsWith(signature))
                return (kind, name);
        var text = Head(head);
        if (text is null)
            return (FileKind.Unreadable, "binary data");
        var begun = text.AsSpan().TrimStart();
        if (begun.IsEmpty)
            return (FileKind.Text, "text");
        return begun[0] switch
        {
            '{' => (IsLine(begun) ? FileKind.JsonLines : FileKind.Json, "JSON"),
            '[' when JsonArrayStart().IsMatch(begun) => (FileKind.Json, "JSON"),
            '<' => Markup(begun),
            _ => Lines(begun),
        };
    }

    /// <summary>The head as text by its BOM, else byte for byte; null where it is no text.</summary>
    private static string? Head(ReadOnlySpan<byte> head) =>
        head switch
        {
            [0xEF, 0xBB, 0xBF, .. var rest] => Encoding.UTF8.GetString(rest),
            [0xFF, 0xFE, 0, 0, .. var rest] => Encoding.UTF32.GetString(rest),
            [0xFF, 0xFE, .. var rest] => Encoding.Unicode.GetString(rest),
            [0xFE, 0xFF, .. var rest] => Encoding.BigEndianUnicode.GetString(rest),
            [(byte)'<' or (byte)'{', 0, ..] => Encoding.Unicode.GetString(head),
            [0, (byte)'<' or (byte)'{', ..] => Encoding.BigEndianUnicode.GetString(head),
            _ when head.ContainsAny(Binary) => null,
            _ => Encoding.Latin1.GetString(head),
        };

    private static (FileKind, string) Markup(ReadOnlySpan<char> text)
    {
        var name = Root(text);
        var local = name[(name.IndexOf(':') + 1)..];
        if (
            local.Equals("rss", StringComparison.OrdinalIgnoreCase)
            || local is "RDF" or "feed" or "channel" or "CHANNEL"
        )
            return (FileKind.Feed, "a feed");
        if (local is "opml")
            return (FileKind.Opml, "OPML");
        return
            text.StartsWith("<?xml")
            && !local.Equals("html", StringComparison.OrdinalIgnoreCase)
            && !text.Contains("<html", StringComparison.OrdinalIgnoreCase)
            ? (FileKind.Unreadable, $"XML of a kind that is no feed (<{name}>)")
            : (FileKind.Html, "HTML");
    }

    /// <summary>The name of the first tag that is no declaration, comment or instruction; empty where none is in sight.</summary>
    private static ReadOnlySpan<char> Root(ReadOnlySpan<char> text)
    {
        while (text.StartsWith("<"))
        {
            var end =
                text.StartsWith("<!--") ? After(text, "-->")
                : text.StartsWith("<?") ? After(text, ">")
                : text.StartsWith("<!") ? AfterDoctype(text)
                : 0;
            if (end < 0)
                return [];
            if (end == 0)
            {
                var name = text[1..];
                var length = name.IndexOfAny(NameEnds);
                return length < 0 ? [] : name[..length];
            }
            text = text[end..].TrimStart();
        }
        return [];
    }

    private static int After(ReadOnlySpan<char> text, string mark)
    {
        var at = text.IndexOf(mark);
        return at < 0 ? -1 : at + mark.Length;
    }

    private static int AfterDoctype(ReadOnlySpan<char> text)
    {
        var end = After(text, ">");
        var subset = text.IndexOf('[');
        if (subset < 0 || subset > end)
            return end;
        var close = After(text[subset..], "]");
        if (close < 0)
            return -1;
        var rest = After(text[(subset + close)..], ">");
        return rest < 0 ? -1 : subset + close + rest;
    }

    private static (FileKind, string) Lines(ReadOnlySpan<char> text)
    {
        if (MboxStart().IsMatch(text))
            return (FileKind.Mbox, "mbox");
        if (IsMessage(text))
            return WebArchive().IsMatch(text) ? (FileKind.WebArchive, "MHTML") : (FileKind.Message, "mail");
        return CsvHead.IsOne(text) ? (FileKind.Csv, "CSV") : (FileKind.Text, "text");
    }

    /// <summary>A message begins with header fields (RFC 5322), one of them its own: a text's first line may hold a colon too.</summary>
    private static bool IsMessage(ReadOnlySpan<char> text)
    {
        var (fields, own) = (0, 0);
        foreach (var line in text.EnumerateLines())
        {
            if (line.IsEmpty)
                break;
            if (line[0] is ' ' or '\t' && fields > 0)
                continue;
            if (!HeaderField().IsMatch(line))
                return fields > 3 && own > 1;
            fields++;
            if (OwnField().IsMatch(line))
                own++;
        }
        return own > 1;
    }

    /// <summary>One JSON value a line: the first line is a whole object by itself, or the object outruns what was looked at on one line.</summary>
    private static bool IsLine(ReadOnlySpan<char> text)
    {
        var end = text.IndexOf('\n');
        var line = (end < 0 ? text : text[..end]).TrimEnd();
        if (end < 0)
            return text.Length > 1000 || line.EndsWith("}");
        return line.Length > 1 && line[^1] == '}';
    }

    private static readonly (byte[] Signature, FileKind Kind, string Name)[] Signatures =
    [
        ([0x1f, 0x8b], FileKind.Gzip, "gzip"),
        ([.. "WARC/"u8], FileKind.Warc, "WARC"),
        ([.. "filedesc://"u8], FileKind.Arc, "ARC"),
        ("PK\x03\x04"u8.ToArray(), FileKind.Zip, "zip"),
        ("PK\x05\x06"u8.ToArray(), FileKind.Zip, "zip"),
        ("%PDF-"u8.ToArray(), FileKind.Pdf, "PDF"),
        ([0xFD, .. "7zXZ"u8], FileKind.Unreadable, "xz data: unpack it first (xz -d)"),
        ([.. "BZh"u8], FileKind.Unreadable, "bzip2 data: unpack it first (bzip2 -d)"),
        ([0x28, 0xB5, 0x2F, 0xFD], FileKind.Unreadable, "Zstandard data: unpack it first (zstd -d)"),
        ([.. "7z"u8, 0xBC, 0xAF], FileKind.Unreadable, "a 7z archive: unpack it first"),
        ([.. "Rar!"u8], FileKind.Unreadable, "a RAR archive: unpack it first"),
        ([0x89, .. "PNG"u8], FileKind.Unreadable, "a PNG image"),
        ([0xFF, 0xD8, 0xFF], FileKind.Unreadable, "a JPEG image"),
        ([.. "GIF8"u8], FileKind.Unreadable, "a GIF image"),
        ([.. "RIFF"u8], FileKind.Unreadable, "a picture or sound"),
        ([.. "OggS"u8], FileKind.Unreadable, "a sound or film"),
        ([.. "ID3"u8], FileKind.Unreadable, "a sound"),
        ([0xD0, 0xCF, 0x11, 0xE0], FileKind.Unreadable, "an old Office document"),
        ([.. "SQLite format 3"u8], FileKind.Unreadable, "an SQLite database"),
        ([0x7F, .. "ELF"u8], FileKind.Unreadable, "a program"),
        ([.. "MZ"u8, 0x90], FileKind.Unreadable, "a program"),
        ([.. "wOF"u8], FileKind.Unreadable, "a font"),
    ];

    [GeneratedRegex("""\A\[\s*(?:[{\[\]"]|\z)""")]
    private static partial Regex JsonArrayStart();

    [GeneratedRegex(@"\AFrom \S+[^\n]*\n[!-9;-~]+:")]
    private static partial Regex MboxStart();

    [GeneratedRegex(@"\A[!-9;-~]+:(?:\s|\z)")]
    private static partial Regex HeaderField();

    [GeneratedRegex(
        @"\A(?:From|To|Date|Subject|Message-ID|MIME-Version|Received|Return-Path|Content-Type|Delivered-To|List-Id|Snapshot-Content-Location):",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex OwnField();

    [GeneratedRegex(
        @"^Content-Type:\s*multipart/related\b",
        RegexOptions.IgnoreCase | RegexOptions.Multiline
    )]
    private static partial Regex WebArchive();
}
