using System.Globalization;
using System.Text.Json;
using Chancery.Terms;
using Dapper;

namespace Chancery.Record.Issues;

/// <summary>The drafts and the issues, one for a watch and a week.</summary>
public static class IssueShelf
{
    /// <summary>Keeps a draft. An approved issue is never overwritten: false says that one stands there.</summary>
    public static bool KeepDraft(Store store, Issue draft)
    {
        var kept = 0;
        store.Write(connection =>
            kept = connection.Execute(
                """
                INSERT INTO issues (watch, week, approved_at, issue) VALUES (@Watch, @week, NULL, @json)
                ON CONFLICT (watch, week) DO UPDATE SET issue = excluded.issue WHERE issues.approved_at IS NULL
                """,
                new
                {
                    draft.Watch,
                    week = Key(draft.Week),
                    json = Write(draft),
                }
            )
        );
        return kept > 0;
    }

    /// <summary>Keeps an issue that a person approved.</summary>
    public static void KeepApproved(Store store, Issue issue) =>
        store.Write(connection =>
            connection.Execute(
                """
                INSERT INTO issues (watch, week, approved_at, issue) VALUES (@Watch, @week, @at, @json)
                ON CONFLICT (watch, week) DO UPDATE SET issue = excluded.issue, approved_at = excluded.approved_at
                """,
                new
                {
                    issue.Watch,
                    week = Key(issue.Week),
                    at = issue.Approved!.At.ToUnixTimeMilliseconds(),
                    json = Write(issue),
                }
            )
        );

    public static Issue? Find(Store store, string watch, DateOnly week)
    {
        using var connection = store.Reader();
        return
            connection.QuerySingleOrDefault<string>(
                "SELECT issue FROM issues WHERE watch = @watch AND week = @week",
                new { watch, week = Key(week) }
            )
                is { } json
            ? Read(json)
            : null;
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

    private static string Key(DateOnly week) => week.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Write(Issue issue) => JsonSerializer.Serialize(issue, TermsJson.Issue);

    private static Issue Read(string json) =>
        JsonSerializer.Deserialize(json, TermsJson.Issue)
        ?? throw new InvalidOperationException("An issue was kept as null.");
}
