namespace Chancery.Reading.Files;

/// <summary>The first bytes of a stream, and then its end.</summary>
internal sealed class CutStream(Stream stream, long length) : ReadOnlyStream
{
    private long left = length;

    public override int Read(Span<byte> buffer)
    {
        var read = left <= 0 ? 0 : stream.Read(buffer[..(int)Math.Min(buffer.Length, left)]);
        left -= read;
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            stream.Dispose();
        base.Dispose(disposing);
    }
}
