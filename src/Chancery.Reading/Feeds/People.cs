using System.Text.RegularExpressions;
using Chancery.Terms;

namespace Chancery.Reading.Feeds;

/// <summary>Who a feed or an entry names as its authors: "mail (Name)", "Name (mail)", "Name &lt;mail&gt;", or Atom's parts.</summary>
internal static partial class People
{
    /// <param name="element">A channel or an item.</param>
    /// <param name="names">The elements that name people, the telling ones first: later ones only serve where those are silent.</param>
    /// <param name="from">What relative addresses start from.</param>
    public static IReadOnlyList<FeedPerson> In(Element element, ReadOnlySpan<string> names, string? from)
    {
        foreach (var name in names)
        {
            var people = element
                .Children.Where(child =>
                    child.Name == name
                    && child.Space is "" or "atom" or "dc" or "itunes"
                    && child.Name == name
                )
                .OrderBy(child => child.Space == "itunes")
                .Select(child => Person(child, from))
                .OfType<FeedPerson>()
                .Distinct()
                .ToList();
            if (people.Count > 0)
                return people;
        }
        return [];
    }

    private static FeedPerson? Person(Element element, string? from)
    {
        if (!element.HasChildren)
            return Parse(element.Text);
        string? Of(params ReadOnlySpan<string> names)
        {
            foreach (var child in element.Children)
                if (names.Contains(child.Name) && child.Text.Trim() is { Length: > 0 } text)
                    return text;
            return null;
        }
        var (name, mail) = (Of("name"), Of("email"));
        var page = Of("uri", "url", "homepage", "href") is { } address
            ? Links.Absolute(address, XmlFeed.Base(element, from))
            : null;
        return name is null && mail is null && page is null ? null : new(name ?? "", mail, page);
    }

    private static FeedPerson? Parse(string text)
    {
        text = text.Trim();
        var match = Mail().Match(text);
        if (!match.Success)
            return text.Length == 0 ? null : new(text, null, null);
        var name = text.Remove(match.Index, match.Length)
            .Replace("mailto:", "", StringComparison.OrdinalIgnoreCase);
        name = Empty().Replace(name, "").Trim();
        if (name is ['(', .. var inner, ')'])
            name = inner;
        return new(name.Trim(' ', '-', ',', ';'), match.Value, null);
    }

    [GeneratedRegex(@"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")]
    private static partial Regex Mail();

    [GeneratedRegex(@"\(\s*\)|<\s*>|\[\s*\]")]
    private static partial Regex Empty();
}
