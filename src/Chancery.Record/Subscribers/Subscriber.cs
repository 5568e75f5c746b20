namespace Chancery.Record.Subscribers;

public enum SubscriberState
{
    /// <summary>Asked for by somebody; nobody has shown that the mailbox is theirs. Never mailed but for that question.</summary>
    Asked,
    Confirmed,

    /// <summary>Unsubscribed.</summary>
    Left,

    /// <summary>The address is not there, or came back too often.</summary>
    Bounced,
}

/// <summary>A reader of the newsletter.</summary>
/// <param name="Id">Of the record.</param>
/// <param name="Address">Mail address.</param>
/// <param name="Name">Empty where none was given.</param>
/// <param name="State">Whether it is mailed.</param>
/// <param name="Token">Stands in every mail's links; whoever has it can unsubscribe this address and nothing else.</param>
/// <param name="Key">Stands in the mail that asks for confirmation; null once it was used.</param>
/// <param name="Origin">"form", "import" or "editor".</param>
/// <param name="AskedAt">When it was entered.</param>
/// <param name="ConfirmedAt">When its owner confirmed it, or the one who imported it said that he had.</param>
/// <param name="EndedAt">When it left or bounced.</param>
public sealed record Subscriber(
    long Id,
    string Address,
    string Name,
    SubscriberState State,
    string Token,
    string? Key,
    string Origin,
    DateTimeOffset AskedAt,
    DateTimeOffset? ConfirmedAt,
    DateTimeOffset? EndedAt
);
