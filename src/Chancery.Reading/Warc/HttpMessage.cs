using System.IO.Compression;
using System.Text;
using Chancery.Reading.Files;

namespace Chancery.Reading.Warc;

/// <summary>An HTTP message as archives hold it (RFC 9112): start line, fields, body.</summary>
/// <param name="StartLine">"HTTP/1.1 200 OK", or a request's.</param>
/// <param name="Fields">Its header.</param>
/// <param name="RawBody">The body as transferred.</param>
/// <param name="Body">The body with chunks joined and content coding undone.</param>
public sealed record HttpMessage(
    string StartLine,
    IReadOnlyList<KeyValuePair<string, string>> Fields,
    ReadOnlyMemory<byte> RawBody,
    ReadOnlyMemory<byte> Body
)
{
    /// <summary>The body with its chunks joined, its content coding untouched: what most writers take the payload digest of.</summary>
    internal ReadOnlyMemory<byte> Unchunked { get; init; }

    /// <summary>What could not be decoded, as half a sentence ("its chunks are broken after 120 bytes"); null where all went well.</summary>
    public string? Trouble { get; init; }

    /// <summary>The status code; null for a request or a broken status line.</summary>
    public int? Status =>
        StartLine.StartsWith("HTTP/", StringComparison.Ordinal)
        && StartLine.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var code, ..]
        && int.TryParse(code, out var status)
            ? status
            : null;

    public string? this[string name] => WarcRecord.Field(Fields, name);

    /// <returns>The message; null where the block does not begin like one.</returns>
    public static HttpMessage? Read(ReadOnlyMemory<byte> block)
    {
        var span = block.Span;
        var end = HeadEnd(span);
        var lines = Encoding.Latin1.GetString(span[..end.Head]).Split('\n');
        var start = lines[0].TrimEnd('\r');
        if (
            !start.StartsWith("HTTP/", StringComparison.Ordinal)
            && !start.Contains(" HTTP/", StringComparison.Ordinal)
        )
            return null;
        var fields = HeaderFields.Of(lines.AsSpan(1));
        var raw = block[end.Body..];
        var (unchunked, trouble) = IsChunked(fields) ? Unchunk(raw) : (raw, null);
        var (body, coding) = Uncode(unchunked, WarcRecord.Field(fields, "Content-Encoding"));
        return new(start, fields, raw, body) { Unchunked = unchunked, Trouble = trouble ?? coding };
    }

    private static (int Head, int Body) HeadEnd(ReadOnlySpan<byte> span)
    {
        var crlf = span.IndexOf("\r\n\r\n"u8);
        var lf = span.IndexOf("\n\n"u8);
        return lf >= 0 && (crlf < 0 || lf < crlf) ? (lf, lf + 2)
            : crlf >= 0 ? (crlf, crlf + 4)
            : (span.Length, span.Length);
    }

    private static bool IsChunked(IReadOnlyList<KeyValuePair<string, string>> fields) =>
        WarcRecord.Field(fields, "Transfer-Encoding")?.Contains("chunked", StringComparison.OrdinalIgnoreCase)
        == true;

    /// <summary>Joins the chunks (RFC 9112, 7.1). Some archives keep the field and drop the chunks: the body is then taken as it is.</summary>
    private static (ReadOnlyMemory<byte>, string?) Unchunk(ReadOnlyMemory<byte> raw)
    {
        using var joined = new MemoryStream(raw.Length);
        var at = 0;
        while (at < raw.Length)
        {
            var rest = raw.Span[at..];
            var end = rest.IndexOf((byte)'\n');
            if (end < 0 || ChunkLength(rest[..end]) is not { } length)
                return at == 0
                    ? (raw, null)
                    : (joined.ToArray(), $"its chunks are broken after {joined.Length} bytes");
            if (length == 0)
                break;
            rest = rest[(end + 1)..];
            if (length > rest.Length)
            {
                joined.Write(rest);
                return at == 0
                    ? (raw, null)
                    : (joined.ToArray(), $"it is cut off in a chunk after {joined.Length} bytes");
            }
            joined.Write(rest[..(int)length]);
            at += end + 1 + (int)length;
            if (at < raw.Length && raw.Span[at] == '\r')
                at++;
            if (at < raw.Length && raw.Span[at] == '\n')
                at++;
        }
        return (joined.ToArray(), null);
    }

    private static long? ChunkLength(ReadOnlySpan<byte> line)
    {
        var semicolon = line.IndexOf((byte)';');
        line = (semicolon < 0 ? line : line[..semicolon]).Trim(" \t\r"u8);
        return
            line.Length is > 0 and < 16
            && long.TryParse(
                line,
                System.Globalization.NumberStyles.AllowHexSpecifier,
                System.Globalization.CultureInfo.InvariantCulture,
                out var length
            )
            ? length
            : null;
    }

    private static (ReadOnlyMemory<byte>, string?) Uncode(ReadOnlyMemory<byte> body, string? codings)
    {
        if (codings is null || body.IsEmpty)
            return (body, null);
        string? trouble = null;
        foreach (
            var coding in codings
                .ToLowerInvariant()
                .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Reverse()
        )
        {
            (body, trouble) = coding switch
            {
                "gzip" or "x-gzip" => body.Span.StartsWith((ReadOnlySpan<byte>)[0x1f, 0x8b])
                    ? Inflate(body, stream => new GZipStream(stream, CompressionMode.Decompress))
                    : (body, null),
                // "deflate" is zlib by the standard and bare deflate by some servers.
                "deflate" => Inflate(
                    body,
                    stream =>
                        IsZlib(body.Span)
                            ? new ZLibStream(stream, CompressionMode.Decompress)
                            : new DeflateStream(stream, CompressionMode.Decompress)
                ),
                "br" => Inflate(body, stream => new BrotliStream(stream, CompressionMode.Decompress)),
                "identity" or "none" or "utf-8" => (body, null),
                _ => (body, $"its content coding “{coding}” is not known here"),
            };
            if (trouble is not null)
                break;
        }
        return (body, trouble);
    }

    private static bool IsZlib(ReadOnlySpan<byte> body) =>
        body.Length > 1 && (body[0] & 0x0f) == 8 && ((body[0] << 8) | body[1]) % 31 == 0;

    private static (ReadOnlyMemory<byte>, string?) Inflate(
        ReadOnlyMemory<byte> body,
        Func<Stream, Stream> unpack
    )
    {
        using var packed = new MemoryStream(body.ToArray());
        using var unpacked = new MemoryStream();
        using var stream = unpack(packed);
        var block = new byte[16 << 10];
        try
        {
            int read;
            while ((read = stream.Read(block)) > 0)
            {
                if (unpacked.Length + read > Limits.CaptureBytes)
                    return (
                        ReadOnlyMemory<byte>.Empty,
                        $"it unpacks to more than {Limits.CaptureBytes >> 20} MB"
                    );
                unpacked.Write(block, 0, read);
            }
        }
        catch (Exception wrong)
            when (wrong is InvalidDataException or InvalidOperationException or IOException)
        {
            return unpacked.Length == 0
                ? (body, "its content coding is not what it says")
                : (unpacked.ToArray(), $"its packed body is damaged after {unpacked.Length} bytes");
        }
        return (unpacked.ToArray(), null);
    }
}
