using Chancery.Terms;

namespace Chancery.Reading.Feeds;

/// <summary>What a channel says of itself.</summary>
internal sealed class FeedFields(Element channel, string? from)
{
    /// <summary>Where feeds put what they say of themselves, the usual place first.</summary>
    private static readonly (string Space, string Name)[] Descriptions =
    [
        ("atom", "subtitle"),
        ("atom", "tagline"),
        ("", "tagline"),
        ("", "description"),
        ("rdf", "description"),
        ("", "abstract"),
        ("itunes", "summary"),
        ("dc", "description"),
        ("itunes", "subtitle"),
        ("atom", "info"),
        ("feedburner", "browserfriendly"),
    ];

    public Feed Feed(string? address)
    {
        var title = First(["", "atom", "rdf"], "title") ?? First(["dc", "itunes", "media"], "title");
        var description = Descriptions
            .Select(name => channel.Child(name.Space, name.Name))
            .FirstOrDefault(element => element is not null && TextConstruct.Html(element, from) is not null);
        return new Feed
        {
            Address = address,
            Id = First(["", "atom"], "id")?.Text.Trim() is { } id
                ? Links.Absolute(id, from)
                : channel["about"] ?? "",
            Title = title is null ? null : TextConstruct.Line(title),
            Summary = description is null ? null : TextConstruct.Html(description, from),
            Link = EntryLinks.Of(channel, from).Page ?? channel["href"],
            Language =
                First([""], "language")?.Text.Trim()
                ?? First(["dc"], "language")?.Text.Trim()
                ?? XmlFeed.Nearest(title ?? description ?? channel),
            Published = Dates.Last(
                channel,
                ("", "pubdate"),
                ("atom", "published"),
                ("atom", "issued"),
                ("dcterms", "issued"),
                ("dcterms", "created")
            ),
            Updated =
                Dates.Last(
                    channel,
                    ("atom", "updated"),
                    ("atom", "modified"),
                    ("", "lastbuilddate"),
                    ("dcterms", "modified"),
                    ("dc", "date")
                ) ?? Dates.Of(channel["lastmod"]),
            Authors = People.In(channel, ["author", "managingeditor", "creator", "owner"], from),
            Categories = Categories.Of(channel),
        };
    }

    private Element? First(ReadOnlySpan<string> spaces, string name)
    {
        foreach (var space in spaces)
            if (channel.Child(space, name) is { } element && element.Text.AsSpan().Trim().Length > 0)
                return element;
        return null;
    }
}
