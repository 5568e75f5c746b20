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
        var desk = DeskOption.Create();
        var command = new ExampleCommand(
            "due",
            "Does what is due: releases issues whose time has come, mails them, calls webhooks and the hub. A served desk does it every minute.",
            "chancery due watches/ukraine.yaml"
        )
        {
            watchFile,
            list,
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
                    $"{tally.Made} files of the site made; {tally.Told} told, {tally.Untold} to be tried again."
                );
                return Exit.Done;
            }
        );
        return command;
    }
}
