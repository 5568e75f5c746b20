using System.Buffers.Text;
using System.Data.Common;
using System.Security.Cryptography;
using Dapper;

namespace Chancery.Record.Subscribers;

/// <summary>The readers of each watch's newsletter. An address is mailed only while it is confirmed.</summary>
public static class SubscriberShelf
{
    /// <summary>How long an address that was asked for is not asked again, whoever fills in the form.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromDays(1);

    private const string Columns =
        "id, address, name, state, token, key, origin, asked_at, confirmed_at, ended_at";

    /// <summary>
    /// Enters an address that somebody typed into a form. Returns the reader whom a question must now be mailed to; null
    /// where nothing is to be sent: it is confirmed already, or was asked less than <see cref="Quiet"/> ago.
    /// </summary>
    public static Subscriber? Ask(
        Store store,
        string watch,
        string address,
        string folded,
        string name,
        DateTimeOffset now
    )
    {
        Subscriber? asked = null;
        store.Write(connection =>
        {
            var changed = connection.Execute(
                """
                INSERT INTO subscribers (watch, address, folded, name, state, token, key, origin, asked_at)
                VALUES (@watch, @address, @folded, @name, 'asked', @token, @key, 'form', @now)
                ON CONFLICT (watch, folded) DO UPDATE SET
                    address = excluded.address, name = excluded.name, state = 'asked', key = excluded.key,
                    asked_at = excluded.asked_at
                WHERE state <> 'confirmed' AND asked_at <= @quiet
                """,
                new
                {
                    watch,
                    address,
                    folded,
                    name,
                    token = NewToken(),
                    key = NewToken(),
                    now = now.ToUnixTimeMilliseconds(),
                    quiet = (now - Quiet).ToUnixTimeMilliseconds(),
                }
            );
            if (changed > 0)
                asked = One(connection, "watch = @watch AND folded = @folded", new { watch, folded });
        });
        return asked;
    }

    /// <summary>Confirms by the key of the question; null where no question has it.</summary>
    public static Subscriber? Confirm(Store store, string watch, string key, DateTimeOffset now)
    {
        Subscriber? confirmed = null;
        store.Write(connection =>
        {
            confirmed = One(connection, "watch = @watch AND key = @key", new { watch, key });
            if (confirmed is not null)
                connection.Execute(
                    "UPDATE subscribers SET state = 'confirmed', key = NULL, confirmed_at = @now, ended_at = NULL WHERE id = @Id",
                    new { confirmed.Id, now = now.ToUnixTimeMilliseconds() }
                );
        });
        return confirmed;
    }

    /// <summary>Unsubscribes by the token of any mail; false where no reader has it. Doing it twice is the same as once.</summary>
    public static bool Leave(Store store, string watch, string token, DateTimeOffset now) =>
        Change(
            store,
            """
            UPDATE subscribers SET state = 'left', key = NULL, ended_at = CASE state WHEN 'left' THEN ended_at ELSE @now END
            WHERE watch = @watch AND token = @token
            """,
            new
            {
                watch,
                token,
                now = now.ToUnixTimeMilliseconds(),
            }
        ) > 0;

    /// <summary>Takes an unsubscribing back: only for an address that had been confirmed before it left.</summary>
    public static bool Return(Store store, string watch, string token) =>
        Change(
            store,
            """
            UPDATE subscribers SET state = 'confirmed', ended_at = NULL
            WHERE watch = @watch AND token = @token AND state IN ('left', 'confirmed') AND confirmed_at IS NOT NULL
            """,
            new { watch, token }
        ) > 0;

    /// <summary>Takes an address out, with everything that is known of it.</summary>
    public static bool Remove(Store store, string watch, string folded) =>
        Change(
            store,
            "DELETE FROM subscribers WHERE watch = @watch AND folded = @folded",
            new { watch, folded }
        ) > 0;

