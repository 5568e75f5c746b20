using System.Data.Common;
using Dapper;

namespace Chancery.Record.Subscribers;

/// <summary>
/// What is to be mailed and what became of it. A mailing is queued for all its readers in one transaction, once; a copy
/// changes its state before its message can be taken and after the server has answered.
/// </summary>
public static class Outbox
{
    /// <summary>The mailing that asks new readers to confirm. It alone goes to unconfirmed addresses.</summary>
    public const string Confirmation = "confirmation";

    /// <summary>Readers of a mailing are those confirmed; of the question alone, those asked.</summary>
    private const string Wanted =
        "(subscribers.state = 'confirmed' OR subscribers.state = 'asked' AND subscribers.key IS NOT NULL AND EXISTS (SELECT 1 FROM mailings WHERE mailings.id = @mailing AND mailings.what = 'confirmation'))";

    /// <summary>Queues a mailing for everybody who is confirmed. The same mailing queued again changes nothing and adds nobody.</summary>
    public static QueuedMailing Queue(
        Store store,
        string watch,
        string what,
        string content,
        DateTimeOffset now
    )
    {
        QueuedMailing? queued = null;
        store.Write(connection =>
        {
            queued = Find(connection, watch, what);
            if (queued is not null)
                return;
            queued = Create(connection, watch, what, content, now);
            connection.Execute(
                """
                INSERT INTO outbox (mailing, subscriber, state, due_at, changed_at)
                SELECT @Id, id, 'queued', @now, @now FROM subscribers WHERE watch = @watch AND state = 'confirmed'
                """,
                new
                {
                    queued.Id,
                    watch,
                    now = now.ToUnixTimeMilliseconds(),
                }
            );
        });
        return queued!;
    }

    /// <summary>Queues the question for one new reader. Its words are those of now, for everybody still waiting too.</summary>
    public static void Ask(Store store, string watch, string content, long subscriber, DateTimeOffset now) =>
        store.Write(connection =>
        {
            var mailing =
                Find(connection, watch, Confirmation)
                ?? Create(connection, watch, Confirmation, content, now);
            connection.Execute(
                "UPDATE mailings SET content = @content WHERE id = @Id",
                new { mailing.Id, content }
            );
            connection.Execute(
                """
                INSERT INTO outbox (mailing, subscriber, state, due_at, changed_at) VALUES (@Id, @subscriber, 'queued', @now, @now)
                ON CONFLICT (mailing, subscriber) DO UPDATE SET state = 'queued', attempts = 0, due_at = @now, changed_at = @now, reply = NULL
                """,
                new
                {
                    mailing.Id,
                    subscriber,
                    now = now.ToUnixTimeMilliseconds(),
                }
            );
        });

    public static QueuedMailing? Find(Store store, string watch, string what)
    {
        using var connection = store.Reader();
        return Find(connection, watch, what);
    }

    /// <summary>The mailings of a watch that still have copies to send, the oldest first.</summary>
    public static IReadOnlyList<QueuedMailing> Open(Store store, string watch)
    {
        using var connection = store.Reader();
        return
        [
            .. connection
                .Query<MailingRow>(
                    """
                    SELECT id, what, created_at, content FROM mailings WHERE watch = @watch
                    AND EXISTS (SELECT 1 FROM outbox WHERE mailing = mailings.id AND outbox.state = 'queued') ORDER BY id
                    """,
                    new { watch }
                )
                .Select(row => row.Mailing),
        ];
    }

    /// <summary>
    /// To be called by the one sender before it begins: what an earlier one left in the middle is in doubt from now on,
    /// and who unsubscribed since is not sent to.
    /// </summary>
    public static int Settle(Store store, string watch, DateTimeOffset now)
    {
        var doubtful = 0;
        store.Write(connection =>
        {
            var parameters = new { watch, now = now.ToUnixTimeMilliseconds() };
            doubtful = connection.Execute(
                """
                UPDATE outbox SET state = 'doubt', changed_at = @now, reply = 'the sender was ended before the reply'
                WHERE state = 'sending' AND mailing IN (SELECT id FROM mailings WHERE watch = @watch)
                """,
                parameters
            );
            connection.Execute(
                """
                UPDATE outbox SET state = 'left', changed_at = @now
                WHERE state = 'queued' AND mailing IN (SELECT id FROM mailings WHERE watch = @watch)
                AND subscriber IN (SELECT id FROM subscribers WHERE watch = @watch AND state IN ('left', 'bounced'))
                """,
                parameters
            );
        });
        return doubtful;
    }

    /// <summary>Copies that are due, in the order of their readers.</summary>
    /// <param name="most">How many at most.</param>
    public static IReadOnlyList<Copy> Due(Store store, long mailing, DateTimeOffset now, int most)
    {
        using var connection = store.Reader();
        return
        [
            .. connection.Query<Copy>(
                $"""
                SELECT subscribers.id AS Subscriber, address, name, CASE WHEN what = 'confirmation' THEN key ELSE token END AS Token, attempts
                FROM outbox INDEXED BY outbox_queued
                JOIN subscribers ON subscribers.id = outbox.subscriber JOIN mailings ON mailings.id = outbox.mailing
                WHERE outbox.mailing = @mailing AND outbox.state = 'queued' AND due_at <= @now AND {Wanted}
                ORDER BY due_at, outbox.subscriber LIMIT @most
                """,
                new
                {
                    mailing,
                    now = now.ToUnixTimeMilliseconds(),
                    most,
                }
            ),
        ];
    }

