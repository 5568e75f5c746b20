using Chancery.Terms;

namespace Chancery.Reading.Feeds;

/// <summary>The feed that an XML document holds, by the names of its elements: versions and namespaces are often mixed.</summary>
internal static class XmlFeed
{
    /// <summary>Entries of one feed; whole archives of blogs have some thousands.</summary>
    private const int MaxEntries = 20_000;

    public static Feed? Read(Element document, string? address)
    {
        var root = Root(document);
        if (root is null)
            return null;
        // RSS keeps its items in the channel, RSS 1.0 beside it, and broken feeds in either.
        var channel =
            root.Name == "channel"
                ? root
                : root.Children.FirstOrDefault(child => child.Name is "channel" && child.Space is "" or "rdf")
                    ?? root;
        var items = root
            .Children.Concat(ReferenceEquals(channel, root) ? [] : channel.Children)
            .Where(IsEntry)
            .ToList();
        if (items.Count == 0)
            items = [.. Descendants(root).Where(IsEntry)];
        if (items.Count == 0 && ReferenceEquals(channel, root) && root.Name is not ("feed" or "channel"))
            return root.Name is "rss" or "rdf" ? new Feed { Address = address } : null;
        var feed = new FeedFields(channel, Base(channel, address)).Feed(address);
        var entries = items
            .Take(MaxEntries)
            .Select(item => new EntryFields(item, Base(item, address ?? feed.Link)).Entry())
            .ToList();
        return feed with { Entries = entries };
    }

    private static Element? Root(Element document)
    {
        foreach (var child in document.Children)
        {
            if (child.Name is "rss" or "rdf" or "feed" || child.Name == "channel")
                return child;
            if (child.Children.FirstOrDefault(inner => inner.Name is "rss" or "rdf" or "feed") is { } inside)
                return inside;
        }
        return null;
    }

    private static bool IsEntry(Element element) =>
        element.Name is "item" && element.Space is "" or "rdf"
        || element.Is("atom", "entry")
        || element.Is("", "entry");

    private static IEnumerable<Element> Descendants(Element element) =>
        element.Children.SelectMany(child => Descendants(child).Prepend(child));

    /// <summary>The language in force at an element; null where none is, or where an empty one takes it back.</summary>
    internal static string? Nearest(Element? element)
    {
        for (; element is not null; element = element.Parent)
            if (element.Exactly("xml:lang") is { } language)
                return language.Length == 0 ? null : language.Replace('_', '-');
        return null;
    }

    /// <summary>The address that relative links in an element start from (xml:base; CDF's BASE).</summary>
    internal static string? Base(Element? element, string? address)
    {
        if (element is null)
            return address;
        var outer = Base(element.Parent, address);
        var own =
            element.Exactly("xml:base")
            ?? (element.Name is "channel" or "item" ? element.Exactly("base") : null);
        return string.IsNullOrEmpty(own) ? outer : Links.Absolute(own.Trim(), outer);
    }
}
