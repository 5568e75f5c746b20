using Chancery.Press.Templates;
using Chancery.Terms;

namespace Chancery.Press.Files;

/// <summary>An issue as one HTML file that needs nothing beside it: the site's page, its style inside, no other page linked.</summary>
public static class HtmlIssue
{
    /// <param name="issue">The issue or draft.</param>
    /// <param name="watch">Its watch, for the masthead and the outlets' names.</param>
    /// <param name="article">Finds the cited articles; null where one is not at hand.</param>
    public static async Task<string> Write(Issue issue, Watch watch, Func<ArticleId, Article?> article)
    {
        await using var rendering = new Rendering();
        var articles = issue
            .Lines()
            .OfType<Line.Cited>()
            .SelectMany(line => line.Citations)
            .Select(citation => citation.Article)
            .Distinct()
            .Select(article)
            .OfType<Article>()
            .ToDictionary(found => found.Id);
        var input = SiteSource.Of(
            new SiteInput
            {
                Watch = watch,
                Issues = [issue],
                Articles = articles,
            }
        );
        return await rendering.Of<IssuePage>(
            new()
            {
                ["Input"] = input,
                ["Issue"] = issue,
                ["Notes"] = Notes.Of(issue, watch, articles),
                ["Style"] = Site.Style,
            }
        );
    }
}