    /// <summary>When the next copy is due; null where none waits.</summary>
    public static DateTimeOffset? NextDue(Store store, long mailing)
    {
        using var connection = store.Reader();
        return
            connection.ExecuteScalar<long?>(
                $"""
                SELECT min(due_at) FROM outbox INDEXED BY outbox_queued JOIN subscribers ON subscribers.id = outbox.subscriber
                WHERE mailing = @mailing AND outbox.state = 'queued' AND {Wanted}
                """,
                new { mailing }
            )
                is { } at
            ? DateTimeOffset.FromUnixTimeMilliseconds(at)
            : null;
    }

    public static IReadOnlyDictionary<OutboxState, long> Count(Store store, long mailing)
    {
        using var connection = store.Reader();
        return connection
            .Query<(string State, long Count)>(
                "SELECT state, count(*) FROM outbox WHERE mailing = @mailing GROUP BY state",
                new { mailing }
            )
            .ToDictionary(row => Enum.Parse<OutboxState>(row.State, ignoreCase: true), row => row.Count);
    }

    /// <summary>The copies of a watch that stand in one state, with the addresses: for the editor's eyes.</summary>
    public static IReadOnlyList<OpenCopy> In(Store store, string watch, OutboxState state)
    {
        using var connection = store.Reader();
        return
        [
            .. connection
                .Query<OpenRow>(
                    """
                    SELECT mailing, what, subscriber, address, outbox.state, changed_at, reply
                    FROM outbox JOIN mailings ON mailings.id = mailing JOIN subscribers ON subscribers.id = subscriber
                    WHERE mailings.watch = @watch AND outbox.state = @state ORDER BY mailing, subscriber
                    """,
                    new { watch, state = Word(state) }
                )
                .Select(row => new OpenCopy(
                    row.Mailing,
                    row.What,
                    row.Subscriber,
                    row.Address,
                    state,
                    DateTimeOffset.FromUnixTimeMilliseconds(row.Changed_at),
                    row.Reply
                )),
        ];
    }

    /// <summary>The editor's word on a watch's copies in doubt: sent again, or taken as sent.</summary>
    public static int Decide(Store store, string watch, bool again, DateTimeOffset now)
    {
        var decided = 0;
        store.Write(connection =>
            decided = connection.Execute(
                """
                UPDATE outbox SET state = @state, due_at = @now, changed_at = @now, reply = 'by the editor''s word'
                WHERE state = 'doubt' AND mailing IN (SELECT id FROM mailings WHERE watch = @watch)
                """,
                new
                {
                    watch,
                    state = Word(again ? OutboxState.Queued : OutboxState.Sent),
                    now = now.ToUnixTimeMilliseconds(),
                }
            )
        );
        return decided;
    }

    /// <summary>Marks that the end of a copy is about to be sent. False where it is not to be: it was sent, or its reader left.</summary>
    internal static bool Begin(DbConnection connection, long mailing, long subscriber, long now) =>
        connection.Execute(
            $"""
            UPDATE outbox SET state = 'sending', attempts = attempts + 1, changed_at = @now
            WHERE mailing = @mailing AND subscriber = @subscriber AND state = 'queued'
            AND EXISTS (SELECT 1 FROM subscribers WHERE subscribers.id = @subscriber AND {Wanted})
            """,
            new
            {
                mailing,
                subscriber,
                now,
            }
        ) == 1;

    /// <summary>Writes what became of a copy.</summary>
    /// <param name="due">When a queued one is due again.</param>
    internal static void End(
        DbConnection connection,
        long mailing,
        long subscriber,
        OutboxState state,
        string? reply,
        long now,
        long due,
        bool gone
    )
    {
        connection.Execute(
            """
            UPDATE outbox SET state = @state, reply = @reply, changed_at = @now, due_at = @due,
                attempts = attempts + (state = 'queued')
            WHERE mailing = @mailing AND subscriber = @subscriber
            """,
            new
            {
                mailing,
                subscriber,
                state = Word(state),
                reply,
                now,
                due,
            }
        );
        if (state is OutboxState.Refused or OutboxState.Bounced)
            Bounces.Judge(connection, subscriber, gone, now);
    }

    internal static string Word(OutboxState state) => state.ToString().ToLowerInvariant();

    private static QueuedMailing? Find(DbConnection connection, string watch, string what) =>
        connection
            .QuerySingleOrDefault<MailingRow>(
                "SELECT id, what, created_at, content FROM mailings WHERE watch = @watch AND what = @what",
                new { watch, what }
            )
            ?.Mailing;

    private static QueuedMailing Create(
        DbConnection connection,
        string watch,
        string what,
        string content,
        DateTimeOffset now
    ) =>
        new(
            connection.ExecuteScalar<long>(
                "INSERT INTO mailings (watch, what, created_at, content) VALUES (@watch, @what, @now, @content) RETURNING id",
                new
                {
                    watch,
                    what,
                    now = now.ToUnixTimeMilliseconds(),
                    content,
                }
            ),
            what,
            now,
            content
        );

#pragma warning disable CA1812 // Dapper makes them.
    private sealed record MailingRow(long Id, string What, long Created_at, string Content)
    {
        public QueuedMailing Mailing =>
            new(Id, What, DateTimeOffset.FromUnixTimeMilliseconds(Created_at), Content);
    }

    private sealed record OpenRow(
        long Mailing,
        string What,
        long Subscriber,
        string Address,
        string State,
        long Changed_at,
        string? Reply
    );
#pragma warning restore CA1812
}
