namespace Chancery.Terms;

/// <summary>The articles on one happening, across outlets and days. It keeps its id through merges and splits.</summary>
/// <param name="Id">The id of its first article when it was opened.</param>
/// <param name="Articles">Its articles, in time order.</param>
/// <param name="From">The first article's time.</param>
/// <param name="To">The last article's time.</param>
public sealed record Story(
    string Id,
    IReadOnlyList<ArticleId> Articles,
    DateTimeOffset From,
    DateTimeOffset To
);
