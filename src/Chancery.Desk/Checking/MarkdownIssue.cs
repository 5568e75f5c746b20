using System.Diagnostics.CodeAnalysis;
using Chancery.Terms;

namespace Chancery.Desk.Checking;

/// <summary>
/// An issue as Markdown: one sentence a line, its evidence in footnotes ("[^1]" in the text, "[^1]: article-version start
/// length words" below, the words being optional), what an issue knows besides in a "---" block at the top. Sections are
/// second-level headings: none for the lead, then "Digest" (one list entry an item), "Briefings", "Ahead",
/// "Alternatives" and "Offered". An opinion's footnote is "opinion: Name"; an absence's is "absence: feed from to" with
/// the feed's health.
/// </summary>
/// <param name="Issue">The issue.</param>
/// <param name="Lines">For each of <see cref="Issue.Lines"/>, its line in the file, from 1.</param>
public sealed record MarkdownIssue(Issue Issue, IReadOnlyList<int> Lines)
{
    /// <param name="markdown">The file's text.</param>
    /// <param name="name">The file's name as a person knows it.</param>
    /// <param name="article">Gives the words of a footnote that leaves them out.</param>
    /// <param name="read">The issue, where it could be read.</param>
    /// <param name="why">The file, the line and what to do, where it could not.</param>
    public static bool TryRead(
        string markdown,
        string name,
        Func<ArticleId, Article?> article,
        [NotNullWhen(true)] out MarkdownIssue? read,
        [NotNullWhen(false)] out Reason? why
    ) => new MarkdownReader(markdown, name, article).TryRead(out read, out why);

    public static string Write(Issue issue) => MarkdownWriter.Write(issue);

    /// <summary>The refusals of <see cref="Issue"/> with the file's line numbers.</summary>
    public IReadOnlyList<Refusal> InFile(IEnumerable<Refusal> refusals) =>
        [
            .. refusals.Select(r =>
                r.Line > 0 && r.Line <= Lines.Count ? r with { Line = Lines[r.Line - 1] } : r
            ),
        ];
}
