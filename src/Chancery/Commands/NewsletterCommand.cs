using System.CommandLine;
using System.Globalization;
using System.Text;
using Chancery.Newsletter;
using Chancery.Press.Mail;
using Chancery.Record;
using Chancery.Record.Issues;
using Chancery.Record.Subscribers;
using Chancery.Terms;

namespace Chancery.Commands;

/// <summary>The newsletter: readers, sending, what came back, what is in doubt.</summary>
public static class NewsletterCommand
{
    public static Command Create() =>
        new("newsletter", "Mails issues to those who asked for them and confirmed it.")
        {
            Send(),
            Preview(),
            Subscribers(),
            Bounced(),
            Doubt(),
        };

    private static ExampleCommand Send()
    {
        var (watchFile, desk) = (WatchArgument(), DeskOption.Create());
        var week = new Option<string?>("--week")
        {
            Description = "The published issue to mail; without it, what is still queued is sent.",
        };
        var connections = new Option<int?>("--connections")
        {
            Description = "Instead of the watch's number.",
        };
        var wait = new Option<int>("--wait")
        {
            Description = "Minutes to wait for readers whom the server puts off (greylisting).",
            DefaultValueFactory = _ => 60,
        };
        var retry = new Option<double>("--retry")
        {
            Description = "Seconds before one put off is tried again the first time.",
            DefaultValueFactory = _ => 60,
        };
        var command = new ExampleCommand(
            "send",
            "Queues a published issue for every confirmed reader, once, and sends what is queued. Stopped or killed, it goes on where it was when it is run again; who may have it is in doubt and not mailed twice. Exit code 1: the server took nothing more.",
            "chancery newsletter send watches/ukraine.yaml --week 2025-05-16"
        )
        {
            watchFile,
            week,
            connections,
            wait,
            retry,
            desk,
        };
        command.SetAction(
            async (result, stop) =>
            {
                var watch = CheckCommand.Use(result.GetValue(watchFile)!);
                using var store = DeskOption.Open(result, desk);
                var options = Mailroom.Options(watch) with
                {
                    Wait = TimeSpan.FromMinutes(result.GetValue(wait)),
                    Retry = TimeSpan.FromSeconds(result.GetValue(retry)),
                };
                options = options with { Connections = result.GetValue(connections) ?? options.Connections };
                var mailing = result.GetValue(week) is { } day
                    ? await Mailroom
                        .Queue(store, watch, Published(store, watch, day), TimeProvider.System.GetUtcNow())
                        .ConfigureAwait(false)
                    : null;
                Reason? why = null;
                long done = 0;
                await Terminal
                    .Progress(
                        "mailing",
                        async report =>
                            why = await Mailroom
                                .Send(
                                    store,
                                    Path.GetFullPath(result.GetValue(desk)!),
                                    watch,
                                    options,
                                    () => report(Interlocked.Increment(ref done), 0, "answers"),
                                    TimeProvider.System,
                                    stop
                                )
                                .ConfigureAwait(false)
                    )
                    .ConfigureAwait(false);
                if (mailing is not null)
                    result.InvocationConfiguration.Output.WriteLine(
                        $"{mailing.What}: {Counts(Outbox.Count(store, mailing.Id))}"
                    );
                if (why is not null)
                    throw new MisuseException(Exit.Nothing, $"{why.Sentence} Run it again to go on.");
                return Exit.Done;
            }
        );
        return command;
    }

