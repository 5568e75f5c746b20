using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Chancery.Commands;

/// <summary>Measures a stage against gold data.</summary>
public static class GaugeCommand
{
    public static Command Create()
    {
        var stage = new Argument<string>("stage") { Description = "What to measure." };
        stage.AcceptOnlyFromAmong([.. Gauges.Names]);
        var gold = new Argument<string>("gold")
        {
            Description = "The gold file or folder; for a sample, a desk's folder.",
        };
        var asText = new Option<bool>("--as-text")
        {
            Description = "cleaning: measure the plain-text intake on the pages' bare text.",
        };
        var nationality = new Option<string?>("--nationality")
        {
            Description = "names: count nationalities as this type (loc).",
        };
        nationality.AcceptOnlyFromAmong("loc");
        var issue = new Option<string?>("--issue")
        {
            Description = "facts: the draft to hold against them, from draft --format json.",
        };
        var sample = new Option<int?>("--sample")
        {
            Description =
                "events, statements: print this many of a desk's with their sentences, to be judged by hand.",
        };
        var seed = new Option<int>("--seed")
        {
            Description = "events, statements: which sample.",
            DefaultValueFactory = _ => 1,
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var command = new ExampleCommand(
            "gauge",
            "Measures a stage against gold data and prints the figures.",
            "chancery gauge statements gold/statements/dev.jsonl",
            "chancery gauge cleaning gold/cleaning/news --json",
            "chancery gauge facts column/facts-2025-05-23.jsonl --issue issue.json",
            "chancery gauge events desk --sample 100 --seed 7"
        )
        {
            stage,
            gold,
            asText,
            nationality,
            issue,
            sample,
            seed,
            json,
        };
        command.SetAction(result =>
        {
            var path = result.GetValue(gold)!;
            if (!File.Exists(path) && !Directory.Exists(path))
            {
                throw new MisuseException(Exit.Unreadable, $"{path} does not exist.");
            }
            if (result.GetValue(sample) is { } size)
            {
                result.InvocationConfiguration.Output.WriteLine(
                    Gauges.Sample(result.GetValue(stage)!, path, size, result.GetValue(seed))
                );
                return Exit.Done;
            }
            try
            {
                var measured = Gauges.Measure(
                    result.GetValue(stage)!,
                    path,
                    result.GetValue(asText),
                    result.GetValue(nationality) is not null,
                    result.GetValue(issue)
                );
                result.InvocationConfiguration.Output.WriteLine(
                    result.GetValue(json) ? Json(measured) : Table(measured)
                );
                return Exit.Done;
            }
            catch (Exception e)
                when (e is IOException or InvalidDataException or JsonException or FormatException)
            {
                throw new MisuseException(
                    Exit.Unreadable,
                    $"{path}: this is no gold of {result.GetValue(stage)}: {e.Message}"
                );
            }
        });
        return command;
    }

    private static string Json(Measured measured)
    {
        var figures = new JsonObject
        {
            ["stage"] = measured.Stage,
            ["items"] = measured.Items,
            ["seconds"] = Math.Round(measured.Seconds, 3),
        };
        foreach (var (name, value) in measured.Figures)
        {
            figures[name] = Math.Round(value, 5);
        }
        return figures.ToJsonString();
    }

    private static string Table(Measured measured) =>
        string.Join(
            '\n',
            measured
                .Figures.Select(figure =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"  {figure.Name, -24} {figure.Value, 10:0.####}"
                    )
                )
                .Prepend(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{measured.Stage}: {measured.Items} items in {measured.Seconds:0.0} s"
                    )
                )
        );
}
