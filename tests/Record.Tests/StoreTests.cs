using Chancery.Record;
using Chancery.Record.Captures;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Chancery.RecordTests;

public sealed class StoreTests
{
    [Fact]
    public void A_desk_opened_again_is_the_same_desk()
    {
        using var desk = new Desk();
        CaptureArchive.Keep(desk.Store, [Desk.Capture("one")]);
        desk.Reopen();
        Assert.Equal(1, CaptureArchive.Count(desk.Store));
    }

    [Fact]
    public void A_write_that_fails_half_way_leaves_nothing()
    {
        using var desk = new Desk();
        Assert.Throws<InvalidOperationException>(() =>
            desk.Store.Write(connection =>
            {
                connection.Execute("INSERT INTO jobs (stage, version, subject) VALUES ('read', '1', 'x')");
                throw new InvalidOperationException("cut off");
            })
        );
        Assert.Single(Jobs.Undone(desk.Store, "read", "1", [new Terms.Digest("x")]));
    }

    [Fact]
    public void A_file_that_is_no_record_is_named_and_left_alone()
    {
        var folder = Directory.CreateTempSubdirectory("chancery-").FullName;
        var file = Path.Combine(folder, "chancery.db");
        File.WriteAllText(file, new string('x', 5000));
        var refused = Assert.Throws<RecordException>(() => Store.Open(folder));
        Assert.Equal("not-a-record", refused.Code);
        Assert.Contains(file, refused.Message, StringComparison.Ordinal);
        Assert.Equal(new string('x', 5000), File.ReadAllText(file));
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_desk_of_a_newer_program_is_refused_and_left_alone()
    {
        using var desk = new Desk();
        desk.Store.Write(connection => connection.Execute("PRAGMA user_version = 999"));
        Assert.Equal("newer-desk", Assert.Throws<RecordException>(desk.Reopen).Code);
    }

    [Fact]
    public void A_folder_that_is_a_file_is_one_clear_sentence()
    {
        var file = Path.GetTempFileName();
        Assert.Equal("no-access", Assert.Throws<RecordException>(() => Store.Open(file)).Code);
        File.Delete(file);
    }

    [Fact]
    public void A_full_disk_is_one_clear_sentence_and_keeps_nothing_half_written()
    {
        using var desk = new Desk();
        CaptureArchive.Keep(desk.Store, [Desk.Capture("before")]);
        // SQLite's own limit on pages answers as a full disk does: SQLITE_FULL.
        var noise = new string([
            .. Enumerable.Range(0, 400_000).Select(i => (char)('!' + (i * 7919 % 8191 % 90))),
        ]);
        var refused = Assert.Throws<RecordException>(() =>
            desk.Store.Write(connection =>
            {
                connection.Execute("PRAGMA max_page_count = 40");
                connection.Execute("INSERT INTO jobs (stage, version, subject) VALUES ('read', '1', 'x')");
                connection.Execute(
                    "INSERT INTO jobs (stage, version, subject) VALUES ('read', '1', @noise)",
                    new { noise }
                );
            })
        );
        Assert.Equal("disk-full", refused.Code);
        Assert.Single(Jobs.Undone(desk.Store, "read", "1", [new Terms.Digest("x")]));
        Assert.Equal(1, CaptureArchive.Count(desk.Store));
    }
}
