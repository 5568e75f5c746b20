namespace Chancery.Reading.Warc;

/// <summary>A stream of records with as much of it in memory as one record needs.</summary>
internal sealed class RecordBuffer(Stream stream)
{
    private byte[] buffer = new byte[128 << 10];
    private long bufferStart;
    private int start;
    private int filled;

    /// <summary>Offset of the next byte.</summary>
    public long Position => bufferStart + start;

    /// <summary>What is in memory from here on. Holds until the next call.</summary>
    public ReadOnlySpan<byte> Ahead => buffer.AsSpan(start, filled - start);

    /// <summary>Reads until at least <paramref name="count"/> bytes are ahead; false where the stream ends before.</summary>
    public bool Ensure(int count)
    {
        while (filled - start < count)
            if (!Fill(count))
                return false;
        return true;
    }

    public void Advance(int count) => start += count;

    /// <summary>The length of the line ahead with its end mark; 0 at the end of the stream, -1 where it is longer than the limit.</summary>
    public int Line(int from, int limit)
    {
        var searched = from;
        while (true)
        {
            var end = searched < filled - start ? Ahead[searched..].IndexOf((byte)'\n') : -1;
            if (end >= 0)
                return searched + end + 1 - from;
            searched = Math.Max(from, filled - start);
            if (searched - from > limit)
                return -1;
            if (!Fill(searched + 1))
                return filled - start - from;
        }
    }

    private bool Fill(int count)
    {
        if (start > 0)
        {
            Ahead.CopyTo(buffer);
            bufferStart += start;
            (start, filled) = (0, filled - start);
        }
        if (count > buffer.Length)
            Array.Resize(ref buffer, (int)Math.Min(Array.MaxLength, Math.Max(count, buffer.Length * 2L)));
        if (filled == buffer.Length)
            Array.Resize(ref buffer, buffer.Length * 2);
        var read = stream.Read(buffer.AsSpan(filled));
        filled += read;
        return read > 0;
    }
}
