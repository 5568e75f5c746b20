namespace Chancery.Reading.Files;

/// <summary>Reads a stream into memory, up to a limit.</summary>
internal static class Whole
{
    /// <returns>The bytes; null where there are more than <paramref name="limit"/>.</returns>
    public static byte[]? Read(Stream stream, long limit)
    {
        using var memory = new MemoryStream();
        var block = new byte[64 << 10];
        int read;
        while ((read = stream.Read(block)) > 0)
        {
            if (memory.Length + read > limit)
                return null;
            memory.Write(block, 0, read);
        }
        return memory.ToArray();
    }
}
