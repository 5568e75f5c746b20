using System.CommandLine;
using System.Globalization;
using System.Text;
using Chancery.Desk.Happenings;
using Chancery.Exports;
using Chancery.Language.Events;
using Chancery.Record.Codings;
using Chancery.Terms;

namespace Chancery.Commands;

/// <summary>Lists and exports the events of the record.</summary>
public static class EventsCommand
{
    public static Command Create()
    {
        var filters = new FoundOptions(
            "Who acts: a name, or a country's code (rus).",
            "Whom it is done to: a name, or a country's code."
        );
        var watchFile = new Option<string?>("--happenings")
        {
            Description =
                "A watch's YAML file: reports of one thing are one row, with how many independent sources tell of it.",
        };
        var format = new Option<string>("--format")
        {
            Description = "table, csv, jsonl, polecat (40 columns) or gdelt (61 columns).",
            DefaultValueFactory = _ => "table",
        };
        format.AcceptOnlyFromAmong("table", "csv", "jsonl", "polecat", "gdelt");
        var desk = DeskOption.Create();
        var command = new ExampleCommand(
            "events",
            "Who did what to whom, when and where, by PLOVER's sixteen types, each with the words that say it. Exit code 1: none.",
            "chancery events --type consult --since 2025-05-16",
            "chancery events --actor rus --recipient ukr --format csv > events.csv",
            "chancery events --happenings watches/ukraine.yaml --since 2025-05-19 --until 2025-05-19",
            "chancery events --format polecat > events.tsv"
        );
        filters.AddTo(command, types: true, places: true);
        command.Options.Add(watchFile);
        command.Options.Add(format);
        command.Options.Add(desk);
        command.SetAction(result =>
        {
            using var store = DeskOption.Open(result, desk);
            var events = FoundLedger.Events(store, filters.Events(result));
            if (events.Count == 0)
            {
                throw FoundLines.Nothing(store, "The record has no such event.");
            }
            var output = result.InvocationConfiguration.Output;
            if (result.GetValue(watchFile) is { } file)
            {
                var happenings = Threads.Of(store, CheckCommand.Use(file)).Happenings(events);
                output.Write(
                    result.GetValue(format) switch
                    {
                        "csv" => HappeningFiles.Csv(happenings),
                        "jsonl" => HappeningFiles.Jsonl(happenings),
                        "polecat" => EventFiles.Polecat(happenings.Select(EventFiles.First), Folded),
                        "gdelt" => EventFiles.Gdelt(happenings, Folded),
                        _ => Happenings(happenings),
                    }
                );
                return Exit.Done;
            }
            output.Write(
                result.GetValue(format) switch
                {
                    "csv" => EventFiles.Csv(events),
                    "jsonl" => EventFiles.Jsonl(events),
                    "polecat" => EventFiles.Polecat(events, Folded),
                    "gdelt" => EventFiles.Gdelt(events, Folded),
                    _ => Table(events),
                }
            );
            return Exit.Done;
        });
        return command;
    }

    private static EventType Folded(EventEntry told) => Folding.Of(told.Type, told.Modality, told.Negated);

    private static string Table(IReadOnlyList<EventEntry> events)
    {
        var text = new StringBuilder();
        foreach (var e in events)
        {
            text.AppendLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{FoundLines.Day(e.When) ?? "(" + EventFiles.Day(DateOnly.FromDateTime(e.Dated.UtcDateTime)) + ")", -12} {Type(e.Type, e.Mode), -24} {Sides(e.Actors)} → {Sides(e.Recipients)}{Standing(e)}{(e.Place is null ? "" : $" · {e.Place}")}"
                )
            );
            text.AppendLine($"             {FoundLines.Source(e)}: {e.Words}");
        }
        text.AppendLine(FoundLines.Count(events.Count, "event"));
        return text.ToString();
    }

    private static string Happenings(IReadOnlyList<Happening> happenings)
    {
        var text = new StringBuilder();
        foreach (var h in happenings)
        {
            text.AppendLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{h.Day:yyyy-MM-dd} {Type(h.Type, h.Mode), -24} {Sides(h.Actors)} → {Sides(h.Recipients)}{Standing(h.Evidence[0])} · {FoundLines.Count(h.Evidence.Count, "report")}, {FoundLines.Count(h.Sources, "source")}"
                )
            );
            text.AppendLine($"           {FoundLines.Source(h.Evidence[0])}: {h.Evidence[0].Words}");
        }
        text.AppendLine(
            $"{FoundLines.Count(happenings.Count, "happening")} in {FoundLines.Count(happenings.Sum(h => h.Evidence.Count), "report")}"
        );
        return text.ToString();
    }

    private static string Type(EventType type, string? mode) =>
        type.ToString().ToUpperInvariant() + (mode is null ? "" : $" {mode}");

    private static string Sides(IReadOnlyList<Party> sides) =>
        sides.Count == 0
            ? "–"
            : string.Join(" + ", sides.Select(s => s.Country is null ? s.ToString() : $"{s} [{s.Country}]"));

    private static string Standing(EventEntry told) =>
        (told.Negated ? " · not" : "")
        + (told.Modality == Modality.Happened ? "" : $" · {told.Modality.ToString().ToLowerInvariant()}");
}
