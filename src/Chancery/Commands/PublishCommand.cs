using System.CommandLine;
using Chancery.Desk.Checking;
using Chancery.Publication;
using Chancery.Record;
using Chancery.Record.Articles;
using Chancery.Record.Issues;
using Chancery.Record.Publications;
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
        var at = new Option<DateTimeOffset?>("--at")
        {
            Description =
                "When readers may see it, like 2025-05-23T09:00Z; the site takes it up with “due” or “serve”.",
        };
        var mail = new Option<bool>("--mail") { Description = "Mail it to the readers when it is released." };
        var embargo = new Option<bool>("--embargo")
        {
            Description = "With --at: mail it to the readers now, marked as under embargo until then.",
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
            at,
            mail,
            embargo,
            desk,
        };
        command.SetAction(
            async (result, stop) =>
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
                    Release = result.GetValue(at)?.ToUniversalTime(),
                };
                if (result.GetValue(embargo) && signed.Release is null)
                    throw new MisuseException(Exit.Unreadable, "--embargo needs --at: until when?");
                Keep(store, watch, signed);
                if (result.GetValue(mail) || result.GetValue(embargo))
                    PublicationShelf.MailAt(
                        store,
                        watch.Id,
                        day,
                        result.GetValue(embargo) ? signed.Approved.At : signed.Release ?? signed.Approved.At
                    );
                var index = await Spread(store, watch, result.GetValue(site)!, stop).ConfigureAwait(false);
                result.InvocationConfiguration.Output.WriteLine(
                    signed.Release is { } later
                        ? $"Approved; released on {later:yyyy-MM-dd HH:mm} UTC (run “chancery due” then, or serve the desk)."
                        : $"Published: {index}"
                );
                return Exit.Done;
            }
        );
        return command;
    }

    /// <summary>An edited issue, as JSON or as Markdown.</summary>
    internal static Issue Edited(string file, Store store)
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

    /// <summary>Writes the site, queues the mail that is due and tells who is to be told; the address of the site's first page.</summary>
    internal static async Task<string> Spread(Store store, Watch watch, string folder, CancellationToken stop)
    {
        SiteWriter.Write(store, watch, folder, TimeProvider.System.GetUtcNow());
        using var http = Notices.Client();
        var tally = await Due.Do(store, watch, http, TimeProvider.System, stop).ConfigureAwait(false);
        if (tally.Untold > 0)
            Terminal.Say(
                $"{tally.Untold} could not be told yet; “chancery due {watch.Id}.yaml” tries again (--list says who)."
            );
        return Path.GetFullPath(Path.Combine(folder, "index.html"));
    }

    /// <summary>Says what does not hold, and ends the command where anything is refused.</summary>
    internal static void Refuse(IEnumerable<Refusal> found)
    {
        var refusals = found.Where(refusal => refusal.Severity == Severity.Refused).ToList();
        foreach (var refusal in refusals)
        {
            Terminal.Say($"line {refusal.Line}: {refusal.Why.Sentence}\n    {refusal.Text}");
        }
        if (refusals.Count > 0)
        {
            throw new MisuseException(Exit.Refused, "nothing was published: the lines above do not hold.");
        }
    }

    /// <summary>Checks and keeps an approved issue.</summary>
    private static void Keep(Store store, Watch watch, Issue issue)
    {
        if (issue.Approved is not { By.Length: > 0 })
        {
            throw new MisuseException(
                Exit.Unreadable,
                "An issue is approved in somebody's name; --by must not be empty."
            );
        }
        Refuse(new Pipeline(store, Weights.Coder()).Check(issue, watch));
        // An issue once published never changes silently; publishing the very same one again rebuilds the site.
        if (IssueShelf.Find(store, watch.Id, issue.Week) is { Approved: not null } standing)
        {
            if (IssueFile.Write(Text(standing)) != IssueFile.Write(Text(issue)))
            {
                throw new MisuseException(
                    Exit.Refused,
                    $"The issue of {issue.Week:yyyy-MM-dd} is published already and differs from this one; a published issue is not overwritten. Use “chancery correct”."
                );
            }
        }
        else
        {
            IssueShelf.KeepApproved(store, issue);
        }
    }

    /// <summary>What an editor writes, without what publication adds.</summary>
    private static Issue Text(Issue issue) =>
        issue with
        {
            Approved = null,
            Release = null,
            Corrections = [],
            Withdrawn = null,
            Picture = null,
        };
}
