using Chancery.Reading.Pages.Tree;

namespace Chancery.Reading.Pages.Head;

/// <summary>
/// What a page's microdata says of its article (HTML Standard, section 5; schema.org's Article and its kinds). Teasers of
/// other stories have scopes of their own, and what those say is theirs.
/// </summary>
internal sealed class Microdata
{
    private readonly PageFinds finds;
    private readonly int article;

    private Microdata(PageFinds finds, int article)
    {
        this.finds = finds;
        this.article = article;
    }

    public static Microdata Of(PageFinds finds)
    {
        int article = finds.Scopes.FindIndex(scope => IsArticle(scope.Type));
        return new Microdata(finds, article < 0 ? PageFinds.NoScope : article);
    }

    /// <summary>Whether the page has a scope of an article's kind; without one, properties of every scope are taken.</summary>
    public bool HasArticle => article >= 0;

    public string? Headline => First("headline") ?? (HasArticle ? First("name") : null);

    public string? Section => First("articleSection");

    /// <summary>The values of a property, in the order of the page.</summary>
    public IEnumerable<string> All(string property) =>
        finds
            .Microdata.Where(item =>
                (item.Scope == article || !HasArticle)
                && Names(item.Property, property)
                && item.Value.Length > 0
            )
            .Select(item => item.Value);

    public string? First(string property) => All(property).FirstOrDefault();

    /// <summary>Names of the authors: of the person in the property where it holds one, else its text.</summary>
    public IReadOnlyList<string> Authors
    {
        get
        {
            var people = finds
                .Scopes.Select((scope, i) => (scope, i))
                .Where(pair => pair.scope.Parent == article && Names(pair.scope.Property, "author"))
                .SelectMany(pair =>
                    finds.Microdata.Where(item => item.Scope == pair.i && Names(item.Property, "name"))
                )
                .Select(item => item.Value)
                .ToList();
            return people.Count > 0 ? people : [.. All("author")];
        }
    }

    private static bool Names(string? properties, string property) =>
        properties is not null && properties.Split(' ').Contains(property, StringComparer.OrdinalIgnoreCase);

    private static bool IsArticle(string type) =>
        type.TrimEnd('/') is var kind
        && (
            kind.EndsWith("Article", StringComparison.OrdinalIgnoreCase)
            || kind.EndsWith("BlogPosting", StringComparison.OrdinalIgnoreCase)
            || kind.EndsWith("/Report", StringComparison.OrdinalIgnoreCase)
        );
}
