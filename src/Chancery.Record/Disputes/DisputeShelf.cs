using System.Data.Common;
using System.Text.Json;
using Chancery.Terms;
using Dapper;

namespace Chancery.Record.Disputes;

/// <summary>The disputes of each watch, and what a person ruled on them. Finding one again never undoes a ruling.</summary>
public static class DisputeShelf
{
    /// <summary>
    /// Writes the disputes whose last account falls in a window as they now stand; those of the window that are not
    /// among them and that nobody ruled on are gone.
    /// </summary>
    public static void Keep(
        DbConnection connection,
        string watch,
        Window window,
        IReadOnlyList<Dispute> disputes
    )
    {
        connection.Execute(
            """
            DELETE FROM disputes WHERE watch = @watch AND last_at >= @from AND last_at < @to
                AND id NOT IN (SELECT id FROM dispute_rulings WHERE watch = @watch)
            """,
            Bounds(watch, window)
        );
        connection.Execute(
            """
            INSERT INTO disputes (watch, id, from_at, last_at, dispute) VALUES (@watch, @Id, @from, @last, @json)
            ON CONFLICT (watch, id) DO UPDATE
                SET from_at = excluded.from_at, last_at = excluded.last_at, dispute = excluded.dispute
            """,
            disputes.Select(dispute => new
            {
                watch,
                dispute.Id,
                from = dispute.Claim.At.ToUnixTimeMilliseconds(),
                last = dispute
                    .Against.Append(dispute.Claim)
                    .Max(account => account.At)
                    .ToUnixTimeMilliseconds(),
                json = JsonSerializer.Serialize(dispute with { Ruling = Ruling.Open }, TermsJson.Dispute),
            })
        );
    }

    /// <summary>Those whose last account falls in a window, the latest first, each with what was ruled on it.</summary>
    public static IReadOnlyList<Dispute> In(Store store, string watch, Window window)
    {
        using var connection = store.Reader();
        return
        [
            .. connection
                .Query<Row>(
                    $"""
                    {Ruled}
                    WHERE d.watch = @watch AND d.last_at >= @from AND d.last_at < @to
                    ORDER BY d.last_at DESC, d.id
                    """,
                    Bounds(watch, window)
                )
                .Select(Read),
        ];
    }

    /// <summary>
    /// A page of those whose last account falls in a window: upheld ones, then open ones, the sure before the others, then dismissed
    /// ones; in each the latest first.
    /// </summary>
    /// <returns>The page, and how many there are in all.</returns>
    public static (IReadOnlyList<Dispute> Page, int Count) In(
        Store store,
        string watch,
        Window window,
        int skip,
        int limit
    )
    {
        using var connection = store.Reader();
        var bounds = new
        {
            watch,
            from = window.From.ToUnixTimeMilliseconds(),
            to = window.To.ToUnixTimeMilliseconds(),
            skip,
            limit,
        };
        // Put in order by the index alone; only the page's are read.
        List<string> page =
        [
            .. connection.Query<string>(
                """
                SELECT d.id FROM disputes AS d INDEXED BY disputes_week
                LEFT JOIN dispute_rulings AS r ON r.watch = d.watch AND r.id = d.id
                WHERE d.watch = @watch AND d.last_at >= @from AND d.last_at < @to
                ORDER BY CASE r.ruling WHEN 'upheld' THEN 0 WHEN 'dismissed' THEN 2 ELSE 1 END,
                         ifnull(json_extract(d.dispute, '$.sure'), 0) DESC, d.last_at DESC, d.id
                LIMIT @limit OFFSET @skip
                """,
                bounds
            ),
        ];
        var count = connection.ExecuteScalar<int>(
            "SELECT count(*) FROM disputes WHERE watch = @watch AND last_at >= @from AND last_at < @to",
            bounds
        );
        var found = connection
            .Query<Row>($"{Ruled} WHERE d.watch = @watch AND d.id IN @page", new { watch, page })
            .Select(Read)
            .ToDictionary(dispute => dispute.Id);
        return ([.. page.Select(id => found[id])], count);
    }

    /// <summary>Where somebody departed from his own words, by the words' last date; those that were dismissed are left out.</summary>
    /// <param name="speaker">As the house prints it.</param>
    /// <param name="until">What is later is left out.</param>
    /// <param name="limit">How many at most, the newest first.</param>
    public static IReadOnlyList<Dispute> Drifts(
        Store store,
        string watch,
        string speaker,
        DateTimeOffset until,
        int limit
    )
    {
        using var connection = store.Reader();
        return
        [
            .. connection
                .Query<Row>(
                    $"""
                    {Ruled}
                    WHERE d.watch = @watch AND json_extract(d.dispute, '$.kind') = 'drift'
                        AND json_extract(d.dispute, '$.claim.speaker') = @speaker
                        AND d.last_at < @until AND r.ruling IS NOT 'dismissed'
                    ORDER BY d.last_at DESC, d.id LIMIT @limit
                    """,
                    new
                    {
                        watch,
                        speaker,
                        until = until.ToUnixTimeMilliseconds(),
                        limit,
                    }
                )
                .Select(Read),
        ];
    }

    /// <summary>One dispute; null where the watch has none of that id.</summary>
    public static Dispute? Find(Store store, string watch, string id)
    {
        using var connection = store.Reader();
        return
            connection.QuerySingleOrDefault<Row>(
                $"{Ruled} WHERE d.watch = @watch AND d.id = @id",
                new { watch, id }
            )
                is { } row
            ? Read(row)
            : null;
    }

    /// <summary>Keeps what a person decided; <see cref="Ruling.Open"/> takes it back.</summary>
    public static void Rule(
        DbConnection connection,
        string watch,
        string id,
        Ruling ruling,
        string by,
        DateTimeOffset at
    )
    {
        connection.Execute(
            "DELETE FROM dispute_rulings WHERE watch = @watch AND id = @id",
            new { watch, id }
        );
        if (ruling != Ruling.Open)
        {
            connection.Execute(
                """
                INSERT INTO dispute_rulings (watch, id, ruling, ruled_by, ruled_at)
                VALUES (@watch, @id, @ruling, @by, @at)
                """,
                new
                {
                    watch,
                    id,
                    ruling = ruling == Ruling.Upheld ? "upheld" : "dismissed",
                    by,
                    at = at.ToUnixTimeMilliseconds(),
                }
            );
        }
    }

    private const string Ruled = """
        SELECT d.dispute AS Json, r.ruling AS Ruling FROM disputes AS d
        LEFT JOIN dispute_rulings AS r ON r.watch = d.watch AND r.id = d.id
        """;

    private static object Bounds(string watch, Window window) =>
        new
        {
            watch,
            from = window.From.ToUnixTimeMilliseconds(),
            to = window.To.ToUnixTimeMilliseconds(),
        };

    private static Dispute Read(Row row) =>
        (
            JsonSerializer.Deserialize(row.Json, TermsJson.Dispute)
            ?? throw new InvalidOperationException("A dispute was kept as null.")
        ) with
        {
            Ruling = row.Ruling switch
            {
                "upheld" => Ruling.Upheld,
                "dismissed" => Ruling.Dismissed,
                _ => Ruling.Open,
            },
        };

    private sealed record Row(string Json, string? Ruling);
}
