using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Chancery.Record.Issues;
using Chancery.Terms;
using Dapper;

namespace Chancery.Record.Publications;

/// <summary>What was published: every state of it that readers saw, the sites it stands on, and when it is to be mailed.</summary>
public static class PublicationShelf
{
    /// <summary>Every approved issue as the record's JSON, the oldest first, read one at a time.</summary>
    public static IEnumerable<(DateOnly Week, string Json)> Approved(Store store, string watch)
    {
        using var connection = store.Reader();
        foreach (
            var (week, json) in connection.Query<(string, string)>(
                "SELECT week, issue FROM issues WHERE watch = @watch AND approved_at IS NOT NULL ORDER BY week",
                new { watch },
                buffered: false
            )
        )
            yield return (DateOnly.ParseExact(week, "yyyy-MM-dd", CultureInfo.InvariantCulture), json);
    }

    /// <summary>
    /// Puts a corrected or withdrawn issue in the place of the published one, and keeps what stood there. False where it is
    /// no longer what stands there: somebody else changed it in the meantime.
    /// </summary>
    /// <param name="standing">What the change was made on.</param>
    /// <param name="changed">What stands from now on.</param>
    public static bool Replace(Store store, Issue standing, Issue changed, DateTimeOffset now)
    {
        var replaced = false;
        store.Write(connection =>
        {
            var before = Write(standing);
            // Read and written again: a newer program may write the same issue otherwise.
            if (
                IssueShelf.Find(connection, standing.Watch, standing.Week) is not { Approved: not null } kept
                || Write(kept) != before
            )
                return;
            connection.Execute(
                """
                UPDATE issues SET issue = @after WHERE watch = @Watch AND week = @week;
                INSERT INTO issue_versions (watch, week, ended_at, issue) VALUES (@Watch, @week, @at, @before);
                """,
                new
                {
                    standing.Watch,
                    week = IssueShelf.Key(standing.Week),
                    at = now.ToUnixTimeMilliseconds(),
                    before,
                    after = Write(changed),
                }
            );
            replaced = true;
        });
        return replaced;
    }

    /// <summary>What readers saw of an issue before, the oldest first, with when it ended.</summary>
    public static IReadOnlyList<(DateTimeOffset EndedAt, Issue Issue)> Versions(
        Store store,
        string watch,
        DateOnly week
    )
    {
        using var connection = store.Reader();
        return
        [
            .. connection
                .Query<(long EndedAt, string Issue)>(
                    "SELECT ended_at, issue FROM issue_versions WHERE watch = @watch AND week = @week ORDER BY ended_at",
                    new { watch, week = IssueShelf.Key(week) }
                )
                .Select(row =>
                    (DateTimeOffset.FromUnixTimeMilliseconds(row.EndedAt), IssueShelf.Read(row.Issue))
                ),
        ];
    }

    /// <summary>What was kept of a site's folder after its last build; null where it was never built.</summary>
    public static byte[]? Memory(Store store, string watch, string folder)
    {
        using var connection = store.Reader();
        if (
            connection.QuerySingleOrDefault<byte[]>(
                "SELECT memory FROM sites WHERE watch = @watch AND folder = @folder",
                new { watch, folder }
            )
            is not { } packed
        )
            return null;
        using var unpacked = new MemoryStream();
        using (var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress))
            brotli.CopyTo(unpacked);
        return unpacked.ToArray();
    }

    public static void Remember(Store store, string watch, string folder, ReadOnlySpan<byte> memory)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            brotli.Write(memory);
        store.Write(connection =>
            connection.Execute(
                """
                INSERT INTO sites (watch, folder, memory) VALUES (@watch, @folder, @memory)
                ON CONFLICT (watch, folder) DO UPDATE SET memory = excluded.memory
                """,
                new
                {
                    watch,
                    folder,
                    memory = packed.ToArray(),
                }
            )
        );
    }

    /// <summary>The folders that a watch's site was written to.</summary>
    public static IReadOnlyList<string> Folders(Store store, string watch)
    {
        using var connection = store.Reader();
        return
        [
            .. connection.Query<string>(
                "SELECT folder FROM sites WHERE watch = @watch ORDER BY folder",
                new { watch }
            ),
        ];
    }

    public static void MailAt(Store store, string watch, DateOnly week, DateTimeOffset at) =>
        store.Write(connection =>
            connection.Execute(
                """
                INSERT INTO mail_schedule (watch, week, mail_at) VALUES (@watch, @week, @at)
                ON CONFLICT (watch, week) DO UPDATE SET mail_at = excluded.mail_at
                """,
                new
                {
                    watch,
                    week = IssueShelf.Key(week),
                    at = at.ToUnixTimeMilliseconds(),
                }
            )
        );

    /// <summary>The weeks whose issue is to be mailed by now.</summary>
    public static IReadOnlyList<DateOnly> MailDue(Store store, string watch, DateTimeOffset now)
    {
        using var connection = store.Reader();
        return
        [
            .. connection
                .Query<string>(
                    "SELECT week FROM mail_schedule WHERE watch = @watch AND mail_at <= @now ORDER BY week",
                    new { watch, now = now.ToUnixTimeMilliseconds() }
                )
                .Select(week => DateOnly.ParseExact(week, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ];
    }

    public static void MailQueued(Store store, string watch, DateOnly week) =>
        store.Write(connection =>
            connection.Execute(
                "DELETE FROM mail_schedule WHERE watch = @watch AND week = @week",
                new { watch, week = IssueShelf.Key(week) }
            )
        );

    private static string Write(Issue issue) => JsonSerializer.Serialize(issue, TermsJson.Issue);
}
