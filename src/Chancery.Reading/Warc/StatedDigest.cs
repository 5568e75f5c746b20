using System.Security.Cryptography;

namespace Chancery.Reading.Warc;

/// <summary>A digest as archives state it: "sha1:" and base 32, base 16 or base 64 (RFC 4648).</summary>
internal static class StatedDigest
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <returns>Whether any of the readings of the bytes has the digest; null where its algorithm or form is not known.</returns>
    public static bool? Holds(string? stated, params ReadOnlySpan<ReadOnlyMemory<byte>> readings)
    {
        var colon = stated?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        if (colon < 0)
            return null;
        var algorithm = stated![..colon].ToLowerInvariant();
        var known = false;
        foreach (var reading in readings)
        {
            if (
                Of(algorithm, reading.Span) is not { } hash
                || Decode(stated[(colon + 1)..].Trim(), hash.Length) is not { } bytes
            )
                continue;
            known = true;
            if (bytes.AsSpan().SequenceEqual(hash))
                return true;
        }
        return known ? false : null;
    }

    // Weak hashes are what the standard's users wrote; they guard against accidents here, not against forgers.
#pragma warning disable CA5350, CA5351
    private static byte[]? Of(string algorithm, ReadOnlySpan<byte> bytes) =>
        algorithm switch
        {
            "sha1" or "sha-1" => SHA1.HashData(bytes),
            "sha256" or "sha-256" => SHA256.HashData(bytes),
            "sha512" or "sha-512" => SHA512.HashData(bytes),
            "md5" => MD5.HashData(bytes),
            _ => null,
        };
#pragma warning restore CA5350, CA5351

    private static byte[]? Decode(string text, int length)
    {
        if (text.Length == length * 2 && text.All(char.IsAsciiHexDigit))
            return Convert.FromHexString(text);
        if (text.TrimEnd('=').Length == (length * 8 + 4) / 5)
            return FromBase32(text.TrimEnd('='), length);
        var bytes = new byte[length + 2];
        var padded = text.Replace('-', '+').Replace('_', '/').TrimEnd('=');
        padded += new string('=', (4 - padded.Length % 4) % 4);
        return Convert.TryFromBase64String(padded, bytes, out var written) && written == length
            ? bytes[..length]
            : null;
    }

    private static byte[]? FromBase32(string text, int length)
    {
        var bytes = new byte[length];
        var (bits, held, at) = (0, 0, 0);
        foreach (var letter in text)
        {
            var value = Base32.IndexOf(char.ToUpperInvariant(letter), StringComparison.Ordinal);
            if (value < 0)
                return null;
            bits = ((bits << 5) | value) & 0xFFFF;
            held += 5;
            if (held < 8)
                continue;
            held -= 8;
            if (at == length)
                return null;
            bytes[at++] = (byte)(bits >> held);
        }
        return at == length ? bytes : null;
    }
}
