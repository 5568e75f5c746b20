using System.IO.Compression;
using System.Xml;
using Chancery.Press.Feeds;
using Chancery.Terms;

namespace Chancery.Press.Files;

/// <summary>
/// An issue as a Word document (ISO/IEC 29500, transitional): real headings, real footnotes with the words and the way to
/// the original. The smallest package that Word and LibreOffice take without repairing it.
/// </summary>
public static class DocxIssue
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <summary>A zip entry's earliest day: the same issue gives the same bytes.</summary>
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="issue">The issue or draft.</param>
    /// <param name="watch">Its watch, for headings and the outlets' names.</param>
    /// <param name="article">Finds the cited articles.</param>
    public static byte[] Write(Issue issue, Watch watch, Func<ArticleId, Article?> article)
    {
        var body = new DocxBody(issue, watch, Notes.Of(issue, watch, article));
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(zip, "[Content_Types].xml", ContentTypes);
            Part(zip, "_rels/.rels", xml => Related(xml, [("officeDocument", "word/document.xml", false)]));
            Part(zip, "word/document.xml", body.Document);
            Part(zip, "word/footnotes.xml", body.Footnotes);
            Part(zip, "word/styles.xml", DocxStyles.Write);
            Part(
                zip,
                "word/_rels/document.xml.rels",
                xml => Related(xml, [("styles", "styles.xml", false), ("footnotes", "footnotes.xml", false)])
            );
            Part(
                zip,
                "word/_rels/footnotes.xml.rels",
                xml => Related(xml, [.. body.Links.Select(link => ("hyperlink", link, true))])
            );
        }
        return memory.ToArray();
    }

    internal static void Open(XmlWriter xml, string name)
    {
        xml.WriteStartElement("w", name, Word);
        xml.WriteAttributeString("xmlns", "r", null, Relations);
    }

    internal static void Element(XmlWriter xml, string name, string? value = null, Action? inside = null)
    {
        xml.WriteStartElement("w", name, Word);
        if (value is not null)
            xml.WriteAttributeString("w", "val", Word, value);
        inside?.Invoke();
        xml.WriteEndElement();
    }

    internal static void Attribute(XmlWriter xml, string name, string value) =>
        xml.WriteAttributeString("w", name, Word, value);

    internal static void Run(XmlWriter xml, string text, string? style = null) =>
        Element(
            xml,
            "r",
            inside: () =>
            {
                if (style is not null)
                    Element(xml, "rPr", inside: () => Element(xml, "rStyle", style));
                Element(
                    xml,
                    "t",
                    inside: () =>
                    {
                        xml.WriteAttributeString("xml", "space", null, "preserve");
                        xml.WriteString(Xml.Clean(text.ReplaceLineEndings(" ")));
                    }
                );
            }
        );

    internal static void Link(XmlWriter xml, int relation, string text)
    {
        xml.WriteStartElement("w", "hyperlink", Word);
        xml.WriteAttributeString("r", "id", Relations, $"r{relation}");
        Run(xml, text, "Hyperlink");
        xml.WriteEndElement();
    }

    private static void Part(ZipArchive zip, string path, Action<XmlWriter> write)
    {
        var entry = zip.CreateEntry(path);
        entry.LastWriteTime = Epoch;
        using var stream = entry.Open();
        stream.Write(Xml.Flat(write));
    }

    private static void ContentTypes(XmlWriter xml)
    {
        const string types = "http://schemas.openxmlformats.org/package/2006/content-types";
        const string word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
        xml.WriteStartElement("Types", types);
        foreach (
            var (ending, type) in new[]
            {
                ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
                ("xml", "application/xml"),
            }
        )
        {
            xml.WriteStartElement("Default", types);
            xml.WriteAttributeString("Extension", ending);
            xml.WriteAttributeString("ContentType", type);
            xml.WriteEndElement();
        }
        foreach (
            var (part, type) in new[]
            {
                ("document", "document.main"),
                ("styles", "styles"),
                ("footnotes", "footnotes"),
            }
        )
        {
            xml.WriteStartElement("Override", types);
            xml.WriteAttributeString("PartName", $"/word/{part}.xml");
            xml.WriteAttributeString("ContentType", $"{word}{type}+xml");
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void Related(
        XmlWriter xml,
        IReadOnlyList<(string Type, string Target, bool Outside)> targets
    )
    {
        xml.WriteStartElement("Relationships", Package);
        foreach (var ((type, target, outside), i) in targets.Select((target, i) => (target, i)))
        {
            xml.WriteStartElement("Relationship", Package);
            xml.WriteAttributeString("Id", $"r{i + 1}");
            xml.WriteAttributeString("Type", $"{Relations}/{type}");
            xml.WriteAttributeString("Target", target);
            if (outside)
                xml.WriteAttributeString("TargetMode", "External");
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }
}
