namespace Chancery.Terms;

public enum StatementForm
{
    Direct,
    Indirect,
    Mixed,
}

/// <summary>What the cue does with the content.</summary>
public enum Stance
{
    Say,
    Confirm,
    Deny,
    Accuse,
    Demand,
    Offer,
    Refuse,
    Threaten,
    Promise,
    Ask,
    Believe,
}

/// <summary>Speaker, cue, content: who said what to whom, through whom.</summary>
public sealed record Statement
{
    public required StatementForm Form { get; init; }

    /// <summary>The words said, in order; without the quotation marks. Several where the cue stands between.</summary>
    public required IReadOnlyList<Passage> Content { get; init; }

    /// <summary>True where the content is one stretch and a whole finite clause: it can stand after "that".</summary>
    public bool Clausal { get; init; }

    /// <summary>The words that name the speaker, office included; null where the text leaves it open.</summary>
    public Passage? Speaker { get; init; }

    /// <summary>Index into <see cref="Coding.Entities"/>; null where it is not sure. A wrong mouth is worse than none.</summary>
    public int? SpeakerEntity { get; init; }

    /// <summary>True where the speaker is described and not named ("one diplomatic source").</summary>
    public bool Anonymous { get; init; }

    /// <summary>The words that make it a statement ("told", "according to").</summary>
    public Passage? Cue { get; init; }

    /// <summary>The cue's lemma.</summary>
    public string CueLemma
    {
        get;
        init => field = value ?? "";
    } = "";

    public Stance Stance { get; init; } = Stance.Say;

    /// <summary>True where the saying itself is negated or hypothetical.</summary>
    public bool Negated { get; init; }

    /// <summary>To whom it was said, where the text tells.</summary>
    public Passage? Addressee { get; init; }

    /// <summary>Where or how it was said ("a post on X", "an interview with …").</summary>
    public Passage? Medium { get; init; }

    /// <summary>Who passed it on, innermost first, between the speaker and the article's own outlet.</summary>
    public IReadOnlyList<Passage> Through
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Words that weaken the saying or what is said ("reportedly", "could").</summary>
    public IReadOnlyList<Passage> Hedges
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Index into <see cref="Coding.Times"/>: when it was said.</summary>
    public int? When { get; init; }

    /// <summary>True where the words are marked as translated.</summary>
    public bool Translated { get; init; }

    /// <summary>Indices into <see cref="Coding.Entities"/> of those the content names.</summary>
    public IReadOnlyList<int> About
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The whole stretch that carries it: from the first to the last of its parts.</summary>
    public required Passage Evidence { get; init; }
}
