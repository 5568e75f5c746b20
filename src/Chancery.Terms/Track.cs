namespace Chancery.Terms;

/// <summary>One negotiation followed through its rounds: who talks with whom, through whom, where, on what, and how it stands.</summary>
public sealed record Track
{
    /// <summary>Its address within its watch: letters, digits and hyphens; kept for good.</summary>
    public required string Id { get; init; }

    /// <summary>The watch's id.</summary>
    public required string Watch { get; init; }

    /// <summary>As the watch file names it ("Istanbul direct talks"), else made of its parties and venue.</summary>
    public required string Name { get; init; }

    /// <summary>True where the watch file names it; false where the desk found it by itself.</summary>
    public bool Named { get; init; }

    /// <summary>The parties, as the house prints them.</summary>
    public IReadOnlyList<string> Parties { get; init; } = [];

    public string? Mediator { get; init; }

    public string? Venue { get; init; }

    public string? Issue { get; init; }

    /// <summary>Why its meetings are one negotiation: one phrase each ("shares the parties Orsa and Belmar").</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>How its latest round stands; null where no status was told.</summary>
    public MeetingStatus? Status { get; init; }

    /// <summary>The last day on which the parties are known to have met or spoken.</summary>
    public DateOnly? LastContact { get; init; }

    /// <summary>The next day on the calendar, as far as the last article knows.</summary>
    public DateOnly? Next { get; init; }

    /// <summary>Those who refused, or were not invited, as their log entries say.</summary>
    public IReadOnlyList<string> Absent { get; init; } = [];

    public IReadOnlyList<Round> Rounds { get; init; } = [];

    /// <summary>What happened to it, in time order, each with the words that say it.</summary>
    public IReadOnlyList<TrackEntry> Log { get; init; } = [];
}

/// <summary>One meeting or call of a track.</summary>
/// <param name="Number">In order of their days; from 1, or so that a round has the number that an article gives it ("the third round").</param>
/// <param name="On">Its day; null where nobody tells.</param>
/// <param name="Status">As last told.</param>
/// <param name="Form">In person, by phone, by video.</param>
/// <param name="Venue">Where; null where nobody tells.</param>
/// <param name="Parties">Who takes part, as the house prints them.</param>
public sealed record Round(
    int Number,
    DateOnly? On,
    MeetingStatus Status,
    MeetingForm Form,
    string? Venue,
    IReadOnlyList<string> Parties
);

/// <summary>What an entry of a track's log tells.</summary>
public enum TrackStep
{
    /// <summary>A round's status changed, or was told for the first time.</summary>
    Status,

    /// <summary>Another day was set.</summary>
    Date,

    /// <summary>Somebody refused or stayed away.</summary>
    Refusal,

    /// <summary>Somebody was left out.</summary>
    NotInvited,

    /// <summary>An offer to host or mediate.</summary>
    Offer,

    /// <summary>Something was agreed.</summary>
    Agreement,
}

/// <summary>One line of a track's log.</summary>
/// <param name="At">When the article that tells it was published.</param>
/// <param name="Step">What it tells.</param>
/// <param name="Status">The round's status from here on, where it tells one.</param>
/// <param name="On">The day that it speaks of, where it tells one.</param>
/// <param name="Round">The number of the round that it speaks of; null for the track as a whole.</param>
/// <param name="Who">Who refused, offered or was left out, where it tells.</param>
/// <param name="Outlet">The outlet as printed.</param>
/// <param name="Citation">The words that say it.</param>
/// <param name="Outlets">How many independent outlets tell the same, this one included.</param>
public sealed record TrackEntry(
    DateTimeOffset At,
    TrackStep Step,
    MeetingStatus? Status,
    DateOnly? On,
    int? Round,
    string? Who,
    string Outlet,
    Citation Citation,
    int Outlets = 1
);
