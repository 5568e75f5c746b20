using Chancery.Terms;

namespace Chancery.Desk.Happenings;

/// <summary>One meeting over all articles that tell of it: planned, confirmed, held, put off.</summary>
/// <param name="Parties">Each once, named as most reports name it; of many reports, those whom more than a few tell.</param>
/// <param name="Day">When it is or was; null while no report names a day.</param>
/// <param name="Form">In person, by phone or by video, as most reports have it.</param>
/// <param name="Level">The highest that a report tells.</param>
/// <param name="Host">Who receives, as most reports have it.</param>
/// <param name="Mediator">Who mediates, as most reports have it.</param>
/// <param name="Venue">Where, as most reports have it.</param>
/// <param name="Issue">What about, as most reports have it.</param>
/// <param name="Changes">Each change of status with the report that tells of it, the earliest first.</param>
/// <param name="Evidence">Every report, the earliest first.</param>
/// <param name="Sources">How many independent sources tell of it.</param>
public sealed record MeetingThread(
    IReadOnlyList<Party> Parties,
    DateOnly? Day,
    MeetingForm Form,
    MeetingLevel Level,
    string? Host,
    string? Mediator,
    string? Venue,
    string? Issue,
    IReadOnlyList<MeetingEntry> Changes,
    IReadOnlyList<MeetingEntry> Evidence,
    int Sources
)
{
    /// <summary>As the last change leaves it.</summary>
    public MeetingStatus Status => Changes[^1].Status;
}
