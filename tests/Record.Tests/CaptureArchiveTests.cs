using System.Text;
using Chancery.Record;
using Chancery.Record.Captures;
using Dapper;

namespace Chancery.RecordTests;

public sealed class CaptureArchiveTests
{
    [Fact]
    public void A_capture_comes_back_byte_for_byte()
    {
        using var desk = new Desk();
        byte[] bytes = [.. Enumerable.Range(0, 70_000).Select(i => (byte)(i * i))];
        var capture = Terms.Capture.Of(bytes, "image/x", "https://a.example/", "a.bin", Desk.Monday);
        CaptureArchive.Keep(desk.Store, [capture]);
        var found = CaptureArchive.Find(desk.Store, capture.Digest)!;
        Assert.Equal(bytes, found.Body.ToArray());
        Assert.Equal(
            ("image/x", "https://a.example/", "a.bin", Desk.Monday),
            (found.MediaType, found.Address, found.Origin, found.At)
        );
    }

    [Fact]
    public void An_empty_capture_is_a_capture()
    {
        using var desk = new Desk();
        var capture = Desk.Capture("");
        CaptureArchive.Keep(desk.Store, [capture]);
        Assert.Equal(0, CaptureArchive.Find(desk.Store, capture.Digest)!.Body.Length);
    }

    [Fact]
    public void The_same_bytes_are_kept_once_and_the_first_word_on_them_stands()
    {
        using var desk = new Desk();
        CaptureArchive.Keep(desk.Store, [Desk.Capture("same")]);
        CaptureArchive.Keep(
            desk.Store,
            [Desk.Capture("same", Desk.Monday.AddDays(1)) with { Origin = "later.html" }]
        );
        Assert.Equal(1, CaptureArchive.Count(desk.Store));
        Assert.Equal("page.html", CaptureArchive.Find(desk.Store, Desk.Capture("same").Digest)!.Origin);
    }

    [Fact]
    public void A_body_that_no_longer_has_its_digest_is_not_handed_out()
    {
        using var desk = new Desk();
        var capture = Desk.Capture("as it was");
        var other = Desk.Capture("as it is!");
        CaptureArchive.Keep(desk.Store, [capture, other]);
        desk.Store.Write(connection =>
            connection.Execute(
                "UPDATE captures SET body = (SELECT body FROM captures WHERE digest = @Other) WHERE digest = @Hex",
                new { capture.Digest.Hex, Other = other.Digest.Hex }
            )
        );
        Assert.Equal(
            "damaged",
            Assert.Throws<RecordException>(() => CaptureArchive.Find(desk.Store, capture.Digest)).Code
        );
    }

    [Fact]
    public void What_a_stage_has_done_is_pending_for_its_next_version_only()
    {
        using var desk = new Desk();
        var capture = Desk.Capture("one");
        CaptureArchive.Keep(desk.Store, [capture]);
        Assert.Equal([capture.Digest], CaptureArchive.Pending(desk.Store, "read", "1", anyVersion: false));
        desk.Store.Write(connection => Jobs.Mark(connection, "read", "1", capture.Digest));
        Assert.Empty(CaptureArchive.Pending(desk.Store, "read", "1", anyVersion: false));
        Assert.Empty(Jobs.Undone(desk.Store, "read", "1", [capture.Digest]));
        Assert.Equal([capture.Digest], Jobs.Undone(desk.Store, "read", "2", [capture.Digest]));
        Assert.Equal([capture.Digest], CaptureArchive.Pending(desk.Store, "read", "2", anyVersion: false));
        Assert.Empty(CaptureArchive.Pending(desk.Store, "read", "2", anyVersion: true));
    }
}
