using System.Globalization;
using System.Text.RegularExpressions;
using Chancery.Reading.Pages.Tree;
using Chancery.Terms;

namespace Chancery.Reading.Pages.Head;

/// <summary>When an article was first published and last changed: JSON-LD, meta, microdata, time elements, the visible dateline, the address.</summary>
internal static partial class PageDates
{
    private static readonly string[] PublishedMetas =
    [
        "article:published_time",
        "og:article:published_time",
        "og:published_time",
        "datePublished",
        "article:published",
        "parsely-pub-date",
        "sailthru.date",
        "cXenseParse:recs:publishtime",
        "cXenseParse:publishtime",
        "publish-date",
        "publish_date",
        "publication_date",
        "publicationdate",
        "pubdate",
        "pdate",
        "article.published",
        "article_date_original",
        "dc.date.issued",
        "dcterms.issued",
        "dcterms.created",
        "dc.date.created",
        "dcterms.date",
        "dc.date",
        "DC.date.issued",
        "originalpublicationdate",
        "OriginalPublicationDate",
        "date.created",
        "citation_publication_date",
        "vr:published_time",
        "rnews:datePublished",
        "ptime",
        "date",
        "bt:pubDate",
        "og:pubdate",
        "last-publish-date",
    ];

    private static readonly string[] ChangedMetas =
    [
        "article:modified_time",
        "og:updated_time",
        "dateModified",
        "last-modified",
        "dcterms.modified",
        "dc.date.modified",
        "article:updated_time",
        "revision_date",
    ];

    public static Stamp? Published(
        PageTree tree,
        Meta meta,
        JsonLd jsonLd,
        Microdata microdata,
        int headline,
        string? address
    )
    {
        bool monthFirst = MonthFirst(meta, jsonLd);
        return DateText.Read(jsonLd.Published)
            ?? DateText.Read(meta.First(PublishedMetas), monthFirst)
            ?? Stated(microdata, "datePublished", monthFirst)
            ?? Visible(tree, headline, monthFirst)
            ?? InAddress(address);
    }

    public static Stamp? Changed(Meta meta, JsonLd jsonLd, Microdata microdata) =>
        DateText.Read(jsonLd.Changed)
        ?? DateText.Read(meta.First(ChangedMetas))
        ?? Stated(microdata, "dateModified", MonthFirst(meta, jsonLd));

    private static bool MonthFirst(Meta meta, JsonLd jsonLd)
    {
        string language = jsonLd.Language ?? meta.First("og:locale") ?? meta.Language ?? "";
        return language.Replace('_', '-').Equals("en-US", StringComparison.OrdinalIgnoreCase)
            || language == "en";
    }

    private static Stamp? Stated(Microdata microdata, string property, bool monthFirst) =>
        microdata
            .All(property)
            .Select(value => DateText.Read(value, monthFirst))
            .FirstOrDefault(stamp => stamp is not null);

    /// <summary>The nearest date to the headline: after it first, then before it, in time elements and lines that say they hold a date.</summary>
    private static Stamp? Visible(PageTree tree, int headline, bool monthFirst)
    {
        Stamp? best = null;
        int nearest = int.MaxValue;
        foreach (var (node, value, block) in tree.Finds.Times)
        {
            if (
                !tree.Within(node, Hints.Comments | Hints.Furniture)
                && DateText.Read(value, monthFirst) is { } stamp
            )
            {
                Offer(stamp, block);
            }
        }

        for (int b = Math.Max(0, headline - 12); b < tree.Blocks.Length && b < headline + 60; b++)
        {
            ref readonly TextBlock block = ref tree.Blocks[b];
            bool named = tree.Within(block.Node, Hints.Time | Hints.Byline);
            if (block.Length > (named ? 200 : 80) || (!named && Math.Abs(b - headline) > 8))
            {
                continue;
            }

            if (
                !tree.Within(block.Node, Hints.Comments)
                && DateText.Read(tree.TextOf(block).ToString(), monthFirst) is { } stamp
            )
            {
                Offer(stamp, b);
            }
        }

        return best;

        void Offer(Stamp stamp, int block)
        {
            int distance = block >= headline ? block - headline : (headline - block) + 4;
            if (distance < nearest && distance < 80)
            {
                nearest = distance;
                best = stamp;
            }
        }
    }

    private static Stamp? InAddress(string? address)
    {
        Match match = address is null ? Match.Empty : DatedPath().Match(address);
        return match.Success
            ? DateText.Read(
                $"{match.Groups[1].Value}-{match.Groups[2].Value}-{match.Groups[3].Value}".ToString(
                    CultureInfo.InvariantCulture
                )
            )
            : null;
    }

    [GeneratedRegex(@"/((?:19|20)\d{2})[/-]?(\d{2})[/-]?(\d{2})(?=[/_-])", RegexOptions.CultureInvariant)]
    private static partial Regex DatedPath();
}