    private static ExampleCommand Preview()
    {
        var (watchFile, desk) = (WatchArgument(), DeskOption.Create());
        var week = new Option<string>("--week") { Description = "The issue or draft.", Required = true };
        var to = new Option<string?>("--to") { Description = "Mail it to this address, and to nobody else." };
        var format = new Option<string>("--format")
        {
            Description = "Print it instead: eml, html or text.",
            DefaultValueFactory = _ => "eml",
        };
        format.AcceptOnlyFromAmong("eml", "html", "text");
        var command = new ExampleCommand(
            "preview",
            "Shows an issue's mail, or mails it to yourself. Nothing is entered in the record.",
            "chancery newsletter preview watches/ukraine.yaml --week 2025-05-16 --to me@desk.example",
            "chancery newsletter preview watches/ukraine.yaml --week 2025-05-16 --format html > mail.html"
        )
        {
            watchFile,
            week,
            to,
            format,
            desk,
        };
        command.SetAction(
            async (result, stop) =>
            {
                var watch = CheckCommand.Use(result.GetValue(watchFile)!);
                using var store = DeskOption.Open(result, desk);
                var day = DraftCommand.Day(result.GetValue(week)!, watch);
                var issue =
                    IssueShelf.Find(store, watch.Id, day)
                    ?? throw new MisuseException(Exit.Nothing, $"There is no issue of {day:yyyy-MM-dd}.");
                var now = TimeProvider.System.GetUtcNow();
                var content = await Mailroom.Content(store, watch, issue, now).ConfigureAwait(false);
                content = content with { Subject = $"[Preview] {content.Subject}" };
                var address = result.GetValue(to);
                var output = result.InvocationConfiguration.Output;
                if (address is null && result.GetValue(format) is var form and not "eml")
                {
                    await output
                        .WriteAsync(form == "html" ? content.Html : content.Text)
                        .ConfigureAwait(false);
                    return Exit.Done;
                }
                if (!Mailbox.TryParse(address ?? "reader@mail.example", null, out var reader, out var wrong))
                    throw new MisuseException(Exit.Unreadable, $"--to: {wrong.Sentence}");
                var options = Mailroom.Options(watch);
                var id = $"preview.{Guid.NewGuid():N}@{options.From.Domain}";
                var mail = new Mailing(content, options.From, id).For(reader, "preview", id, now);
                if (address is null)
                {
                    await output.WriteAsync(Encoding.ASCII.GetString(mail)).ConfigureAwait(false);
                    return Exit.Done;
                }
                var (connection, why, _) = await SmtpConnection
                    .Open(options.Server, stop)
                    .ConfigureAwait(false);
                if (connection is null)
                    throw new MisuseException(Exit.Nothing, why!.Sentence);
                await using (connection.ConfigureAwait(false))
                {
                    var delivery = await connection
                        .Send(options.Bounces, reader, mail, () => Task.FromResult(true), stop)
                        .ConfigureAwait(false);
                    if (delivery is not Delivery.Accepted)
                        throw new MisuseException(Exit.Nothing, $"The server did not take it: {delivery}");
                    await connection.Quit().ConfigureAwait(false);
                }
                await output.WriteLineAsync("Sent.").ConfigureAwait(false);
                return Exit.Done;
            }
        );
        return command;
    }

    private static ExampleCommand Subscribers()
    {
        var (watchFile, desk) = (WatchArgument(), DeskOption.Create());
        var import = new Option<string?>("--import")
        {
            Description = "A CSV of readers whose consent you have; whoever left or bounced here stays so.",
        };
        var export = new Option<string?>("--export") { Description = "Write all of them to this CSV." };
        var remove = new Option<string?>("--remove")
        {
            Description = "Forget this address and everything about it.",
        };
        var command = new ExampleCommand(
            "subscribers",
            "Counts the readers; takes them in from CSV, writes them out, forgets one.",
            "chancery newsletter subscribers watches/ukraine.yaml",
            "chancery newsletter subscribers watches/ukraine.yaml --import readers.csv"
        )
        {
            watchFile,
            import,
            export,
            remove,
            desk,
        };
        command.SetAction(result =>
        {
            var watch = CheckCommand.Use(result.GetValue(watchFile)!);
            using var store = DeskOption.Open(result, desk);
            var output = result.InvocationConfiguration.Output;
            if (result.GetValue(import) is { } from)
            {
                var (readers, mistakes) = SubscriberCsv.Read(CheckIssueCommand.Text(from));
                foreach (var mistake in mistakes)
                    Terminal.Say($"{from}: {mistake}");
                var entered = SubscriberShelf.Import(
                    store,
                    watch.Id,
                    readers.Select(r => (r.Reader.Address, r.Reader.Folded, r.Reader.Name, r.ConfirmedAt)),
                    TimeProvider.System.GetUtcNow()
                );
                output.WriteLine(
                    $"{entered} entered, {readers.Count - entered} known, {mistakes.Count} unreadable."
                );
            }
            if (result.GetValue(remove) is { } address)
            {
                if (
                    !Mailbox.TryParse(address, null, out var reader, out var why)
                    || !SubscriberShelf.Remove(store, watch.Id, reader.Folded)
                )
                    throw new MisuseException(Exit.Nothing, why?.Sentence ?? "There is no such reader.");
                output.WriteLine("Forgotten.");
            }
            if (result.GetValue(export) is { } to)
                File.WriteAllText(to, SubscriberCsv.Write(SubscriberShelf.All(store, watch.Id)));
            output.WriteLine(Counts(SubscriberShelf.Count(store, watch.Id)));
            return Exit.Done;
        });
        return command;
    }

