namespace Chancery.Reading.Files;

/// <summary>Splits a stream at its line feeds, holding no more than one line.</summary>
internal sealed class Lines(Stream stream, int limit)
{
    private byte[] buffer = new byte[64 << 10];
    private int start;
    private int filled;

    /// <summary>The number of the line last read, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Offset of the line last read.</summary>
    public long Offset { get; private set; }

    private long next;

    /// <summary>True where the line last read ended with the stream and not with a line feed.</summary>
    public bool Unfinished { get; private set; }

    /// <summary>Reads one line, without its end mark.</summary>
    /// <param name="line">The line; empty where it is longer than the limit. Holds until the next call.</param>
    /// <param name="tooLong">True where the line was longer than the limit and was passed over.</param>
    /// <returns>False at the end of the stream.</returns>
    public bool TryRead(out ReadOnlyMemory<byte> line, out bool tooLong)
    {
        (line, tooLong) = (default, false);
        Offset = next;
        var searched = start;
        while (true)
        {
            var end = buffer.AsSpan(searched, filled - searched).IndexOf((byte)'\n');
            if (end >= 0)
            {
                Unfinished = false;
                var stop = searched + end;
                if (!tooLong)
                    line = Trimmed(stop);
                next += stop + 1 - start;
                start = stop + 1;
                Number++;
                return true;
            }
            if (filled - start > limit)
            {
                tooLong = true;
                next += filled - start;
                start = filled = 0;
            }
            searched = Fill(filled);
            if (searched < 0)
                break;
        }
        if (filled == start && !tooLong)
            return false;
        Unfinished = true;
        if (!tooLong)
            line = Trimmed(filled);
        next += filled - start;
        start = filled;
        Number++;
        return true;
    }

    private ReadOnlyMemory<byte> Trimmed(int stop) =>
        buffer.AsMemory(start, (stop > start && buffer[stop - 1] == '\r' ? stop - 1 : stop) - start);

    /// <summary>Reads more behind what is kept; gives where the new bytes begin, -1 at the end.</summary>
    private int Fill(int searched)
    {
        if (start > 0)
        {
            buffer.AsSpan(start, filled - start).CopyTo(buffer);
            (searched, filled, start) = (searched - start, filled - start, 0);
        }
        if (filled == buffer.Length)
            Array.Resize(ref buffer, buffer.Length * 2);
        var read = stream.Read(buffer.AsSpan(filled));
        filled += read;
        return read == 0 ? -1 : searched;
    }
}
