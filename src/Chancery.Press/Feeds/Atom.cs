namespace Chancery.Press.Feeds;

/// <summary>Atom (RFC 4287); what was taken back as a tombstone (RFC 6721).</summary>
internal static class Atom
{
    private const string Namespace = "http://www.w3.org/2005/Atom";
    private const string Tombstones = "http://purl.org/atompub/tombstones/1.0";

    public static byte[] Of(FeedHead feed, IReadOnlyList<FeedEntry> entries) =>
        Xml.Of(xml =>
        {
            xml.WriteStartElement("feed", Namespace);
            xml.WriteAttributeString("xml", "lang", null, "en");
            Element("id", feed.Urn());
            Element("title", Xml.Clean(feed.Title));
            Element("subtitle", Xml.Clean(feed.Subtitle));
            // RFC 4287, 4.2.15: required even where nothing was published yet.
            Element(
                "updated",
                Printed.Iso(
                    entries
                        .Select(entry => entry.Updated)
                        .Concat(feed.Withdrawn.Select(gone => gone.At))
                        .DefaultIfEmpty(DateTimeOffset.UnixEpoch)
                        .Max()
                )
            );
            Link("alternate", "text/html", feed.Absolute(feed.Page));
            Link("self", "application/atom+xml", feed.Absolute(feed.Path("atom.xml")));
            if (feed.Source.Watch.Press.Hub is { } hub)
                Link("hub", null, hub.AbsoluteUri);
            xml.WriteStartElement("author", Namespace);
            Element("name", Xml.Clean(feed.Source.Watch.Name));
            xml.WriteEndElement();
            foreach (var (id, at) in feed.Withdrawn)
            {
                xml.WriteStartElement("at", "deleted-entry", Tombstones);
                xml.WriteAttributeString("ref", id);
                xml.WriteAttributeString("when", Printed.Iso(at));
                xml.WriteEndElement();
            }
            foreach (var entry in entries)
            {
                xml.WriteStartElement("entry", Namespace);
                Element("id", entry.Id);
                Element("title", entry.Title);
                Element("published", Printed.Iso(entry.Published));
                Element("updated", Printed.Iso(entry.Updated));
                Link("alternate", "text/html", entry.Address);
                Element("summary", entry.Summary);
                xml.WriteStartElement("content", Namespace);
                xml.WriteAttributeString("type", "html");
                xml.WriteString(entry.Html);
                xml.WriteEndElement();
                xml.WriteEndElement();
            }
            xml.WriteEndElement();

            void Element(string name, string text) => xml.WriteElementString(name, Namespace, text);

            void Link(string rel, string? type, string href)
            {
                xml.WriteStartElement("link", Namespace);
                xml.WriteAttributeString("rel", rel);
                if (type is not null)
                    xml.WriteAttributeString("type", type);
                xml.WriteAttributeString("href", href);
                xml.WriteEndElement();
            }
        });
}
