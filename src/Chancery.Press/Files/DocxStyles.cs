using System.Xml;
using static Chancery.Press.Files.DocxIssue;

namespace Chancery.Press.Files;

/// <summary>The few styles of the document; sizes in half-points, spaces in twentieths of a point.</summary>
internal static class DocxStyles
{
    public static void Write(XmlWriter xml)
    {
        Open(xml, "styles");
        Element(
            xml,
            "docDefaults",
            inside: () =>
            {
                Element(
                    xml,
                    "rPrDefault",
                    inside: () =>
                        Element(
                            xml,
                            "rPr",
                            inside: () =>
                            {
                                Element(
                                    xml,
                                    "rFonts",
                                    inside: () =>
                                    {
                                        Attribute(xml, "ascii", "Georgia");
                                        Attribute(xml, "hAnsi", "Georgia");
                                    }
                                );
                                Element(xml, "sz", "22");
                                Element(xml, "lang", "en-GB");
                            }
                        )
                );
                Element(
                    xml,
                    "pPrDefault",
                    inside: () => Element(xml, "pPr", inside: () => Space(xml, before: "0", after: "160"))
                );
            }
        );
        Paragraph(xml, "Normal", "Normal", size: null);
        Paragraph(xml, "Title", "Title", size: "44", bold: true);
        Paragraph(xml, "Subtitle", "Subtitle", size: "26", italic: true);
        Paragraph(xml, "Heading1", "heading 1", size: "28", bold: true, outline: "0");
        Paragraph(xml, "Byline", "Byline", size: "18");
        Paragraph(xml, "FootnoteText", "footnote text", size: "18");
        Character(
            xml,
            "FootnoteReference",
            "footnote reference",
            () => Element(xml, "vertAlign", "superscript")
        );
        Character(xml, "Hyperlink", "Hyperlink", () => Element(xml, "u", "single"));
        xml.WriteEndElement();
    }

    private static void Paragraph(
        XmlWriter xml,
        string id,
        string name,
        string? size,
        bool bold = false,
        bool italic = false,
        string? outline = null
    ) =>
        Style(
            xml,
            "paragraph",
            id,
            name,
            () =>
            {
                if (outline is not null)
                    Element(
                        xml,
                        "pPr",
                        inside: () =>
                        {
                            Element(xml, "keepNext");
                            Space(xml, before: "320", after: "120");
                            Element(xml, "outlineLvl", outline);
                        }
                    );
                if (size is not null)
                    Element(
                        xml,
                        "rPr",
                        inside: () =>
                        {
                            if (bold)
                                Element(xml, "b");
                            if (italic)
                                Element(xml, "i");
                            Element(xml, "sz", size);
                        }
                    );
            }
        );

    private static void Character(XmlWriter xml, string id, string name, Action inside) =>
        Style(xml, "character", id, name, () => Element(xml, "rPr", inside: inside));

    private static void Style(XmlWriter xml, string type, string id, string name, Action inside) =>
        Element(
            xml,
            "style",
            inside: () =>
            {
                Attribute(xml, "type", type);
                if (id == "Normal")
                    Attribute(xml, "default", "1");
                Attribute(xml, "styleId", id);
                Element(xml, "name", name);
                inside();
            }
        );

    private static void Space(XmlWriter xml, string before, string after) =>
        Element(
            xml,
            "spacing",
            inside: () =>
            {
                Attribute(xml, "before", before);
                Attribute(xml, "after", after);
            }
        );
}