    /// <summary>Forgets addresses that were asked for and not confirmed in a month.</summary>
    public static int Forget(Store store, string watch, DateTimeOffset now) =>
        Change(
            store,
            "DELETE FROM subscribers WHERE watch = @watch AND state = 'asked' AND asked_at < @before",
            new { watch, before = now.AddDays(-30).ToUnixTimeMilliseconds() }
        );

    /// <summary>Whether a token is some reader's.</summary>
    public static Subscriber? ByToken(Store store, string watch, string token)
    {
        using var connection = store.Reader();
        return One(connection, "watch = @watch AND token = @token", new { watch, token });
    }

    public static bool HasKey(Store store, string watch, string key)
    {
        using var connection = store.Reader();
        return One(connection, "watch = @watch AND key = @key", new { watch, key }) is not null;
    }

    /// <summary>
    /// Enters readers whose consent the editor vouches for. One who left or bounced stays so: an old list never brings
    /// anybody back.
    /// </summary>
    /// <returns>How many are new or newly confirmed.</returns>
    public static int Import(
        Store store,
        string watch,
        IEnumerable<(string Address, string Folded, string Name, DateTimeOffset? ConfirmedAt)> readers,
        DateTimeOffset now
    )
    {
        var entered = 0;
        store.Write(connection =>
        {
            foreach (var (address, folded, name, confirmedAt) in readers)
                entered += connection.Execute(
                    """
                    INSERT INTO subscribers (watch, address, folded, name, state, token, origin, asked_at, confirmed_at)
                    VALUES (@watch, @address, @folded, @name, 'confirmed', @token, 'import', @now, @confirmed)
                    ON CONFLICT (watch, folded) DO UPDATE SET state = 'confirmed', key = NULL, confirmed_at = excluded.confirmed_at
                    WHERE state = 'asked'
                    """,
                    new
                    {
                        watch,
                        address,
                        folded,
                        name,
                        token = NewToken(),
                        now = now.ToUnixTimeMilliseconds(),
                        confirmed = (confirmedAt ?? now).ToUnixTimeMilliseconds(),
                    }
                );
        });
        return entered;
    }

    /// <summary>All of a watch's readers, in the order of their coming, read one at a time.</summary>
    public static IEnumerable<Subscriber> All(Store store, string watch)
    {
        using var connection = store.Reader();
        foreach (
            var row in connection.Query<Row>(
                $"SELECT {Columns} FROM subscribers WHERE watch = @watch ORDER BY id",
                new { watch },
                buffered: false
            )
        )
            yield return row.Subscriber;
    }

    public static IReadOnlyDictionary<SubscriberState, long> Count(Store store, string watch)
    {
        using var connection = store.Reader();
        return connection
            .Query<(string State, long Count)>(
                "SELECT state, count(*) FROM subscribers WHERE watch = @watch GROUP BY state",
                new { watch }
            )
            .ToDictionary(row => Enum.Parse<SubscriberState>(row.State, ignoreCase: true), row => row.Count);
    }

    internal static Subscriber? One(DbConnection connection, string where, object parameters) =>
        connection
            .QuerySingleOrDefault<Row>($"SELECT {Columns} FROM subscribers WHERE {where}", parameters)
            ?.Subscriber;

    private static int Change(Store store, string sql, object parameters)
    {
        var changed = 0;
        store.Write(connection => changed = connection.Execute(sql, parameters));
        return changed;
    }

    /// <summary>128 random bits.</summary>
    private static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

#pragma warning disable CA1812 // Dapper makes it.
    private sealed record Row(
        long Id,
        string Address,
        string Name,
        string State,
        string Token,
        string? Key,
        string Origin,
        long Asked_at,
        long? Confirmed_at,
        long? Ended_at
    )
    {
        public Subscriber Subscriber =>
            new(
                Id,
                Address,
                Name,
                Enum.Parse<SubscriberState>(State, ignoreCase: true),
                Token,
                Key,
                Origin,
                DateTimeOffset.FromUnixTimeMilliseconds(Asked_at),
                At(Confirmed_at),
                At(Ended_at)
            );

        private static DateTimeOffset? At(long? moment) =>
            moment is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;
    }
#pragma warning restore CA1812
}
