namespace Chancery.Reading.Files;

/// <summary>CRC-32 of RFC 1952, eight bytes a step ("slicing by 8").</summary>
internal static class Crc32
{
    private static readonly uint[] Tables = Make();

    /// <param name="crc">0 at first, then what the last call gave.</param>
    /// <param name="bytes">The next bytes.</param>
    public static uint Append(uint crc, ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<uint> t = Tables;
        crc = ~crc;
        while (bytes.Length >= 8)
        {
            crc ^= System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(bytes);
            crc =
                t[0x700 + (int)(crc & 0xFF)]
                ^ t[0x600 + (int)((crc >> 8) & 0xFF)]
                ^ t[0x500 + (int)((crc >> 16) & 0xFF)]
                ^ t[0x400 + (int)(crc >> 24)]
                ^ t[0x300 + bytes[4]]
                ^ t[0x200 + bytes[5]]
                ^ t[0x100 + bytes[6]]
                ^ t[bytes[7]];
            bytes = bytes[8..];
        }
        foreach (var b in bytes)
            crc = t[(byte)crc ^ b] ^ (crc >> 8);
        return ~crc;
    }

    private static uint[] Make()
    {
        var tables = new uint[8 * 256];
        for (uint n = 0; n < 256; n++)
        {
            var c = n;
            for (var k = 0; k < 8; k++)
                c = (c & 1) != 0 ? 0xEDB88320 ^ (c >> 1) : c >> 1;
            tables[n] = c;
        }
        for (var n = 256; n < tables.Length; n++)
            tables[n] = tables[(byte)tables[n - 256]] ^ (tables[n - 256] >> 8);
        return tables;
    }
}
