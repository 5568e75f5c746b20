namespace Chancery.Reading.Files;

/// <summary>
/// The packed side of <see cref="GzipMembers"/>: a stream for the inflater that remembers the last chunks it handed
/// out, so that the true end of a member can be found in them.
/// </summary>
internal sealed class PackedWindow(Stream packed, long start) : ReadOnlyStream
{
    private const int Kept = 32 << 10;
    private static ReadOnlySpan<byte> Magic => [0x1f, 0x8b];
    private readonly byte[] buffer = new byte[256 << 10];
    private int at;
    private int filled;
    private int chunk;
    private int chunkBefore;
    private long bufferStart = start;
    private bool exhausted;

    /// <summary>Offset in the file of the next byte to be handed out.</summary>
    public override long Position
    {
        get => bufferStart + at;
        set => throw new NotSupportedException();
    }

    /// <summary>Bytes passed over by the last <see cref="SeekMember"/>, padding aside.</summary>
    public long Skipped { get; private set; }

    /// <summary>True once the inflater has been given the file's last byte.</summary>
    public bool AtEnd => exhausted && at == filled;

    public override int Read(Span<byte> target)
    {
        if (at == filled && !Fill())
            return 0;
        var count = Math.Min(target.Length, filled - at);
        buffer.AsSpan(at, count).CopyTo(target);
        (chunkBefore, chunk) = (chunk, at);
        at += count;
        return count;
    }

    /// <summary>Moves to the next plausible member header; false at the end of the file.</summary>
    public bool SeekMember()
    {
        Skipped = 0;
        while (Ensure(10))
        {
            var head = buffer.AsSpan(at, filled - at);
            if (Skipped == 0 ? IsHeader(head) : IsSurelyHeader(head))
                return true;
            var next = head[1..].IndexOf((byte)0x1f);
            var step = next < 0 ? head.Length : next + 1;
            if (head[..step].ContainsAnyExcept((byte)0))
                Skipped += step;
            at += step;
        }
        if (buffer.AsSpan(at, filled - at).ContainsAnyExcept((byte)0))
            Skipped += filled - at;
        at = filled;
        return false;
    }

    /// <summary>Steps over the member header at hand (RFC 1952, 2.3); false where the file ends in it.</summary>
    public bool SkipHeader()
    {
        if (!Ensure(10))
            return false;
        var flags = buffer[at + 3];
        at += 10;
        if ((flags & 4) != 0)
        {
            if (!Ensure(2))
                return false;
            var extra = buffer[at] | (buffer[at + 1] << 8);
            if (!Ensure(2 + extra))
                return false;
            at += 2 + extra;
        }
        for (var text = 0; text < ((flags >> 3) & 1) + ((flags >> 4) & 1); text++)
            if (!SkipText())
                return false;
        if ((flags & 2) != 0)
        {
            if (!Ensure(2))
                return false;
            at += 2;
        }
        chunk = chunkBefore = at;
        return true;
    }

    /// <summary>Steps behind the trailer, which stands somewhere in or right behind the last chunks; false where it does not.</summary>
    public bool SkipTrailer(ReadOnlySpan<byte> trailer)
    {
        Ensure(trailer.Length + 2);
        var reach = Math.Min(filled, at + trailer.Length);
        var found = -1;
        for (var from = chunkBefore; from < reach; from = found - trailer.Length + 1)
        {
            var index = buffer.AsSpan(from, reach - from).IndexOf(trailer);
            if (index < 0)
                break;
            found = from + index + trailer.Length;
            // An empty member's trailer is all zeros and seems to stand one byte early: the true one has a member or the end behind it.
            if (found == filled || buffer.AsSpan(found).StartsWith(Magic))
                break;
        }
        if (found >= 0)
            at = found;
        return found >= 0;
    }

    /// <summary>Goes back to the last chunks, to look for the next member in them.</summary>
    public void Rewind() => at = chunkBefore;

    private static bool IsHeader(ReadOnlySpan<byte> head) =>
        head.StartsWith(Magic) && head[2] == 8 && head[3] < 0x20;

    // Behind damage, chance bytes may look like a header: its hints must be among the few values in use too.
    private static bool IsSurelyHeader(ReadOnlySpan<byte> head) =>
        IsHeader(head) && head[8] is 0 or 2 or 4 && (head[9] <= 13 || head[9] == 255);

    private bool SkipText()
    {
        while (true)
        {
            var end = buffer.AsSpan(at, filled - at).IndexOf((byte)0);
            if (end >= 0)
            {
                at += end + 1;
                return true;
            }
            at = filled;
            if (!Ensure(1))
                return false;
        }
    }

    /// <summary>Makes at least <paramref name="count"/> bytes available from here on, where the file has them.</summary>
    private bool Ensure(int count)
    {
        while (filled - at < count)
            if (!Fill())
                return false;
        return true;
    }

    private bool Fill()
    {
        if (exhausted)
            return false;
        var keep = at - Kept;
        if (keep > 0 && buffer.Length - filled < buffer.Length / 2)
        {
            buffer.AsSpan(keep, filled - keep).CopyTo(buffer);
            bufferStart += keep;
            filled -= keep;
            at -= keep;
            chunk = Math.Max(0, chunk - keep);
            chunkBefore = Math.Max(0, chunkBefore - keep);
        }
        var read = packed.Read(buffer.AsSpan(filled));
        filled += read;
        exhausted = read == 0;
        return read > 0;
    }
}
