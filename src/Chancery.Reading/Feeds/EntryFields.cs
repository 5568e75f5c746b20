using Chancery.Terms;

namespace Chancery.Reading.Feeds;

/// <summary>What an item or entry says, in whichever vocabulary.</summary>
internal sealed class EntryFields(Element item, string? from)
{
    public Entry Entry()
    {
        var title = Titled();
        var people = People.In(item, ["author", "creator"], from);
        var (page, enclosures) = EntryLinks.Of(item, from);
        var guid =
            item.Child("", "guid")
            ?? item.Child("atom", "id")
            ?? item.Child("", "id")
            ?? item.Child("dc", "identifier");
        var id = guid?.Text.Trim() ?? item["about"] ?? "";
        var (summary, content) = Texts();
        return new Entry
        {
            Id =
                guid?.Name == "id" && id.Contains('/', StringComparison.Ordinal)
                    ? Links.Absolute(id, XmlFeed.Base(guid, from))
                    : id,
            Link =
                item.Child("feedburner", "origlink")?.Text.Trim()
                ?? page
                ?? Permalink(guid, id)
                ?? item["href"]
                ?? item["about"],
            Title = title is null ? null : TextConstruct.Line(title),
            Summary = summary,
            Content = content,
            People = people,
            Authors = [.. people.Select(person => person.Name).Where(name => name.Length > 0)],
            Categories = Categories.Of(item),
            Published = Dates.Last(
                item,
                ("", "pubdate"),
                ("atom", "published"),
                ("atom", "issued"),
                ("dcterms", "issued"),
                ("dcterms", "created"),
                ("atom", "created")
            ),
            Updated =
                Dates.Last(
                    item,
                    ("atom", "updated"),
                    ("atom", "modified"),
                    ("dcterms", "modified"),
                    ("dc", "date")
                ) ?? Dates.Of(item["lastmod"]),
            Language = Language(title),
            Source = Source(out var sourceAddress),
            SourceAddress = sourceAddress,
            Enclosures = enclosures,
        };
    }

    private Element? Titled() =>
        Filled(("", "title"))
        ?? Filled(("atom", "title"))
        ?? Filled(("rdf", "title"))
        ?? Filled(("dc", "title"))
        ?? Filled(("media", "title"))
        ?? Filled(("itunes", "title"));

    private Element? Filled((string Space, string Name) of)
    {
        foreach (var child in item.Children)
            if (child.Is(of.Space, of.Name) && (child.HasChildren || child.Text.AsSpan().Trim().Length > 0))
                return child;
        return null;
    }

    /// <summary>Summary and content. RSS knows a description only: of two texts without a name of their own, the second is the content.</summary>
    private (string? Summary, string? Content) Texts()
    {
        var content = Html(
            ("content", "encoded"),
            ("atom", "content"),
            ("xhtml", "body"),
            ("xhtml", "div"),
            ("", "fullitem"),
            ("", "fulltext"),
            ("", "full-text"),
            ("", "body"),
            ("", "content")
        );
        var own = item
            .Children.Where(child => child.Is("", "description") || child.Is("", "summary"))
            .Select(child => TextConstruct.Html(child, from))
            .OfType<string>()
            .Take(2)
            .ToList();
        var summary = Html(("atom", "summary")) ?? (own.Count > 0 ? own[0] : null);
        summary ??= Html(
            ("rdf", "description"),
            ("", "abstract"),
            ("dcterms", "abstract"),
            ("dc", "description"),
            ("itunes", "summary"),
            ("media", "description"),
            ("itunes", "subtitle")
        );
        return (summary, content ?? (own.Count > 1 ? own[1] : null));
    }

    private string? Html(params ReadOnlySpan<(string, string)> names)
    {
        foreach (var name in names)
            if (Filled(name) is { } element && TextConstruct.Html(element, from) is { } html)
                return html;
        return null;
    }

    /// <summary>A guid is the entry's page unless it says that it is not (RSS 2.0).</summary>
    private static string? Permalink(Element? guid, string id) =>
        guid is { Name: "guid" or "id" }
        && guid["isPermaLink"]?.Trim().Equals("false", StringComparison.OrdinalIgnoreCase) != true
        && id.StartsWith("http", StringComparison.OrdinalIgnoreCase)
            ? id
            : null;

    private string? Language(Element? title)
    {
        if (item.Child("dc", "language")?.Text.Trim() is { Length: > 0 } language)
            return language;
        var text =
            Filled(("atom", "content"))
            ?? Filled(("content", "encoded"))
            ?? Filled(("atom", "summary"))
            ?? Filled(("", "description"))
            ?? title
            ?? item;
        return XmlFeed.Nearest(text);
    }

    private string? Source(out string? address)
    {
        address = null;
        if (
            (item.Child("", "source") ?? item.Child("atom", "source") ?? item.Child("dc", "source"))
            is not { } source
        )
            return null;
        address = source["url"] ?? (source.Space == "atom" ? EntryLinks.Of(source, from).Page : null);
        var title = source.Child("atom", "title");
        return title is not null ? TextConstruct.Line(title)
            : source.Space == "atom" ? null
            : TextConstruct.Line(source);
    }
}
