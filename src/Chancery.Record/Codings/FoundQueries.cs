using Chancery.Terms;

namespace Chancery.Record.Codings;

/// <summary>
/// What is asked of the ledger of events. Every condition given must hold; of several values of one, any. Names are matched as whole words
/// in a row. Times count to the second.
/// </summary>
public sealed record EventQuery
{
    public IReadOnlyList<EventType> Types { get; init; } = [];

    /// <summary>Names or words of those who act.</summary>
    public IReadOnlyList<string> Actors { get; init; } = [];

    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <summary>Names or words on either side.</summary>
    public IReadOnlyList<string> Parties { get; init; } = [];

    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>First day of the event.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Last day of the event.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Only what is told as having happened, neither denied, planned nor supposed.</summary>
    public bool Happened { get; init; }

    public int Limit { get; init; } = 50;
    public int Skip { get; init; }
}

/// <summary>What is asked of the ledger of figures.</summary>
public sealed record FigureQuery
{
    /// <summary>Words for what is counted; other endings of them count too.</summary>
    public IReadOnlyList<string> Counted { get; init; } = [];

    /// <summary>Who asserts it.</summary>
    public IReadOnlyList<string> By { get; init; } = [];

    /// <summary>As <see cref="Figure.Unit"/>; null for any.</summary>
    public string? Unit { get; init; }

    /// <summary>The first moment of the article.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The first moment at which the article may no longer be dated.</summary>
    public DateTimeOffset? Until { get; init; }

    public int Limit { get; init; } = 50;
    public int Skip { get; init; }
}

/// <summary>What is asked of the ledger of meetings.</summary>
public sealed record MeetingQuery
{
    public IReadOnlyList<string> Parties { get; init; } = [];

    /// <summary>Venue, host or mediator.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    public IReadOnlyList<MeetingStatus> Statuses { get; init; } = [];

    /// <summary>First day of the meeting; meetings without a day are left out where this or <see cref="To"/> is given.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of the meeting.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The first moment of the article.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The first moment at which the article may no longer be dated.</summary>
    public DateTimeOffset? Until { get; init; }

    public int Limit { get; init; } = 50;
    public int Skip { get; init; }
}

/// <summary>Events that are alike in all that is counted.</summary>
/// <param name="Happened">Neither denied, planned nor supposed.</param>
/// <param name="Country">Alpha-3; null where none is told.</param>
/// <param name="Actors">As they are called.</param>
/// <param name="Recipients">As they are called.</param>
/// <param name="Count">How many.</param>
public sealed record EventCount(
    DateOnly Day,
    EventType Type,
    bool Happened,
    string? Country,
    IReadOnlyList<string> Actors,
    IReadOnlyList<string> Recipients,
    int Count
);
