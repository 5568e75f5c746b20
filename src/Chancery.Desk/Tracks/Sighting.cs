using Chancery.Terms;

namespace Chancery.Desk.Tracks;

/// <summary>One article's word on a negotiation: a meeting, or a turn of one.</summary>
internal sealed record Sighting
{
    public required DateTimeOffset At { get; init; }

    public required TrackStep Step { get; init; }

    public MeetingStatus? Status { get; init; }

    /// <summary>The day that it speaks of.</summary>
    public DateOnly? On { get; init; }

    public MeetingForm Form { get; init; }

    /// <summary>The states that take part, as the house prints them, in order.</summary>
    public IReadOnlyList<string> Parties { get; init; } = [];

    /// <summary>Everybody else of the watch whom its sentence names.</summary>
    public IReadOnlyList<string> Named { get; init; } = [];

    public string? Venue { get; init; }

    public string? Who { get; init; }

    /// <summary>The sentence, and what stands around it: where words of a track are looked for.</summary>
    public string Around { get; init; } = "";

    public required string Outlet { get; init; }

    public required string Family { get; init; }

    public required Citation Citation { get; init; }

    /// <summary>Independent outlets that tell it, this one included.</summary>
    public int Outlets { get; init; } = 1;
}
