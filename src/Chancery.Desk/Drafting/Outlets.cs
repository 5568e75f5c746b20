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

    /// <summary>The family: outlets of one family are one source.</summary>
    public string Family(Article article) =>
        byDomain.TryGetValue(article.Outlet, out var outlet) ? outlet.Family : article.Outlet;
}
