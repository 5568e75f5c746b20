namespace Chancery.Terms;

/// <summary>The sixteen types of PLOVER, after its manual.</summary>
public enum EventType
{
    Agree,
    Consult,
    Support,
    Concede,
    Cooperate,
    Aid,
    Retreat,
    Request,
    Accuse,
    Reject,
    Threaten,
    Protest,
    Sanction,
    Mobilize,
    Coerce,
    Assault,
}

/// <summary>How an event stands to the world of its text.</summary>
public enum Modality
{
    Happened,
    Future,
    Conditional,
}

/// <summary>Who did what to whom, when and where; with the words that say it.</summary>
public sealed record Event
{
    public required EventType Type { get; init; }

    /// <summary>PLOVER mode, lower case ("visit", "third-party"); null where the type has none or it is not told.</summary>
    public string? Mode { get; init; }

    /// <summary>PLOVER contexts, lower case ("diplomatic", "military").</summary>
    public IReadOnlyList<string> Contexts
    {
        get;
        init => field = value ?? [];
    } = [];

    public IReadOnlyList<Participant> Actors
    {
        get;
        init => field = value ?? [];
    } = [];

    public IReadOnlyList<Participant> Recipients
    {
        get;
        init => field = value ?? [];
    } = [];

    public Modality Modality { get; init; } = Modality.Happened;

    public bool Negated { get; init; }

    /// <summary>The word the event hangs on.</summary>
    public required Passage Trigger { get; init; }

    /// <summary>The clause that says it.</summary>
    public required Passage Evidence { get; init; }

    /// <summary>Index into <see cref="Coding.Times"/>.</summary>
    public int? When { get; init; }

    public Passage? Where { get; init; }

    /// <summary>ISO 3166-1 alpha-3 of <see cref="Where"/>, where the lists of places know it.</summary>
    public string? WhereCountry { get; init; }

    /// <summary>Index into <see cref="Coding.Statements"/> of the statement that reports it.</summary>
    public int? ReportedBy { get; init; }
}

/// <summary>One side of an event.</summary>
/// <param name="Passage">The words that name it.</param>
/// <param name="Entity">Index into <see cref="Coding.Entities"/>.</param>
/// <param name="Country">ISO 3166-1 alpha-3.</param>
/// <param name="Sector">PLOVER sector code ("GOV", "MIL").</param>
public sealed record Participant(
    Passage Passage,
    int? Entity = null,
    string? Country = null,
    string? Sector = null
);
