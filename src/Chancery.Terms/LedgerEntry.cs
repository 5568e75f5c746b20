namespace Chancery.Terms;

/// <summary>
/// One line of the ledger of statements: the statement with its words and the article that carries it, so that nothing else need be opened
/// to read it. What the article calls somebody is kept apart from who it is.
/// </summary>
public sealed record LedgerEntry
{
    /// <summary>The version of the article that carries it; the passages of <see cref="Statement"/> point into its text.</summary>
    public required ArticleId Article { get; init; }

    /// <summary>Index into the <see cref="Coding.Statements"/> of the article's coding.</summary>
    public required int Number { get; init; }

    public required string Outlet { get; init; }

    public required string Headline { get; init; }

    public string? Address { get; init; }

    /// <summary>When the article was published, or captured where it does not say; UTC.</summary>
    public required DateTimeOffset Dated { get; init; }

    public required Statement Statement { get; init; }

    /// <summary>The speaker's name in its fullest form in the article; null where the mouth stays open.</summary>
    public string? Name { get; init; }

    /// <summary>The office that the article gives the speaker.</summary>
    public string? Office { get; init; }

    /// <summary>The words that name the speaker where it is said ("he", "the minister").</summary>
    public string? Speaker { get; init; }

    public string? Cue { get; init; }

    /// <summary>The words said; passages apart from each other are joined by " … ".</summary>
    public required string Said { get; init; }

    public string? Addressee { get; init; }

    public string? Medium { get; init; }

    /// <summary>Who passed it on, innermost first, between the speaker and the outlet.</summary>
    public IReadOnlyList<string> Through
    {
        get;
        init => field = value ?? [];
    } = [];

    public IReadOnlyList<string> Hedges
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The names of those it speaks of.</summary>
    public IReadOnlyList<string> About
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>TIMEX3 value of when it was said, where the text tells.</summary>
    public string? When { get; init; }
}
