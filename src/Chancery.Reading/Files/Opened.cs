using System.Text;
using Chancery.Reading.Feeds;
using Chancery.Terms;

namespace Chancery.Reading.Files;

/// <summary>A stream of any kind, told by its first bytes, as findings.</summary>
internal static class Opened
{
    /// <summary>Endings that promise a kind; a plain text under such a name is not what it says.</summary>
    private static readonly string[] Promising =
    [
        ".html",
        ".htm",
        ".xhtml",
        ".json",
        ".jsonl",
        ".ndjson",
        ".xml",
        ".rss",
        ".atom",
        ".warc",
        ".arc",
        ".zip",
        ".mht",
        ".mhtml",
        ".eml",
        ".mbox",
        ".opml",
        ".pdf",
    ];

    /// <param name="stream">Read to its end and disposed.</param>
    /// <param name="source">What it is a stream of.</param>
    public static IEnumerable<Finding> Read(Stream stream, Source source)
    {
        using var whole = stream.CanSeek ? stream : new PeekedStream(stream, Sniff.Bytes);
        var head = whole is PeekedStream peeked ? peeked.Head.ToArray() : Head(whole);
        var (kind, name) = Sniff.Of(head);
        var packed = stream as GzipMembers;
        var findings = kind is FileKind.Warc or FileKind.Arc
            ? Warc.WarcFile.Captures(whole, packed, source)
            : Read(whole, kind, name, head, source);
        foreach (var finding in findings)
            yield return finding;
    }

    private static IEnumerable<Finding> Read(
        Stream stream,
        FileKind kind,
        string name,
        byte[] head,
        Source source
    ) =>
        kind switch
        {
            FileKind.Empty => [Finding.Miss("empty", $"{source.Origin} is empty.")],
            FileKind.Gzip => Unpacked(stream, source),
            FileKind.Zip => ZipFile.Entries(stream, source),
            FileKind.JsonLines => JsonFile.Lines(AsUtf8(stream, head), source),
            FileKind.Json => JsonFile.Values(AsUtf8(stream, head), source),
            FileKind.Csv => CsvFile.Rows(stream, source),
            FileKind.Mbox => Mbox.Messages(stream, source),
            FileKind.Feed => [One(stream, "application/xml", source)],
            FileKind.Html => [One(stream, "text/html", source)],
            FileKind.Message => [One(stream, "message/rfc822", source)],
            FileKind.WebArchive => [One(stream, "multipart/related", source)],
            FileKind.Pdf => [Pdf.Text(stream, source)],
            FileKind.Opml when source.Options.Lists => [One(stream, Opml.MediaType, source)],
            FileKind.Opml =>
            [
                Finding.Miss(
                    "opml",
                    $"{source.Origin} is a list of feeds (OPML) and holds no articles; “chancery feeds import” takes its feeds."
                ),
            ],
            FileKind.Text when source.Ending is ".csv" or ".tsv" => CsvFile.Rows(stream, source),
            FileKind.Text when Promising.Contains(source.Ending) =>
            [
                Finding.Miss(
                    "not-what-it-says",
                    $"{source.Origin} is named {source.Ending} and holds plain text; rename it .txt if it is an article."
                ),
            ],
            FileKind.Text => [One(stream, "text/plain", source)],
            _ => [Finding.Miss("not-news", $"{source.Origin} is {name} and was passed over.")],
        };

    private static Finding One(Stream stream, string mediaType, Source source) =>
        Whole.Read(stream, Limits.CaptureBytes) is { } body
            ? new Finding.Found(Capture.Of(body, mediaType, null, source.Origin, source.At))
            : Finding.Miss(
                "too-large",
                $"{source.Origin} is larger than {Limits.CaptureBytes >> 20} MB and was passed over."
            );

    private static IEnumerable<Finding> Unpacked(Stream stream, Source source)
    {
        if (source.Depth >= Limits.Depth)
        {
            yield return Finding.Miss(
                "too-deep",
                $"{source.Origin}: archives in archives are read {Limits.Depth} deep, and this one lies deeper."
            );
            yield break;
        }
        // A record of a packed archive is found again by where its member begins, so reading may begin there too.
        var start = stream.CanSeek ? source.Options.From?.Member ?? 0 : 0;
        if (start > 0)
            stream.Position = start;
        using var members = new GzipMembers(stream, source.Origin, start);
        foreach (var finding in Read(members, source with { Depth = source.Depth + 1 }))
        {
            while (members.TakeFault() is { } earlier)
                yield return new Finding.Missed(earlier);
            yield return finding;
        }
        while (members.TakeFault() is { } fault)
            yield return new Finding.Missed(fault);
        if (members.Position == 0)
            yield return Finding.Miss("empty", $"{source.Origin} is empty.");
    }

    private static byte[] Head(Stream stream)
    {
        var head = new byte[Sniff.Bytes];
        var start = stream.Position;
        var filled = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        stream.Position = start;
        return head[..filled];
    }

    /// <summary>JSON is UTF-8 (RFC 8259); some exports are UTF-16 all the same.</summary>
    private static Stream AsUtf8(Stream stream, byte[] head) =>
        head switch
        {
            [0xFF, 0xFE, ..] or [(byte)'{' or (byte)'[', 0, ..] => Encoding.CreateTranscodingStream(
                stream,
                Encoding.Unicode,
                Encoding.UTF8
            ),
            [0xFE, 0xFF, ..] or [0, (byte)'{' or (byte)'[', ..] => Encoding.CreateTranscodingStream(
                stream,
                Encoding.BigEndianUnicode,
                Encoding.UTF8
            ),
            _ => stream,
        };
}
