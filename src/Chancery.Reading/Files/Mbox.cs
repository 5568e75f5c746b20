using Chancery.Terms;

namespace Chancery.Reading.Files;

/// <summary>An mbox (RFC 4155): its messages one by one, holding no more than one.</summary>
internal static class Mbox
{
    public static IEnumerable<Finding> Messages(Stream stream, Source source)
    {
        var lines = new Lines(stream, Limits.CaptureBytes);
        var message = new MemoryStream();
        var (begun, blank, tooLong) = (0, true, false);
        while (lines.TryRead(out var line, out var longLine))
        {
            tooLong |= longLine || message.Length + line.Length > Limits.CaptureBytes;
            if (blank && line.Span.StartsWith("From "u8))
            {
                if (begun > 0)
                    yield return Found(message, begun, tooLong, source);
                message.SetLength(0);
                (begun, tooLong, blank) = (lines.Number, false, false);
                continue;
            }
            blank = line.IsEmpty;
            if (tooLong)
                continue;
            message.Write(Unquoted(line.Span));
            message.Write("\r\n"u8);
        }
        if (begun > 0)
            yield return Found(message, begun, tooLong, source);
    }

    private static Finding Found(MemoryStream message, int line, bool tooLong, Source source)
    {
        var origin = $"{source.Origin}:{line}";
        return tooLong
            ? Finding.Miss(
                "too-large",
                $"{origin}: the message that begins here is larger than {Limits.CaptureBytes >> 20} MB and was passed over."
            )
            : new Finding.Found(Capture.Of(message.ToArray(), "message/rfc822", null, origin, source.At));
    }

    /// <summary>A line of the message that began with "From " carries one ">" more than it was sent with.</summary>
    private static ReadOnlySpan<byte> Unquoted(ReadOnlySpan<byte> line) =>
        line.StartsWith(">"u8) && line.TrimStart((byte)'>').StartsWith("From "u8) ? line[1..] : line;
}
