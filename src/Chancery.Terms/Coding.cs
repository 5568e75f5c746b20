namespace Chancery.Terms;

/// <summary>Everything found in one article, with the coder's version. It knows nothing of any watch.</summary>
public sealed record Coding
{
    public required ArticleId Article { get; init; }

    /// <summary>The coder's version, its weights' included: a coding by another version is another coding.</summary>
    public required string Coder { get; init; }

    public IReadOnlyList<Passage> Sentences { get; init; } = [];

    /// <summary>The participants found, each once, with all its mentions.</summary>
    public IReadOnlyList<Entity> Entities { get; init; } = [];

    public IReadOnlyList<Statement> Statements { get; init; } = [];

    public IReadOnlyList<Event> Events { get; init; } = [];

    public IReadOnlyList<Figure> Figures { get; init; } = [];

    public IReadOnlyList<Meeting> Meetings { get; init; } = [];

    public IReadOnlyList<TimeExpression> Times { get; init; } = [];
}
