using System.CommandLine;
using Chancery.Newsletter;
using Chancery.Publication;
using Chancery.Record.Publications;
using Chancery.Record.Subscribers;

namespace Chancery.Commands;

/// <summary>What a clock should start every few minutes where the desk is not served.</summary>
public static class DueCommand
{
    public static Command Create()
    {
        var watchFile = new Argument<string>("watch") { Description = "The watch's YAML file." };
        var list = new Option<bool>("--list") { Description = "List who was told of what, and who was not." };
        var site = new Option<string?>("--site")
        {
            Description =
                "Write the site to this folder too; those it was written to before are kept up by themselves.",
        };
        var desk = DeskOption.Create();
        var command = new ExampleCommand(
            "due",
            "Does what is due: releases issues whose time has come, mails them, calls webhooks and the hub. A served desk does it every minute.",
            "chancery due watches/ukraine.yaml",
            "chancery due watches/ukraine.yaml --site public"
        )
        {
            watchFile,
            list,
            site,
            desk,
        };
        command.SetAction(
            async (result, stop) =>
            {
                var watch = CheckCommand.Use(result.GetValue(watchFile)!);
                using var store = DeskOption.Open(result, desk);
                var output = result.InvocationConfiguration.Output;
                if (result.GetValue(list))
                {
                    foreach (var notice in NoticeShelf.All(store, watch.Id))
                        output.WriteLine(
                            $"{notice.State}\t{notice.What}\t{notice.Target}\t{notice.Attempts} tries\t{notice.Reply}"
                        );
                    return Exit.Done;
                }
                var first = result.GetValue(site) is { } to
                    ? SiteWriter.Write(store, watch, to, TimeProvider.System.GetUtcNow())
                    : 0;
                using var http = Notices.Client();
                var tally = await Due.Do(store, watch, http, TimeProvider.System, stop).ConfigureAwait(false);
                if (Outbox.Open(store, watch.Id).Count > 0)
                {
                    var options = Mailroom.Options(watch) with { Wait = TimeSpan.Zero };
                    var folder = Path.GetFullPath(result.GetValue(desk)!);
                    var why = await Mailroom
                        .Send(store, folder, watch, options, () => { }, TimeProvider.System, stop)
                        .ConfigureAwait(false);
                    if (why is not null)
                        throw new MisuseException(Exit.Nothing, why.Sentence);
                }
                output.WriteLine(
                    $"{first + tally.Made} files of the site made; {tally.Told} told, {tally.Untold} to be tried again."
                );
                return Exit.Done;
            }
        );
        return command;
    }
}
