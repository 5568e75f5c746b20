using Chancery.Press.Feeds;

namespace Chancery.Press;

/// <summary>The pages for search engines (sitemaps.org 0.9): drafts are not among them.</summary>
internal static class Sitemap
{
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public static byte[] Of(Uri site, IEnumerable<IssueCard> issues, IEnumerable<string> standing) =>
        Xml.Of(xml =>
        {
            xml.WriteStartElement("urlset", Namespace);
            foreach (var page in standing)
                Url(page, null);
            foreach (var issue in issues.Where(i => i.Approved is not null))
                Url(Addresses.PathOf(issue.Week), issue.Changed);
            xml.WriteEndElement();

            void Url(string path, DateTimeOffset? changed)
            {
                xml.WriteStartElement("url", Namespace);
                xml.WriteElementString("loc", Namespace, Addresses.Absolute(site, path));
                if (changed is { } at)
                    xml.WriteElementString("lastmod", Namespace, Printed.Iso(at));
                xml.WriteEndElement();
            }
        });
}
