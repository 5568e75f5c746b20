namespace Chancery.Terms;

public enum MeetingStatus
{
    Proposed,
    Announced,
    Confirmed,
    UnderWay,
    Held,
    Postponed,
    Cancelled,
    Denied,
}

public enum MeetingForm
{
    InPerson,
    Phone,
    Video,
}

/// <summary>How high those who meet stand: the highest office that one of each side holds.</summary>
public enum MeetingLevel
{
    Unknown,
    Officials,
    Envoys,
    Ministers,
    Heads,
}

/// <summary>A call, visit, talks or summit, planned or past, as one article tells of it.</summary>
public sealed record Meeting
{
    public required IReadOnlyList<Participant> Parties { get; init; }
    public MeetingForm Form { get; init; } = MeetingForm.InPerson;
    public required MeetingStatus Status { get; init; }
    public MeetingLevel Level { get; init; }
    public Passage? Host { get; init; }
    public Passage? Mediator { get; init; }
    public Passage? Venue { get; init; }
    public Passage? Issue { get; init; }

    /// <summary>Index into <see cref="Coding.Times"/>.</summary>
    public int? When { get; init; }
    public required Passage Evidence { get; init; }
}
