using System.Collections.Frozen;

namespace Chancery.Reading.Pages.Tree;

/// <summary>Addresses of pages about one author, as newsrooms and site builders make them ("/authors/ada-novak/").</summary>
internal static class AuthorPages
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Segments = FrozenSet
        .Create(
            StringComparer.OrdinalIgnoreCase,
            [
                "author",
                "authors",
                "autor",
                "autoren",
                "autore",
                "auteur",
                "auteurs",
                "journalist",
                "journalists",
                "journalisten",
                "reporter",
                "reporters",
                "contributor",
                "contributors",
                "writer",
                "writers",
                "byline",
                "columnists",
            ]
        )
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The page of a site builder's first account: it signs for whoever typed the article in.</summary>
    public static bool IsAccount(ReadOnlySpan<char> address) =>
        address.TrimEnd('/').EndsWith("/author/admin", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a segment of the path that another follows is the word for authors.</summary>
    public static bool IsMatch(ReadOnlySpan<char> address)
    {
        ReadOnlySpan<char> path = address;
        for (int slash = path.IndexOf('/'); slash >= 0; slash = path.IndexOf('/'))
        {
            ReadOnlySpan<char> rest = path[(slash + 1)..];
            int end = rest.IndexOf('/');
            if (end > 0 && end + 1 < rest.Length && Segments.Contains(rest[..end]))
            {
                return true;
            }

            path = rest;
        }

        return false;
    }
}
