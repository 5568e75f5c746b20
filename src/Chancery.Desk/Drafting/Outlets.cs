using Chancery.Terms;

namespace Chancery.Desk.Drafting;

/// <summary>The outlets of a watch by domain.</summary>
internal sealed class Outlets
{
    private readonly Dictionary<string, Outlet> byDomain = new(StringComparer.OrdinalIgnoreCase);

    public Outlets(Watch watch)
    {
        foreach (var outlet in watch.Outlets)
        {
            foreach (var domain in outlet.Domains)
            {
                byDomain.TryAdd(domain, outlet);
            }
        }
    }

    /// <summary>As printed; the domain itself where the watch does not know it.</summary>
    public string Name(Article article) =>
        byDomain.TryGetValue(article.Outlet, out var outlet) ? outlet.Name : article.Outlet;

    /// <summary>As it stands in a sentence: an office of state takes its article ("the Foreign Ministry").</summary>
    public string InSentence(Article article) =>
        IsOfficial(article) && byDomain.TryGetValue(article.Outlet, out var outlet)
            ? English.WithArticle(outlet.Name)
            : Name(article);

    /// <summary>True for an office that publishes its own words.</summary>
    public bool IsOfficial(Article article) =>
        byDomain.TryGetValue(article.Outlet, out var outlet) && outlet.Kind == OutletKind.Official;

    /// <summary>True for an outlet that prints views: what it says in its own name is no report.</summary>
    public bool IsOfViews(Article article) =>
        byDomain.TryGetValue(article.Outlet, out var outlet) && outlet.Kind == OutletKind.Magazine;

    /// <summary>True where the words name the article's outlet: whole, by its last word, or by its initials.</summary>
    public bool IsCalled(Article article, string words)
    {
        var name = Name(article);
        var bare = words.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? words[4..] : words;
        return bare.Length > 1
            && char.IsUpper(bare[0])
            && (
                name.Equals(bare, StringComparison.OrdinalIgnoreCase)
                || name.EndsWith(" " + bare, StringComparison.Ordinal)
                || string.Concat(name.Split(' ').Where(word => word != "The").Select(word => word[0])) == bare
            );
    }

    /// <summary>The family: outlets of one family are one source.</summary>
    public string Family(Article article) =>
        byDomain.TryGetValue(article.Outlet, out var outlet) ? outlet.Family : article.Outlet;
}
