using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Chancery.Terms;
using Dapper;

namespace Chancery.Record.Codings;

/// <summary>
/// The ledgers of events, figures and meetings over all articles. They hold the latest coding of each article's current
/// version. The site, the editor and the commands ask here.
/// </summary>
public static class FoundLedger
{
    /// <summary>Latest day first; within a day the latest article's.</summary>
    public static IReadOnlyList<EventEntry> Events(Store store, EventQuery query) =>
        Find(
            store,
            "events",
            "event_words",
            Conditions(query),
            query.Limit,
            query.Skip,
            TermsJson.EventEntry
        );

    public static int Count(Store store, EventQuery query) =>
        Count(store, "events", "event_words", Conditions(query));

    /// <summary>All that answer, counted by what a count needs, and the first of them: reading every entry would be felt.</summary>
    public static (IReadOnlyList<EventCount> Counts, IReadOnlyList<EventEntry> First) Look(
        Store store,
        EventQuery query
    )
    {
        Ledgers.Fill(store);
        var conditions = Conditions(query);
        using var connection = store.Reader();
        // Looked for once: a watch's names are a hundred.
        long[] ids =
        [
            .. connection.Query<long>(
                $"SELECT id FROM events INDEXED BY events_counted WHERE {conditions.Of("event_words")}",
                conditions.Values
            ),
        ];
        var found = new
        {
            ids = JsonSerializer.Serialize(ids, Lists.Default.IEnumerableInt64),
            query.Limit,
            query.Skip,
        };
        // The index holds all that is counted; by itself SQLite would read the table, entries and all.
        var counts = connection.Query<CountRow>(
            $"""
            SELECT {Numbering.DayOf} AS Day, type AS Type, happened AS Happened, country AS Country,
                   actors AS Actors, recipients AS Recipients, count(*) AS Count
            FROM (SELECT value AS place FROM json_each(@ids)) CROSS JOIN events INDEXED BY events_counted ON id = place
            GROUP BY 1, 2, 3, 4, 5, 6
            """,
            found
        );
        var first = connection.Query<string>(
            """
            SELECT entry FROM (SELECT value AS place FROM json_each(@ids) ORDER BY value DESC LIMIT @Limit OFFSET @Skip)
            CROSS JOIN events ON id = place ORDER BY id DESC
            """,
            found
        );
        return (
            [
                .. counts.Select(row => new EventCount(
                    Numbering.Day(row.Day),
                    Enum.Parse<EventType>(row.Type),
                    row.Happened != 0,
                    row.Country,
                    Called(row.Actors),
                    Called(row.Recipients),
                    (int)row.Count
                )),
            ],
            [.. first.Select(json => JsonSerializer.Deserialize(json, TermsJson.EventEntry)!)]
        );
    }

    /// <summary>Latest article first.</summary>
    public static IReadOnlyList<FigureEntry> Figures(Store store, FigureQuery query) =>
        Find(
            store,
            "figures",
            "figure_words",
            Conditions(query),
            query.Limit,
            query.Skip,
            TermsJson.FigureEntry
        );

    public static int Count(Store store, FigureQuery query) =>
        Count(store, "figures", "figure_words", Conditions(query));

    /// <summary>Latest article first.</summary>
    public static IReadOnlyList<MeetingEntry> Meetings(Store store, MeetingQuery query) =>
        Find(
            store,
            "meetings",
            "meeting_words",
            Conditions(query),
            query.Limit,
            query.Skip,
            TermsJson.MeetingEntry
        );

    public static int Count(Store store, MeetingQuery query) =>
        Count(store, "meetings", "meeting_words", Conditions(query));

    /// <summary>Enters what a coding holds; what its article had before is gone.</summary>
    internal static void Enter(DbConnection connection, Coding coding, Article article, long dated)
    {
        var at = DateTimeOffset.FromUnixTimeMilliseconds(dated);
        foreach (var entry in FoundEntries.Events(coding, article, at))
        {
            Enter(connection, entry, dated);
        }
        if (coding.Figures.Count > 0)
        {
            var next = Numbering.Next(connection, "figures", Numbering.Of(dated));
            connection.Execute(
                """
                INSERT INTO figures (id, article, number, unit, value, entry)
                    VALUES (@id, @article, @Number, @Unit, @value, @json);
                INSERT INTO figure_words (rowid, counted, said_by) VALUES (@id, @Counted, @By);
                """,
                FoundEntries
                    .Figures(coding, article, at)
                    .Select(entry => new
                    {
                        id = next--,
                        article = article.Id.Value,
                        entry.Number,
                        entry.Unit,
                        value = (double)entry.Value,
                        json = JsonSerializer.Serialize(entry, TermsJson.FigureEntry),
                        entry.Counted,
                        entry.By,
                    })
            );
        }
        if (coding.Meetings.Count > 0)
        {
            var next = Numbering.Next(connection, "meetings", Numbering.Of(dated));
            connection.Execute(
                """
                INSERT INTO meetings (id, article, number, day, status, form, entry)
                    VALUES (@id, @article, @Number, @day, @status, @form, @json);
                INSERT INTO meeting_words (rowid, party, place) VALUES (@id, @party, @place);
                """,
                FoundEntries
                    .Meetings(coding, article, at)
                    .Select(entry => new
                    {
                        id = next--,
                        article = article.Id.Value,
                        entry.Number,
                        day = entry.Day is { } day ? Written(day) : null,
                        status = entry.Status.ToString(),
                        form = entry.Form.ToString(),
                        json = JsonSerializer.Serialize(entry, TermsJson.MeetingEntry),
                        party = Written(entry.Parties),
                        place = $"{entry.Venue} {entry.Host} {entry.Mediator}",
                    })
            );
        }
    }

