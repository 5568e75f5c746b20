using System.Buffers.Binary;
using System.IO.Compression;
using Chancery.Terms;

namespace Chancery.Reading.Files;

/// <summary>
/// Unpacks a gzip file of any number of members (RFC 1952) and knows where each begins, so that a record can be found
/// again. What is whole of a cut or damaged file is given; what went wrong is left in <see cref="TakeFault"/>.
/// </summary>
/// <remarks>
/// The framework's inflater reads past a member's end and does not say how far. Its last chunks are kept, and the
/// member's trailer, whose eight bytes are known from what was unpacked, is looked for in them.
/// </remarks>
internal sealed class GzipMembers(Stream packed, string origin, long start = 0) : ReadOnlyStream
{
    private readonly PackedWindow window = new(packed, start);
    private readonly Queue<(long Unpacked, long Member)> marks = [];
    private readonly Queue<Reason> faults = [];
    private DeflateStream? inflater;
    private (long Unpacked, long Member) current = (0, start);
    private long memberStart;
    private long memberUnpacked;
    private long unpacked;
    private uint crc;
    private bool ended;

    /// <summary>Where the byte at <paramref name="position"/> of the unpacked stream is found: its member's offset, and the offset within. Positions must not fall.</summary>
    public (long Member, long Within) Locate(long position)
    {
        while (marks.TryPeek(out var next) && next.Unpacked <= position)
            current = marks.Dequeue();
        return (current.Member, position - current.Unpacked);
    }

    /// <summary>The next thing that was wrong with the file, once.</summary>
    public Reason? TakeFault() => faults.TryDequeue(out var fault) ? fault : null;

    /// <summary>Bytes unpacked so far.</summary>
    public override long Position
    {
        get => unpacked;
        set => throw new NotSupportedException();
    }

    /// <summary>Reads on within the member at hand; the first bytes of the next member come with the next call.</summary>
    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty)
            return 0;
        while (!ended)
        {
            if (inflater is null && !Begin())
                return 0;
            int read;
            try
            {
                read = inflater!.Read(buffer);
            }
            catch (InvalidDataException)
            {
                Fail(
                    "gzip-damaged",
                    $"{origin}: the gzip data that begins at byte {memberStart} is damaged after {memberUnpacked} unpacked bytes; what came before was read."
                );
                continue;
            }
            if (read == 0)
            {
                End();
                continue;
            }
            crc = Crc32.Append(crc, buffer[..read]);
            memberUnpacked += read;
            unpacked += read;
            if (IsBomb())
            {
                ended = true;
                faults.Enqueue(
                    new Reason(
                        "gzip-bomb",
                        $"{origin}: the gzip data at byte {memberStart} unpacks to more than {Limits.PackingRatio} times its size; it was stopped after {memberUnpacked >> 20} MB."
                    )
                );
            }
            return read;
        }
        return 0;
    }

    private bool IsBomb() =>
        memberUnpacked > Limits.UnpackedFreely
            && memberUnpacked / Limits.PackingRatio > window.Position - memberStart
        || unpacked > Limits.UnpackedFreely && unpacked / Limits.PackingRatio > window.Position - start;

    private bool Begin()
    {
        var before = window.Position;
        if (!window.SeekMember())
        {
            ended = true;
            if (window.Skipped > 0 && unpacked > 0)
                faults.Enqueue(
                    new Reason(
                        "gzip-tail",
                        $"{origin}: {window.Skipped} bytes from byte {before} on are no gzip data and were passed over."
                    )
                );
            else if (window.Skipped > 0)
                faults.Enqueue(
                    new Reason(
                        "gzip-damaged",
                        $"{origin}: no gzip data could be found from byte {before} on."
                    )
                );
            return false;
        }
        memberStart = window.Position;
        if (!window.SkipHeader())
        {
            Cut();
            return false;
        }
        marks.Enqueue((unpacked, memberStart));
        (crc, memberUnpacked) = (0, 0);
        inflater = new DeflateStream(window, CompressionMode.Decompress, leaveOpen: true);
        return true;
    }

    private void End()
    {
        Span<byte> trailer = stackalloc byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, crc);
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], (uint)memberUnpacked);
        if (window.SkipTrailer(trailer))
            EndMember();
        else if (window.AtEnd)
            Cut();
        else
            Fail(
                "gzip-checksum",
                $"{origin}: the checksum of the gzip data that begins at byte {memberStart} does not hold; its {memberUnpacked} unpacked bytes may be wrong."
            );
    }

    private void Cut()
    {
        EndMember();
        ended = true;
        faults.Enqueue(
            new Reason(
                "gzip-cut",
                $"{origin}: the file is cut off in the gzip data that begins at byte {memberStart}; the {memberUnpacked} unpacked bytes before the cut were read."
            )
        );
    }

    private void Fail(string code, string sentence)
    {
        EndMember();
        faults.Enqueue(new Reason(code, sentence));
        window.Rewind();
    }

    private void EndMember()
    {
        inflater?.Dispose();
        inflater = null;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            EndMember();
            window.Dispose();
            packed.Dispose();
        }
        base.Dispose(disposing);
    }
}
