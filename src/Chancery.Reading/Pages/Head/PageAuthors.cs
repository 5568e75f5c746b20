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
        "DCSext.author",
    ];

    /// <summary>The first source that names a person: JSON-LD, meta, microdata, the visible byline.</summary>
    public static IReadOnlyList<string> Find(
        PageTree tree,
        Meta meta,
        JsonLd jsonLd,
        Microdata microdata,
        int headline,
        IReadOnlyList<string> siteNames
    )
    {
        string?[] outlets = [.. siteNames, .. tree.Finds.Accounts];
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

        IReadOnlyList<string> named = Bylines.People(microdata.Authors, outlets);
        return named.Count > 0 && (microdata.HasArticle || named.Count <= MostUnscoped)
            ? named
            : Visible(tree, headline, outlets);
    }

    /// <summary>Without a scope of the article's own, more names than this are those of teasers.</summary>
    private const int MostUnscoped = 3;

    /// <summary>Everything that the page's markup states as author, as it stands: people, agencies, desks.</summary>
    public static IEnumerable<string> Stated(Meta meta, JsonLd jsonLd) =>
        [.. jsonLd.Authors, .. jsonLd.Organizations, .. AuthorMetas.SelectMany(meta.All)];

    private const int LinesLooked = 30;

    /// <summary>A line with a date may be one of a broadcast or of another story: it is believed near the headline only.</summary>
    private const int DatedLinesLooked = 14;

    /// <summary>The byline nearest to the headline, in elements that say they are one and in lines that open with "By".</summary>
    private static List<string> Visible(PageTree tree, int headline, string?[] outlets)
    {
        List<string> best = [];
        int nearest = 40;
        foreach (var (node, text) in tree.Finds.Authors)
        {
            int block = tree.Nodes[node].FirstBlock;
            if (
                text.Length <= 150
                && !tree.Within(node, Hints.Comments | Hints.Hidden | Hints.Caption)
                && tree.Nearest(node, Tag.Aside) < 0
                && tree.Nearest(node, Tag.Figure) < 0
            )
            {
                Offer(text.Replace('\n', ';'), block);
            }
        }

        for (
            int b = Math.Max(0, headline - 4);
            best.Count == 0 && b < Math.Min(tree.Blocks.Length, headline + LinesLooked);
            b++
        )
        {
            ReadOnlySpan<char> words = tree.TextOf(tree.Blocks[b]);
            bool near = b < headline + DatedLinesLooked;
            if (
                HeadLines.IsByline(words)
                && !char.IsAsciiDigit(words[0])
                && (near || !words.ContainsAnyInRange('0', '9'))
            )
            {
                Offer(words.ToString().Replace('\n', ';'), b);
            }
        }

        return best;

        void Offer(string text, int block)
        {
            int distance = block >= headline ? block - headline : (headline - block) + 2;
            if (distance >= nearest)
            {
                return;
            }

            var people = Bylines.People([text], outlets).Where(LooksLikeName).ToList();
            if (people.Count is > 0 and < 6)
            {
                best = people;
                nearest = distance;
            }
        }
    }

    /// <summary>Two to five words that start with capitals; particles between may not.</summary>
    private static bool LooksLikeName(string name)
    {
        string[] words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 2 and <= 5 && char.IsUpper(words[0][0]) && char.IsUpper(words[^1][0]);
    }
}
