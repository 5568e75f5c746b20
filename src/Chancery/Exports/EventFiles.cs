using System.Globalization;
using System.Text;
using System.Text.Json;
using Chancery.Desk.Happenings;
using Chancery.Terms;

namespace Chancery.Exports;

/// <summary>Events as files of other people's tools. What is not known stays empty; nothing is made up to fill a column.</summary>
internal static class EventFiles
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    /// <summary>POLECAT's forty columns, in its order.</summary>
    private static readonly string[] PolecatColumns =
    [
        "Event ID",
        "Event Date",
        "Event Type",
        "Event Mode",
        "Intensity",
        "Quad Code",
        "Contexts",
        "Actor Name",
        "Actor Country",
        "Actor COW",
        "Primary Actor Sector",
        "Actor Sectors",
        "Actor Title",
        "Actor Name Raw",
        "Wikipedia Actor ID",
        "Recipient Name",
        "Recipient Country",
        "Recipient COW",
        "Primary Recipient Sector",
        "Recipient Sectors",
        "Recipient Title",
        "Recipient Name Raw",
        "Wikipedia Recipient ID",
        "Placename",
        "City",
        "District",
        "Province",
        "Country",
        "Latitude",
        "Longitude",
        "GeoNames ID",
        "Raw Placename",
        "Feature Type",
        "Source",
        "Publication Date",
        "Story People",
        "Story Organizations",
        "Story Locations",
        "Language",
        "Version",
    ];

    public static string Csv(IEnumerable<EventEntry> events)
    {
        var text = new StringBuilder();
        Exports.Csv.Row(
            text,
            [
                "id",
                "day",
                "when",
                "published",
                "type",
                "mode",
                "quad",
                "intensity",
                "modality",
                "negated",
                "actors",
                "actor_countries",
                "actor_sectors",
                "recipients",
                "recipient_countries",
                "recipient_sectors",
                "place",
                "place_country",
                "contexts",
                "reported_by",
                "outlet",
                "headline",
                "address",
                "evidence",
            ]
        );
        foreach (var e in events)
        {
            Exports.Csv.Row(
                text,
                [
                    Id(e),
                    Day(e.Day),
                    e.When,
                    Iso(e.Dated),
                    Type(e.Type),
                    e.Mode,
                    ((int)Plover.Quad(e.Type)).ToString(Plain),
                    Plover.Intensity(e.Type, e.Mode).ToString(Plain),
                    e.Modality.ToString().ToLowerInvariant(),
                    e.Negated ? "true" : "false",
                    Join(e.Actors, s => s.ToString()),
                    Join(e.Actors, s => s.Country),
                    Join(e.Actors, s => s.Sector),
                    Join(e.Recipients, s => s.ToString()),
                    Join(e.Recipients, s => s.Country),
                    Join(e.Recipients, s => s.Sector),
                    e.Place,
                    e.Country,
                    string.Join("; ", e.Contexts),
                    e.ReportedBy,
                    e.Outlet,
                    e.Headline,
                    e.Address,
                    e.Words,
                ]
            );
        }
        return text.ToString();
    }

    public static string Jsonl(IEnumerable<EventEntry> events) =>
        Lines(events.Select(e => JsonSerializer.Serialize(e, TermsJson.EventEntry)));

    /// <summary>Tab-separated. Its type is the manual's one type, into which future, conditional and negated events are folded.</summary>
    public static string Polecat(IEnumerable<EventEntry> events, Func<EventEntry, EventType> fold)
    {
        var text = new StringBuilder();
        Exports.Csv.Tabbed(text, PolecatColumns);
        foreach (var e in events)
        {
            var type = fold(e);
            var mode = type == e.Type ? e.Mode : null;
            Exports.Csv.Tabbed(
                text,
                [
                    Id(e),
                    Day(e.Day),
                    Type(type),
                    mode,
                    Plover.Intensity(type, mode).ToString("0.0", Plain),
                    ((int)Plover.Quad(type)).ToString(Plain),
                    string.Join(";", e.Contexts),
                    .. Polecat(e.Actors),
                    .. Polecat(e.Recipients),
                    e.Place,
                    null,
                    null,
                    null,
                    e.Country,
                    null,
                    null,
                    null,
                    e.Place,
                    null,
                    e.Outlet,
                    Day(Published(e)),
                    null,
                    null,
                    null,
                    "en",
                    null,
                ]
            );
        }
        return text.ToString();
    }

    /// <summary>A happening as one event: its first report, with the sides and mode of all.</summary>
    public static EventEntry First(Happening happening) =>
        happening.Evidence[0] with
        {
            Mode = happening.Mode,
            Actors = happening.Actors,
            Recipients = happening.Recipients,
        };

    private static string?[] Polecat(IReadOnlyList<Party> sides) =>
        [
            Join(sides, s => s.ToString(), ";"),
            Join(sides, s => s.Country, ";"),
            null,
            sides.Select(s => s.Sector).FirstOrDefault(s => s is not null),
            Join(sides, s => s.Sector, ";"),
            null,
            Join(sides, s => s.Words, ";"),
            null,
        ];

    /// <summary>
    /// GDELT 2.0 event rows (61 columns, tab-separated, no header). Types go to CAMEO's root codes and, where a mode has one of its own, to
    /// the base code; tone, coordinates and counts of mentions over other articles are not known to one article and stay empty.
    /// </summary>
    public static string Gdelt(IEnumerable<EventEntry> events, Func<EventEntry, EventType> fold) =>
        Gdelt(events.Select(e => (e, 1, 1, 1)), fold);

    /// <summary>One row for each happening, of its first report, with how many reports, sources and articles tell of it.</summary>
    public static string Gdelt(IEnumerable<Happening> happenings, Func<EventEntry, EventType> fold) =>
        Gdelt(
            happenings.Select(h =>
                (First(h), h.Evidence.Count, h.Sources, h.Evidence.DistinctBy(e => e.Article).Count())
            ),
            fold
        );

    private static string Gdelt(
        IEnumerable<(EventEntry, int Mentions, int Sources, int Articles)> events,
        Func<EventEntry, EventType> fold
    )
    {
        var text = new StringBuilder();
        foreach (var (e, mentions, sources, articles) in events)
        {
            var type = fold(e);
            var mode = type == e.Type ? e.Mode : null;
            var code = Cameo.Code(type, mode);
            var day = e.Day;
            string?[] row =
            [
                Id(e),
                day.ToString("yyyyMMdd", Plain),
                day.ToString("yyyyMM", Plain),
                day.Year.ToString(Plain),
                (day.Year + ((day.Month - 1) * 30 + day.Day) / 365.0).ToString("0.0000", Plain),
                .. Actor(e.Actors),
                .. Actor(e.Recipients),
                null,
                code,
                code.Length > 3 ? code[..3] : code,
                code[..2],
                ((int)Plover.Quad(type)).ToString(Plain),
                Plover.Intensity(type, mode).ToString("0.0", Plain),
                mentions.ToString(Plain),
                sources.ToString(Plain),
                articles.ToString(Plain),
                null,
                .. new string?[8],
                .. new string?[8],
                e.Place is null ? null
                : e.Place == e.Country ? "1"
                : null,
                e.Place,
                e.Country,
                null,
                null,
                null,
                null,
                null,
                e.Dated.UtcDateTime.ToString("yyyyMMddHHmmss", Plain),
                e.Address,
            ];
            Exports.Csv.Tabbed(text, row);
        }
        return text.ToString();
    }

    private static string?[] Actor(IReadOnlyList<Party> sides)
    {
        var side = sides.Count > 0 ? sides[0] : null;
        return
        [
            $"{side?.Country}{side?.Sector}",
            side?.ToString().ToUpperInvariant(),
            side?.Country,
            null,
            null,
            null,
            null,
            side?.Sector,
            null,
            null,
        ];
    }

    public static string Id(FoundEntry entry) => $"{entry.Article}-{entry.Number}";

    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", Plain);

    public static string Iso(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", Plain);

    public static string Lines(IEnumerable<string> lines) => string.Concat(lines.Select(line => line + "\n"));

    public static string Join(IEnumerable<Party> sides, Func<Party, string?> of, string by = "; ") =>
        string.Join(by, sides.Select(of).Where(word => !string.IsNullOrEmpty(word)).Distinct());

    private static DateOnly Published(FoundEntry entry) => DateOnly.FromDateTime(entry.Dated.UtcDateTime);

    private static string Type(EventType type) => type.ToString().ToUpperInvariant();
}
