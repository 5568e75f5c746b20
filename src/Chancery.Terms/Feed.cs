namespace Chancery.Terms;

/// <summary>An outlet's list of entries, as it was understood.</summary>
public sealed record Feed
{
    /// <summary>Where it was read from, when known.</summary>
    public string? Address { get; init; }
    public string? Title { get; init; }

    /// <summary>The page that the feed stands for.</summary>
    public string? Link { get; init; }
    public string? Language { get; init; }
    public DateTimeOffset? Updated { get; init; }
    public IReadOnlyList<Entry> Entries { get; init; } = [];
}

/// <summary>One line of a feed.</summary>
public sealed record Entry
{
    /// <summary>The feed's own identity for it; empty where it gives none.</summary>
    public string Id { get; init; } = "";
    public string? Link { get; init; }
    public string? Title { get; init; }

    /// <summary>HTML as it came: it is text from outside, never markup of ours.</summary>
    public string? Summary { get; init; }

    /// <summary>HTML as it came.</summary>
    public string? Content { get; init; }
    public IReadOnlyList<string> Authors { get; init; } = [];
    public IReadOnlyList<string> Categories { get; init; } = [];
    public DateTimeOffset? Published { get; init; }
    public DateTimeOffset? Updated { get; init; }

    /// <summary>RSS <c>source</c>: the outlet a transport (an aggregator) took it from.</summary>
    public string? Source { get; init; }
    public IReadOnlyList<Enclosure> Enclosures { get; init; } = [];
}

/// <param name="Address">Where the file is.</param>
/// <param name="MediaType">As declared.</param>
/// <param name="Length">Bytes, as declared.</param>
public sealed record Enclosure(string Address, string? MediaType, long? Length);
