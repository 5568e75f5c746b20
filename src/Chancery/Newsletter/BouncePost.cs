using System.Security.Cryptography;
using System.Text;
using Chancery.Press.Mail;
using Chancery.Record;
using Chancery.Record.Subscribers;

namespace Chancery.Newsletter;

/// <summary>Reads reports of failure (RFC 3464) from a mailbox and enters what came back.</summary>
internal static class BouncePost
{
    /// <param name="Messages">Messages in the mailbox.</param>
    /// <param name="Reports">Those that are reports of failure.</param>
    /// <param name="Returned">Copies that are entered as come back, the first time that they are read.</param>
    public sealed record Tally(int Messages, int Reports, int Returned);

    public static Tally Read(Store store, string watch, string mailbox, DateTimeOffset now)
    {
        int messages = 0,
            reports = 0,
            returned = 0;
        foreach (var message in MailFiles.Read(mailbox))
        {
            messages++;
            if (DeliveryReport.Read(message) is not { } report)
                continue;
            reports++;
            foreach (var failed in report.Failed)
                if (
                    Copy(store, watch, report, failed, now) is var (mailing, subscriber)
                    && Bounces.Returned(store, mailing, subscriber, failed.Status, failed.Gone, now)
                )
                    returned++;
        }
        return new Tally(messages, reports, returned);
    }

    /// <summary>The copy that came back: by its own id and the proof in it, else the last one sent to that address.</summary>
    private static (long Mailing, long Subscriber)? Copy(
        Store store,
        string watch,
        DeliveryReport report,
        FailedReader failed,
        DateTimeOffset now
    )
    {
        if (report.MessageId is { } id)
            return
                MessageIds.Read(id) is var (mailing, subscriber, proof)
                && Bounces.Reader(store, watch, mailing, subscriber) is { } reader
                && CryptographicOperations.FixedTimeEquals(
                    Encoding.ASCII.GetBytes(MessageIds.Proof(mailing, reader.Token)),
                    Encoding.ASCII.GetBytes(proof)
                )
                ? (mailing, subscriber)
                : null;
        return Mailbox.TryParse(failed.Address, null, out var address, out _)
            ? Bounces.LastSent(store, watch, address.Folded, now)
            : null;
    }
}
