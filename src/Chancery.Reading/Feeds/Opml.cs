using System.Text;
using Chancery.Reading.Files;
using Chancery.Terms;

namespace Chancery.Reading.Feeds;

/// <summary>Lists of feeds (OPML 2.0), as Miniflux, FreshRSS, Feedly, NetNewsWire and others write them.</summary>
public static class Opml
{
    /// <summary>Never registered; the one that OPML 2.0 names.</summary>
    public const string MediaType = "text/x-opml";

    /// <summary>The feeds of every list at a path, a zip among them (FreshRSS exports one).</summary>
    /// <param name="path">As <see cref="Intake.Open"/> takes it.</param>
    /// <returns>The feeds, and why there are none or not all.</returns>
    public static (IReadOnlyList<Subscription> Feeds, IReadOnlyList<Reason> Why) Open(string path)
    {
        var (feeds, why) = (new List<Subscription>(), new List<Reason>());
        foreach (var finding in Intake.Open(path, new IntakeOptions { Lists = true }))
            switch (finding)
            {
                case Finding.Found { Capture: { MediaType: MediaType } list }:
                    var (found, wrong) = Read(list);
                    feeds.AddRange(found);
                    why.AddRange(wrong is null ? [] : [wrong]);
                    break;
                case Finding.Missed missed:
                    why.Add(missed.Why);
                    break;
            }
        if (feeds.Count == 0 && why.Count == 0)
            why.Add(new Reason("no-opml", $"{path} is no list of feeds (OPML)."));
        return (feeds, why);
    }

    /// <returns>The feeds in their order, each once in a folder; or why there are none.</returns>
    public static (IReadOnlyList<Subscription> Feeds, Reason? Why) Read(Capture capture)
    {
        var (text, _) = FeedEncoding.Decode(capture.Body.Span, capture.MediaType);
        var root = LenientXml.Read(text).Children.FirstOrDefault(child => child.Name == "opml");
        if (root is null)
            return (
                [],
                new Reason("no-opml", $"{capture.Origin} is no OPML: it does not begin with <opml>.")
            );
        var found = new List<Subscription>();
        foreach (var body in root.Children.Where(child => child.Name is "body" or "outline"))
            Walk(body, [], found);
        return found.Count > 0
            ? ([.. found.DistinctBy(feed => (feed.Address, string.Join('/', feed.Folders)))], null)
            : ([], new Reason("opml-empty", $"{capture.Origin} is an OPML file that names no feed."));
    }

    /// <summary>The feeds as OPML 2.0, UTF-8, folders kept.</summary>
    /// <param name="title">Of the list.</param>
    /// <param name="feeds">In the order in which they are to stand.</param>
    public static string Write(string title, IEnumerable<Subscription> feeds)
    {
        var opml = new StringBuilder(
            $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n  <head>\n    <title>{Quoted(title)}</title>\n  </head>\n  <body>\n"
        );
        WriteFolder(opml, [.. feeds], 0);
        return opml.Append("  </body>\n</opml>\n").ToString();
    }

    private static void WriteFolder(StringBuilder opml, IReadOnlyList<Subscription> feeds, int depth)
    {
        var indent = new string(' ', 4 + 2 * depth);
        foreach (var folder in feeds.GroupBy(feed => feed.Folders.ElementAtOrDefault(depth)))
        {
            if (folder.Key is not { } name)
            {
                foreach (var feed in folder)
                    opml.Append(indent)
                        .Append("<outline type=\"rss\" text=\"")
                        .Append(Quoted(feed.Title.Length > 0 ? feed.Title : feed.Address))
                        .Append("\" xmlUrl=\"")
                        .Append(Quoted(feed.Address))
                        .Append('"')
                        .Append(feed.Page is null ? "" : $" htmlUrl=\"{Quoted(feed.Page)}\"")
                        .Append("/>\n");
                continue;
            }
            opml.Append(indent).Append("<outline text=\"").Append(Quoted(name)).Append("\">\n");
            WriteFolder(opml, [.. folder], depth + 1);
            opml.Append(indent).Append("</outline>\n");
        }
    }

    private static void Walk(Element element, IReadOnlyList<string> folders, List<Subscription> found)
    {
        foreach (var outline in element.Children.Where(child => child.Name == "outline"))
        {
            var title = (outline["title"] is { Length: > 0 } own ? own : outline["text"])?.Trim() ?? "";
            var address = outline["xmlUrl"]?.Trim();
            if (string.IsNullOrEmpty(address))
                Walk(outline, title.Length > 0 ? [.. folders, title] : folders, found);
            else
                found.Add(
                    new(
                        address,
                        title,
                        outline["htmlUrl"]?.Trim() is { Length: > 0 } page ? page : null,
                        folders.Count > 0 ? folders : Tagged(outline["category"])
                    )
                );
        }
    }

    /// <summary>A flat list keeps its folders in an attribute: "/World/Talks,/Rivers" (OPML 2.0).</summary>
    private static List<string> Tagged(string? category) =>
        category is null
            ? []
            :
            [
                .. category
                    .Split(',')[0]
                    .Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            ];

    private static string Quoted(string text) =>
        Element.Escaped(text).Replace("\"", "&quot;", StringComparison.Ordinal);
}
