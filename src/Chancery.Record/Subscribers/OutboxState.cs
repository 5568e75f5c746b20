namespace Chancery.Record.Subscribers;

/// <summary>Where one reader's copy of a mailing stands.</summary>
public enum OutboxState
{
    /// <summary>Not sent yet, or put off by the server.</summary>
    Queued,

    /// <summary>Its end is being sent. Found so when nobody sends, it is in doubt.</summary>
    Sending,

    /// <summary>The server took it.</summary>
    Sent,

    /// <summary>The server refused it.</summary>
    Refused,

    /// <summary>It came back later.</summary>
    Bounced,

    /// <summary>Sent to its end without a recorded reply: sent again only when the editor says so.</summary>
    Doubt,

    /// <summary>The reader unsubscribed before it was sent.</summary>
    Left,
}

/// <summary>One reader's copy that is to be sent.</summary>
public sealed record Copy
{
    /// <summary>The reader's id.</summary>
    public required long Subscriber { get; init; }

    /// <summary>Mail address.</summary>
    public required string Address { get; init; }

    /// <summary>Empty where none was given.</summary>
    public required string Name { get; init; }

    /// <summary>What stands in the links of this copy.</summary>
    public required string Token { get; init; }

    /// <summary>How often it was tried.</summary>
    public required long Attempts { get; init; }
}

/// <summary>One mailing.</summary>
/// <param name="Id">Of the record.</param>
/// <param name="What">"issue 2031-03-07", "confirmation".</param>
/// <param name="CreatedAt">When it was queued.</param>
/// <param name="Content">What it says, as it stood then.</param>
public sealed record QueuedMailing(long Id, string What, DateTimeOffset CreatedAt, string Content);

/// <summary>A copy that nobody knows the fate of, or that failed.</summary>
/// <param name="Mailing">Its mailing.</param>
/// <param name="What">What the mailing is.</param>
/// <param name="Subscriber">The reader's id.</param>
/// <param name="Address">Mail address.</param>
/// <param name="State">Where it stands.</param>
/// <param name="At">Since when.</param>
/// <param name="Reply">The server's words.</param>
public sealed record OpenCopy(
    long Mailing,
    string What,
    long Subscriber,
    string Address,
    OutboxState State,
    DateTimeOffset At,
    string? Reply
);
