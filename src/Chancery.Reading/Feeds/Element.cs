using System.Text;

namespace Chancery.Reading.Feeds;

/// <summary>An element of a feed, however broken its XML was. Names are lower case: feeds are careless with theirs.</summary>
/// <param name="space">Our short name of its namespace ("atom", "dc"); empty for RSS and for none.</param>
/// <param name="name">Its local name, lower case.</param>
/// <param name="written">Its name as written, without the prefix of a namespace of ours.</param>
/// <param name="parent">The element around it; null for the document.</param>
internal sealed class Element(string space, string name, string written, Element? parent)
{
    /// <summary>Text and elements in their order.</summary>
    private readonly List<(string? Text, Element? Element)> nodes = [];

    public string Space => space;
    public string Name => name;
    public string Written => written;
    public Element? Parent => parent;
    public int Depth { get; } = parent is null ? 0 : parent.Depth + 1;

    /// <summary>Attributes as written ("xml:base"), values decoded.</summary>
    public IReadOnlyList<(string Name, string Value)> Attributes { get; init; } = [];

    public IEnumerable<Element> Children =>
        nodes.Where(node => node.Element is not null).Select(node => node.Element!);

    public bool HasChildren => nodes.Exists(node => node.Element is not null);

    public void Add(string text) => nodes.Add((text, null));

    public void Add(Element child) => nodes.Add((null, child));

    /// <summary>An attribute by its whole name ("xml:lang"); null where there is none.</summary>
    public string? Exactly(string attribute)
    {
        foreach (var (written, value) in Attributes)
            if (written.Equals(attribute, StringComparison.OrdinalIgnoreCase))
                return value;
        return null;
    }

    public bool Is(string itsSpace, string itsName) => name == itsName && space == itsSpace;

    /// <summary>An attribute by its local name, whatever its prefix and case; null where there is none.</summary>
    public string? this[string attribute]
    {
        get
        {
            if (Exactly(attribute) is { } exact)
                return exact;
            foreach (var (written, value) in Attributes)
                if (
                    written.EndsWith(attribute, StringComparison.OrdinalIgnoreCase)
                    && written.Length > attribute.Length
                    && written[^(attribute.Length + 1)] == ':'
                )
                    return value;
            return null;
        }
    }

    public Element? Child(string itsSpace, string itsName) =>
        Children.FirstOrDefault(child => child.Is(itsSpace, itsName));

    /// <summary>The text in it and in what it holds.</summary>
    public string Text
    {
        get
        {
            if (nodes is [(string only, null)])
                return only;
            var text = new StringBuilder();
            Write(text, this);
            return text.ToString();

            static void Write(StringBuilder text, Element element)
            {
                foreach (var (words, child) in element.nodes)
                    if (child is null)
                        text.Append(words);
                    else
                        Write(text, child);
            }
        }
    }

    /// <summary>Its content as HTML: what it holds is written out again, its text escaped.</summary>
    public string Markup
    {
        get
        {
            var html = new StringBuilder();
            foreach (var node in nodes)
                Write(html, node);
            return html.ToString();
        }
    }

    private static void Write(StringBuilder html, (string? Text, Element? Element) node)
    {
        if (node.Element is not { } element)
        {
            html.Append(Escaped(node.Text!));
            return;
        }
        html.Append('<').Append(element.Written);
        foreach (var (name, value) in element.Attributes)
            if (
                !name.StartsWith("xmlns", StringComparison.Ordinal)
                && !name.StartsWith("xml:", StringComparison.Ordinal)
            )
                html.Append(' ')
                    .Append(name)
                    .Append("=\"")
                    .Append(Escaped(value).Replace("\"", "&quot;", StringComparison.Ordinal))
                    .Append('"');
        if (element.nodes.Count == 0 && IsVoid(element.Name))
        {
            html.Append(" />");
            return;
        }
        html.Append('>');
        foreach (var inner in element.nodes)
            Write(html, inner);
        html.Append("</").Append(element.Written).Append('>');
    }

    public static string Escaped(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);

    private static bool IsVoid(string name) =>
        name
            is "area"
                or "base"
                or "br"
                or "col"
                or "embed"
                or "hr"
                or "img"
                or "input"
                or "link"
                or "meta"
                or "param"
                or "source"
                or "track"
                or "wbr";
}
