namespace Chancery.Terms;

/// <summary>Lines that stand together.</summary>
public sealed record Paragraph(IReadOnlyList<Line> Lines);

/// <summary>One entry of an issue: the lead, or one of the digest.</summary>
/// <param name="Story">The story it tells, where it tells one.</param>
/// <param name="Paragraphs">In order.</param>
public sealed record Item(string? Story, IReadOnlyList<Paragraph> Paragraphs);

/// <summary>An edition: a draft until a person approves it.</summary>
public sealed record Issue
{
    /// <summary>The watch's file name without its ending ("ukraine").</summary>
    public required string Watch { get; init; }

    /// <summary>The watch's name as readers see it.</summary>
    public required string Name { get; init; }

    /// <summary>The week's first day in the watch's zone.</summary>
    public required DateOnly Week { get; init; }

    public required Window Window { get; init; }

    /// <summary>IANA name of the watch's zone, in which weekdays are told.</summary>
    public required string Zone { get; init; }

    public required Line Title { get; init; }

    /// <summary>Two alternatives for the title.</summary>
    public IReadOnlyList<Line> Alternatives
    {
        get;
        init => field = value ?? [];
    } = [];

    public required Line Dek { get; init; }

    /// <summary>Alternatives for the dek, where there are any.</summary>
    public IReadOnlyList<Line> Deks
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>"Kind | Section" ("Reporting | Europe").</summary>
    public string Category
    {
        get;
        init => field = value ?? "";
    } = "";

    public required Item Lead { get; init; }

    public IReadOnlyList<Item> Digest
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>What the expected briefings said, or the plain line that there were none.</summary>
    public IReadOnlyList<Line> Briefings
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Dated things to come.</summary>
    public IReadOnlyList<Line> Ahead
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Items that the desk has ready and did not take; never published.</summary>
    public IReadOnlyList<Item> Offered
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Lines at hand that the draft did not take, by the item they would fit, the lead's first; never published.</summary>
    public IReadOnlyList<Item> Spare
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Earlier issues beside this one; null where the record has none.</summary>
    public Earlier? Earlier { get; init; }

    /// <summary>Who approved it and when; null while it is a draft.</summary>
    public Approval? Approved { get; init; }

    /// <summary>When readers may see it, where that is later than its approval.</summary>
    public DateTimeOffset? Release { get; init; }

    public IssuePicture? Picture { get; init; }

    /// <summary>What was set right since it was published, the oldest first.</summary>
    public IReadOnlyList<Correction> Corrections
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Set where it was taken back after publication.</summary>
    public Withdrawal? Withdrawn { get; init; }

    /// <summary>Every line that readers will see, in order.</summary>
    public IEnumerable<Line> Lines() =>
        [
            Title,
            Dek,
            .. Lead.Paragraphs.SelectMany(p => p.Lines),
            .. Digest.SelectMany(i => i.Paragraphs).SelectMany(p => p.Lines),
            .. Briefings,
            .. Ahead,
        ];
}

public sealed record Approval(string By, DateTimeOffset At);
