using System.CommandLine;
using Chancery.Publication;
using Chancery.Record;
using Chancery.Record.Issues;
using Chancery.Record.Publications;
using Chancery.Terms;

namespace Chancery.Commands;

/// <summary>Sets right what was published, in the open; and takes back what cannot be set right.</summary>
public static class CorrectCommand
{
    public static Command Correct()
    {
        var (watchFile, week, by, site, desk) = Common();
        var note = new Option<string>("--note")
        {
            Description = "What was wrong and what is right, in a sentence or two that readers see.",
            Required = true,
        };
        var edited = new Option<string?>("--issue")
        {
            Description =
                "The issue as it should read (Markdown or JSON); without it the text stands and the note is added.",
        };
        var command = new ExampleCommand(
            "correct",
            "Corrects a published issue: a dated, signed line at its head and at each changed sentence, in the log, the feeds and the next newsletter. Exit code 3: a line does not hold.",
            "chancery correct watches/ukraine.yaml --week 2025-05-16 --by \"Ada Editor\" --note \"The talks were on Friday, not on Thursday.\" --issue edited.md"
        )
        {
            watchFile,
            week,
            by,
            note,
            edited,
            site,
            desk,
        };
        command.SetAction(
            async (result, stop) =>
            {
                var watch = CheckCommand.Use(result.GetValue(watchFile)!);
                using var store = DeskOption.Open(result, desk);
                var standing = Standing(store, watch, result.GetValue(week)!);
                var changed = result.GetValue(edited) is { } file ? PublishCommand.Edited(file, store) : null;
                if (changed is not null && (changed.Watch != standing.Watch || changed.Week != standing.Week))
                    throw new MisuseException(
                        Exit.Unreadable,
                        $"{result.GetValue(edited)} is the issue of {changed.Watch}, week {changed.Week:yyyy-MM-dd}."
                    );
                var now = TimeProvider.System.GetUtcNow();
                var corrected = Correcting.Apply(
                    standing,
                    changed,
                    Signed(result.GetValue(by)!),
                    Text("--note", result.GetValue(note)!),
                    now
                );
                if (changed is not null)
                    PublishCommand.Refuse(new Pipeline(store, Weights.Coder()).Check(corrected, watch));
                await Replace(store, watch, standing, corrected, result.GetValue(site)!, now, stop)
                    .ConfigureAwait(false);
                result.InvocationConfiguration.Output.WriteLine(
                    $"Corrected: {corrected.Corrections[^1].Changes.Count} sentences changed."
                );
                return Exit.Done;
            }
        );
        return command;
    }

    public static Command Withdraw()
    {
        var (watchFile, week, by, site, desk) = Common();
        var why = new Option<string>("--why")
        {
            Description = "The reason, in a sentence that readers see.",
            Required = true,
        };
        var command = new ExampleCommand(
            "withdraw",
            "Takes a published issue back: its address stays and says who withdrew it, when and why; lists, feeds and the log say so.",
            "chancery withdraw watches/ukraine.yaml --week 2025-05-16 --by \"Ada Editor\" --why \"It rested on a document that was forged.\""
        )
        {
            watchFile,
            week,
            by,
            why,
            site,
            desk,
        };
        command.SetAction(
            async (result, stop) =>
            {
                var watch = CheckCommand.Use(result.GetValue(watchFile)!);
                using var store = DeskOption.Open(result, desk);
                var standing = Standing(store, watch, result.GetValue(week)!);
                var now = TimeProvider.System.GetUtcNow();
                var withdrawn = standing with
                {
                    Withdrawn = new Withdrawal(
                        now,
                        Signed(result.GetValue(by)!),
                        Text("--why", result.GetValue(why)!)
                    ),
                };
                await Replace(store, watch, standing, withdrawn, result.GetValue(site)!, now, stop)
                    .ConfigureAwait(false);
                result.InvocationConfiguration.Output.WriteLine("Withdrawn.");
                return Exit.Done;
            }
        );
        return command;
    }

    private static async Task Replace(
        Store store,
        Watch watch,
        Issue standing,
        Issue changed,
        string site,
        DateTimeOffset now,
        CancellationToken stop
    )
    {
        if (!PublicationShelf.Replace(store, standing, changed, now))
            throw new MisuseException(
                Exit.Refused,
                "Nothing was changed: the issue was changed by somebody else in the meantime."
            );
        await PublishCommand.Spread(store, watch, site, stop).ConfigureAwait(false);
    }

    private static Issue Standing(Store store, Watch watch, string week)
    {
        var day = DraftCommand.Day(week, watch);
        return IssueShelf.Find(store, watch.Id, day) switch
        {
            { Approved: not null, Withdrawn: null } issue => issue,
            { Withdrawn: not null } => throw new MisuseException(Exit.Refused, "That issue was withdrawn."),
            _ => throw new MisuseException(Exit.Nothing, $"No issue of {day:yyyy-MM-dd} is published."),
        };
    }

    private static string Signed(string by) => Text("--by", by);

    private static string Text(string option, string text) =>
        text.Trim() is { Length: > 0 } words
            ? words
            : throw new MisuseException(Exit.Unreadable, $"{option} must not be empty.");

    private static (
        Argument<string> Watch,
        Option<string> Week,
        Option<string> By,
        Option<string> Site,
        Option<string> Desk
    ) Common() =>
        (
            new("watch") { Description = "The watch's YAML file." },
            new("--week") { Description = "The week's first day, like 2025-05-16.", Required = true },
            new("--by") { Description = "Who signs it: a person's name.", Required = true },
            new("--site") { Description = "The site's folder.", DefaultValueFactory = _ => "site" },
            DeskOption.Create()
        );
}
