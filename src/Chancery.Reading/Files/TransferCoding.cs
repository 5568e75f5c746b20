using System.Text;

namespace Chancery.Reading.Files;

/// <summary>Quoted-printable and base 64 (RFC 2045, 6), read as leniently as mail is written.</summary>
internal static class TransferCoding
{
    public static byte[] Decode(ReadOnlySpan<byte> body, string? coding) =>
        coding?.Trim().ToLowerInvariant() switch
        {
            "base64" => Base64(body),
            "quoted-printable" => QuotedPrintable(body, underscoreIsSpace: false),
            _ => body.ToArray(),
        };

    public static byte[] Base64(ReadOnlySpan<byte> body)
    {
        var clean = new StringBuilder(body.Length);
        foreach (var b in body)
            if (char.IsAsciiLetterOrDigit((char)b) || b is (byte)'+' or (byte)'/')
                clean.Append((char)b);
        // A cut message ends within a group of four.
        clean.Length -= clean.Length % 4 == 1 ? 1 : 0;
        clean.Append('=', (4 - clean.Length % 4) % 4);
        return Convert.FromBase64String(clean.ToString());
    }

    /// <param name="body">The coded bytes.</param>
    /// <param name="underscoreIsSpace">True in encoded words (RFC 2047, 4.2).</param>
    public static byte[] QuotedPrintable(ReadOnlySpan<byte> body, bool underscoreIsSpace)
    {
        var decoded = new byte[body.Length];
        var count = 0;
        for (var at = 0; at < body.Length; at++)
        {
            var b = body[at];
            if (b == '_' && underscoreIsSpace)
                decoded[count++] = (byte)' ';
            else if (b != '=')
                decoded[count++] = b;
            else if (
                at + 2 < body.Length
                && char.IsAsciiHexDigit((char)body[at + 1])
                && char.IsAsciiHexDigit((char)body[at + 2])
            )
                decoded[count++] = (byte)((Hex(body[++at]) << 4) | Hex(body[++at]));
            else if (SoftBreak(body[(at + 1)..]) is var skip and > 0)
                at += skip;
            else
                decoded[count++] = b;
        }
        return decoded[..count];
    }

    private static int SoftBreak(ReadOnlySpan<byte> rest)
    {
        var end = rest.IndexOf((byte)'\n');
        return end >= 0 && rest[..end].Trim(" \t\r"u8).IsEmpty ? end + 1 : 0;
    }

    private static int Hex(byte digit) =>
        char.IsAsciiDigit((char)digit) ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
