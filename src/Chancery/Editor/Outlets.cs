using Chancery.Terms;

namespace Chancery.Editor;

/// <summary>Outlets by their domains, as the watch prints them.</summary>
public static class Outlets
{
    /// <summary>An outlet as the watch calls it; its domain where the watch does not know it.</summary>
    public static string Name(Watch watch, string domain) =>
        watch
            .Outlets.FirstOrDefault(outlet =>
                outlet.Domains.Contains(domain, StringComparer.OrdinalIgnoreCase)
            )
            ?.Name
        ?? domain;

    /// <summary>The outlet of an article as printed; the domain itself where the watch does not know it.</summary>
    public static string Name(Watch watch, Article article) =>
        Find(watch, article)?.Name ?? (article.Outlet.Length > 0 ? article.Outlet : "no outlet");

    public static Outlet? Find(Watch watch, Article article) =>
        watch.Outlets.FirstOrDefault(outlet =>
            outlet.Domains.Contains(article.Outlet, StringComparer.OrdinalIgnoreCase)
        );
}
