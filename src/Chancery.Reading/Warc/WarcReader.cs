using System.Globalization;
using System.Text;
using Chancery.Reading.Files;
using Chancery.Terms;

namespace Chancery.Reading.Warc;

/// <summary>
/// Reads the records of a WARC or ARC file one by one. Where a file is broken, what is wrong is named with its place and
/// reading goes on at the next thing that looks like a record.
/// </summary>
internal sealed class WarcReader
{
    private const int HeaderLimit = 64 << 10;
    private readonly RecordBuffer buffer;
    private readonly ArcReader arc;
    private readonly GzipMembers? members;
    private readonly string origin;
    private readonly long start;

    public WarcReader(Stream stream, GzipMembers? members, string origin, long start)
    {
        (this.members, this.origin, this.start) = (members, origin, start);
        buffer = new RecordBuffer(stream);
        arc = new ArcReader(buffer, origin);
    }

    private WarcPlace Here => Place(buffer.Position);

    private WarcPlace Place(long position)
    {
        if (members is null)
            return new(start + position);
        var (member, within) = members.Locate(position);
        return new(member, within);
    }

    private string At(WarcPlace place) => $"{origin} @ {place}";

    /// <summary>Steps over the first bytes of a member, to a record that begins within it.</summary>
    public void Skip(long count)
    {
        while (count > 0 && buffer.Ensure(1))
        {
            var step = (int)Math.Min(count, buffer.Ahead.Length);
            buffer.Advance(step);
            count -= step;
        }
    }

    public IEnumerable<WarcFinding> Records()
    {
        while (SkipBlank())
        {
            if (IsWarc(buffer.Ahead))
                yield return Warc();
            else if (arc.Line() is { } line)
                yield return arc.Record(line, Here);
            else
                yield return Lost();
        }
    }

    private bool SkipBlank()
    {
        while (buffer.Ensure(1))
        {
            var blank = buffer.Ahead.IndexOfAnyExcept("\r\n\0 "u8);
            if (blank >= 0)
            {
                buffer.Advance(blank);
                buffer.Ensure(8);
                return true;
            }
            buffer.Advance(buffer.Ahead.Length);
        }
        return false;
    }

    private static bool IsWarc(ReadOnlySpan<byte> ahead) =>
        ahead.Length >= 8
        && ahead.StartsWith("WARC/"u8)
        && char.IsAsciiDigit((char)ahead[5])
        && ahead[6] == '.';

    private WarcFinding Warc()
    {
        var place = Here;
        if (Head() is not { } lines)
        {
            ToNext(0);
            var rest = buffer.Ahead.IsEmpty
                ? "the file ends in this record's header"
                : "this record's header does not end";
            return new(
                null,
                new Reason("warc-cut", $"{At(place)}: {rest}; the records before it were read.")
            );
        }
        var fields = HeaderFields.Of([.. lines.Skip(1)]);
        var stated = WarcRecord.Field(fields, "Content-Length");
        if (!long.TryParse(stated, NumberStyles.None, CultureInfo.InvariantCulture, out var length))
        {
            ToNext(0);
            return new(
                null,
                new Reason(
                    "warc-length",
                    $"{At(place)}: the record states {(stated is null ? "no length" : $"the length “{stated}”")} and was passed over."
                )
            );
        }
        var type = WarcRecord.Field(fields, "WARC-Type")?.ToLowerInvariant() ?? "";
        var target = WarcRecord.Field(fields, "WARC-Target-URI")?.Trim('<', '>');
        var (block, why) = Block(length, place, target);
        if (block is null)
            return new(null, why);
        var record = new WarcRecord(
            place,
            type,
            target,
            WarcRecord.ReadDate(WarcRecord.Field(fields, "WARC-Date")),
            fields,
            block
        );
        return new(Understood(record), why);
    }

    /// <summary>The lines of the header ahead, which is stepped over; null where the file ends in it.</summary>
    private List<string>? Head()
    {
        var lines = new List<string>();
        var at = 0;
        while (true)
        {
            var length = buffer.Line(at, HeaderLimit);
            if (length <= 0)
                return null;
            var line = Encoding.UTF8.GetString(buffer.Ahead.Slice(at, length));
            at += length;
            if (!line.EndsWith('\n'))
                return null;
            line = line.TrimEnd('\r', '\n');
            if (line.Length == 0 || at > HeaderLimit)
            {
                buffer.Advance(at);
                return lines;
            }
            lines.Add(line);
        }
    }

    /// <summary>The record's content, as long as it truly is: a length that lies is put right by where the next record begins.</summary>
    private (byte[]? Block, Reason? Why) Block(long length, WarcPlace place, string? target)
    {
        if (length > Limits.CaptureBytes)
            return (null, Oversized(length, place, target));
        if (buffer.Ensure((int)length) && EndsAt((int)length))
        {
            var stated = buffer.Ahead[..(int)length].ToArray();
            buffer.Advance((int)length);
            return (stated, null);
        }
        var next = NextIn(buffer.Ahead, 0);
        if (next < 0 && buffer.Ahead.Length >= length)
            next = Find((int)length);
        if (next < 0)
        {
            var (held, why) = AtCut(buffer, length, At(place));
            return (held, why);
        }
        var block = buffer.Ahead[..next].ToArray();
        buffer.Advance(next);
        return (
            block,
            new Reason(
                "warc-lying-length",
                $"{At(place)}: the record states {length} bytes and holds {next}; it was read as long as it is."
            )
        );
    }

