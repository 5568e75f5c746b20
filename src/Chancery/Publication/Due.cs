using Chancery.Newsletter;
using Chancery.Record;
using Chancery.Record.Issues;
using Chancery.Record.Publications;
using Chancery.Terms;

namespace Chancery.Publication;

/// <summary>Does what is due: releases issues whose time has come, queues their mail, tells who is to be told.</summary>
internal static class Due
{
    /// <param name="Made">Files of sites that were made.</param>
    /// <param name="Told">Notices told.</param>
    /// <param name="Untold">Notices that are to be tried again.</param>
    public sealed record Tally(int Made, int Told, int Untold);

    public static async Task<Tally> Do(
        Store store,
        Watch watch,
        HttpClient http,
        TimeProvider clock,
        CancellationToken stop
    )
    {
        var now = clock.GetUtcNow();
        var made = PublicationShelf
            .Folders(store, watch.Id)
            .Where(Directory.Exists)
            .Sum(folder => SiteWriter.Write(store, watch, folder, now));
        foreach (var week in PublicationShelf.MailDue(store, watch.Id, now))
        {
            if (IssueShelf.Find(store, watch.Id, week) is { Approved: not null, Withdrawn: null } issue)
                await Mailroom.Queue(store, watch, issue, now).ConfigureAwait(false);
            PublicationShelf.MailQueued(store, watch.Id, week);
        }
        Notices.Queue(store, watch, now);
        var secret = Environment.GetEnvironmentVariable(Notices.SecretName);
        var (told, untold) = await Notices
            .Tell(store, watch, http, secret, clock, stop)
            .ConfigureAwait(false);
        return new Tally(made, told, untold);
    }
}
