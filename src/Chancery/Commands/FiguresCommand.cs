using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Chancery.Desk.Happenings;
using Chancery.Exports;
using Chancery.Record.Codings;
using Chancery.Terms;

namespace Chancery.Commands;

/// <summary>Lists and exports the figures of the record, each with its owner.</summary>
public static class FiguresCommand
{
    public static Command Create()
    {
        var filters = new FoundOptions("Who asserts it.", "What is counted (drones).");
        var sideBySide = new Option<string?>("--side-by-side")
        {
            Description =
                "A watch's YAML file: what several mouths count of one thing in one of its stories, beside each other.",
        };
        var format = new Option<string>("--format")
        {
            Description = "table, csv or jsonl.",
            DefaultValueFactory = _ => "table",
        };
        format.AcceptOnlyFromAmong("table", "csv", "jsonl");
        var desk = DeskOption.Create();
        var command = new ExampleCommand(
            "figures",
            "Every number with its unit, what is counted, how exact it is and who asserts it. Exit code 1: none.",
            "chancery figures --recipient prisoners",
            "chancery figures --side-by-side watches/ukraine.yaml",
            "chancery figures --since 2025-05-16 --format csv > figures.csv"
        );
        filters.AddTo(command, types: false, places: false);
        command.Options.Add(sideBySide);
        command.Options.Add(format);
        command.Options.Add(desk);
        command.SetAction(result =>
        {
            using var store = DeskOption.Open(result, desk);
            var figures = FoundLedger.Figures(store, filters.Figures(result));
            var output = result.InvocationConfiguration.Output;
            if (result.GetValue(sideBySide) is { } file)
            {
                var counts = Threads.Of(store, CheckCommand.Use(file)).Counted(figures);
                if (counts.Count == 0)
                {
                    throw FoundLines.Nothing(store, "Nobody counts one thing differently here.");
                }
                output.Write(Beside(counts));
                return Exit.Done;
            }
            if (figures.Count == 0)
            {
                throw FoundLines.Nothing(store, "The record has no such figure.");
            }
            output.Write(
                result.GetValue(format) switch
                {
                    "csv" => Comma(figures),
                    "jsonl" => EventFiles.Lines(
                        figures.Select(f => JsonSerializer.Serialize(f, TermsJson.FigureEntry))
                    ),
                    _ => Table(figures),
                }
            );
            return Exit.Done;
        });
        return command;
    }

    private static string Table(IReadOnlyList<FigureEntry> figures)
    {
        var text = new StringBuilder();
        foreach (var f in figures)
        {
            text.AppendLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{f.Dated:yyyy-MM-dd} {Value(f)}{(f.Counted is { Length: > 0 } counted ? $" {counted}" : "")} · {f.By ?? FoundLines.Source(f)}"
                )
            );
            text.AppendLine($"           {FoundLines.Source(f)}: {f.Words}");
        }
        text.AppendLine(FoundLines.Count(figures.Count, "figure"));
        return text.ToString();
    }

    private static string Beside(IReadOnlyList<Counts> counts)
    {
        var text = new StringBuilder();
        foreach (var count in counts)
        {
            text.AppendLine(count.Unit.Length > 0 ? $"{count.Counted} ({count.Unit})" : count.Counted);
            foreach (var claim in count.Claims)
            {
                text.AppendLine(
                    $"  {Value(claim), 18}  {claim.By ?? FoundLines.Source(claim)} ({FoundLines.Source(claim)})"
                );
            }
        }
        return text.ToString();
    }

    private static string Comma(IReadOnlyList<FigureEntry> figures)
    {
        var text = new StringBuilder();
        Csv.Row(
            text,
            [
                "id",
                "published",
                "value",
                "unit",
                "bound",
                "counted",
                "words",
                "by",
                "outlet",
                "headline",
                "address",
                "evidence",
            ]
        );
        foreach (var f in figures)
        {
            Csv.Row(
                text,
                [
                    EventFiles.Id(f),
                    EventFiles.Iso(f.Dated),
                    f.Value.ToString(CultureInfo.InvariantCulture),
                    f.Unit,
                    f.Bound.ToString().ToLowerInvariant(),
                    f.Counted,
                    f.Figure,
                    f.By,
                    f.Outlet,
                    f.Headline,
                    f.Address,
                    f.Words,
                ]
            );
        }
        return text.ToString();
    }

    private static string Value(FigureEntry figure) =>
        figure.Bound switch
        {
            Bound.AtLeast => "at least ",
            Bound.AtMost => "up to ",
            Bound.About => "about ",
            _ => "",
        }
        + figure.Value.ToString("#,0.####", CultureInfo.InvariantCulture)
        + (figure.Unit.Length > 0 ? $" {figure.Unit}" : "");
}
