using Chancery.Reading.Cleaning;
using Chancery.Reading.Pages.Tree;

namespace Chancery.Reading.Pages.Head;

/// <summary>
/// The headline, by comparing what a page's own sources say: headings, JSON-LD, Open Graph, <c>title</c>. A part set off
/// by a bar or dash is the site's when another source has the title without it, or when it is the site's name.
/// </summary>
internal static class Titles
{
    private static readonly string[] Bars =
    [
        " | ",
        " - ",
        " – ",
        " — ",
        " :: ",
        " » ",
        " « ",
        " · ",
        " • ",
        "|",
        " / ",
        ": ",
        " ‹ ",
        " › ",
        " > ",
        " ~ ",
        " ― ",
        "｜",
        "：",
        "_",
        " * ",
    ];

    // Readers see the heading and publishers write it first; the others are often one text made for search engines,
    // so that their agreeing with each other says little. Counted on 133 news pages and 793 web articles.
    private const double OfHeading = 1.25;

    /// <summary>Of a first-level heading where no newsroom's NewsArticle stands against it: site builders copy one title everywhere.</summary>
    private const double OfSureHeading = 2.0;
    private const double OfJsonLd = 1.0;
    private const double OfOpenGraph = 0.5;
    private const double OfCopies = 0.15;
    private const double OfTitle = 0.3;

    private sealed record Source(string Text, double Trust);

    /// <returns>The headline, and all forms in which the page gives it, site names taken off.</returns>
    public static (string Headline, IReadOnlyList<string> All) Choose(
        PageTree tree,
        Meta meta,
        JsonLd jsonLd,
        Microdata microdata,
        IReadOnlyList<string> siteNames
    )
    {
        var sources = new List<Source>();
        Add(sources, jsonLd.Headline ?? microdata.Headline, OfJsonLd);
        Add(sources, meta.First("og:title"), OfOpenGraph);
        AddCopy(meta.First("twitter:title"), OfCopies);
        AddCopy(
            meta.First("dc.title", "dcterms.title", "sailthru.title", "parsely-title", "headline"),
            OfCopies
        );
        AddCopy(meta.Title, OfTitle);
        if (Headings.Main(tree, [.. sources.Select(source => source.Text)]) is { } heading)
        {
            sources.Add(
                new(
                    WithoutKicker(heading.Text, sources),
                    heading.Sure && !jsonLd.IsNews ? OfSureHeading : OfHeading
                )
            );
        }

        HashSet<string> sites = [.. siteNames.Select(Bylines.Folded).Where(name => name.Length > 0)];
        HashSet<string> whole = [.. sources.Select(source => Bylines.Folded(source.Text))];
        string best = "";
        double most = -1;
        var stripped = sources
            .Select(source => source with { Text = Stripped(source.Text, whole, sites) })
            .ToList();
        foreach (var (text, trust) in stripped)
        {
            string folded = Bylines.Folded(text);
            if (folded.Length == 0 || sites.Contains(folded))
            {
                continue;
            }

            double support = trust * 0.01;
            foreach (var other in stripped)
            {
                string otherFolded = Bylines.Folded(other.Text);
                support +=
                    otherFolded == folded ? other.Trust
                    : Cut(otherFolded, folded) ? other.Trust * 0.4
                    : 0;
            }

            if (support > most)
            {
                most = support;
                best = text;
            }
        }

        if (
            (jsonLd.IsNews || IsNewsroom(meta))
            && Stripped(meta.First("og:title") ?? "", whole, sites) is var shared
            && IsShortened(shared, best)
        )
        {
            best = shared;
        }

        return (best.Trim(), [.. stripped.Select(source => source.Text)]);

        // What JSON-LD has letter for letter from <title> is one text for search engines, however often it stands there.
        void AddCopy(string? text, double trust) =>
            Add(
                sources,
                text,
                jsonLd.Headline is { } declared && Opens(meta.Title, declared) && Opens(text, declared)
                    ? 0
                    : trust
            );
    }

    private static bool Opens(string? text, string with) =>
        text is not null && Bylines.Folded(text).StartsWith(Bylines.Folded(with), StringComparison.Ordinal);

