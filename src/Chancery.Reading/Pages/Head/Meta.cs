using AngleSharp.Dom;

namespace Chancery.Reading.Pages.Head;

/// <summary>What a page's <c>meta</c>, <c>link</c> and <c>title</c> elements say; the first of a name counts, lists keep all.</summary>
internal sealed class Meta
{
    private readonly Dictionary<string, List<string>> values = new(StringComparer.OrdinalIgnoreCase);

    public string? Title { get; private set; }

    public string? Canonical { get; private set; }

    public string? Language { get; private set; }

    public static Meta Of(IDocument document)
    {
        var meta = new Meta { Language = document.DocumentElement?.GetAttribute("lang") };
        if (document.Head is { } head)
        {
            meta.Add(head);
        }

        // Sloppy markup ends the head early: the rest of its elements then open the body.
        if (document.Body is { } body && meta.values.Count < 4)
        {
            meta.Add(body);
        }

        return meta;
    }

    /// <summary>The first value that any of the names has, in the names' order.</summary>
    public string? First(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (values.TryGetValue(name, out List<string>? found))
            {
                return found[0];
            }
        }

        return null;
    }

    public IReadOnlyList<string> All(string name) =>
        values.TryGetValue(name, out List<string>? found) ? found : [];

    private void Add(IElement parent)
    {
        foreach (INode node in parent.ChildNodes)
        {
            if (node is IElement element)
            {
                Element(element);
            }
        }
    }

    private void Element(IElement element)
    {
        switch (element.LocalName)
        {
            case "title":
                Title ??= element.TextContent.Trim();
                break;
            case "link" when element.GetAttribute("rel") == "canonical":
                Canonical ??= element.GetAttribute("href");
                break;
            case "meta":
                string? name =
                    element.GetAttribute("property")
                    ?? element.GetAttribute("name")
                    ?? element.GetAttribute("itemprop");
                string? content = element.GetAttribute("content")?.Trim();
                if (!string.IsNullOrEmpty(name) && !string.IsNullOrEmpty(content))
                {
                    if (!values.TryGetValue(name, out List<string>? list))
                    {
                        values[name] = list = [];
                    }

                    list.Add(content);
                }

                break;
            default:
                break;
        }
    }
}
