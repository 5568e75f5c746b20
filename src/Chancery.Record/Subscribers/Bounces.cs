using System.Data.Common;
using Dapper;

namespace Chancery.Record.Subscribers;

/// <summary>What comes back. An address that is not there is never mailed again; others have a few mailings' grace.</summary>
public static class Bounces
{
    /// <summary>Mailings in a row that may fail.</summary>
    public const int Grace = 3;

    /// <summary>How long after its mailing a report is believed that names nothing but an address.</summary>
    private static readonly TimeSpan Believed = TimeSpan.FromDays(30);

    /// <summary>A copy that was sent came back. False where the record knows of no such copy, or had it back already.</summary>
    public static bool Returned(
        Store store,
        long mailing,
        long subscriber,
        string status,
        bool gone,
        DateTimeOffset now
    )
    {
        var known = false;
        store.Write(connection =>
        {
            var moment = now.ToUnixTimeMilliseconds();
            known =
                connection.Execute(
                    """
                    UPDATE outbox SET state = 'bounced', reply = @status, changed_at = @moment
                    WHERE mailing = @mailing AND subscriber = @subscriber AND state IN ('sent', 'doubt')
                    """,
                    new
                    {
                        mailing,
                        subscriber,
                        status,
                        moment,
                    }
                ) > 0;
            if (known)
                Judge(connection, subscriber, gone, moment);
        });
        return known;
    }

    /// <summary>The last copy that went to an address in the last thirty days, for a report that returns no header.</summary>
    public static (long Mailing, long Subscriber)? LastSent(
        Store store,
        string watch,
        string folded,
        DateTimeOffset now
    )
    {
        using var connection = store.Reader();
        var found = connection.Query<(long Mailing, long Subscriber)>(
            """
            SELECT mailing, subscriber FROM outbox JOIN subscribers ON subscribers.id = subscriber
            WHERE watch = @watch AND folded = @folded AND outbox.state IN ('sent', 'doubt') AND changed_at >= @since
            ORDER BY mailing DESC LIMIT 1
            """,
            new
            {
                watch,
                folded,
                since = (now - Believed).ToUnixTimeMilliseconds(),
            }
        );
        foreach (var copy in found)
            return copy;
        return null;
    }

    /// <summary>The reader of a copy.</summary>
    public static Subscriber? Reader(Store store, string watch, long mailing, long subscriber)
    {
        using var connection = store.Reader();
        return SubscriberShelf.One(
            connection,
            "watch = @watch AND id = @subscriber AND EXISTS (SELECT 1 FROM outbox WHERE mailing = @mailing AND subscriber = @subscriber)",
            new
            {
                watch,
                mailing,
                subscriber,
            }
        );
    }

    internal static void Judge(DbConnection connection, long subscriber, bool gone, long now)
    {
        var last = connection
            .Query<string>(
                "SELECT state FROM outbox WHERE subscriber = @subscriber AND state <> 'queued' ORDER BY mailing DESC LIMIT @Grace",
                new { subscriber, Grace }
            )
            .ToList();
        if (gone || last.Count == Grace && last.TrueForAll(state => state is "refused" or "bounced"))
            connection.Execute(
                "UPDATE subscribers SET state = 'bounced', key = NULL, ended_at = @now WHERE id = @subscriber AND state <> 'left'",
                new { subscriber, now }
            );
    }
}
