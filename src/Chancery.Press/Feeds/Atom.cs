namespace Chancery.Press.Feeds;

/// <summary>Atom (RFC 4287).</summary>
internal static class Atom
{
    private const string Namespace = "http://www.w3.org/2005/Atom";

    public static byte[] Of(SiteInput input, IReadOnlyList<FeedIssue> issues) =>
        Xml.Of(xml =>
        {
            xml.WriteStartElement("feed", Namespace);
            xml.WriteAttributeString("xml", "lang", null, "en");
            Element("id", FeedIssue.Urn(input.Watch.Id));
            Element("title", Xml.Clean(input.Watch.Name));
            Element("subtitle", Xml.Clean(input.Watch.Question));
            // RFC 4287, 4.2.15: required even where nothing was published yet.
            Element(
                "updated",
                Printed.Iso(issues.Count > 0 ? issues.Max(i => i.At) : DateTimeOffset.UnixEpoch)
            );
            Link("alternate", "text/html", Addresses.Absolute(input.Address, "index.html"));
            Link("self", "application/atom+xml", Addresses.Absolute(input.Address, "atom.xml"));
            xml.WriteStartElement("author", Namespace);
            Element("name", Xml.Clean(input.Watch.Name));
            xml.WriteEndElement();
            foreach (var issue in issues)
            {
                xml.WriteStartElement("entry", Namespace);
                Element("id", issue.Id);
                Element("title", Xml.Clean(issue.Issue.Title.Text));
                Element("published", Printed.Iso(issue.At));
                Element("updated", Printed.Iso(issue.At));
                Link("alternate", "text/html", issue.Address);
                Element("summary", Xml.Clean(issue.Issue.Dek.Text));
                xml.WriteStartElement("content", Namespace);
                xml.WriteAttributeString("type", "html");
                xml.WriteString(issue.Html);
                xml.WriteEndElement();
                xml.WriteEndElement();
            }
            xml.WriteEndElement();

            void Element(string name, string text) => xml.WriteElementString(name, Namespace, text);

            void Link(string rel, string type, string href)
            {
                xml.WriteStartElement("link", Namespace);
                xml.WriteAttributeString("rel", rel);
                xml.WriteAttributeString("type", type);
                xml.WriteAttributeString("href", href);
                xml.WriteEndElement();
            }
        });
}
