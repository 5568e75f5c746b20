using System.Text;
using Chancery.Reading.Files;
using Chancery.Terms;

namespace Chancery.Reading.Warc;

/// <summary>Reads the records of ARC files, the format before WARC (Internet Archive, 1996).</summary>
internal sealed class ArcReader(RecordBuffer buffer, string origin)
{
    private const int LineLimit = 64 << 10;

    /// <summary>True once a record of this format was met.</summary>
    public bool Begun { get; private set; }

    /// <summary>The record's line ahead; null where what is ahead is none.</summary>
    public string? Line()
    {
        var length = buffer.Line(0, LineLimit);
        if (length <= 0)
            return null;
        var line = Encoding.UTF8.GetString(buffer.Ahead[..length]).TrimEnd('\r', '\n');
        return ArcLine.IsOne(line) ? line : null;
    }

    public WarcFinding Record(string line, WarcPlace place)
    {
        Begun = true;
        var where = $"{origin} @ {place}";
        buffer.Advance(buffer.Line(0, LineLimit));
        if (ArcLine.Parse(line) is not { } head)
            return new(
                null,
                new Reason(
                    "arc-header",
                    $"{where}: the record's line cannot be read, and it was passed over."
                )
            );
        var isFile = head.Target.StartsWith("filedesc:", StringComparison.Ordinal);
        if (head.Length is not { } length)
        {
            ToNext();
            return new(
                null,
                new Reason(
                    "arc-length",
                    $"{where}: the record states no length that can be read, and it was passed over."
                )
            );
        }
        if (length > Limits.CaptureBytes)
        {
            Skip(length);
            return new(
                null,
                new Reason(
                    "too-large",
                    $"{where}: the record of {head.Target} is larger than {Limits.CaptureBytes >> 20} MB and was passed over."
                )
            );
        }
        byte[]? block;
        Reason? why = null;
        if (buffer.Ensure((int)length))
        {
            block = buffer.Ahead[..(int)length].ToArray();
            buffer.Advance((int)length);
        }
        else
            (block, why) = WarcReader.AtCut(buffer, length, where);
        if (block is null)
            return new(null, why);
        List<KeyValuePair<string, string>> fields = [new("Content-Type", head.MediaType)];
        return new(
            WarcReader.Understood(
                new WarcRecord(place, isFile ? "warcinfo" : "response", head.Target, head.Date, fields, block)
            ),
            why
        );
    }

    /// <summary>Steps over lines until a record's line or the end; gives how many bytes that were.</summary>
    public long ToNext()
    {
        var begin = buffer.Position;
        while (buffer.Ensure(1) && Line() is null)
        {
            var length = buffer.Line(0, LineLimit);
            buffer.Advance(length < 0 ? buffer.Ahead.Length : length);
        }
        return buffer.Position - begin;
    }

    private void Skip(long length)
    {
        while (length > 0 && buffer.Ensure(1))
        {
            var step = (int)Math.Min(length, buffer.Ahead.Length);
            buffer.Advance(step);
            length -= step;
        }
    }
}
