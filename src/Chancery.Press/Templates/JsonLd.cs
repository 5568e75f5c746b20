using System.Text.Json;
using System.Text.Json.Nodes;
using Chancery.Terms;

namespace Chancery.Press.Templates;

/// <summary>The issue as a schema.org NewsArticle whose citations are the articles behind it.</summary>
internal static class JsonLd
{
    /// <summary>
    /// A data block (HTML: a script element whose type is no script). The serializer escapes &lt;, &gt; and &amp;, so that
    /// nothing in the issue can close it.
    /// </summary>
    public static string Of(Issue issue, Notes notes, Uri? site)
    {
        var articles = notes
            .All.OfType<Note.Words>()
            .Where(n => n.Source is not null)
            .DistinctBy(n => n.Source!.Id);
        var json = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "NewsArticle",
            ["headline"] = issue.Title.Text,
            ["description"] = issue.Dek.Text,
            ["isPartOf"] = new JsonObject { ["@type"] = "Periodical", ["name"] = issue.Name },
            ["citation"] = new JsonArray([.. articles.Select(n => Article(n.Source!, n.Outlet))]),
        };
        if (issue.Approved is { } approved)
        {
            json["datePublished"] = Printed.Iso(issue.Release ?? approved.At);
            if (issue.Corrections.Count > 0)
            {
                json["dateModified"] = Printed.Iso(issue.Corrections[^1].At);
                json["correction"] = new JsonArray([
                    .. issue.Corrections.Select(correction =>
                        (JsonNode)
                            new JsonObject
                            {
                                ["@type"] = "CorrectionComment",
                                ["datePublished"] = Printed.Iso(correction.At),
                                ["text"] = correction.Text,
                            }
                    ),
                ]);
            }
            json["editor"] = new JsonObject { ["@type"] = "Person", ["name"] = approved.By };
        }
        if (site is not null && issue.Picture is { } picture)
            json["image"] = Addresses.Absolute(site, Addresses.PathOf(picture));
        if (site is not null)
            json["url"] = Addresses.Absolute(site, Addresses.PathOf(issue));
        return $"""<script type="application/ld+json">{json.ToJsonString(JsonSerializerOptions.Default)}</script>""";
    }

    private static JsonObject Article(Article source, string outlet)
    {
        var json = new JsonObject
        {
            ["@type"] = "NewsArticle",
            ["headline"] = source.Headline,
            ["publisher"] = new JsonObject { ["@type"] = "Organization", ["name"] = outlet },
        };
        if (Addresses.Outward(source.Address) is { } address)
            json["url"] = address;
        if (source.Published is { } published)
            json["datePublished"] = published.Day.ToString(
                "yyyy-MM-dd",
                System.Globalization.CultureInfo.InvariantCulture
            );
        return json;
    }
}
