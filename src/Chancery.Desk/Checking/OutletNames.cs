using Chancery.Terms;

namespace Chancery.Desk.Checking;

/// <summary>Who published an article, as the watch knows it.</summary>
internal static class OutletNames
{
    public static Outlet? Of(Article article, Watch? watch) =>
        watch?.Outlets.FirstOrDefault(outlet =>
            outlet.Name.Equals(article.Outlet, StringComparison.OrdinalIgnoreCase)
            || outlet.Domains.Any(domain => Same(article.Outlet, domain))
        );

    // An article's outlet is a registrable domain; a watch may name a host below it.
    private static bool Same(string outlet, string domain) =>
        outlet.Equals(domain, StringComparison.OrdinalIgnoreCase)
        || domain.EndsWith("." + outlet, StringComparison.OrdinalIgnoreCase)
        || outlet.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase);

    /// <summary>True where the words name the outlet: whole, without its article, or by its last word ("the Courier").</summary>
    public static bool NamedIn(Outlet outlet, IReadOnlyList<Token> tokens)
    {
        var name = Names.Words(outlet.Name).AsSpan();
        return Names.IndexOf(name, tokens) >= 0
            || Names.IndexOf(name[^1..], tokens) >= 0
            || name.Length > 1 && Names.IndexOf(name[1..], tokens) >= 0;
    }
}
