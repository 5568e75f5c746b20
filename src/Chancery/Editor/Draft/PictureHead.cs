using System.Buffers.Binary;

namespace Chancery.Editor.Draft;

/// <summary>Tells what a picture is and how large, from its first bytes: what somebody calls a file is not asked.</summary>
internal static class PictureHead
{
    /// <summary>Null where the bytes are none of the four kinds.</summary>
    public static (string MediaType, int Width, int Height)? Read(ReadOnlySpan<byte> bytes) =>
        (Png(bytes) ?? Gif(bytes) ?? WebP(bytes) ?? Jpeg(bytes))
            is { Width: > 0 and < 20_000, Height: > 0 and < 20_000 } read
            ? read
            : null;

    // https://www.w3.org/TR/png-3/#11IHDR
    private static (string MediaType, int Width, int Height)? Png(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 24 && bytes[0] == 0x89 && bytes[1..8].SequenceEqual("PNG\r\n\u001a\n"u8)
            ? (
                "image/png",
                BinaryPrimitives.ReadInt32BigEndian(bytes[16..]),
                BinaryPrimitives.ReadInt32BigEndian(bytes[20..])
            )
            : null;

    // https://www.w3.org/Graphics/GIF/spec-gif89a.txt, 18
    private static (string MediaType, int Width, int Height)? Gif(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 10 && (bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8))
            ? (
                "image/gif",
                BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]),
                BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..])
            )
            : null;

    // RFC 9649, 2.5 to 2.7
    private static (string MediaType, int Width, int Height)? WebP(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 30 || !bytes.StartsWith("RIFF"u8) || !bytes[8..12].SequenceEqual("WEBP"u8))
        {
            return null;
        }
        var kind = bytes[12..16];
        if (kind.SequenceEqual("VP8X"u8))
        {
            return ("image/webp", 1 + Int24(bytes[24..]), 1 + Int24(bytes[27..]));
        }
        if (kind.SequenceEqual("VP8L"u8))
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(bytes[21..]);
            return ("image/webp", 1 + (int)(bits & 0x3fff), 1 + (int)(bits >> 14 & 0x3fff));
        }
        return kind.SequenceEqual("VP8 "u8)
            ? (
                "image/webp",
                BinaryPrimitives.ReadUInt16LittleEndian(bytes[26..]) & 0x3fff,
                BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]) & 0x3fff
            )
            : null;
    }

    // ITU-T T.81, B.1.1.4 and B.2.2: segments until a start of frame (C0–CF but for C4, C8 and CC).
    private static (string MediaType, int Width, int Height)? Jpeg(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4 || bytes[0] != 0xff || bytes[1] != 0xd8)
        {
            return null;
        }
        var at = 2;
        while (at + 9 < bytes.Length && bytes[at] == 0xff)
        {
            var marker = bytes[at + 1];
            if (marker is >= 0xc0 and <= 0xcf and not (0xc4 or 0xc8 or 0xcc))
            {
                return (
                    "image/jpeg",
                    BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]),
                    BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..])
                );
            }
            // A marker may be preceded by fill bytes (B.1.1.2).
            at += marker == 0xff ? 1 : 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }
        return null;
    }

    private static int Int24(ReadOnlySpan<byte> bytes) => bytes[0] | bytes[1] << 8 | bytes[2] << 16;
}
