using System.Globalization;
using System.Text;
using System.Text.Json;
using Chancery.Desk.Happenings;
using Chancery.Terms;

namespace Chancery.Exports;

/// <summary>Happenings as files: each thing once, with every report of it.</summary>
internal static class HappeningFiles
{
    public static string Csv(IEnumerable<Happening> happenings)
    {
        var text = new StringBuilder();
        Exports.Csv.Row(
            text,
            [
                "id",
                "day",
                "type",
                "mode",
                "intensity",
                "modality",
                "negated",
                "actors",
                "actor_countries",
                "recipients",
                "recipient_countries",
                "place",
                "reports",
                "articles",
                "sources",
                "outlets",
                "evidence",
            ]
        );
        foreach (var h in happenings)
        {
            var first = h.Evidence[0];
            Exports.Csv.Row(
                text,
                [
                    EventFiles.Id(first),
                    EventFiles.Day(h.Day),
                    h.Type.ToString().ToUpperInvariant(),
                    h.Mode,
                    h.Intensity.ToString(CultureInfo.InvariantCulture),
                    first.Modality.ToString().ToLowerInvariant(),
                    first.Negated ? "true" : "false",
                    EventFiles.Join(h.Actors, s => s.ToString()),
                    EventFiles.Join(h.Actors, s => s.Country),
                    EventFiles.Join(h.Recipients, s => s.ToString()),
                    EventFiles.Join(h.Recipients, s => s.Country),
                    h.Evidence.Select(e => e.Place).FirstOrDefault(place => place is not null),
                    h.Evidence.Count.ToString(CultureInfo.InvariantCulture),
                    h.Evidence.DistinctBy(e => e.Article).Count().ToString(CultureInfo.InvariantCulture),
                    h.Sources.ToString(CultureInfo.InvariantCulture),
                    string.Join("; ", h.Evidence.Select(e => e.Outlet).Distinct()),
                    first.Words,
                ]
            );
        }
        return text.ToString();
    }

    /// <summary>One line for each happening: its number of sources and its reports, each as <c>events --format jsonl</c> has it.</summary>
    public static string Jsonl(IEnumerable<Happening> happenings) =>
        EventFiles.Lines(
            happenings.Select(h =>
            {
                var reports = string.Join(
                    ',',
                    h.Evidence.Select(e => JsonSerializer.Serialize(e, TermsJson.EventEntry))
                );
                return $"{{\"id\":\"{EventFiles.Id(h.Evidence[0])}\",\"day\":\"{EventFiles.Day(h.Day)}\",\"sources\":{h.Sources.ToString(CultureInfo.InvariantCulture)},\"reports\":[{reports}]}}";
            })
        );
}
