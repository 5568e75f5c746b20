using System.CommandLine;
using System.Text.Json;
using Chancery.Reading.Files;
using Chancery.Reading.Warc;
using Chancery.Terms;

namespace Chancery.Commands;

/// <summary>Takes news that is at hand into the desk.</summary>
public static class ReadCommand
{
    /// <summary>How many of the things that were passed over are named; the rest is counted.</summary>
    private const int Named = 20;

    public static Command Create()
    {
        var paths = new Argument<string[]>("path")
        {
            Description = "Files, folders, patterns, or - for standard input.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var desk = DeskOption.Create();
        var again = new Option<bool>("--again")
        {
            Description = "Read the whole archive with this version of the reader.",
        };
        var map = new Option<string?>("--map")
        {
            Description = "How an export names its fields, in one line: title=headline,text=body.plain",
        };
        var from = new Option<string?>("--from")
        {
            Description =
                "The record at which a WARC file is taken up, as an origin names it: 1234 or 0+1234.",
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var command = new ExampleCommand(
            "read",
            "Reads pages, plain text, feeds, WARC and JSON lines into the desk. Reading a thing twice changes nothing.",
            "chancery read saved/ exports/*.jsonl.gz",
            "curl -s https://wire.example/story.html | chancery read -",
            "chancery read --again"
        )
        {
            paths,
            desk,
            again,
            map,
            from,
            json,
        };
        command.SetAction(
            async (result, stop) =>
            {
                var given = result.GetValue(paths)!;
                if (given.Length == 0 && !result.GetValue(again))
                {
                    throw new MisuseException(
                        Exit.Unreadable,
                        "read: name a file, a folder, a pattern or -, or give --again."
                    );
                }
                var options = new IntakeOptions
                {
                    Map = Map(result.GetValue(map)),
                    From = From(result.GetValue(from)),
                };
                using var store = DeskOption.Open(result, desk);
                var pipeline = new Pipeline(store, Weights.Coder());
                var tally = new Tally();
                await Terminal
                    .Progress(
                        "reading",
                        async report =>
                        {
                            void Report() => report(tally.Captures, 0, "captures");
                            // First what an earlier run archived and did not get to.
                            await pipeline
                                .TakeUp(result.GetValue(again), tally, Report, stop)
                                .ConfigureAwait(false);
                            var findings = given.SelectMany(path => Intake.Open(path, options));
                            await pipeline.Read(findings, tally, Report, stop).ConfigureAwait(false);
                        }
                    )
                    .ConfigureAwait(false);
                Tell(result, tally, result.GetValue(json));
                return tally.Captures == 0 && tally.Missed.Count > 0 ? Exit.Unreadable : Exit.Done;
            }
        );
        return command;
    }

    private static FieldMap? Map(string? line)
    {
        if (line is null)
        {
            return null;
        }
        var (map, why) = FieldMap.Parse(line);
        return map ?? throw new MisuseException(Exit.Unreadable, why!.Sentence);
    }

    private static WarcPlace? From(string? place) =>
        place is null
            ? null
            : WarcPlace.Parse(place)
                ?? throw new MisuseException(
                    Exit.Unreadable,
                    $"read: “{place}” is no record of an archive; give it as an origin does, like 1234 or 0+1234."
                );

    private static void Tell(ParseResult result, Tally tally, bool json)
    {
        var output = result.InvocationConfiguration.Output;
        if (json)
        {
            output.WriteLine(JsonSerializer.Serialize(tally, JsonSerializerOptions.Web));
            return;
        }
        List(tally.Missed, "could not be read");
        List(tally.Discarded, "gave no article");
        List(tally.Faults, "could not be coded");
        output.WriteLine(
            $"{tally.Captures:N0} {(tally.Captures == 1 ? "capture" : "captures")}, "
                + $"{tally.Articles:N0} new {(tally.Articles == 1 ? "reading" : "readings")} of articles, "
                + $"{tally.Discarded.Count:N0} without an article, {tally.Missed.Count:N0} unreadable."
        );
    }

    private static void List(List<Reason> reasons, string what)
    {
        foreach (var reason in reasons.Take(Named))
        {
            Terminal.Say(reason.Sentence);
        }
        if (reasons.Count > Named)
        {
            Terminal.Say($"… and {reasons.Count - Named} more that {what}.");
        }
    }
}