    /// <summary>What is left of a record at the end of the file: whole by the length of the message in it, or cut.</summary>
    internal static (byte[]? Block, Reason Why) AtCut(RecordBuffer buffer, long length, string where)
    {
        var held = buffer.Ahead.ToArray();
        buffer.Advance(held.Length);
        if (
            HttpMessage.Read(held) is { } http
            && long.TryParse(
                http["Content-Length"],
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var body
            )
            && body <= http.RawBody.Length
        )
        {
            var block = held[..(int)(held.Length - http.RawBody.Length + body)];
            return (
                block,
                new Reason(
                    "warc-lying-length",
                    $"{where}: the record states {length} bytes and holds {block.Length}; it was read as long as it is."
                )
            );
        }
        var missing = length - held.Length;
        return (
            null,
            new Reason(
                "warc-cut",
                $"{where}: the file ends {(missing > 0 ? $"{missing} bytes before the end of this record" : "without a mark behind this record")}; the records before it were read."
            )
        );
    }

    /// <summary>True where the block's end is one: line ends, then a record or the end of the file.</summary>
    private bool EndsAt(int length)
    {
        buffer.Ensure(length + 16);
        var behind = buffer.Ahead[length..];
        var rest = behind.TrimStart("\r\n\0"u8);
        return rest.IsEmpty || IsWarc(rest) || behind.StartsWith("\r\n\r\n"u8);
    }

    private Reason Oversized(long length, WarcPlace place, string? target)
    {
        var skipped = ToNext(length);
        return skipped < length
            ? new Reason(
                "warc-lying-length",
                $"{At(place)}: the record states {length} bytes and holds {skipped}; it was passed over."
            )
            : new Reason(
                "too-large",
                $"{At(place)}: the record{(target is null ? "" : $" of {target}")} is larger than {Limits.CaptureBytes >> 20} MB and was passed over."
            );
    }

    private WarcFinding Lost()
    {
        var place = Here;
        var skipped = arc.Begun ? arc.ToNext() : ToNext(0);
        return new(
            null,
            new Reason("warc-lost", $"{At(place)}: {skipped} bytes here are no record and were passed over.")
        );
    }

    /// <summary>Steps to the next record, or <paramref name="most"/> bytes where that is more than nothing and none begins before.</summary>
    private long ToNext(long most)
    {
        var begin = buffer.Position;
        var first = true;
        while (buffer.Ensure(first ? 1 : 16) || buffer.Ahead.Length > 0)
        {
            var next = NextIn(buffer.Ahead, first ? 1 : 0);
            first = false;
            var step = next >= 0 ? next : Math.Max(1, buffer.Ahead.Length - 12);
            if (most > 0 && buffer.Position - begin + step >= most)
            {
                buffer.Advance((int)(most - (buffer.Position - begin)));
                break;
            }
            buffer.Advance(step);
            if (next >= 0)
                break;
        }
        return buffer.Position - begin;
    }

    /// <summary>Where the next record begins ahead, looked for from an offset on, within what one record may hold; -1 where none does.</summary>
    private int Find(int from)
    {
        while (true)
        {
            var next = NextIn(buffer.Ahead, Math.Max(0, from - 12));
            if (next >= 0)
                return next;
            from = buffer.Ahead.Length;
            if (from > Limits.CaptureBytes || !buffer.Ensure(from + 1))
                return -1;
        }
    }

    /// <summary>The offset of the line ends before a record that begins after <paramref name="from"/>; -1 where there is none.</summary>
    private static int NextIn(ReadOnlySpan<byte> ahead, int from)
    {
        while (from < ahead.Length)
        {
            var at = ahead[from..].IndexOf("\nWARC/"u8);
            if (at < 0)
                return -1;
            at += from;
            if (at + 9 <= ahead.Length && IsWarc(ahead[(at + 1)..]))
                return ahead[..at].TrimEnd("\r\n"u8).Length;
            from = at + 1;
        }
        return -1;
    }

    internal static WarcRecord Understood(WarcRecord record)
    {
        var http = record.Type is "response" or "request" or "revisit"
            ? HttpMessage.Read(record.Block)
            : null;
        var payload = http is null
            ? StatedDigest.Holds(record["WARC-Payload-Digest"], record.Block)
            : StatedDigest.Holds(record["WARC-Payload-Digest"], http.Unchunked, http.RawBody, http.Body);
        // A revisit states the digest of the payload it leaves out; a truncated record that of the whole.
        if (record.Type == "revisit" || record["WARC-Truncated"] is not null)
            payload = null;
        var block = StatedDigest.Holds(record["WARC-Block-Digest"], record.Block);
        return record with { Http = http, DigestHolds = payload ?? block };
    }
}
