namespace Chancery.Terms;

/// <summary>An outlet's list of entries, as it was understood.</summary>
public sealed record Feed
{
    /// <summary>Where it was read from, when known.</summary>
    public string? Address { get; init; }

    /// <summary>The feed's own identity; empty where it gives none.</summary>
    public string Id { get; init; } = "";

    /// <summary>Text: its markup is undone.</summary>
    public string? Title { get; init; }

    /// <summary>What the feed says of itself; HTML as it came.</summary>
    public string? Summary { get; init; }

    /// <summary>The page that the feed stands for.</summary>
    public string? Link { get; init; }
    public string? Language { get; init; }
    public DateTimeOffset? Published { get; init; }
    public DateTimeOffset? Updated { get; init; }
    public IReadOnlyList<FeedPerson> Authors { get; init; } = [];
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>The encoding it was read in, by its name in the Encoding Standard or, where that has none, IANA's, lower case.</summary>
    public string? Encoding { get; init; }
    public IReadOnlyList<Entry> Entries { get; init; } = [];
}

/// <summary>One line of a feed.</summary>
public sealed record Entry
{
    /// <summary>The feed's own identity for it; empty where it gives none.</summary>
    public string Id { get; init; } = "";
    public string? Link { get; init; }

    /// <summary>Text: its markup is undone.</summary>
    public string? Title { get; init; }

    /// <summary>HTML, its links made absolute: it is text from outside, never markup of ours.</summary>
    public string? Summary { get; init; }

    /// <summary>HTML, its links made absolute.</summary>
    public string? Content { get; init; }
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>The authors with what else the feed says of them.</summary>
    public IReadOnlyList<FeedPerson> People { get; init; } = [];
    public IReadOnlyList<string> Categories { get; init; } = [];
    public DateTimeOffset? Published { get; init; }
    public DateTimeOffset? Updated { get; init; }

    /// <summary>BCP 47, where the entry states its own.</summary>
    public string? Language { get; init; }

    /// <summary>RSS <c>source</c>: the outlet a transport (an aggregator) took it from.</summary>
    public string? Source { get; init; }

    /// <summary>That outlet's address.</summary>
    public string? SourceAddress { get; init; }
    public IReadOnlyList<Enclosure> Enclosures { get; init; } = [];
}

/// <param name="Address">Where the file is.</param>
/// <param name="MediaType">As declared.</param>
/// <param name="Length">Bytes, as declared.</param>
public sealed record Enclosure(string Address, string? MediaType, long? Length);

/// <param name="Name">As given; empty where only the mail address is.</param>
/// <param name="Mail">Mail address.</param>
/// <param name="Address">Page.</param>
public sealed record FeedPerson(string Name, string? Mail, string? Address);
