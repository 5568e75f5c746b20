namespace Chancery.Terms;

/// <summary>How one statement stands against another.</summary>
public enum DisputeKind
{
    /// <summary>Somebody denies what somebody else claims.</summary>
    Denial,

    /// <summary>Two accounts that cannot both hold.</summary>
    Contradiction,

    /// <summary>An account that replaces an earlier one of the same source.</summary>
    Correction,

    /// <summary>Two numbers for one thing.</summary>
    Count,

    /// <summary>A speaker departs from his own earlier words.</summary>
    Drift,
}

/// <summary>What a person made of a dispute that the desk found.</summary>
public enum Ruling
{
    /// <summary>Nobody has looked.</summary>
    Open,

    /// <summary>It is one, and may be printed.</summary>
    Upheld,

    /// <summary>It is none, and is not shown again.</summary>
    Dismissed,
}

/// <summary>A statement and those against it, with why they were paired.</summary>
public sealed record Dispute
{
    /// <summary>Its address within its watch; the same as long as the same words stand against each other.</summary>
    public required string Id { get; init; }

    /// <summary>The watch's id.</summary>
    public required string Watch { get; init; }

    public required DisputeKind Kind { get; init; }

    /// <summary>What was said first.</summary>
    public required Account Claim { get; init; }

    /// <summary>What stands against it, in time order; the last may be a third account.</summary>
    public required IReadOnlyList<Account> Against { get; init; }

    /// <summary>Why they were paired: one phrase each ("both speak of the talks in Orsa").</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>How sure the pairing is, 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>False for one that is only offered to the editor: a draft never prints it.</summary>
    public bool Sure { get; init; }

    /// <summary>The story that it belongs to; null where it spans weeks.</summary>
    public string? Story { get; init; }

    public Ruling Ruling { get; init; } = Ruling.Open;
}

/// <summary>One side of a dispute: who says what, where it can be read.</summary>
/// <param name="Speaker">As the house prints it; the outlet's name where the article itself tells it.</param>
/// <param name="Words">What is said, exactly as it stands.</param>
/// <param name="Outlet">The outlet as printed.</param>
/// <param name="At">When it was published.</param>
/// <param name="Citation">The sentence.</param>
/// <param name="Value">The number that it gives, in a dispute over a count.</param>
public sealed record Account(
    string Speaker,
    string Words,
    string Outlet,
    DateTimeOffset At,
    Citation Citation,
    decimal? Value = null
);
