using Chancery.Reading.Files;
using Chancery.Terms;

namespace Chancery.Reading.Warc;

/// <summary>WARC (ISO 28500) and ARC files, packed record by record, as a whole or not at all, read in constant memory.</summary>
public static class WarcFile
{
    /// <summary>The records of a file from a place on, and a reason for each stretch that holds none.</summary>
    /// <param name="stream">The file. Must be seekable where <paramref name="from"/> is given.</param>
    /// <param name="origin">Its name, for reasons.</param>
    /// <param name="from">The place of the first record wanted; null for the first of the file.</param>
    public static IEnumerable<WarcFinding> Records(Stream stream, string origin, WarcPlace? from = null)
    {
        if (from is { Member: > 0 } place)
            stream.Position = place.Member;
        using var peeked = new PeekedStream(stream, 2);
        var isPacked = peeked.Head is [0x1f, 0x8b];
        using var members = isPacked ? new GzipMembers(peeked, origin, from?.Member ?? 0) : null;
        foreach (var finding in Records((Stream?)members ?? peeked, members, origin, from))
            yield return finding;
        while (members?.TakeFault() is { } fault)
            yield return new(null, fault);
    }

    private static IEnumerable<WarcFinding> Records(
        Stream stream,
        GzipMembers? members,
        string origin,
        WarcPlace? from
    )
    {
        var reader = new WarcReader(stream, members, origin, from?.Member ?? 0);
        reader.Skip(from?.Within ?? 0);
        return reader.Records();
    }

    /// <summary>The pages, texts and feeds among the records.</summary>
    internal static IEnumerable<Finding> Captures(Stream stream, GzipMembers? members, Source source)
    {
        if (members is null && source.Options.From is { Member: > 0 } place && stream.CanSeek)
            stream.Position = place.Member;
        foreach (var (record, why) in Records(stream, members, source.Origin, source.Options.From))
        {
            if (why is not null)
                yield return new Finding.Missed(why);
            if (record is not null && Taken(record, source) is { } finding)
                yield return finding;
        }
    }

    /// <summary>The record as a capture, why it is refused, or null where it is not news at all (a picture, a request, a page not found).</summary>
    private static Finding? Taken(WarcRecord record, Source source)
    {
        if (
            record.Type is not ("response" or "resource" or "conversion")
            || record.Http is { Status: not 200 }
            || record.Payload.IsEmpty
        )
            return null;
        if (record.Target?.StartsWith("http", StringComparison.OrdinalIgnoreCase) != true)
            return null;
        var declared = (record.Http?["Content-Type"] ?? record["Content-Type"] ?? "")
            .Trim()
            .ToLowerInvariant();
        if (!MayBeNews(declared, record.Payload.Span))
            return null;
        var origin = $"{source.Origin} @ {record.Place}";
        if (record.DigestHolds == false)
            return Finding.Miss(
                "warc-digest",
                $"{origin}: the body of {record.Target} does not have the digest that its record states; it was passed over."
            );
        if (record.Http?.Trouble is { } trouble)
            return Finding.Miss(
                "warc-body",
                $"{origin}: the body of {record.Target} cannot be decoded ({trouble}); it was passed over."
            );
        var address = record.Target.Replace(" ", "%20", StringComparison.Ordinal);
        return new Finding.Found(
            Capture.Of(record.Payload, declared, address, origin, record.Date ?? source.At)
        );
    }

    private static bool MayBeNews(string mediaType, ReadOnlySpan<byte> body)
    {
        var kind = Sniff.Of(body[..Math.Min(body.Length, Sniff.Bytes)]).Kind;
        var essence = mediaType.Split(';')[0].Trim();
        return essence switch
        {
            "text/plain" => kind is FileKind.Text or FileKind.Html or FileKind.Feed,
            "text/html" or "application/xhtml+xml" => kind is FileKind.Html or FileKind.Feed or FileKind.Text,
            "" => kind is FileKind.Html or FileKind.Feed,
            "application/feed+json" => true,
            _ => kind is FileKind.Feed && essence.EndsWith("xml", StringComparison.Ordinal),
        };
    }
}
