namespace Chancery.Reading.Files;

/// <summary>A stream whose first bytes were looked at and are given again.</summary>
internal sealed class PeekedStream : ReadOnlyStream
{
    private readonly Stream rest;
    private readonly byte[] head;
    private int at;

    /// <param name="stream">What to read; disposed with this.</param>
    /// <param name="count">How many bytes to look at.</param>
    public PeekedStream(Stream stream, int count)
    {
        rest = stream;
        head = new byte[count];
        var filled = stream.ReadAtLeast(head, count, throwOnEndOfStream: false);
        Array.Resize(ref head, filled);
    }

    public ReadOnlySpan<byte> Head => head;

    public override int Read(Span<byte> buffer)
    {
        if (at == head.Length)
            return rest.Read(buffer);
        var count = Math.Min(buffer.Length, head.Length - at);
        head.AsSpan(at, count).CopyTo(buffer);
        at += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            rest.Dispose();
        base.Dispose(disposing);
    }
}
