using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Chancery.Terms;
using Dapper;

namespace Chancery.Record.Codings;

/// <summary>
/// The ledgers of events, figures and meetings over all articles. They hold the latest coding of each article, and answer
/// from the current version of each. The site, the editor and the commands ask here.
/// </summary>
public static class FoundLedger
{
    /// <summary>How many codings are entered in one transaction.</summary>
    private const int Batch = 100;

    /// <summary>Latest day first; within a day the latest article's.</summary>
    public static IReadOnlyList<EventEntry> Events(Store store, EventQuery query) =>
        Find(
            store,
            "events",
            "day DESC, dated DESC, id",
            Conditions(query),
            query.Limit,
            query.Skip,
            TermsJson.EventEntry
        );

    public static int Count(Store store, EventQuery query) => Count(store, "events", Conditions(query));

    /// <summary>Latest article first.</summary>
    public static IReadOnlyList<FigureEntry> Figures(Store store, FigureQuery query) =>
        Find(
            store,
            "figures",
            "dated DESC, id",
            Conditions(query),
            query.Limit,
            query.Skip,
            TermsJson.FigureEntry
        );

    public static int Count(Store store, FigureQuery query) => Count(store, "figures", Conditions(query));

    /// <summary>Latest article first.</summary>
    public static IReadOnlyList<MeetingEntry> Meetings(Store store, MeetingQuery query) =>
        Find(
            store,
            "meetings",
            "dated DESC, id",
            Conditions(query),
            query.Limit,
            query.Skip,
            TermsJson.MeetingEntry
        );

    public static int Count(Store store, MeetingQuery query) => Count(store, "meetings", Conditions(query));

    /// <summary>Enters a coding in place of what its article had before. The article must have been kept.</summary>
    internal static void Enter(DbConnection connection, Coding coding)
    {
        var id = coding.Article.Value;
        foreach (
            var (table, words) in (ReadOnlySpan<(string, string)>)
                [("events", "event_words"), ("figures", "figure_words"), ("meetings", "meeting_words")]
        )
        {
            connection.Execute(
                $"""
                DELETE FROM {words} WHERE rowid IN (SELECT id FROM {table} WHERE article = @id);
                DELETE FROM {table} WHERE article = @id;
                """,
                new { id }
            );
        }
        connection.Execute("DELETE FROM ledgers_due WHERE article = @id", new { id });
        if (coding.Events.Count + coding.Figures.Count + coding.Meetings.Count == 0)
        {
            return;
        }
        var kept = connection.QuerySingle<Kept>(
            "SELECT dated AS Dated, article AS Json FROM articles WHERE id = @id",
            new { id }
        );
        var article = JsonSerializer.Deserialize(kept.Json, TermsJson.Article)!;
        var dated = DateTimeOffset.FromUnixTimeMilliseconds(kept.Dated);
        connection.Execute(
            """
            INSERT INTO events (article, number, dated, day, type, modality, negated, entry)
                VALUES (@id, @Number, @dated, @day, @type, @modality, @Negated, @json);
            INSERT INTO event_words (rowid, actor, recipient, place)
                VALUES (last_insert_rowid(), @actor, @recipient, @place);
            """,
            FoundEntries
                .Events(coding, article, dated)
                .Select(entry => new
                {
                    id,
                    entry.Number,
                    dated = kept.Dated,
                    day = Written(entry.Day),
                    type = entry.Type.ToString(),
                    modality = entry.Modality.ToString(),
                    entry.Negated,
                    json = JsonSerializer.Serialize(entry, TermsJson.EventEntry),
                    actor = Written(entry.Actors),
                    recipient = Written(entry.Recipients),
                    place = $"{entry.Place} {entry.Country}",
                })
        );
        connection.Execute(
            """
            INSERT INTO figures (article, number, dated, unit, value, entry)
                VALUES (@id, @Number, @dated, @Unit, @value, @json);
            INSERT INTO figure_words (rowid, counted, said_by) VALUES (last_insert_rowid(), @Counted, @By);
            """,
            FoundEntries
                .Figures(coding, article, dated)
                .Select(entry => new
                {
                    id,
                    entry.Number,
                    dated = kept.Dated,
                    entry.Unit,
                    value = (double)entry.Value,
                    json = JsonSerializer.Serialize(entry, TermsJson.FigureEntry),
                    entry.Counted,
                    entry.By,
                })
        );
        connection.Execute(
            """
            INSERT INTO meetings (article, number, dated, day, status, form, entry)
                VALUES (@id, @Number, @dated, @day, @status, @form, @json);
            INSERT INTO meeting_words (rowid, party, place) VALUES (last_insert_rowid(), @party, @place);
            """,
            FoundEntries
                .Meetings(coding, article, dated)
                .Select(entry => new
                {
                    id,
                    entry.Number,
                    dated = kept.Dated,
                    day = entry.Day is { } day ? Written(day) : null,
                    status = entry.Status.ToString(),
                    form = entry.Form.ToString(),
                    json = JsonSerializer.Serialize(entry, TermsJson.MeetingEntry),
                    party = Written(entry.Parties),
                    place = $"{entry.Venue} {entry.Host} {entry.Mediator}",
                })
        );
    }

