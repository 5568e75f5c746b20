using System.Text;

namespace Chancery.Reading.Feeds;

/// <summary>Atom's text constructs (RFC 4287, 3.1; Atom 0.3's mode) and what RSS puts in their place, as HTML or as text.</summary>
internal static class TextConstruct
{
    /// <summary>The content as HTML, its links absolute; null where the element is empty.</summary>
    public static string? Html(Element element, string? from)
    {
        var form = Form(element);
        var html = Content(element, form);
        if (form == TextForm.Plain)
            html = Element.Escaped(html);
        html = Links.InMarkup(Mojibake.Repaired(html.Trim()), XmlFeed.Base(element, from));
        return html.Length == 0 ? null : html;
    }

    /// <summary>The content as text on one line, markup undone; null where the element is empty.</summary>
    public static string? Line(Element element)
    {
        var form = Form(element);
        var content = Mojibake.Repaired(Content(element, form));
        var line =
            form == TextForm.Plain || !Fragment.IsMarkup(content)
                ? string.Join(' ', content.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                : Fragment.Line(content);
        return line.Length == 0 ? null : line;
    }

    private static string Content(Element element, TextForm form) =>
        form switch
        {
            TextForm.Markup => Inner(element),
            TextForm.Base64 => Encoded(element.Text),
            _ => element.Text,
        };

    private enum TextForm
    {
        Plain,
        Escaped,
        Markup,
        Base64,
    }

    private static TextForm Form(Element element)
    {
        var type = element.Exactly("type")?.Trim().ToLowerInvariant();
        var mode = element.Exactly("mode")?.Trim().ToLowerInvariant();
        if (mode == "base64")
            return TextForm.Base64;
        if (element.HasChildren)
            return TextForm.Markup;
        if (mode == "escaped" || type is "html" or "text/html" or "xhtml")
            return TextForm.Escaped;
        // Atom 1.0: a type that is neither text nor XML is packed in base 64.
        if (
            element.Space == "atom"
            && type is not null
            && type.Contains('/', StringComparison.Ordinal)
            && !type.StartsWith("text/", StringComparison.Ordinal)
            && !type.EndsWith("xml", StringComparison.Ordinal)
        )
            return TextForm.Base64;
        return element.Space == "atom" ? TextForm.Plain : TextForm.Escaped;
    }

    /// <summary>Markup without the one division that Atom wraps it in; some wrap escaped HTML in one too.</summary>
    private static string Inner(Element element)
    {
        var type = element["type"]?.Trim().ToLowerInvariant();
        if (
            type is not ("xhtml" or "html")
            || element.Children.Count() != 1
            || element.Children.First() is not { Name: "div" } wrapper
        )
            return element.Markup;
        return type == "html" && !wrapper.HasChildren ? wrapper.Text : wrapper.Markup;
    }

    private static string Encoded(string text)
    {
        var bytes = Files.TransferCoding.Base64(Encoding.UTF8.GetBytes(text));
        return Encoding.UTF8.GetString(bytes);
    }
}
