namespace Chancery.Terms;

/// <summary>What one desk follows; one YAML file.</summary>
public sealed record Watch
{
    /// <summary>The file's name without its ending.</summary>
    public required string Id { get; init; }

    /// <summary>As readers see it: "Diplomacy Watch".</summary>
    public required string Name { get; init; }

    /// <summary>The test of every item: "What does this do to the prospect of talks?"</summary>
    public required string Question { get; init; }

    /// <summary>The subject as a phrase that can stand in a sentence: "Ukraine war".</summary>
    public required string Subject { get; init; }

    /// <summary>The section that its issues stand in: "Europe".</summary>
    public string Section
    {
        get;
        init => field = value ?? "";
    } = "";

    public IReadOnlyList<WatchActor> Actors
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Words and phrases that make an article the watch's business.</summary>
    public IReadOnlyList<string> TopicsIn
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Words that bear on the question, in the languages that the watch reads ("talks", "ceasefire", "envoy").</summary>
    public IReadOnlyList<string> Stakes { get; init; } = [];

    /// <summary>Words and phrases that make it somebody else's ("Eurovision").</summary>
    public IReadOnlyList<string> TopicsOut
    {
        get;
        init => field = value ?? [];
    } = [];

    public IReadOnlyList<Outlet> Outlets
    {
        get;
        init => field = value ?? [];
    } = [];

    public IReadOnlyList<ExpectedBriefing> Briefings
    {
        get;
        init => field = value ?? [];
    } = [];

    public IReadOnlyList<WatchTrack> Tracks
    {
        get;
        init => field = value ?? [];
    } = [];

    public required Edition Edition { get; init; }

    /// <summary>House spelling: from any form to the one that is printed ("Kiev" → "Kyiv").</summary>
    public IReadOnlyDictionary<string, string> Spelling
    {
        get;
        init => field = value ?? new Dictionary<string, string>();
    } = new Dictionary<string, string>();

    /// <summary>The house's own experts, who may be quoted once, as such.</summary>
    public IReadOnlyList<string> Experts
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Where its issues are published; all of it may be missing.</summary>
    public WatchPress Press
    {
        get;
        init => field = value ?? new();
    } = new();
}

public enum ActorKind
{
    Person,
    State,
    Government,
    Organisation,
    Place,
}

/// <summary>A party, mediator, institution or person of the watch.</summary>
/// <param name="Name">As the house prints it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Aliases">Other forms, each whole ("Zelenskiy", "President Zelensky" is found from "Zelensky").</param>
/// <param name="Country">ISO 3166-1 alpha-3.</param>
/// <param name="Side">The side of the war or dispute it stands on ("russia", "ukraine"), or "mediator", or "other".</param>
/// <param name="Principal">True for those whose words alone can move the talks.</param>
/// <param name="Offices">Offices held, dated.</param>
public sealed record WatchActor(
    string Name,
    ActorKind Kind,
    IReadOnlyList<string> Aliases,
    string? Country,
    string Side,
    bool Principal,
    IReadOnlyList<Office> Offices
);

/// <param name="Title">As printed before the name: "Russian Foreign Minister".</param>
/// <param name="From">First day, or null where it does not matter.</param>
/// <param name="To">Last day, or null while held.</param>
public sealed record Office(string Title, DateOnly? From, DateOnly? To)
{
    public bool HeldOn(DateOnly day) => (From is null || day >= From) && (To is null || day <= To);
}

public enum OutletKind
{
    Agency,
    Paper,
    Broadcaster,
    StateMedia,
    Official,
    Magazine,
    Site,
}

/// <summary>A publisher.</summary>
/// <param name="Name">As printed: "The New York Times".</param>
/// <param name="Domains">Its registrable domains, the main one first.</param>
/// <param name="Family">Its owner or family: outlets of one family are one source.</param>
/// <param name="Country">ISO 3166-1 alpha-3.</param>
/// <param name="Language">BCP 47.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Feeds">Its feeds.</param>
public sealed record Outlet(
    string Name,
    IReadOnlyList<string> Domains,
    string Family,
    string? Country,
    string Language,
    OutletKind Kind,
    IReadOnlyList<OutletFeed> Feeds
);

/// <param name="Address">Of the feed.</param>
/// <param name="Verified">The day on which it was last seen to work; null where nobody has looked.</param>
public sealed record OutletFeed(string Address, DateOnly? Verified);

/// <summary>A publication that is expected: a ministry's briefing.</summary>
/// <param name="Name">As it stands in a sentence: "State Department press briefing".</param>
/// <param name="Outlet">The domain that publishes it.</param>
/// <param name="Feed">The feed or address where it would appear.</param>
/// <param name="Matches">Words one of which its headline carries.</param>
/// <param name="PerWeek">How many are usual in a week.</param>
/// <param name="Kind">What it is: a readout is expected only after a contact.</param>
/// <param name="Of">For a readout: the actor whose contacts it tells of; null for the others.</param>
public sealed record ExpectedBriefing(
    string Name,
    string Outlet,
    string Feed,
    IReadOnlyList<string> Matches,
    int PerWeek,
    PublicationKind Kind = PublicationKind.Briefing,
    string? Of = null
);

/// <summary>What an outlet is expected to publish.</summary>
public enum PublicationKind
{
    /// <summary>A press briefing, by the calendar.</summary>
    Briefing,

    /// <summary>An account of a call or a meeting, after it took place.</summary>
    Readout,

    /// <summary>A regular call with reporters.</summary>
    Call,
}

/// <summary>A negotiation that the watch names beforehand.</summary>
public sealed record WatchTrack(
    string Name,
    IReadOnlyList<string> Parties,
    string? Mediator,
    IReadOnlyList<string> Venues,
    IReadOnlyList<string> Words
);

/// <summary>The rhythm of editions.</summary>
/// <param name="FirstDay">The weekday on which a window opens.</param>
/// <param name="Days">Its length in days.</param>
/// <param name="EndHour">The hour, in the zone, at which it opens and closes.</param>
/// <param name="Zone">IANA name.</param>
public sealed record Edition(DayOfWeek FirstDay, int Days, int EndHour, string Zone);
