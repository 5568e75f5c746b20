using Chancery.Terms;

namespace Chancery.Press.Mail;

/// <summary>What became of one message to one reader.</summary>
public abstract record Delivery
{
    private Delivery() { }

    /// <summary>The server took it.</summary>
    public sealed record Accepted(SmtpReply Reply) : Delivery;

    /// <summary>Not now (4yz).</summary>
    public sealed record Deferred(SmtpReply Reply) : Delivery;

    /// <summary>Never (5yz).</summary>
    /// <param name="Reply">The server's words.</param>
    /// <param name="Address">True where it was the reader's address that it would not have.</param>
    public sealed record Refused(SmtpReply Reply, bool Address) : Delivery;

    /// <summary>The server will have nothing of this sender: asking for the next reader is no use.</summary>
    public sealed record Unwelcome(SmtpReply Reply) : Delivery;

    /// <summary>The connection ended before the message did: the server cannot have taken it.</summary>
    public sealed record Lost(Reason Why) : Delivery;

    /// <summary>The message was sent to its end and no reply came: nobody can know.</summary>
    public sealed record InDoubt(Reason Why) : Delivery;

    /// <summary>The sender thought better of it before the message's end; the connection was given up for it.</summary>
    public sealed record Withdrawn : Delivery;

    /// <summary>Whether the connection can carry another message.</summary>
    public bool Over => this is Lost or InDoubt or Withdrawn or Unwelcome;
}