    private static Conditions Conditions(EventQuery query) =>
        new Conditions()
            .Any("type", query.Types.Select(type => type.ToString()))
            .Words(
                "event_words",
                ("actor", query.Actors),
                ("recipient", query.Recipients),
                ("{actor recipient}", query.Parties),
                ("place", query.Places)
            )
            .From("day", query.Since is { } since ? Written(since) : null)
            .To("day", query.Until is { } until ? Written(until) : null)
            .When(query.Happened, "modality = 'Happened' AND NOT negated");

    private static Conditions Conditions(FigureQuery query) =>
        new Conditions()
            .Words("figure_words", ("counted", query.Counted), ("said_by", query.By))
            .Any("unit", query.Unit is null ? [] : [query.Unit])
            .From("dated", query.Since?.ToUnixTimeMilliseconds())
            .Before("dated", query.Until?.ToUnixTimeMilliseconds());

    private static Conditions Conditions(MeetingQuery query) =>
        new Conditions()
            .Words("meeting_words", ("party", query.Parties), ("place", query.Places))
            .Any("status", query.Statuses.Select(status => status.ToString()))
            .From("day", query.From is { } first ? Written(first) : null)
            .To("day", query.To is { } last ? Written(last) : null)
            .From("dated", query.Since?.ToUnixTimeMilliseconds())
            .Before("dated", query.Until?.ToUnixTimeMilliseconds());

    private static IReadOnlyList<T> Find<T>(
        Store store,
        string table,
        string order,
        Conditions conditions,
        int limit,
        int skip,
        JsonTypeInfo<T> type
    )
    {
        Fill(store);
        conditions.Values.Add("limit", limit);
        conditions.Values.Add("skip", skip);
        using var connection = store.Reader();
        return
        [
            .. connection
                .Query<string>(
                    $"SELECT entry FROM {table} AS found WHERE {conditions} ORDER BY {order} LIMIT @limit OFFSET @skip",
                    conditions.Values
                )
                .Select(json =>
                    JsonSerializer.Deserialize(json, type)
                    ?? throw new InvalidOperationException($"A line of {table} was kept as null.")
                ),
        ];
    }

    private static int Count(Store store, string table, Conditions conditions)
    {
        Fill(store);
        using var connection = store.Reader();
        return connection.ExecuteScalar<int>(
            $"SELECT count(*) FROM {table} AS found WHERE {conditions}",
            conditions.Values
        );
    }

    /// <summary>Enters what an older desk had coded before there were these ledgers.</summary>
    private static void Fill(Store store)
    {
        while (true)
        {
            string[] due;
            using (var connection = store.Reader())
            {
                due =
                [
                    .. connection.Query<string>(
                        "SELECT c.coding FROM ledgers_due JOIN codings AS c USING (article, coder) LIMIT @Batch",
                        new { Batch }
                    ),
                ];
            }
            if (due.Length == 0)
            {
                return;
            }
            store.Write(connection =>
            {
                foreach (var coding in due)
                {
                    Enter(
                        connection,
                        Emendations.EmendationShelf.Over(
                            connection,
                            JsonSerializer.Deserialize(coding, TermsJson.Coding)!
                        )
                    );
                }
            });
        }
    }

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Written(IEnumerable<Party> parties) =>
        string.Join(
            " · ",
            parties.Select(party => $"{party.Name} {party.Words} {party.Country} {party.Sector}")
        );

    private sealed record Kept(long Dated, string Json);
}
