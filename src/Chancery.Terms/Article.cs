namespace Chancery.Terms;

/// <summary>
/// A cleaned article. Its text never changes: another reading or an edited page is a new version with the same
/// <see cref="Key"/>, and a citation names the version.
/// </summary>
public sealed record Article
{
    public required ArticleId Id { get; init; }

    /// <summary>The same for all versions: the canonical address, or "capture:" and the digest (and "#n") where there is none.</summary>
    public required string Key { get; init; }

    public required Digest Capture { get; init; }

    /// <summary>The version of the reader that made this reading.</summary>
    public required string Reader { get; init; }

    /// <summary>Canonical address: trackers stripped, AMP and mobile folded.</summary>
    public string? Address { get; init; }

    /// <summary>The outlet's registrable domain ("example.org"), else its name as given, else empty. The watch knows the rest.</summary>
    public required string Outlet { get; init; }

    public required string Headline { get; init; }

    public string? Dek { get; init; }

    /// <summary>People; never "Staff" and never the outlet.</summary>
    public IReadOnlyList<string> Authors
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The agency credited for the text ("Reuters", "AFP"), where one is.</summary>
    public string? Agency { get; init; }

    public Stamp? Published { get; init; }

    public Stamp? Changed { get; init; }

    public string? Section { get; init; }

    public IReadOnlyList<string> Tags
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>BCP 47 primary language of the text ("en"); "und" where it cannot be told.</summary>
    public string Language
    {
        get;
        init => field = value ?? "und";
    } = "und";

    public Picture? Picture { get; init; }

    /// <summary>The text: its blocks joined by one blank line ("\n\n"), list items and live entries too. No caption, no furniture.</summary>
    public required string Text { get; init; }

    /// <summary>The structure of <see cref="Text"/>: in order, covering all of it but the blank lines between.</summary>
    public required IReadOnlyList<Block> Blocks { get; init; }

    /// <summary>Captions told apart from the text.</summary>
    public IReadOnlyList<string> Captions
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>What was cut out of the flow and is worth knowing: paywall notices, tails, pleas.</summary>
    public IReadOnlyList<Cut> Cuts
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>True where the page gave only part of the article (a lead, a paywall, a feed's summary).</summary>
    public bool Partial { get; init; }
}

/// <summary>What a stretch of an article's text is.</summary>
public enum BlockKind
{
    Paragraph,
    Subhead,
    ListItem,
    BlockQuotation,
    Table,

    /// <summary>The head of one entry of a live blog: its time and title.</summary>
    LiveEntry,
    Correction,
}

/// <param name="Kind">What it is.</param>
/// <param name="Passage">Where it stands in the text.</param>
/// <param name="At">The time of a live entry, where it has one.</param>
public sealed record Block(BlockKind Kind, Passage Passage, Stamp? At = null);

/// <param name="Address">Where the picture is.</param>
/// <param name="Caption">What it shows, without the credit.</param>
/// <param name="Credit">Whose it is.</param>
public sealed record Picture(string Address, string? Caption, string? Credit);

/// <summary>Words that stood in the flow and were left out, with why ("paywall", "subscription", "copyright", "agency-tail").</summary>
public sealed record Cut(string Why, string Words);
