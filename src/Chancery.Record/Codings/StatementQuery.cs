using Chancery.Terms;

namespace Chancery.Record.Codings;

/// <summary>
/// What is asked of the ledger. Every condition given must hold; of several names or topics one is enough. Names and topics are matched as
/// whole words in a row, whatever their case and accents ("Novak" finds "Jan Novák", not "Novakova"). Times count to the second.
/// </summary>
public sealed record StatementQuery
{
    /// <summary>How many entries a page has where nobody says.</summary>
    public const int Page = 50;

    /// <summary>Who speaks: a name, or words that the article uses of the speaker ("foreign ministry").</summary>
    public IReadOnlyList<string> By { get; init; } = [];

    /// <summary>To whom.</summary>
    public IReadOnlyList<string> To { get; init; } = [];

    /// <summary>Names or words that what is said holds; other endings of the words count too.</summary>
    public IReadOnlyList<string> About { get; init; } = [];

    /// <summary>All of these words, or words in a row, must stand in what is said; other endings of them count too.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Registrable domains of outlets.</summary>
    public IReadOnlyList<string> Outlets { get; init; } = [];

    /// <summary>The first moment at which the article may be dated.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The first moment at which it may no longer be.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Any of these; with <see cref="Negated"/> false, <see cref="Stance.Deny"/> gives the denials.</summary>
    public IReadOnlyList<Stance> Stances { get; init; } = [];

    /// <summary>Whether the saying itself is negated or supposed; null for either.</summary>
    public bool? Negated { get; init; }

    /// <summary>Only statements whose speaker is known by name.</summary>
    public bool Named { get; init; }

    /// <summary>How many at most.</summary>
    public int Limit { get; init; } = Page;

    /// <summary>Where the page before ended (<see cref="LedgerPage.Next"/>); null for the first.</summary>
    public LedgerMark? After { get; init; }
}

/// <summary>A place in the ledger's order: newest first.</summary>
/// <param name="Dated">Milliseconds since 1970, UTC.</param>
/// <param name="Id">The statement's row.</param>
public readonly record struct LedgerMark(long Dated, long Id);

/// <param name="Entries">Newest article first; within an article as its text goes.</param>
/// <param name="Next">To ask for what follows; null on the last page.</param>
public sealed record LedgerPage(IReadOnlyList<LedgerEntry> Entries, LedgerMark? Next);

/// <summary>One who speaks in the ledger.</summary>
/// <param name="Name">In one spelling of the articles.</param>
/// <param name="Statements">How many.</param>
/// <param name="Last">The date of the newest article among them.</param>
public sealed record LedgerSpeaker(string Name, int Statements, DateTimeOffset Last);
