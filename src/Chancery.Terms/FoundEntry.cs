namespace Chancery.Terms;

/// <summary>One line of a ledger: something found in an article, with its words, so that nothing else need be opened to read it.</summary>
public abstract record FoundEntry
{
    /// <summary>The version of the article that carries it.</summary>
    public required ArticleId Article { get; init; }

    /// <summary>Its index in the article's coding.</summary>
    public required int Number { get; init; }

    public required string Outlet { get; init; }

    public required string Headline { get; init; }

    public string? Address { get; init; }

    /// <summary>When the article was published, or captured where it does not say; UTC.</summary>
    public required DateTimeOffset Dated { get; init; }

    /// <summary>The passage that says it.</summary>
    public required Passage Evidence { get; init; }

    /// <summary>That passage's words, on one line.</summary>
    public required string Words { get; init; }
}

/// <summary>Somebody who takes part, in words.</summary>
/// <param name="Words">As it stands.</param>
/// <param name="Name">The fullest form that the article uses; null where it stays open.</param>
/// <param name="Country">ISO 3166-1 alpha-3.</param>
/// <param name="Sector">PLOVER sector code.</param>
public sealed record Party(string Words, string? Name, string? Country, string? Sector)
{
    public override string ToString() => Name ?? Words;
}

/// <summary>An event in the ledger.</summary>
public sealed record EventEntry : FoundEntry
{
    public required EventType Type { get; init; }
    public string? Mode { get; init; }
    public IReadOnlyList<string> Contexts { get; init; } = [];
    public required Modality Modality { get; init; }
    public required bool Negated { get; init; }
    public IReadOnlyList<Party> Actors { get; init; } = [];
    public IReadOnlyList<Party> Recipients { get; init; } = [];

    /// <summary>The words of the place.</summary>
    public string? Place { get; init; }

    /// <summary>ISO 3166-1 alpha-3 of the place.</summary>
    public string? Country { get; init; }

    /// <summary>TIMEX3 value, where the text tells.</summary>
    public string? When { get; init; }

    /// <summary>Its day: the text's where it tells one, else the article's (UTC).</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Who reports it, where a statement does.</summary>
    public string? ReportedBy { get; init; }
}

/// <summary>A figure in the ledger.</summary>
public sealed record FigureEntry : FoundEntry
{
    public required decimal Value { get; init; }

    /// <summary>Lower case singular; empty for a bare count.</summary>
    public required string Unit { get; init; }
    public required Bound Bound { get; init; }

    /// <summary>The words for what is counted.</summary>
    public string? Counted { get; init; }

    /// <summary>Who asserts it; null where the article does.</summary>
    public string? By { get; init; }

    /// <summary>The number and its unit as they stand.</summary>
    public required string Figure { get; init; }
}

/// <summary>A meeting in the ledger, as one article tells of it.</summary>
public sealed record MeetingEntry : FoundEntry
{
    public required MeetingStatus Status { get; init; }
    public required MeetingForm Form { get; init; }
    public MeetingLevel Level { get; init; }
    public IReadOnlyList<Party> Parties { get; init; } = [];
    public string? Host { get; init; }
    public string? Mediator { get; init; }
    public string? Venue { get; init; }
    public string? Issue { get; init; }

    /// <summary>TIMEX3 value, where the text tells.</summary>
    public string? When { get; init; }

    /// <summary>Its day, where the text tells one.</summary>
    public DateOnly? Day { get; init; }
}
