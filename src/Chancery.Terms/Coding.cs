namespace Chancery.Terms;

/// <summary>Everything found in one article, with the coder's version. It knows nothing of any watch.</summary>
public sealed record Coding
{
    public required ArticleId Article { get; init; }

    /// <summary>The coder's version, its weights' included: a coding by another version is another coding.</summary>
    public required string Coder { get; init; }

    public IReadOnlyList<Passage> Sentences
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>What the sentences can lose, in order; trims of one sentence never overlap.</summary>
    public IReadOnlyList<Trim> Trims { get; init; } = [];

    /// <summary>The participants found, each once, with all its mentions.</summary>
    public IReadOnlyList<Entity> Entities
    {
        get;
        init => field = value ?? [];
    } = [];

    public IReadOnlyList<Statement> Statements
    {
        get;
        init => field = value ?? [];
    } = [];

    public IReadOnlyList<Event> Events
    {
        get;
        init => field = value ?? [];
    } = [];

    public IReadOnlyList<Figure> Figures
    {
        get;
        init => field = value ?? [];
    } = [];

    public IReadOnlyList<Meeting> Meetings
    {
        get;
        init => field = value ?? [];
    } = [];

    public IReadOnlyList<TimeExpression> Times
    {
        get;
        init => field = value ?? [];
    } = [];
}
