using System.Globalization;
using System.Xml;

namespace Chancery.Press.Feeds;

/// <summary>RSS 2.0 (RSS Advisory Board, 2.0.11) with the content and Atom modules.</summary>
internal static class Rss
{
    private const string Content = "http://purl.org/rss/1.0/modules/content/";
    private const string AtomNamespace = "http://www.w3.org/2005/Atom";

    public static byte[] Of(FeedHead feed, IReadOnlyList<FeedEntry> entries) =>
        Xml.Of(xml =>
        {
            xml.WriteStartElement("rss");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteAttributeString("xmlns", "content", null, Content);
            xml.WriteAttributeString("xmlns", "atom", null, AtomNamespace);
            xml.WriteStartElement("channel");
            xml.WriteElementString("title", Xml.Clean(feed.Title));
            xml.WriteElementString("link", feed.Absolute(feed.Page));
            xml.WriteElementString("description", Xml.Clean(feed.Subtitle));
            xml.WriteElementString("language", "en");
            if (entries.Count > 0)
                xml.WriteElementString("lastBuildDate", Date(entries.Max(entry => entry.Updated)));
            if (feed.Source.Address is not null)
                Link(xml, "self", feed.Absolute(feed.Path("rss.xml")));
            if (feed.Source.Watch.Press.Hub is { } hub)
                Link(xml, "hub", hub.AbsoluteUri);
            foreach (var entry in entries)
                Item(xml, entry);
            xml.WriteEndElement();
            xml.WriteEndElement();
        });

    private static void Link(XmlWriter xml, string rel, string href)
    {
        xml.WriteStartElement("link", AtomNamespace);
        xml.WriteAttributeString("href", href);
        xml.WriteAttributeString("rel", rel);
        if (rel == "self")
            xml.WriteAttributeString("type", "application/rss+xml");
        xml.WriteEndElement();
    }

    private static void Item(XmlWriter xml, FeedEntry entry)
    {
        xml.WriteStartElement("item");
        xml.WriteElementString("title", entry.Title);
        xml.WriteElementString("link", entry.Address);
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString(entry.Id);
        xml.WriteEndElement();
        xml.WriteElementString("pubDate", Date(entry.Published));
        if (entry.Updated != entry.Published)
            xml.WriteElementString("updated", AtomNamespace, Printed.Iso(entry.Updated));
        xml.WriteElementString("description", entry.Summary);
        xml.WriteElementString("encoded", Content, entry.Html);
        xml.WriteEndElement();
    }

    /// <summary>RFC 822, with the four-digit year that RSS asks for.</summary>
    private static string Date(DateTimeOffset at) =>
        at.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture) + " +0000";
}
