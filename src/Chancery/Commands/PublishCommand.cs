using System.CommandLine;
using Chancery.Desk.Checking;
using Chancery.Record;
using Chancery.Record.Articles;
using Chancery.Record.Issues;
using Chancery.Terms;

namespace Chancery.Commands;

/// <summary>Approves an issue, in a person's name, and writes the site of all that are approved.</summary>
public static class PublishCommand
{
    public static Command Create()
    {
        var watchFile = new Argument<string>("watch") { Description = "The watch's YAML file." };
        var week = new Option<string>("--week")
        {
            Description = "The week's first day, like 2025-05-16.",
            Required = true,
        };
        var by = new Option<string>("--by")
        {
            Description = "Who approves it: a person's name.",
            Required = true,
        };
        var edited = new Option<string?>("--issue")
        {
            Description = "An edited issue (JSON or Markdown) to publish instead of the draft.",
        };
        var site = new Option<string>("--site")
        {
            Description = "The site's folder.",
            DefaultValueFactory = _ => "site",
        };
        var desk = DeskOption.Create();
        var command = new ExampleCommand(
            "publish",
            "Approves a week's draft, or an edited issue, and writes the site. Exit code 3: a line does not hold, nothing was written.",
            "chancery publish watches/ukraine.yaml --week 2025-05-16 --by \"Ada Editor\"",
            "chancery publish watches/ukraine.yaml --week 2025-05-16 --by \"Ada Editor\" --issue edited.json --site public"
        )
        {
            watchFile,
            week,
            by,
            edited,
            site,
            desk,
        };
        command.SetAction(result =>
        {
            var watch = CheckCommand.Use(result.GetValue(watchFile)!);
            var day = DraftCommand.Day(result.GetValue(week)!, watch);
            using var store = DeskOption.Open(result, desk);
            var issue = result.GetValue(edited) is { } file
                ? Edited(file, store)
                : IssueShelf.Find(store, watch.Id, day)
                    ?? throw new MisuseException(
                        Exit.Nothing,
                        $"There is no draft of {watch.Id} for {day:yyyy-MM-dd}; draft it first."
                    );
            if (issue.Watch != watch.Id || issue.Week != day)
            {
                throw new MisuseException(
                    Exit.Unreadable,
                    $"The issue is of {issue.Watch}, week {issue.Week:yyyy-MM-dd}, not of {watch.Id}, week {day:yyyy-MM-dd}."
                );
            }
            var signed = issue with
            {
                Approved = new Approval(result.GetValue(by)!.Trim(), TimeProvider.System.GetUtcNow()),
            };
            var index = Publish(store, watch, signed, result.GetValue(site)!);
            result.InvocationConfiguration.Output.WriteLine($"Published: {index}");
            return Exit.Done;
        });
        return command;
    }

    /// <summary>An edited issue, as JSON or as Markdown.</summary>
    private static Issue Edited(string file, Store store)
    {
        var text = CheckIssueCommand.Text(file);
        if (text.AsSpan().TrimStart() is ['{', ..])
        {
            return CheckIssueCommand.Parse(file, text);
        }
        return MarkdownIssue.TryRead(
            text,
            file,
            id => ArticleShelf.Find(store, id),
            out var read,
            out var why
        )
            ? read.Issue
            : throw new MisuseException(Exit.Unreadable, why.Sentence);
    }

    /// <summary>Checks, keeps and publishes an approved issue; the address of the site's first page.</summary>
    public static string Publish(Store store, Watch watch, Issue issue, string folder)
    {
        if (issue.Approved is not { By.Length: > 0 })
        {
            throw new MisuseException(
                Exit.Unreadable,
                "An issue is approved in somebody's name; --by must not be empty."
            );
        }
        var pipeline = new Pipeline(store, Weights.Coder());
        var refusals = pipeline
            .Check(issue, watch)
            .Where(refusal => refusal.Severity == Severity.Refused)
            .ToList();
        foreach (var refusal in refusals)
        {
            Terminal.Say($"line {refusal.Line}: {refusal.Why.Sentence}\n    {refusal.Text}");
        }
        if (refusals.Count > 0)
        {
            throw new MisuseException(Exit.Refused, "nothing was published: the lines above do not hold.");
        }
        // An issue once published never changes silently; publishing the very same one again rebuilds the site.
        if (IssueShelf.Find(store, watch.Id, issue.Week) is { Approved: not null } standing)
        {
            if (
                IssueFile.Write(standing with { Approved = null })
                != IssueFile.Write(issue with { Approved = null })
            )
            {
                throw new MisuseException(
                    Exit.Refused,
                    $"The issue of {issue.Week:yyyy-MM-dd} is published already and differs from this one; a published issue is not overwritten."
                );
            }
        }
        else
        {
            IssueShelf.KeepApproved(store, issue);
        }
        SiteFolder.Write(folder, pipeline.Site(watch, IssueShelf.Approved(store, watch.Id)));
        return Path.GetFullPath(Path.Combine(folder, "index.html"));
    }
}