    /// <summary>Each has its own day, hence its own number.</summary>
    private static void Enter(DbConnection connection, EventEntry entry, long dated)
    {
        var happened = entry is { Modality: Modality.Happened, Negated: false };
        connection.Execute(
            """
            INSERT INTO events (id, article, number, type, happened, country, actors, recipients, entry)
                VALUES (@id, @article, @Number, @type, @happened, @Country, @actors, @recipients, @json);
            INSERT INTO event_words (rowid, actor, recipient, place, marks)
                VALUES (@id, @actor, @recipient, @place, @marks);
            """,
            new
            {
                id = Numbering.Next(connection, "events", Numbering.Of(entry.Day, dated)),
                article = entry.Article.Value,
                entry.Number,
                type = entry.Type.ToString(),
                happened,
                entry.Country,
                actors = Called(entry.Actors),
                recipients = Called(entry.Recipients),
                json = JsonSerializer.Serialize(entry, TermsJson.EventEntry),
                actor = Written(entry.Actors),
                recipient = Written(entry.Recipients),
                place = $"{entry.Place} {entry.Country}",
                marks = $"{Tokens.Of(entry.Type)} {(happened ? Tokens.Happened : "")}",
            }
        );
    }

    private static Conditions Conditions(EventQuery query) =>
        new Conditions()
            .Words(words =>
                words
                    .Any("actor", query.Actors)
                    .Any("recipient", query.Recipients)
                    .Any("{actor recipient}", query.Parties)
                    .Any("place", query.Places)
                    .Any("marks", query.Types.Select(type => Tokens.Of(type)))
                    .Any("marks", query.Happened ? [Tokens.Happened] : Array.Empty<string>())
            )
            .From(query.Since is { } since ? Numbering.From(since) : null)
            .Before(
                query.Until is { } until && until < DateOnly.MaxValue
                    ? Numbering.From(until.AddDays(1))
                    : null
            );

    private static Conditions Conditions(FigureQuery query) =>
        new Conditions()
            .Words(words => words.Any("counted", query.Counted).Any("said_by", query.By))
            .Any("unit", query.Unit is null ? [] : [query.Unit])
            .From(query.Since is { } since ? Numbering.From(since) : null)
            .Before(query.Until is { } until ? Numbering.From(until) : null);

    private static Conditions Conditions(MeetingQuery query) =>
        new Conditions()
            .Words(words => words.Any("party", query.Parties).Any("place", query.Places))
            .Any("status", query.Statuses.Select(status => status.ToString()))
            .Between(
                "day",
                query.From is { } first ? Written(first) : null,
                query.To is { } last ? Written(last) : null
            )
            .From(query.Since is { } since ? Numbering.From(since) : null)
            .Before(query.Until is { } until ? Numbering.From(until) : null);

    private static IReadOnlyList<T> Find<T>(
        Store store,
        string table,
        string words,
        Conditions conditions,
        int limit,
        int skip,
        JsonTypeInfo<T> type
    )
    {
        Ledgers.Fill(store);
        conditions.Values.Add("limit", limit);
        conditions.Values.Add("skip", skip);
        using var connection = store.Reader();
        return
        [
            .. connection
                .Query<string>(
                    conditions.InOrder(table, words) + " LIMIT @limit OFFSET @skip",
                    conditions.Values
                )
                .Select(json =>
                    JsonSerializer.Deserialize(json, type)
                    ?? throw new InvalidOperationException($"A line of {table} was kept as null.")
                ),
        ];
    }

    private static int Count(Store store, string table, string words, Conditions conditions)
    {
        Ledgers.Fill(store);
        using var connection = store.Reader();
        return connection.ExecuteScalar<int>(
            $"SELECT count(*) FROM {table} WHERE {conditions.Of(words)}",
            conditions.Values
        );
    }

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Written(IEnumerable<Party> parties) =>
        string.Join(
            " · ",
            parties.Select(party => $"{party.Name} {party.Words} {party.Country} {party.Sector}")
        );

    /// <summary>As they are called, a line each.</summary>
    private static string Called(IEnumerable<Party> parties) =>
        string.Join('\n', parties.Select(party => $"{party}".ReplaceLineEndings(" ")));

    private static string[] Called(string lines) => lines.Length == 0 ? [] : lines.Split('\n');

    /// <summary>Properties, since an expression has no type that a constructor could be found by.</summary>
    private sealed record CountRow
    {
        public long Day { get; init; }
        public string Type { get; init; } = "";
        public long Happened { get; init; }
        public string? Country { get; init; }
        public string Actors { get; init; } = "";
        public string Recipients { get; init; } = "";
        public long Count { get; init; }
    }
}
