using Chancery.Terms;

namespace Chancery.Desk.Checking.Rules;

/// <summary>Every citation names an article version that is known, and its words stand there.</summary>
internal static class CitationRule
{
    public static IEnumerable<Reason> Check(Line.Cited line, Func<ArticleId, Article?> article)
    {
        if (line.Citations.Count == 0)
            yield return new Reason(
                "no-citation",
                "This line cites nothing; cite the words it rests on, or sign it as an opinion."
            );
        foreach (var citation in line.Citations)
            if (article(citation.Article) is not { } known)
                yield return new Reason(
                    "unknown-article",
                    $"The article version {citation.Article} is not in the record."
                );
            else if (citation.Passage.Length <= 0 || !citation.Passage.FitsIn(known.Text))
                yield return new Reason(
                    "passage-outside",
                    $"The passage {citation.Passage.Start} {citation.Passage.Length} lies outside article {citation.Article}, which has {known.Text.Length} characters."
                );
            else if (!citation.HoldsIn(known.Text))
                yield return new Reason(
                    "citation-does-not-hold",
                    $"The cited words “{Shown.Short(citation.Quoted)}” do not stand at {citation.Passage.Start} in article {citation.Article}."
                );
    }
}
