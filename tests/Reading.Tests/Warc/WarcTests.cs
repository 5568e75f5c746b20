using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Chancery.Reading.Files;
using Chancery.Reading.Tests.Files;
using Chancery.Reading.Warc;

namespace Chancery.Reading.Tests.Warc;

public sealed class WarcTests : IDisposable
{
    private const string Page =
        "<!DOCTYPE html><title>Talks</title><p>The delegations met on the river Orva.";
    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);

    private static byte[] Http(byte[] body, string fields = "") =>
        [.. Bytes($"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{fields}\r\n"), .. body];

    private static byte[] Record(
        byte[] block,
        string fields = "",
        long? length = null,
        string target = "https://paper.example/1"
    ) =>
        [
            .. Bytes(
                $"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {target}\r\nWARC-Date: 2026-03-06T18:05:00Z\r\n{fields}Content-Length: {length ?? block.Length}\r\n\r\n"
            ),
            .. block,
            .. "\r\n\r\n"u8,
        ];

    private static byte[] Numbered(int n) =>
        Record(Http(Bytes($"{Page} Number {n}.")), target: $"https://paper.example/{n}");

    private static byte[] Packed(byte[] bytes, Func<Stream, Stream>? packer = null)
    {
        using var packed = new MemoryStream();
        using (
            var stream =
                packer?.Invoke(packed) ?? new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)
        )
            stream.Write(bytes);
        return packed.ToArray();
    }

    private static List<WarcFinding> Read(byte[] file, WarcPlace? from = null) =>
        // Far more findings than any of these files can hold: a reading that never ended would fill the memory.
        [.. WarcFile.Records(new MemoryStream(file), "a.warc", from).Take(5000)];

    private static string Payload(WarcFinding finding) =>
        Encoding.UTF8.GetString(finding.Record!.Payload.Span);

    private static IEnumerable<string> Codes(IEnumerable<WarcFinding> findings) =>
        findings.Where(finding => finding.Why is not null).Select(finding => finding.Why!.Code);

    [Fact]
    public void Every_record_of_a_file_packed_record_by_record_has_its_true_offset()
    {
        var members = Enumerable.Range(0, 300).Select(n => Packed(Numbered(n))).ToList();
        var offset = 0L;
        foreach (var (finding, member) in Read([.. members.SelectMany(member => member)]).Zip(members))
        {
            Assert.Equal(new WarcPlace(offset), finding.Record!.Place);
            offset += member.Length;
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Reading_taken_up_at_any_record_gives_that_one_and_the_rest(bool isPacked)
    {
        byte[] file =
        [
            .. Enumerable.Range(0, 40).SelectMany(n => isPacked ? Packed(Numbered(n)) : Numbered(n)),
        ];
        var all = Read(file);
        Assert.Equal(40, all.Count);
        for (var n = 0; n < 40; n++)
            Assert.Equal(all.Skip(n).Select(Payload), Read(file, all[n].Record!.Place).Select(Payload));
    }

    [Fact]
    public void A_file_packed_as_a_whole_is_read_and_taken_up_within()
    {
        var file = Packed([.. Enumerable.Range(0, 40).SelectMany(Numbered)]);
        var all = Read(file);
        Assert.Equal(40, all.Count);
        Assert.Equal(0, all[20].Record!.Place.Member);
        Assert.Equal(Payload(all[20]), Payload(Read(file, all[20].Record!.Place)[0]));
    }

    [Fact]
    public void A_place_is_written_and_read_back()
    {
        Assert.Equal("1234", new WarcPlace(1234).ToString());
        Assert.Equal(new WarcPlace(0, 1234), WarcPlace.Parse("0+1234"));
        Assert.Null(WarcPlace.Parse("-5"));
    }

    [Fact]
    public void Chunks_are_joined()
    {
        var block = Http(
            Bytes("5\r\nThe d\r\nA;x=1\r\nelegations\r\n0\r\n\r\n"),
            "Transfer-Encoding: chunked\r\n"
        );
        Assert.Equal("The delegations", Payload(Read(Record(block))[0]));
    }

    [Fact]
    public void A_body_that_only_claims_to_be_chunked_is_taken_as_it_is() =>
        Assert.Equal(Page, Payload(Read(Record(Http(Bytes(Page), "Transfer-Encoding: chunked\r\n")))[0]));

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public void Content_codings_are_undone(string coding)
    {
        var body = Packed(
            Bytes(Page),
            stream =>
                coding switch
                {
                    "gzip" => new GZipStream(stream, CompressionLevel.Optimal, true),
                    "br" => new BrotliStream(stream, CompressionLevel.Optimal, true),
                    _ => new ZLibStream(stream, CompressionLevel.Optimal, true),
                }
        );
        Assert.Equal(Page, Payload(Read(Record(Http(body, $"Content-Encoding: {coding}\r\n")))[0]));
    }

    [Fact]
    public void Bare_deflate_is_undone_too() =>
        Assert.Equal(
            Page,
            Payload(
                Read(
                    Record(
                        Http(
                            Packed(
                                Bytes(Page),
                                stream => new DeflateStream(stream, CompressionLevel.Optimal, true)
                            ),
                            "Content-Encoding: deflate\r\n"
                        )
                    )
                )[0]
            )
        );

    [Fact]
    public void A_body_that_unpacks_without_end_is_refused()
    {
        folder.Write("a.warc", Record(Http(Packed(new byte[40 << 20]), "Content-Encoding: gzip\r\n")));
        var findings = Intake.Open(Path.Combine(folder.Path, "a.warc")).ToList();
        Assert.Empty(Folder.Origins(findings));
    }

    [Theory]
    [InlineData(-20)]
    [InlineData(20)]
    [InlineData(200)]
    public void A_length_that_lies_is_named_and_the_record_read_as_long_as_it_is(int lie)
    {
        var block = Http(Bytes(Page));
        var findings = Read([.. Record(block, length: block.Length + lie), .. Numbered(2), .. Numbered(3)]);
        Assert.Equal(["warc-lying-length"], Codes(findings));
        Assert.Equal([Page, $"{Page} Number 2.", $"{Page} Number 3."], findings.Select(Payload));
    }

    [Fact]
    public void A_length_of_gigabytes_is_named_and_the_next_record_read()
    {
        var findings = Read([.. Record(Http(Bytes(Page)), length: 9_000_000_000), .. Numbered(2)]);
        Assert.Equal(["warc-lying-length"], Codes(findings));
        Assert.Equal($"{Page} Number 2.", Payload(findings[^1]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("many")]
    [InlineData("99999999999999999999999")]
    public void A_record_without_a_length_is_named_and_the_next_read(string length)
    {
        var text = Encoding
            .Latin1.GetString(Numbered(1))
            .Replace(
                $"Content-Length: {Http(Bytes($"{Page} Number 1.")).Length}",
                $"Content-Length: {length}",
                StringComparison.Ordinal
            );
        var findings = Read([.. Bytes(text), .. Numbered(2)]);
        Assert.Equal(["warc-length"], Codes(findings));
        Assert.Equal($"{Page} Number 2.", Payload(findings[^1]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_file_cut_off_is_read_to_its_last_good_record(bool isPacked)
    {
        byte[] file =
        [
            .. Enumerable.Range(0, 10).SelectMany(n => isPacked ? Packed(Numbered(n)) : Numbered(n)),
        ];
        for (var cut = 1; cut < 60; cut += 7)
        {
            var findings = Read(file[..^cut]);
            Assert.InRange(findings.Count(finding => finding.Record is not null), 9, 10);
            Assert.True(cut < 5 || Codes(findings).Any(), $"cut by {cut}");
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Wherever_a_file_is_cut_its_reading_ends_and_keeps_what_came_before(bool isPacked)
    {
        var (first, second) = isPacked
            ? (Packed(Numbered(1)), Packed(Numbered(2)))
            : (Numbered(1), Numbered(2));
        for (var length = first.Length; length < first.Length + second.Length; length++)
            Assert.Contains(
                "Number 1",
                Payload(Read([.. first, .. second[..(length - first.Length)]])[0]),
                StringComparison.Ordinal
            );
    }

    [Fact]
    public void A_header_that_does_not_end_costs_its_record_alone()
    {
        var findings = Read([
            .. Numbered(1),
            .. Bytes($"WARC/1.0\r\nA: {new string('x', 200_000)}\r\n\r\nblock\r\n\r\n"),
            .. Numbered(2),
        ]);
        Assert.Contains("Number 2", Payload(findings[^1]), StringComparison.Ordinal);
        Assert.NotEmpty(Codes(findings));
    }

    [Fact]
    public void Rubbish_between_records_is_named_and_passed_over()
    {
        var findings = Read([.. Numbered(1), .. Bytes("rubbish that nobody wrote\r\n\r\n"), .. Numbered(2)]);
        Assert.Contains("Number 1", Payload(findings[0]), StringComparison.Ordinal);
        Assert.Contains("Number 2", Payload(findings[^1]), StringComparison.Ordinal);
        Assert.NotEmpty(Codes(findings));
    }

    [Fact]
    public void A_damaged_member_costs_its_record_alone()
    {
        var members = Enumerable.Range(0, 5).Select(n => Packed(Numbered(n))).ToArray();
        members[2].AsSpan(30, 30).Fill(0x55);
        var findings = Read([.. members.SelectMany(member => member)]);
        var payloads = findings.Where(finding => finding.Record is not null).Select(Payload).ToList();
        Assert.Equal(
            [0, 1, 3, 4],
            Enumerable.Range(0, 5).Where(n => payloads.Contains($"{Page} Number {n}."))
        );
        Assert.NotEmpty(Codes(findings));
    }

    [Theory]
    [InlineData("base32", true)]
    [InlineData("hex", true)]
    [InlineData("base64", true)]
    [InlineData("wrong", false)]
    public void The_digest_of_the_payload_is_held_against_the_payload(string form, bool holds)
    {
#pragma warning disable CA5350
        var hash = SHA1.HashData(Bytes(Page));
#pragma warning restore CA5350
        var stated = form switch
        {
            "hex" => Convert.ToHexString(hash),
            "base64" => Convert.ToBase64String(hash),
            "base32" => Base32(hash),
            _ => Base32(SHA256.HashData(Bytes(Page))[..20]),
        };
        Assert.Equal(
            holds,
            Read(Record(Http(Bytes(Page)), $"WARC-Payload-Digest: sha1:{stated}\r\n"))[0].Record!.DigestHolds
        );
    }

    [Fact]
    public void A_page_whose_digest_does_not_hold_is_refused_by_the_intake()
    {
        folder.Write(
            "a.warc",
            [
                .. Record(
                    Http(Bytes(Page)),
                    "WARC-Payload-Digest: sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\r\n"
                ),
                .. Numbered(2),
            ]
        );
        var findings = Intake.Open(Path.Combine(folder.Path, "a.warc")).ToList();
        Assert.Equal(["warc-digest"], Folder.Codes(findings));
        Assert.Single(Folder.Origins(findings));
    }

    [Fact]
    public void Only_pages_texts_and_feeds_become_captures()
    {
        byte[] picture = Record([
            .. Bytes("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n"),
            0x89,
            0x50,
            0x4e,
            0x47,
        ]);
        byte[] missing = Record(Bytes($"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n{Page}"));
        byte[] feed = Record(
            Bytes("HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n\r\n<rss><channel/></rss>")
        );
        byte[] lying = Record([
            .. Bytes("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"),
            0x89,
            0x50,
            0x4e,
            0x47,
            0,
            0,
        ]);
        var path = folder.Write(
            "a.warc.gz",
            Packed([.. picture, .. missing, .. feed, .. lying, .. Numbered(7)])
        );
        var captures = Intake.Open(path).OfType<Finding.Found>().Select(found => found.Capture).ToList();
        Assert.Equal(["application/rss+xml", "text/html"], captures.Select(capture => capture.MediaType));
        Assert.Equal("https://paper.example/7", captures[1].Address);
        Assert.Equal(new DateTimeOffset(2026, 3, 6, 18, 5, 0, TimeSpan.Zero), captures[1].At);
    }

    [Fact]
    public void The_intake_takes_a_file_up_where_a_captures_origin_says()
    {
        var path = folder.Write(
            "a.warc.gz",
            [.. Enumerable.Range(0, 5).SelectMany(n => Packed(Numbered(n)))]
        );
        var third = Intake.Open(path).OfType<Finding.Found>().ElementAt(2).Capture;
        var from = WarcPlace.Parse(third.Origin[(third.Origin.LastIndexOf(' ') + 1)..]);
        var rest = Intake.Open(path, new IntakeOptions { From = from }).OfType<Finding.Found>().ToList();
        Assert.Equal(3, rest.Count);
        Assert.Equal(third.Digest, rest[0].Capture.Digest);
        Assert.Equal(third.Origin, rest[0].Capture.Origin);
    }

    [Fact]
    public void An_ARC_record_is_a_response_and_its_address_may_hold_spaces()
    {
        var http = Encoding.Latin1.GetString(Http(Bytes(Page)));
        const string Version = "1 0 Test\nURL IP-address Archive-date Content-type Archive-length\n\n";
        string Line(string address, object length) =>
            $"{address} 127.0.0.1 20260306180500 text/html {length}\n{http}\n";
        var file =
            $"filedesc://a.arc 0.0.0.0 20260306180500 text/plain {Version.Length}\n{Version}\n"
            + Line("http://paper.example/a b", http.Length)
            + Line("http://paper.example/2", "wrong")
            + Line("http://paper.example/3", http.Length);
        var findings = Read(Bytes(file));
        Assert.Equal(
            ["http://paper.example/a b", "http://paper.example/3"],
            findings
                .Where(finding => finding.Record?.Type == "response")
                .Select(finding => finding.Record!.Target)
        );
        Assert.Equal(["arc-length"], Codes(findings));
    }

    private static string Base32(byte[] bytes)
    {
        var bits = string.Concat(bytes.Select(b => Convert.ToString(b, 2).PadLeft(8, '0')));
        return string.Concat(
            bits.Chunk(5)
                .Select(five =>
                    "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[Convert.ToInt32(new string(five).PadRight(5, '0'), 2)]
                )
        );
    }
}