    private static ExampleCommand Bounced()
    {
        var (watchFile, desk) = (WatchArgument(), DeskOption.Create());
        var mailbox = new Argument<string?>("mailbox")
        {
            Description = "A Maildir, an mbox, a folder of messages or one message to read reports from.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new ExampleCommand(
            "bounces",
            "Reads reports of failure from a mailbox, and lists whose mail did not arrive.",
            "chancery newsletter bounces watches/ukraine.yaml ~/Maildir",
            "chancery newsletter bounces watches/ukraine.yaml"
        )
        {
            watchFile,
            mailbox,
            desk,
        };
        command.SetAction(result =>
        {
            var watch = CheckCommand.Use(result.GetValue(watchFile)!);
            using var store = DeskOption.Open(result, desk);
            if (result.GetValue(mailbox) is { } path)
            {
                try
                {
                    var tally = BouncePost.Read(store, watch.Id, path, TimeProvider.System.GetUtcNow());
                    Terminal.Say(
                        $"{tally.Messages} messages, {tally.Reports} reports of failure, {tally.Returned} new."
                    );
                }
                catch (IOException e)
                {
                    throw new MisuseException(Exit.Unreadable, e.Message);
                }
            }
            OutboxState[] failed = [OutboxState.Refused, OutboxState.Bounced];
            List(result, failed.SelectMany(state => Outbox.In(store, watch.Id, state)));
            return Exit.Done;
        });
        return command;
    }

    private static ExampleCommand Doubt()
    {
        var (watchFile, desk) = (WatchArgument(), DeskOption.Create());
        var again = new Option<bool>("--send-again")
        {
            Description = "Queue them again: some may get the issue twice.",
        };
        var sent = new Option<bool>("--take-as-sent") { Description = "Let them be: some may not have it." };
        var command = new ExampleCommand(
            "doubt",
            "Lists readers whose copy was sent to its end without a recorded reply: they may have it or not. Only your word sends it again.",
            "chancery newsletter doubt watches/ukraine.yaml",
            "chancery newsletter doubt watches/ukraine.yaml --take-as-sent"
        )
        {
            watchFile,
            again,
            sent,
            desk,
        };
        command.SetAction(result =>
        {
            var watch = CheckCommand.Use(result.GetValue(watchFile)!);
            using var store = DeskOption.Open(result, desk);
            if (result.GetValue(again) && result.GetValue(sent))
                throw new MisuseException(Exit.Unreadable, "Give --send-again or --take-as-sent, not both.");
            if (result.GetValue(again) || result.GetValue(sent))
            {
                var decided = Outbox.Decide(
                    store,
                    watch.Id,
                    result.GetValue(again),
                    TimeProvider.System.GetUtcNow()
                );
                result.InvocationConfiguration.Output.WriteLine(
                    $"{decided} {(result.GetValue(again) ? "queued again; run “newsletter send”." : "taken as sent.")}"
                );
                return Exit.Done;
            }
            List(result, Outbox.In(store, watch.Id, OutboxState.Doubt));
            return Exit.Done;
        });
        return command;
    }

    private static Argument<string> WatchArgument() =>
        new("watch") { Description = "The watch's YAML file." };

    private static Issue Published(Store store, Watch watch, string week)
    {
        var day = DraftCommand.Day(week, watch);
        return IssueShelf.Find(store, watch.Id, day) is { Approved: not null } issue
            ? issue
            : throw new MisuseException(Exit.Nothing, $"No issue of {day:yyyy-MM-dd} is published.");
    }

    private static void List(ParseResult result, IEnumerable<OpenCopy> copies)
    {
        foreach (var copy in copies)
            result.InvocationConfiguration.Output.WriteLine(
                string.Join(
                    '\t',
                    copy.What,
                    copy.State.ToString().ToLowerInvariant(),
                    copy.Address,
                    copy.At.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                    copy.Reply
                )
            );
    }

    private static string Counts<T>(IReadOnlyDictionary<T, long> counts)
        where T : struct, Enum =>
        counts.Count == 0
            ? "none"
            : string.Join(
                ", ",
                Enum.GetValues<T>()
                    .Where(counts.ContainsKey)
                    .Select(state =>
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{counts[state]} {state.ToString().ToLowerInvariant()}"
                        )
                    )
            );
}
