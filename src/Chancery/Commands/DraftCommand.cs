using System.CommandLine;
using System.Globalization;
using Chancery.Desk.Checking;
using Chancery.Polishing;
using Chancery.Press.Files;
using Chancery.Terms;

namespace Chancery.Commands;

/// <summary>Drafts the issue of a week.</summary>
public static class DraftCommand
{
    public static Command Create()
    {
        var watchFile = new Argument<string>("watch") { Description = "The watch's YAML file." };
        var week = new Option<string>("--week")
        {
            Description = "The week's first day, like 2025-05-16.",
            Required = true,
        };
        var format = new Option<string>("--format")
        {
            Description = "How to print it: text, md, html or json.",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "md", "html", "json");
        var polish = new Option<string?>("--polish")
        {
            Description =
                "Have a language model smooth the lines: the base of an OpenAI-compatible address (default: $CHANCERY_MODEL_ADDRESS, else none).",
        };
        var model = new Option<string?>("--model")
        {
            Description =
                "The model's name there (default: $CHANCERY_MODEL). A key is taken from $CHANCERY_MODEL_KEY.",
        };
        var desk = DeskOption.Create();
        var command = new ExampleCommand(
            "draft",
            "Drafts the issue of a week from the record and checks every line. Exit code 1: nothing to draft; 3: a line does not hold.",
            "chancery draft watches/ukraine.yaml --week 2025-05-16",
            "chancery draft watches/demo.yaml --week 2026-03-06 --format md > issue.md",
            "chancery draft watches/demo.yaml --week 2026-03-06 --polish http://localhost:11434/v1 --model llama3.2"
        )
        {
            watchFile,
            week,
            format,
            polish,
            model,
            desk,
        };
        command.SetAction(
            async (result, stop) =>
            {
                var watch = CheckCommand.Use(result.GetValue(watchFile)!);
                var day = Day(result.GetValue(week)!, watch);
                using var store = DeskOption.Open(result, desk);
                var pipeline = new Pipeline(store, Weights.Coder());
                var (draft, why) = pipeline.Draft(watch, day);
                if (draft is null)
                {
                    throw new MisuseException(Exit.Nothing, why!.Sentence);
                }
                if (
                    ModelOptions.From(
                        result.GetValue(polish),
                        result.GetValue(model),
                        Environment.GetEnvironmentVariable
                    ) is
                    { } options
                )
                {
                    draft = await Polish(pipeline, draft, watch, options, stop).ConfigureAwait(false);
                }
                var refusals = pipeline.Check(draft, watch);
                foreach (var refusal in refusals)
                {
                    Terminal.Say($"line {refusal.Line}: {refusal.Why.Sentence}\n    {refusal.Text}");
                }
                if (refusals.Any(refusal => refusal.Severity == Severity.Refused))
                {
                    throw new MisuseException(
                        Exit.Refused,
                        "the draft was not written: the lines above do not hold."
                    );
                }
                if (!pipeline.KeepDraft(draft))
                {
                    Terminal.Say(
                        "An approved issue, or a draft that somebody has begun to edit, stands for this week; this one is printed and not kept."
                    );
                }
                result.InvocationConfiguration.Output.Write(
                    result.GetValue(format) switch
                    {
                        "json" => IssueFile.Write(draft),
                        "html" => HtmlIssue.Write(draft, watch, pipeline.Article).GetAwaiter().GetResult(),
                        "md" => MarkdownIssue.Write(draft),
                        _ => PlainIssue.Write(draft, pipeline.Article) + Beside(draft.Earlier),
                    }
                );
                return Exit.Done;
            }
        );
        return command;
    }

    /// <summary>Last week's issue, related ones, and what this desk said before on the tracks that moved.</summary>
    private static string Beside(Earlier? earlier)
    {
        if (earlier is null)
        {
            return "";
        }
        IEnumerable<string> lines =
        [
            "",
            .. earlier.LastWeek is { } last
                ? [$"Last week ({last.Week:yyyy-MM-dd}): {last.Title}"]
                : Array.Empty<string>(),
            .. earlier.Related.Select(issue =>
                $"Related ({issue.Week:yyyy-MM-dd}): {issue.Title} — {issue.Why}"
            ),
            .. earlier.OnTracks.Select(said =>
                $"Said before on {said.Name} ({said.Week:yyyy-MM-dd}): {said.Line.Text}"
            ),
            "",
        ];
        return string.Join('\n', lines);
    }

    private static async Task<Issue> Polish(
        Pipeline pipeline,
        Issue draft,
        Watch watch,
        ModelOptions options,
        CancellationToken stop
    )
    {
        // A model that sends us elsewhere is not the one that was named.
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        var polisher = new Polisher(
            new LanguageModel(http, options),
            (plain, proposal, whole) => pipeline.Gate(plain, proposal, whole, draft, watch)
        );
        var (polished, tally) = await polisher.Polish(draft, stop).ConfigureAwait(false);
        Terminal.Say(tally.ToString());
        foreach (var (text, reason) in tally.Refused)
        {
            Terminal.Say($"    {reason.Sentence}\n        {text}");
        }
        return polished;
    }

    /// <summary>The first day as given; refused where the watch's week opens on another weekday.</summary>
    public static DateOnly Day(string text, Watch watch)
    {
        if (
            !DateOnly.TryParseExact(
                text,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
        )
        {
            throw new MisuseException(
                Exit.Unreadable,
                $"--week must be a date like 2025-05-16, not “{text}”."
            );
        }
        if (watch.Edition.Days == 7 && day.DayOfWeek != watch.Edition.FirstDay)
        {
            var right = day.AddDays(-(((int)day.DayOfWeek - (int)watch.Edition.FirstDay + 7) % 7));
            throw new MisuseException(
                Exit.Unreadable,
                $"{text} is a {day.DayOfWeek}; a week of {watch.Name} opens on a {watch.Edition.FirstDay}: the one meant is {right:yyyy-MM-dd}, perhaps."
            );
        }
        return day;
    }
}
