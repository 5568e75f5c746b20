namespace Chancery.Reading.Pages.Tree;

/// <summary>The elements that matter to reading an article; the rest are blocks or inline.</summary>
internal enum Tag : byte
{
    Block,
    Inline,
    Skipped,
    Break,
    Link,
    Body,
    Main,
    Article,
    Section,
    Paragraph,
    Heading1,
    Heading2,
    Heading3,
    Heading4,
    Heading5,
    Heading6,
    Item,
    List,
    Quotation,
    Preformatted,
    Table,
    Row,
    Cell,
    Figure,
    Caption,
    Aside,
    Navigation,
    Header,
    Footer,
    Form,
    Button,
    Time,
    Image,
}

internal static class Tags
{
    /// <summary>A switch, not a dictionary: code made ahead of time knows no dictionary of our own values.</summary>
    public static Tag Of(string localName) =>
        localName switch
        {
            "script"
            or "style"
            or "noscript"
            or "template"
            or "svg"
            or "math"
            or "iframe"
            or "object"
            or "embed"
            or "select"
            or "textarea"
            or "input"
            or "video"
            or "audio"
            or "canvas"
            or "map"
            or "link"
            or "meta"
            or "title"
            or "rp"
            or "rt"
            or "source" => Tag.Skipped,
            "br" => Tag.Break,
            "a" => Tag.Link,
            "body" => Tag.Body,
            "main" => Tag.Main,
            "article" => Tag.Article,
            "section" => Tag.Section,
            "p" => Tag.Paragraph,
            "h1" => Tag.Heading1,
            "h2" => Tag.Heading2,
            "h3" => Tag.Heading3,
            "h4" => Tag.Heading4,
            "h5" => Tag.Heading5,
            "h6" => Tag.Heading6,
            "li" or "dd" or "dt" => Tag.Item,
            "ul" or "ol" or "dl" => Tag.List,
            "blockquote" => Tag.Quotation,
            "pre" => Tag.Preformatted,
            "table" => Tag.Table,
            "tr" => Tag.Row,
            "td" or "th" => Tag.Cell,
            "figure" => Tag.Figure,
            "figcaption" or "caption" => Tag.Caption,
            "aside" => Tag.Aside,
            "nav" or "menu" => Tag.Navigation,
            "header" => Tag.Header,
            "footer" => Tag.Footer,
            "form" or "fieldset" or "dialog" => Tag.Form,
            "button" => Tag.Button,
            "time" => Tag.Time,
            "img" => Tag.Image,
            "span"
            or "b"
            or "strong"
            or "i"
            or "em"
            or "u"
            or "s"
            or "strike"
            or "del"
            or "ins"
            or "sub"
            or "sup"
            or "small"
            or "big"
            or "font"
            or "mark"
            or "abbr"
            or "acronym"
            or "cite"
            or "q"
            or "code"
            or "kbd"
            or "samp"
            or "var"
            or "label"
            or "bdi"
            or "bdo"
            or "tt"
            or "data"
            or "dfn"
            or "ruby"
            or "rb"
            or "wbr"
            or "nobr"
            or "picture" => Tag.Inline,
            _ => Tag.Block,
        };

    public static bool IsHeading(this Tag tag) => tag is >= Tag.Heading1 and <= Tag.Heading6;
}
