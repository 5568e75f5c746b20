using Chancery.Press.Mail;
using Chancery.Record;
using Chancery.Record.Articles;
using Chancery.Record.Issues;
using Chancery.Record.Subscribers;
using Chancery.Terms;

namespace Chancery.Newsletter;

/// <summary>What a watch mails, and to whom: queued here, sent by one sender at a time.</summary>
internal static class Mailroom
{
    private const string PasswordName = "CHANCERY_SMTP_PASSWORD";

    /// <summary>How the watch's mail is sent.</summary>
    /// <exception cref="MisuseException">The watch does not say.</exception>
    public static SenderOptions Options(Watch watch)
    {
        if (watch.Press.Mail is not { } mail)
            throw new MisuseException(
                Exit.Unreadable,
                $"The watch {watch.Id} names no mail server: give it “press: mail: …” (see watches/README.md)."
            );
        var server = SmtpServer.Of(mail.Server, Environment.GetEnvironmentVariable(PasswordName));
        var from = Parse(mail.From, watch.Name, "from");
        return new SenderOptions
        {
            Server = server with { Name = from.Domain },
            From = from,
            Bounces = Parse(mail.Bounces ?? mail.From, null, "bounces"),
            Connections = mail.Connections,
            PerMinute = mail.PerMinute,
        };
    }

    /// <summary>What an issue's mail says: with the corrections of other issues since the last mailing.</summary>
    public static async Task<MailContent> Content(Store store, Watch watch, Issue issue, DateTimeOffset now)
    {
        var since = LastIssue(store, watch, issue);
        var corrections = IssueShelf
            .Approved(store, watch.Id)
            .Where(other => other.Week != issue.Week && other.Withdrawn is null)
            .SelectMany(other =>
                other.Corrections.Select(correction => (Issue: other, Correction: correction))
            )
            .Where(pair => pair.Correction.At > since)
            .OrderBy(pair => pair.Correction.At)
            .ToList();
        var articles = issue
            .Lines()
            .OfType<Line.Cited>()
            .SelectMany(line => line.Citations)
            .Select(citation => citation.Article)
            .Distinct()
            .Select(id => ArticleShelf.Find(store, id))
            .OfType<Article>()
            .ToDictionary(article => article.Id);
        return await IssueMail.Write(issue, watch, articles, corrections, now).ConfigureAwait(false);
    }

    /// <summary>Queues an issue for everybody who is confirmed now.</summary>
    /// <exception cref="MisuseException">It is not approved, was withdrawn, or the watch has nowhere to unsubscribe.</exception>
    public static async Task<QueuedMailing> Queue(Store store, Watch watch, Issue issue, DateTimeOffset now)
    {
        if (Outbox.Find(store, watch.Id, What(issue)) is { } standing)
            return standing;
        if (issue.Approved is null || issue.Withdrawn is not null)
            throw new MisuseException(
                Exit.Refused,
                $"The issue of {issue.Week:yyyy-MM-dd} is {(issue.Approved is null ? "not published" : "withdrawn")}; it is not mailed."
            );
        if (watch.Press.Desk is null)
            throw new MisuseException(
                Exit.Unreadable,
                $"The watch {watch.Id} has no “press: desk: …”, where readers unsubscribe; nothing is mailed that nobody can leave."
            );
        var content = await Content(store, watch, issue, now).ConfigureAwait(false);
        return Outbox.Queue(store, watch.Id, What(issue), MailContentFile.Write(content), now);
    }

    /// <summary>Enters an address and queues the question to its owner.</summary>
    /// <returns>False where nothing is sent: the address is confirmed, or was asked not long ago.</returns>
    public static async Task<bool> Ask(Store store, Watch watch, Mailbox reader, DateTimeOffset now)
    {
        var asked = SubscriberShelf.Ask(store, watch.Id, reader.Address, reader.Folded, reader.Name, now);
        if (asked is null)
            return false;
        var content = await IssueMail.Question(watch).ConfigureAwait(false);
        Outbox.Ask(store, watch.Id, MailContentFile.Write(content), asked.Id, now);
        return true;
    }

    /// <summary>Sends all that is queued for a watch. One sender works on a desk at a time.</summary>
    /// <returns>Why it ended early; null where it did not.</returns>
    /// <exception cref="MisuseException">Another sender is at work.</exception>
    public static async Task<Reason?> Send(
        Store store,
        string desk,
        Watch watch,
        SenderOptions options,
        Action progress,
        TimeProvider clock,
        CancellationToken stop
    )
    {
        using var lockFile = Lock(desk);
        SubscriberShelf.Forget(store, watch.Id, clock.GetUtcNow());
        Outbox.Settle(store, watch.Id, clock.GetUtcNow());
        var sender = new Sender(store, watch.Id, options, clock);
        Reason? why = null;
        foreach (var mailing in Outbox.Open(store, watch.Id))
        {
            why = await sender.Send(mailing, progress, stop).ConfigureAwait(false);
            if (why is not null)
                break;
        }
        Outbox.Settle(store, watch.Id, clock.GetUtcNow());
        return why;
    }

    public static string What(Issue issue) => $"issue {issue.Week:yyyy-MM-dd}";

    /// <summary>A lock that the system takes back when the process ends, however it ends.</summary>
    private static FileStream Lock(string desk)
    {
        try
        {
            return new FileStream(
                Path.Combine(desk, "newsletter.lock"),
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None
            );
        }
        catch (IOException)
        {
            throw new MisuseException(
                Exit.Desk,
                "Another program is sending this desk's mail; wait for it to end."
            );
        }
    }

    private static DateTimeOffset LastIssue(Store store, Watch watch, Issue issue) =>
        IssueShelf
            .Approved(store, watch.Id)
            .Where(other => other.Week < issue.Week)
            .Select(other => Outbox.Find(store, watch.Id, What(other))?.CreatedAt)
            .LastOrDefault(at => at is not null)
        ?? DateTimeOffset.MinValue;

    private static Mailbox Parse(string address, string? name, string key) =>
        Mailbox.TryParse(address, name, out var mailbox, out var why)
            ? mailbox
            : throw new MisuseException(Exit.Unreadable, $"“press: mail: {key}”: {why.Sentence}");
}
