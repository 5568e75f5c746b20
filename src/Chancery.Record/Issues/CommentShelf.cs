using Chancery.Terms;
using Dapper;

namespace Chancery.Record.Issues;

/// <summary>What an editor says to the others about a line.</summary>
/// <param name="Settled">Who settled it and when; null while it is open.</param>
public sealed record Comment(
    long Id,
    string Line,
    DateTimeOffset At,
    string By,
    string Words,
    Approval? Settled
);

/// <summary>The comments on the lines of drafts. They are said once and never rewritten; settling one leaves it to be read.</summary>
public static class CommentShelf
{
    public static void Say(
        Store store,
        string watch,
        DateOnly week,
        string line,
        string words,
        string by,
        DateTimeOffset at
    ) =>
        store.Write(connection =>
            connection.Execute(
                """
                INSERT INTO comments (watch, week, line, said_at, said_by, words)
                VALUES (@watch, @week, @line, @at, @by, @words)
                """,
                new
                {
                    watch,
                    week = IssueShelf.Key(week),
                    line,
                    at = at.ToUnixTimeMilliseconds(),
                    by,
                    words,
                }
            )
        );

    /// <summary>False where there is no open comment of that id on that draft.</summary>
    public static bool Settle(Store store, string watch, DateOnly week, long id, string by, DateTimeOffset at)
    {
        var settled = 0;
        store.Write(connection =>
            settled = connection.Execute(
                """
                UPDATE comments SET settled_at = @at, settled_by = @by
                WHERE id = @id AND watch = @watch AND week = @week AND settled_at IS NULL
                """,
                new
                {
                    id,
                    watch,
                    week = IssueShelf.Key(week),
                    by,
                    at = at.ToUnixTimeMilliseconds(),
                }
            )
        );
        return settled > 0;
    }

    /// <summary>Opens a settled comment again; false where there is none of that id on that draft.</summary>
    public static bool Reopen(Store store, string watch, DateOnly week, long id)
    {
        var opened = 0;
        store.Write(connection =>
            opened = connection.Execute(
                """
                UPDATE comments SET settled_at = NULL, settled_by = NULL
                WHERE id = @id AND watch = @watch AND week = @week AND settled_at IS NOT NULL
                """,
                new
                {
                    id,
                    watch,
                    week = IssueShelf.Key(week),
                }
            )
        );
        return opened > 0;
    }

    /// <summary>All comments on a draft, the oldest first.</summary>
    public static IReadOnlyList<Comment> Of(Store store, string watch, DateOnly week)
    {
        using var connection = store.Reader();
        return
        [
            .. connection
                .Query<Row>(
                    """
                    SELECT id AS Id, line AS Line, said_at AS SaidAt, said_by AS SaidBy, words AS Words,
                           coalesce(settled_at, 0) AS SettledAt, coalesce(settled_by, '') AS SettledBy
                    FROM comments WHERE watch = @watch AND week = @week ORDER BY id
                    """,
                    new { watch, week = IssueShelf.Key(week) }
                )
                .Select(row => new Comment(
                    row.Id,
                    row.Line,
                    DateTimeOffset.FromUnixTimeMilliseconds(row.SaidAt),
                    row.SaidBy,
                    row.Words,
                    row.SettledAt == 0
                        ? null
                        : new Approval(row.SettledBy, DateTimeOffset.FromUnixTimeMilliseconds(row.SettledAt))
                )),
        ];
    }

    /// <summary>Properties, since an expression over no rows has no type that a constructor could be found by.</summary>
    private sealed record Row
    {
        public long Id { get; init; }
        public string Line { get; init; } = "";
        public long SaidAt { get; init; }
        public string SaidBy { get; init; } = "";
        public string Words { get; init; } = "";
        public long SettledAt { get; init; }
        public string SettledBy { get; init; } = "";
    }
}
