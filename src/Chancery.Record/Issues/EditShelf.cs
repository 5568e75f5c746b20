using System.Data.Common;
using System.Text.Json;
using Chancery.Terms;
using Dapper;

namespace Chancery.Record.Issues;

/// <summary>What became of an edit that somebody wanted to make.</summary>
public abstract record EditOutcome
{
    private EditOutcome() { }

    public sealed record Kept(int Number) : EditOutcome;

    /// <summary>Somebody changed the line since it was seen; nothing was written.</summary>
    /// <param name="Theirs">The edit that stands against it.</param>
    public sealed record Conflict(KeptEdit Theirs) : EditOutcome;

    /// <summary>The issue was approved; it is not edited any more.</summary>
    public sealed record Closed(Approval Approved) : EditOutcome;

    /// <summary>There is no draft of that watch and week.</summary>
    public sealed record Missing : EditOutcome;

    /// <summary>The draft is at another edit than the one that was looked at; nothing was approved.</summary>
    public sealed record Moved(int Number) : EditOutcome;
}

/// <summary>A draft as the record has it.</summary>
/// <param name="Base">What it began as.</param>
/// <param name="Edits">All edits since, in order.</param>
public sealed record EditedDraft(Issue Base, IReadOnlyList<KeptEdit> Edits);

/// <summary>The edits of drafts, kept for good, and the approval that ends them.</summary>
public static class EditShelf
{
    /// <summary>Null where there is neither a draft nor an approved issue. An approved issue that nobody edited has itself as base.</summary>
    public static EditedDraft? Find(Store store, string watch, DateOnly week)
    {
        using var connection = store.Reader();
        // One transaction: a base and its edits from the same state.
        connection.Execute("BEGIN DEFERRED");
        try
        {
            return Find(connection, watch, week);
        }
        finally
        {
            connection.Execute("COMMIT");
        }
    }

    /// <summary>Changes with the draft itself: its edits, its comments, what the record has as the week's issue.</summary>
    public static string Stamp(Store store, string watch, DateOnly week)
    {
        using var connection = store.Reader();
        // The issue's own text: the desk may draft it anew, and no count tells.
        return connection.ExecuteScalar<string>(
            """
            SELECT (SELECT count(*) FROM edits WHERE watch = @watch AND week = @week)
                || ' ' || (SELECT count(*) || '.' || count(settled_at) FROM comments WHERE watch = @watch AND week = @week)
                || ' ' || ifnull((SELECT issue FROM issues WHERE watch = @watch AND week = @week), '')
            """,
            new { watch, week = IssueShelf.Key(week) }
        )!;
    }

    /// <summary>Adds an edit, or says why not. Whether two editors met is decided here, under the record's one write lock.</summary>
    /// <param name="seen">The last edit that touched the line when the editor saw it; 0 where none had. Ignored for an edit that touches no line.</param>
    /// <param name="made">The issue that a base and its edits make: the week's issue in the record is kept in step.</param>
    public static EditOutcome Append(
        Store store,
        string watch,
        DateOnly week,
        Edit edit,
        int seen,
        string by,
        DateTimeOffset at,
        Func<EditedDraft, Issue> made
    )
    {
        EditOutcome outcome = new EditOutcome.Missing();
        store.Write(connection =>
        {
            if (Closed(connection, watch, week) is { } closed)
            {
                outcome = closed;
                return;
            }
            Begin(connection, watch, week, by, at);
            if (Find(connection, watch, week) is not { } draft)
            {
                return;
            }
            if (
                edit.Touches is { } line
                && draft.Edits.LastOrDefault(one => one.Edit.Touches == line) is { } last
                && last.Number != seen
            )
            {
                outcome = new EditOutcome.Conflict(last);
                return;
            }
            var kept = new KeptEdit(draft.Edits.Count + 1, at, by, edit);
            connection.Execute(
                """
                INSERT INTO edits (watch, week, number, edited_at, edited_by, line, edit)
                VALUES (@watch, @week, @Number, @at, @by, @line, @json)
                """,
                new
                {
                    watch,
                    week = IssueShelf.Key(week),
                    kept.Number,
                    at = at.ToUnixTimeMilliseconds(),
                    by,
                    line = edit.Touches,
                    json = JsonSerializer.Serialize(edit, TermsJson.Edit),
                }
            );
            IssueShelf.Keep(connection, made(draft with { Edits = [.. draft.Edits, kept] }));
            outcome = new EditOutcome.Kept(kept.Number);
        });
        return outcome;
    }

    /// <summary>Approves the draft as it stands after an edit, and that alone: whoever approves has seen what is approved.</summary>
    /// <param name="number">The last edit that the approver saw.</param>
    public static EditOutcome Approve(
        Store store,
        string watch,
        DateOnly week,
        int number,
        Approval approval,
        Func<EditedDraft, Issue> made
    )
    {
        EditOutcome outcome = new EditOutcome.Missing();
        store.Write(connection =>
        {
            if (Closed(connection, watch, week) is { } closed)
            {
                outcome = closed;
            }
            else if (Find(connection, watch, week) is { } draft)
            {
                if (draft.Edits.Count != number)
                {
                    outcome = new EditOutcome.Moved(draft.Edits.Count);
                    return;
                }
                IssueShelf.Keep(connection, made(draft) with { Approved = approval });
                outcome = new EditOutcome.Kept(number);
            }
        });
        return outcome;
    }

    private static void Begin(
        DbConnection connection,
        string watch,
        DateOnly week,
        string by,
        DateTimeOffset at
    ) =>
        connection.Execute(
            """
            INSERT INTO drafts (watch, week, began_at, began_by, base)
            SELECT watch, week, @at, @by, issue FROM issues
            WHERE watch = @watch AND week = @week AND approved_at IS NULL
            ON CONFLICT DO NOTHING
            """,
            new
            {
                watch,
                week = IssueShelf.Key(week),
                by,
                at = at.ToUnixTimeMilliseconds(),
            }
        );

    private static EditOutcome.Closed? Closed(DbConnection connection, string watch, DateOnly week) =>
        IssueShelf.Find(connection, watch, week) is { Approved: { } approved }
            ? new EditOutcome.Closed(approved)
            : null;

    private static EditedDraft? Find(DbConnection connection, string watch, DateOnly week)
    {
        var key = new { watch, week = IssueShelf.Key(week) };
        if (
            connection.QuerySingleOrDefault<string>(
                "SELECT base FROM drafts WHERE watch = @watch AND week = @week",
                key
            )
            is not { } json
        )
        {
            return IssueShelf.Find(connection, watch, week) is { } issue ? new EditedDraft(issue, []) : null;
        }
        return new EditedDraft(
            IssueShelf.Read(json),
            [
                .. connection
                    .Query<Row>(
                        """
                        SELECT number AS Number, edited_at AS EditedAt, edited_by AS EditedBy, edit AS Edit FROM edits
                        WHERE watch = @watch AND week = @week ORDER BY number
                        """,
                        key
                    )
                    .Select(row => new KeptEdit(
                        (int)row.Number,
                        DateTimeOffset.FromUnixTimeMilliseconds(row.EditedAt),
                        row.EditedBy,
                        JsonSerializer.Deserialize(row.Edit, TermsJson.Edit)!
                    )),
            ]
        );
    }

    private sealed record Row(long Number, long EditedAt, string EditedBy, string Edit);
}
