using Chancery.Reading.Cleaning;
using Chancery.Reading.Pages.Tree;

namespace Chancery.Reading.Pages.Head;

/// <summary>Who wrote an article, as its page names them.</summary>
internal static class PageAuthors
{
    private static readonly string[] AuthorMetas =
    [
        "author",
        "article:author",
        "parsely-author",
        "sailthru.author",
        "byl",
        "dc.creator",
        "dcterms.creator",
        "dc.creator.creator",
        "cXenseParse:author",
        "citation_author",
        "article:author_name",
        "article.author",
        "og:article:author",
        "authors",
        "twitter:creator_name",
    ];

    /// <summary>The first source that names a person: JSON-LD, meta, microdata, the visible byline.</summary>
    public static IReadOnlyList<string> Find(
        PageTree tree,
        Meta meta,
        JsonLd jsonLd,
        IReadOnlyList<string> siteNames
    )
    {
        string?[] outlets = [.. siteNames];
        IReadOnlyList<string> declared = Bylines.People(jsonLd.Authors, outlets);
        if (declared.Count > 0)
        {
            return declared;
        }

        foreach (string name in AuthorMetas)
        {
            var people = Bylines.People(
                meta.All(name).Where(value => !value.StartsWith("http", StringComparison.Ordinal)),
                outlets
            );
            if (people.Count > 0)
            {
                return people;
            }
        }

        var named = Bylines.People(
            tree.Finds.Microdata.Where(item =>
                    item.Property.Contains("author", StringComparison.OrdinalIgnoreCase)
                )
                .Select(item => item.Value),
            outlets
        );
        return named.Count > 0 ? named : Visible(tree, outlets);
    }

    private static List<string> Visible(PageTree tree, string?[] outlets)
    {
        foreach (var (node, text) in tree.Finds.Authors)
        {
            if (text.Length > 150 || tree.Within(node, Hints.Comments))
            {
                continue;
            }

            var people = Bylines.People([text.Replace('\n', ';')], outlets).Where(LooksLikeName).ToList();
            if (people.Count > 0)
            {
                return people;
            }
        }

        return [];
    }

    /// <summary>Two to five words that start with capitals; particles between may not.</summary>
    private static bool LooksLikeName(string name)
    {
        string[] words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 2 and <= 5 && char.IsUpper(words[0][0]) && char.IsUpper(words[^1][0]);
    }
}
