namespace Chancery.Terms;

/// <summary>One response, file, WARC response or JSON line, byte for byte, known by its digest.</summary>
/// <param name="Digest">SHA-256 of <paramref name="Body"/>.</param>
/// <param name="Body">The bytes as they came, after transfer and content decoding.</param>
/// <param name="MediaType">As declared by the sender, lower case, with its parameters ("text/html; charset=utf-8"); empty where nobody said.</param>
/// <param name="Address">The address it answers for, where one is known.</param>
/// <param name="Origin">Where a person finds it: a file's name, "file.warc.gz @ 1234" (offset), "file.jsonl:17" (line).</param>
/// <param name="At">When it was captured (UTC); for a file without its own word on it, the file's time.</param>
public sealed record Capture(
    Digest Digest,
    ReadOnlyMemory<byte> Body,
    string MediaType,
    string? Address,
    string Origin,
    DateTimeOffset At
)
{
    public static Capture Of(
        ReadOnlyMemory<byte> body,
        string mediaType,
        string? address,
        string origin,
        DateTimeOffset at
    ) => new(Digest.Of(body.Span), body, mediaType, address, origin, at);
}
