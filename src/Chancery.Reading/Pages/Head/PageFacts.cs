using System.Net;
using Chancery.Reading.Cleaning;
using Chancery.Reading.Pages.Tree;

namespace Chancery.Reading.Pages.Head;

/// <summary>Gathers everything a page says about its article beside the text.</summary>
internal static class PageFacts
{
    public static (Facts Facts, IReadOnlyList<string> Titles) Of(
        PageTree tree,
        Meta meta,
        JsonLd jsonLd,
        string? captureAddress
    )
    {
        string? address = AddressOf(meta, captureAddress);
        Microdata microdata = Microdata.Of(tree.Finds);
        List<string> sites = SiteNames(meta, jsonLd, address);
        var (headline, titles) = Titles.Choose(tree, meta, jsonLd, microdata, sites);
        int at = Headings.BlockOf(tree, headline);
        var facts = new Facts
        {
            Headline = headline,
            Dek = Dek(meta, jsonLd, headline),
            Authors = PageAuthors.Find(tree, meta, jsonLd, microdata, at, sites),
            Outlet = sites.Count > 0 ? sites[0] : null,
            Address = address,
            Agency = Agencies.AmongAuthors(PageAuthors.Stated(meta, jsonLd)) ?? Agencies.InByline(tree, at),
            Published = PageDates.Published(tree, meta, jsonLd, microdata, at, address),
            Changed = PageDates.Changed(meta, jsonLd, microdata),
            Section =
                jsonLd.Section
                ?? microdata.Section
                ?? meta.First("article:section", "section", "parsely-section", "sailthru.section"),
            Tags = Tags(meta, jsonLd),
            DeclaredLanguage =
                jsonLd.Language ?? meta.Language ?? meta.First("og:locale", "language", "content-language"),
            Picture = LeadPicture.Of(tree, meta, jsonLd, at),
            NotFree = jsonLd.Free == false || meta.First("article:content_tier") is "locked",
        };
        return (facts, titles);
    }

    /// <summary>The page's own canonical address, unless it points at the site's front page, as careless templates do.</summary>
    private static string? AddressOf(Meta meta, string? captureAddress)
    {
        foreach (string? declared in (ReadOnlySpan<string?>)[meta.Canonical, meta.First("og:url")])
        {
            string? canonical = Address.CanonicalOrNull(Absolute(declared, captureAddress));
            if (canonical is not null && new Uri(canonical).PathAndQuery.Length > 1)
            {
                return canonical;
            }
        }

        return captureAddress;
    }

    private static string? Absolute(string? address, string? page) =>
        address is not null
        && Uri.TryCreate(page, UriKind.Absolute, out Uri? from)
        && Uri.TryCreate(from, address, out Uri? whole)
            ? whole.AbsoluteUri
            : address;

    private static List<string> SiteNames(Meta meta, JsonLd jsonLd, string? address)
    {
        var names = new List<string>();
        foreach (
            string? name in (ReadOnlySpan<string?>)
                [
                    meta.First("og:site_name"),
                    jsonLd.Publisher,
                    meta.First("application-name", "apple-mobile-web-app-title", "publisher", "twitter:site"),
                ]
        )
        {
            if (!string.IsNullOrWhiteSpace(name))
            {
                names.Add(WebUtility.HtmlDecode(name).Trim());
            }
        }

        if (Address.Outlet(address) is { } domain)
        {
            names.Add(domain);
            names.Add(domain.Split('.')[0]);
        }

        return names;
    }

    private static string? Dek(Meta meta, JsonLd jsonLd, string headline)
    {
        string? dek =
            meta.First("og:description", "description", "twitter:description") ?? jsonLd.Description;
        string? text = dek is null ? null : WebUtility.HtmlDecode(dek).Trim();
        return string.IsNullOrEmpty(text) || Bylines.Folded(text) == Bylines.Folded(headline) ? null : text;
    }

    private static List<string> Tags(Meta meta, JsonLd jsonLd)
    {
        IEnumerable<string> found =
            jsonLd.Keywords.Count > 0 ? jsonLd.Keywords
            : meta.All("article:tag").Count > 0 ? meta.All("article:tag")
            : (meta.First("news_keywords", "keywords") ?? "").Split(
                ',',
                StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
            );
        return
        [
            .. found
                .Select(tag => tag.Trim())
                .Where(tag => tag.Length is > 0 and < 80)
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Take(40),
        ];
    }
}
