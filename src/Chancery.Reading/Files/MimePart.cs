using System.Text;
using Chancery.Reading.Warc;

namespace Chancery.Reading.Files;

/// <summary>A message or a part of one (RFC 5322, RFC 2045–2047): newsletters, and pages saved as MHTML (RFC 2557).</summary>
internal sealed class MimePart
{
    private readonly IReadOnlyList<KeyValuePair<string, string>> fields;
    private readonly ReadOnlyMemory<byte> raw;

    private MimePart(IReadOnlyList<KeyValuePair<string, string>> fields, ReadOnlyMemory<byte> raw) =>
        (this.fields, this.raw) = (fields, raw);

    /// <summary>"text/html", lower case; text/plain where none is stated.</summary>
    public string MediaType { get; private init; } = "text/plain";

    public IReadOnlyList<MimePart> Parts { get; private set; } = [];

    /// <summary>A field, its encoded words decoded; null where there is none.</summary>
    public string? this[string name] =>
        WarcRecord.Field(fields, name) is { } value ? MimeWords.Decode(value) : null;

    /// <summary>The charset that the part states, in the form of a media type's parameter, for readers of pages.</summary>
    public string TypeWithCharset =>
        MimeWords.Parameter(WarcRecord.Field(fields, "Content-Type"), "charset") is { } charset
            ? $"{MediaType}; charset={charset.ToLowerInvariant()}"
            : MediaType;

    /// <summary>The bytes, transfer coding undone.</summary>
    public byte[] Body() =>
        TransferCoding.Decode(raw.Span, WarcRecord.Field(fields, "Content-Transfer-Encoding"));

    /// <summary>This part and all in it, outermost first.</summary>
    public IEnumerable<MimePart> All() => Parts.SelectMany(part => part.All()).Prepend(this);

    public bool IsAttachment =>
        this["Content-Disposition"]?.TrimStart().StartsWith("attachment", StringComparison.OrdinalIgnoreCase)
        == true;

    public static MimePart Read(ReadOnlyMemory<byte> message)
    {
        var count = 0;
        return Read(message, 0, ref count);
    }

    private static MimePart Read(ReadOnlyMemory<byte> message, int depth, ref int count)
    {
        count++;
        var span = message.Span;
        var body = BodyStart(span);
        var head = Encoding.Latin1.GetString(span[..body]);
        if (System.Text.Unicode.Utf8.IsValid(span[..body]))
            head = Encoding.UTF8.GetString(span[..body]);
        var fields = HeaderFields.Of(head.Split('\n'));
        var type = WarcRecord.Field(fields, "Content-Type");
        var essence = type?.Split(';')[0].Trim().ToLowerInvariant();
        var part = new MimePart(fields, message[body..])
        {
            MediaType = string.IsNullOrEmpty(essence) ? "text/plain" : essence,
        };
        if (depth >= Limits.MessageDepth)
            return part;
        if (part.MediaType == "message/rfc822")
            part.Parts = [Read(part.Body(), depth + 1, ref count)];
        else if (
            part.MediaType.StartsWith("multipart/", StringComparison.Ordinal)
            && MimeWords.Parameter(type, "boundary") is { Length: > 0 } boundary
        )
            part.Parts = Split(part.raw, boundary, depth, ref count);
        return part;
    }

    private static List<MimePart> Split(ReadOnlyMemory<byte> body, string boundary, int depth, ref int count)
    {
        var parts = new List<MimePart>();
        var mark = Encoding.Latin1.GetBytes($"--{boundary}");
        var begin = -1;
        for (var at = 0; at <= body.Length && count < Limits.MessageParts; )
        {
            var found = body.Span[at..].IndexOf(mark);
            var here = found < 0 ? body.Length : at + found;
            if (found > 0 && body.Span[here - 1] != '\n')
            {
                at = here + mark.Length;
                continue;
            }
            if (begin >= 0)
                parts.Add(
                    Read(
                        body[begin..Math.Max(begin, here - LineEnd(body.Span[..here]))],
                        depth + 1,
                        ref count
                    )
                );
            if (found < 0 || body.Span[(here + mark.Length)..].StartsWith("--"u8))
                break;
            var line = body.Span[here..].IndexOf((byte)'\n');
            if (line < 0)
                break;
            begin = at = here + line + 1;
        }
        return parts;
    }

    private static int LineEnd(ReadOnlySpan<byte> before) =>
        before.EndsWith("\r\n"u8) ? 2
        : before.EndsWith("\n"u8) ? 1
        : 0;

    private static int BodyStart(ReadOnlySpan<byte> span)
    {
        var at = 0;
        while (at < span.Length)
        {
            var end = span[at..].IndexOf((byte)'\n');
            if (end < 0)
                return span.Length;
            var isBlank = end == 0 || end == 1 && span[at] == '\r';
            at += end + 1;
            if (isBlank)
                return at;
        }
        return span.Length;
    }
}
