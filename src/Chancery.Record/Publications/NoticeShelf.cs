using Dapper;

namespace Chancery.Record.Publications;

/// <summary>Somebody who is to be told of something.</summary>
/// <param name="Id">The same for the same thing told to the same one, so that nothing is told twice.</param>
/// <param name="Kind">"webhook" or "hub".</param>
/// <param name="Target">The address.</param>
/// <param name="What">"issue.published", "issue.corrected", "issue.withdrawn".</param>
/// <param name="Body">What is told, as it is sent.</param>
public sealed record Notice(string Id, string Kind, string Target, string What, string Body)
{
    /// <summary>How often it was tried.</summary>
    public long Attempts { get; init; }
}

/// <summary>How a notice stands.</summary>
public sealed record NoticeEntry(
    string Id,
    string Kind,
    string Target,
    string What,
    string State,
    long Attempts,
    string? Reply
);

/// <summary>Who is to be told of what; written before anybody is told.</summary>
public static class NoticeShelf
{
    /// <summary>Enters what is not entered yet.</summary>
    public static void Queue(Store store, string watch, IReadOnlyList<Notice> notices, DateTimeOffset now)
    {
        if (notices.Count == 0)
            return;
        store.Write(connection =>
            connection.Execute(
                """
                INSERT INTO notices (id, watch, kind, target, what, body, state, due_at, changed_at)
                VALUES (@Id, @watch, @Kind, @Target, @What, @Body, 'waiting', @at, @at) ON CONFLICT (id) DO NOTHING
                """,
                notices.Select(notice => new
                {
                    notice.Id,
                    watch,
                    notice.Kind,
                    notice.Target,
                    notice.What,
                    notice.Body,
                    at = now.ToUnixTimeMilliseconds(),
                })
            )
        );
    }

    public static IReadOnlyList<Notice> Due(Store store, string watch, DateTimeOffset now)
    {
        using var connection = store.Reader();
        return
        [
            .. connection
                .Query<(string Id, string Kind, string Target, string What, string Body, long Attempts)>(
                    """
                    SELECT id, kind, target, what, body, attempts FROM notices
                    WHERE watch = @watch AND state = 'waiting' AND due_at <= @now ORDER BY due_at, id
                    """,
                    new { watch, now = now.ToUnixTimeMilliseconds() }
                )
                .Select(n => new Notice(n.Id, n.Kind, n.Target, n.What, n.Body) { Attempts = n.Attempts }),
        ];
    }

    /// <summary>Writes what came of telling it.</summary>
    /// <param name="again">When to try again; null where it is done with.</param>
    public static void Told(
        Store store,
        string id,
        bool well,
        string reply,
        DateTimeOffset now,
        DateTimeOffset? again
    ) =>
        store.Write(connection =>
            connection.Execute(
                """
                UPDATE notices SET state = @state, attempts = attempts + 1, reply = @reply, changed_at = @now, due_at = @due
                WHERE id = @id
                """,
                new
                {
                    id,
                    reply,
                    state = well ? "told"
                    : again is null ? "failed"
                    : "waiting",
                    now = now.ToUnixTimeMilliseconds(),
                    due = (again ?? now).ToUnixTimeMilliseconds(),
                }
            )
        );

    public static IReadOnlyList<NoticeEntry> All(Store store, string watch)
    {
        using var connection = store.Reader();
        return
        [
            .. connection
                .Query<(string, string, string, string, string, long, string?)>(
                    "SELECT id, kind, target, what, state, attempts, reply FROM notices WHERE watch = @watch ORDER BY changed_at, id",
                    new { watch }
                )
                .Select(n => new NoticeEntry(n.Item1, n.Item2, n.Item3, n.Item4, n.Item5, n.Item6, n.Item7)),
        ];
    }
}
