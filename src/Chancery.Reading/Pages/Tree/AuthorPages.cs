namespace Chancery.Reading.Pages.Tree;

/// <summary>Addresses of pages about one author, as newsrooms and site builders make them ("/authors/ada-novak/").</summary>
internal static class AuthorPages
{
    private static readonly System.Buffers.SearchValues<string> Segments = System.Buffers.SearchValues.Create(
        [
            "/author/",
            "/authors/",
            "/autor/",
            "/autoren/",
            "/autore/",
            "/auteur/",
            "/auteurs/",
            "/journalist/",
            "/journalists/",
            "/journalisten/",
            "/reporter/",
            "/reporters/",
            "/contributor/",
            "/contributors/",
            "/writer/",
            "/writers/",
            "/byline/",
            "/columnists/",
        ],
        StringComparison.OrdinalIgnoreCase
    );

    /// <summary>The page of a site builder's first account: it signs for whoever typed the article in.</summary>
    public static bool IsAccount(ReadOnlySpan<char> address) =>
        address.TrimEnd('/').EndsWith("/author/admin", StringComparison.OrdinalIgnoreCase);

    public static bool IsMatch(ReadOnlySpan<char> address) => address.ContainsAny(Segments);
}
