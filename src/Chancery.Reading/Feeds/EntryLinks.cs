using System.Globalization;
using Chancery.Terms;

namespace Chancery.Reading.Feeds;

/// <summary>The links of a feed or an entry: the page, and the files it carries.</summary>
internal static class EntryLinks
{
    public static (string? Page, IReadOnlyList<Enclosure> Enclosures) Of(Element element, string? from)
    {
        string? page = null;
        string? alternate = null;
        var isHtml = false;
        var enclosures = new List<Enclosure>();
        foreach (var child in element.Children)
        {
            if (child.Is("", "enclosure") && (child["url"] ?? child["href"]) is { } file)
                enclosures.Add(new(Links.Absolute(file, from), child["type"], Length(child)));
            if (child.Name != "link" || child.Space is not ("" or "atom" or "rdf"))
                continue;
            var address = child["href"];
            if (address is null)
            {
                if (child["rel"] is { } said && said != "alternate")
                    continue;
                if (child.Text.Trim() is { Length: > 0 } text)
                    page ??= Links.Absolute(text, XmlFeed.Base(child, from));
                continue;
            }
            address = Links.Absolute(address, XmlFeed.Base(child, from));
            var relation = child["rel"]?.Trim().ToLowerInvariant() ?? "alternate";
            if (relation == "enclosure")
                enclosures.Add(new(address, child["type"], Length(child)));
            if (relation is not ("alternate" or "http://www.iana.org/assignments/relation/alternate"))
                continue;
            var itsHtml = child["type"] is null or "text/html" or "application/xhtml+xml";
            if (alternate is null || itsHtml && !isHtml)
                (alternate, isHtml) = (address, itsHtml);
        }
        return (element.Space == "atom" ? alternate ?? page : page ?? alternate, enclosures);
    }

    private static long? Length(Element element) =>
        long.TryParse(
            element["length"]?.Trim(),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var length
        )
            ? length
            : null;
}