    /// <summary>Open Graph of a newsroom: an article with its time and section.</summary>
    private static bool IsNewsroom(Meta meta) =>
        meta.First("article:published_time") is not null && meta.First("article:section") is not null;

    /// <summary>A heading that ends with what another source has alone opens with a kicker.</summary>
    private static string WithoutKicker(string heading, List<Source> sources)
    {
        string folded = Bylines.Folded(heading);
        foreach (var (text, _) in sources)
        {
            string other = Bylines.Folded(text);
            if (
                other.Length * 2 > folded.Length
                && other.Length > 15
                && folded.Length > other.Length
                && folded.EndsWith(other, StringComparison.Ordinal)
            )
            {
                return text;
            }
        }

        return heading;
    }

    private static void Add(List<Source> sources, string? text, double trust)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            sources.Add(
                new(
                    string.Join(
                        ' ',
                        System
                            .Net.WebUtility.HtmlDecode(text)
                            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                    ),
                    trust
                )
            );
        }
    }

    /// <summary>
    /// Whether a title is the headline with words left out: the short form that an outlet's own lists and feeds carry.
    /// Cut off in a word's middle or by dots, it is none.
    /// </summary>
    private static bool IsShortened(string title, string headline)
    {
        const int Least = 4;
        string[] words = WordsOf(title);
        string[] all = WordsOf(headline);
        int found = 0;
        foreach (string word in all)
        {
            found += found < words.Length && word == words[found] ? 1 : 0;
        }

        return words.Length >= Least
            && words.Length < all.Length
            && words.Length * 2 > all.Length
            && found == words.Length
            && title[^1] is not ('…' or '.');
    }

    private static string[] WordsOf(string title) =>
        [
            .. title
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                .Select(Bylines.Folded)
                .Where(word => word.Length > 0),
        ];

    /// <summary>Whether one is the other's beginning, cut short by a writer of tags.</summary>
    private static bool Cut(string cut, string whole) =>
        cut.Length >= 20 && whole.Length > cut.Length && whole.StartsWith(cut, StringComparison.Ordinal);

    private static string Stripped(string title, HashSet<string> whole, HashSet<string> sites)
    {
        string text = title;
        for (bool again = true; again; )
        {
            again = false;
            foreach (string bar in Bars)
            {
                int last = text.LastIndexOf(bar, StringComparison.Ordinal);
                if (last > 0 && IsSite(text[(last + bar.Length)..], text[..last], whole, sites))
                {
                    text = text[..last].Trim();
                    again = true;
                    break;
                }

                // A kicker belongs to its headline ("Election in Torvik: …"), also where the heading stands without it.
                int first = text.IndexOf(bar, StringComparison.Ordinal);
                if (
                    first > 0
                    && IsSite(text[..first], text[(first + bar.Length)..], bar == ": " ? [] : whole, sites)
                )
                {
                    text = text[(first + bar.Length)..].Trim();
                    again = true;
                    break;
                }
            }
        }

        return text;
    }

    /// <summary>
    /// A part is no part of the headline when the rest stands alone in another source, when it is the site's name with
    /// little else, or when it names the author.
    /// </summary>
    private static bool IsSite(string part, string rest, HashSet<string> whole, HashSet<string> sites)
    {
        const int Longest = 40;
        string foldedPart = Bylines.Folded(part);
        string foldedRest = Bylines.Folded(rest);
        return foldedRest.Length > 3
            && (
                whole.Contains(foldedRest)
                || sites.Contains(foldedPart)
                || (part.Length < Longest && sites.Any(site => IsMostly(foldedPart, site)))
                || (
                    rest.Length > 20
                    && part.TrimStart().StartsWith("by ", StringComparison.Ordinal)
                    && part.Length < Longest
                )
            );
    }

    /// <summary>Letters that may stand beside the site's name in the site's part: "Online", "International".</summary>
    private const int MostBeside = 12;

    /// <summary>"Example Times Online" is the site's name, "Example's new harbour opens" is not.</summary>
    private static bool IsMostly(string part, string site) =>
        site.Length > 3
        && part.Length <= site.Length + MostBeside
        && part.Contains(site, StringComparison.Ordinal);
}
