using System.Security.Cryptography;
using System.Text;
using Chancery.Press.Mail;
using Chancery.Record;
using Chancery.Record.Subscribers;
using Chancery.Terms;

namespace Chancery.Newsletter;

/// <summary>How a mailing is sent.</summary>
internal sealed record SenderOptions
{
    public required SmtpServer Server { get; init; }

    /// <summary>The sender that readers see.</summary>
    public required Mailbox From { get; init; }

    /// <summary>The envelope's sender.</summary>
    public required Mailbox Bounces { get; init; }

    public int Connections { get; init; } = 4;

    /// <summary>0 for no limit.</summary>
    public int PerMinute { get; init; }

    /// <summary>How long to wait for copies that the server has put off.</summary>
    public TimeSpan Wait { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Before a copy that was put off is tried again; doubled each time, up to four hours.</summary>
    public TimeSpan Retry { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>A copy put off for longer is given up (RFC 5321, 4.5.4.1: four to five days).</summary>
    public TimeSpan GiveUp { get; init; } = TimeSpan.FromDays(5);

    /// <summary>Connections that failed one after the other before the server counts as gone.</summary>
    public int MostFailures { get; init; } = 8;
}

/// <summary>
/// Sends what is queued, over several connections. A copy's state is on the disk as <see cref="OutboxState.Sending"/>
/// before the server can take it, so that a kill at any moment leaves at most one copy in doubt for each connection.
/// </summary>
internal sealed class Sender(Store store, string watch, SenderOptions options, TimeProvider clock)
{
    /// <summary>Readers refused in a row, without one taken, before it must be the mail and not the readers.</summary>
    private const int MostRefused = 50;

    private int failures;
    private int refused;
    private Reason? broken;

    /// <summary>Sends one mailing until nothing of it is queued, or nothing falls due within the wait.</summary>
    /// <returns>Why it ended early; null where it did not.</returns>
    public async Task<Reason?> Send(QueuedMailing mailing, Action progress, CancellationToken stop)
    {
        var mail = new Mailing(MailContentFile.Read(mailing.Content), options.From, $"{watch} {mailing.Id}");
        var pace = new Pace(options.PerMinute, clock);
        using var queue = new CopyQueue(store, mailing.Id, options.Wait, clock);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var journal = new OutboxJournal(store, clock);
        await using (journal.ConfigureAwait(false))
        {
            var workers = Enumerable
                .Range(0, options.Connections)
                .Select(_ =>
                    Task.Run(
                        () => Work(mailing, mail, queue, pace, journal, progress, over),
                        CancellationToken.None
                    )
                )
                .ToList();
            try
            {
                await Task.WhenAll(workers).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!stop.IsCancellationRequested)
            {
                // One connection ended the mailing for all; it has left its reason.
            }
        }
        return broken;
    }

    private async Task Work(
        QueuedMailing mailing,
        Mailing mail,
        CopyQueue queue,
        Pace pace,
        OutboxJournal journal,
        Action progress,
        CancellationTokenSource over
    )
    {
        SmtpConnection? connection = null;
        try
        {
            while (await queue.Take(over.Token).ConfigureAwait(false) is { } copy)
            {
                await pace.Turn(over.Token).ConfigureAwait(false);
                connection ??= await Connect(over).ConfigureAwait(false);
                var delivery = await Deliver(connection, mailing, mail, copy, journal, over.Token)
                    .ConfigureAwait(false);
                await Enter(mailing, copy, delivery, journal).ConfigureAwait(false);
                await queue.Release(copy).ConfigureAwait(false);
                progress();
                if (delivery.Over)
                {
                    await connection.DisposeAsync().ConfigureAwait(false);
                    connection = null;
                }
                Judge(delivery, over);
            }
            if (connection is not null)
                await connection.Quit().ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            await over.CancelAsync().ConfigureAwait(false);
            throw;
        }
        finally
        {
            if (connection is not null)
                await connection.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>A connection; where there is none, asks again more and more rarely, and at last ends the mailing.</summary>
    private async Task<SmtpConnection> Connect(CancellationTokenSource over)
    {
        while (true)
        {
            over.Token.ThrowIfCancellationRequested();
            var (connection, why, lasting) = await SmtpConnection
                .Open(options.Server, over.Token)
                .ConfigureAwait(false);
            if (connection is not null)
            {
                Interlocked.Exchange(ref failures, 0);
                return connection;
            }
            var failed = Interlocked.Increment(ref failures);
            if (lasting || failed >= options.MostFailures * options.Connections)
            {
                Break(why!, over);
                over.Token.ThrowIfCancellationRequested();
            }
            var wait = TimeSpan.FromMilliseconds(
                Math.Min(100 * Math.Pow(2, failed / (double)options.Connections), 30_000)
            );
            await Task.Delay(wait, clock, over.Token).ConfigureAwait(false);
        }
    }

    private Task<Delivery> Deliver(
        SmtpConnection connection,
        QueuedMailing mailing,
        Mailing mail,
        Copy copy,
        OutboxJournal journal,
        CancellationToken stop
    )
    {
        if (!Mailbox.TryParse(copy.Address, copy.Name, out var reader, out var why))
            return Task.FromResult<Delivery>(
                new Delivery.Refused(new SmtpReply(553, [why.Sentence]), Address: true)
            );
        var id = MessageIds.Of(mailing.Id, copy.Subscriber, copy.Token, options.From.Domain);
        return connection.Send(
            options.Bounces,
            reader,
            mail.For(reader, copy.Token, id, clock.GetUtcNow()),
            () => journal.Begin(mailing.Id, copy.Subscriber),
            stop
        );
    }

    private Task Enter(QueuedMailing mailing, Copy copy, Delivery delivery, OutboxJournal journal)
    {
        return delivery switch
        {
            Delivery.Accepted taken => End(OutboxState.Sent, taken.Reply.Said),
            Delivery.Refused no => End(OutboxState.Refused, no.Reply.Said, gone: no.Address),
            Delivery.InDoubt doubt => End(OutboxState.Doubt, doubt.Why.Sentence),
            Delivery.Lost lost => End(OutboxState.Queued, lost.Why.Sentence, Soon(copy.Attempts)),
            Delivery.Unwelcome no => End(OutboxState.Queued, no.Reply.Said),
            Delivery.Deferred { Reply: var reply } => clock.GetUtcNow() - mailing.CreatedAt > options.GiveUp
                ? End(OutboxState.Refused, reply.Said)
                : End(OutboxState.Queued, reply.Said, Later(copy.Attempts)),
            // It was no longer queued, or its reader has left: Settle says which.
            _ => Task.CompletedTask,
        };

        Task End(OutboxState state, string reply, TimeSpan after = default, bool gone = false) =>
            journal.End(mailing.Id, copy.Subscriber, state, reply, after, gone);
    }

    /// <summary>A lost connection says little of the reader: he is asked again soon, and less soon each time.</summary>
    private static TimeSpan Soon(long attempts) =>
        TimeSpan.FromMilliseconds(50 * Math.Pow(2, Math.Min(attempts, 10)));

    private TimeSpan Later(long attempts) =>
        TimeSpan.FromSeconds(
            Math.Min(
                options.Retry.TotalSeconds * Math.Pow(2, Math.Min(attempts, 20)),
                TimeSpan.FromHours(4).TotalSeconds
            )
        );

    /// <summary>Ends the mailing where the fault is not the readers'.</summary>
    private void Judge(Delivery delivery, CancellationTokenSource over)
    {
        if (delivery is Delivery.Unwelcome no)
            Break(
                new Reason(
                    "unwelcome",
                    $"{options.Server.Host} will have no mail of {options.Bounces.Address}: {no.Reply.Said}"
                ),
                over
            );
        if (delivery is Delivery.Accepted)
            Interlocked.Exchange(ref refused, 0);
        if (
            delivery is Delivery.Refused { Address: false } last
            && Interlocked.Increment(ref refused) >= MostRefused
        )
            Break(
                new Reason("all-refused", $"{MostRefused} messages in a row were refused: {last.Reply.Said}"),
                over
            );
    }

    private void Break(Reason why, CancellationTokenSource over)
    {
        Interlocked.CompareExchange(ref broken, why, null);
        over.Cancel();
    }
}

/// <summary>A copy's Message-ID. It names the copy, and a report that returns it cannot be made up without its token.</summary>
internal static class MessageIds
{
    public static string Of(long mailing, long subscriber, string token, string domain) =>
        $"{mailing}.{subscriber}.{Proof(mailing, token)}@{domain}";

    /// <summary>The copy that an id claims to name; its proof is to be compared with <see cref="Proof"/>.</summary>
    public static (long Mailing, long Subscriber, string Proof)? Read(string id) =>
        id.Split('@')[0].Split('.') is [var mailing, var subscriber, var proof]
        && long.TryParse(mailing, out var m)
        && long.TryParse(subscriber, out var s)
            ? (m, s, proof)
            : null;

    public static string Proof(long mailing, string token) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{mailing}\n{token}")).AsSpan(0, 10)
        );
}
