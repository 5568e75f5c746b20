using System.Globalization;
using System.Xml;

namespace Chancery.Press.Feeds;

/// <summary>RSS 2.0 (RSS Advisory Board, 2.0.11) with the content and Atom modules.</summary>
internal static class Rss
{
    private const string Content = "http://purl.org/rss/1.0/modules/content/";
    private const string AtomNamespace = "http://www.w3.org/2005/Atom";

    public static byte[] Of(SiteInput input, IReadOnlyList<FeedIssue> issues) =>
        Xml.Of(xml =>
        {
            xml.WriteStartElement("rss");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteAttributeString("xmlns", "content", null, Content);
            xml.WriteAttributeString("xmlns", "atom", null, AtomNamespace);
            xml.WriteStartElement("channel");
            xml.WriteElementString("title", Xml.Clean(input.Watch.Name));
            xml.WriteElementString("link", Addresses.Absolute(input.Address, "index.html"));
            xml.WriteElementString("description", Xml.Clean(input.Watch.Question));
            xml.WriteElementString("language", "en");
            if (issues.Count > 0)
                xml.WriteElementString("lastBuildDate", Date(issues.Max(i => i.At)));
            if (input.Address is { } site)
            {
                xml.WriteStartElement("link", AtomNamespace);
                xml.WriteAttributeString("href", Addresses.Absolute(site, "rss.xml"));
                xml.WriteAttributeString("rel", "self");
                xml.WriteAttributeString("type", "application/rss+xml");
                xml.WriteEndElement();
            }
            foreach (var issue in issues)
                Item(xml, issue);
            xml.WriteEndElement();
            xml.WriteEndElement();
        });

    private static void Item(XmlWriter xml, FeedIssue issue)
    {
        xml.WriteStartElement("item");
        xml.WriteElementString("title", Xml.Clean(issue.Issue.Title.Text));
        xml.WriteElementString("link", issue.Address);
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString(issue.Id);
        xml.WriteEndElement();
        xml.WriteElementString("pubDate", Date(issue.At));
        xml.WriteElementString("description", Xml.Clean(issue.Issue.Dek.Text));
        xml.WriteElementString("encoded", Content, issue.Html);
        xml.WriteEndElement();
    }

    /// <summary>RFC 822, with the four-digit year that RSS asks for.</summary>
    private static string Date(DateTimeOffset at) =>
        at.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture) + " +0000";
}
