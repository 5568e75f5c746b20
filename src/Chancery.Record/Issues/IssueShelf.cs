using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Chancery.Terms;
using Dapper;

namespace Chancery.Record.Issues;

/// <summary>An issue in a list: enough to choose it by.</summary>
/// <param name="Edits">How many edits people have made; 0 where the draft is as the desk made it.</param>
/// <param name="Touched">Who edited last, and when; null where nobody has.</param>
public sealed record IssueEntry(
    string Watch,
    DateOnly Week,
    string Title,
    Approval? Approved,
    int Edits,
    Approval? Touched
);

/// <summary>The drafts and the issues, one for a watch and a week.</summary>
public static class IssueShelf
{
    /// <summary>
    /// Keeps a draft that the desk made. False says that it did not: an approved issue is never overwritten, nor a draft
    /// that people have begun to edit.
    /// </summary>
    public static bool KeepDraft(Store store, Issue draft)
    {
        var kept = 0;
        store.Write(connection =>
            kept =
                connection.ExecuteScalar<long>(
                    "SELECT count(*) FROM drafts WHERE watch = @Watch AND week = @week",
                    new { draft.Watch, week = Key(draft.Week) }
                ) > 0
                    ? 0
                    : Keep(connection, draft with { Approved = null })
        );
        return kept > 0;
    }

    /// <summary>Keeps an issue that a person approved; false where another one was approved before: what is published is never changed.</summary>
    public static bool KeepApproved(Store store, Issue issue)
    {
        var kept = 0;
        store.Write(connection => kept = Keep(connection, issue));
        return kept > 0;
    }

    public static Issue? Find(Store store, string watch, DateOnly week)
    {
        using var connection = store.Reader();
        return Find(connection, watch, week);
    }

    /// <summary>Every approved issue, the oldest first.</summary>
    public static IReadOnlyList<Issue> Approved(Store store, string watch)
    {
        using var connection = store.Reader();
        return
        [
            .. connection
                .Query<string>(
                    "SELECT issue FROM issues WHERE watch = @watch AND approved_at IS NOT NULL ORDER BY week",
                    new { watch }
                )
                .Select(Read),
        ];
    }

    /// <summary>Changes with the approved issues of a watch: approving, correcting, taking back.</summary>
    public static string Stamp(Store store, string watch)
    {
        using var connection = store.Reader();
        return connection.ExecuteScalar<string>(
            """
            SELECT (SELECT count(*) || '.' || ifnull(max(approved_at), 0) FROM issues WHERE watch = @watch AND approved_at IS NOT NULL)
                || ' ' || (SELECT count(*) || '.' || ifnull(max(ended_at), 0) FROM issue_versions WHERE watch = @watch)
            """,
            new { watch }
        )!;
    }

    /// <summary>All drafts and issues of all watches, the latest week first.</summary>
    public static IReadOnlyList<IssueEntry> All(Store store)
    {
        using var connection = store.Reader();
        return
        [
            .. connection
                .Query<Row>(
                    """
                    SELECT i.watch AS Watch, i.week AS Week, coalesce(i.approved_at, 0) AS ApprovedAt,
                           coalesce(json_extract(i.issue, '$.approved.by'), '') AS ApprovedBy,
                           json_extract(i.issue, '$.title.text') AS Title,
                           coalesce(e.number, 0) AS Edits, coalesce(e.edited_at, 0) AS EditedAt,
                           coalesce(e.edited_by, '') AS EditedBy
                    FROM issues AS i
                    LEFT JOIN edits AS e ON e.watch = i.watch AND e.week = i.week AND e.number =
                        (SELECT max(number) FROM edits WHERE watch = i.watch AND week = i.week)
                    ORDER BY i.week DESC, i.watch
                    """
                )
                .Select(row => new IssueEntry(
                    row.Watch,
                    DateOnly.ParseExact(row.Week, "yyyy-MM-dd", CultureInfo.InvariantCulture),
                    row.Title,
                    Signed(row.ApprovedBy, row.ApprovedAt),
                    (int)row.Edits,
                    Signed(row.EditedBy, row.EditedAt)
                )),
        ];
    }

    internal static Issue? Find(DbConnection connection, string watch, DateOnly week) =>
        connection.QuerySingleOrDefault<string>(
            "SELECT issue FROM issues WHERE watch = @watch AND week = @week",
            new { watch, week = Key(week) }
        )
            is { } json
            ? Read(json)
            : null;

    /// <summary>Writes the week's issue, unless an approved one stands there: 0 then.</summary>
    internal static int Keep(DbConnection connection, Issue issue) =>
        connection.Execute(
            """
            INSERT INTO issues (watch, week, approved_at, issue) VALUES (@Watch, @week, @at, @json)
            ON CONFLICT (watch, week) DO UPDATE SET issue = excluded.issue, approved_at = excluded.approved_at
            WHERE issues.approved_at IS NULL
            """,
            new
            {
                issue.Watch,
                week = Key(issue.Week),
                at = issue.Approved?.At.ToUnixTimeMilliseconds(),
                json = Write(issue),
            }
        );

    internal static string Key(DateOnly week) => week.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static Issue Read(string json) =>
        JsonSerializer.Deserialize(json, TermsJson.Issue)
        ?? throw new InvalidOperationException("An issue was kept as null.");

    private static string Write(Issue issue) => JsonSerializer.Serialize(issue, TermsJson.Issue);

    private static Approval? Signed(string by, long at) =>
        at == 0 ? null : new Approval(by, DateTimeOffset.FromUnixTimeMilliseconds(at));

    /// <summary>Properties, since an expression over no rows has no type that a constructor could be found by.</summary>
    private sealed record Row
    {
        public string Watch { get; init; } = "";
        public string Week { get; init; } = "";
        public long ApprovedAt { get; init; }
        public string ApprovedBy { get; init; } = "";
        public string Title { get; init; } = "";
        public long Edits { get; init; }
        public long EditedAt { get; init; }
        public string EditedBy { get; init; } = "";
    }
}
