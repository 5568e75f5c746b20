using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using Chancery.Terms;

namespace Chancery.Press.Tests;

public sealed class FeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";

    [Fact]
    public async Task Rss_carries_the_whole_text_newest_first()
    {
        var files = await Site.Build(Sample.Whole());
        var channel = XDocument.Parse(files.Text("rss.xml")).Root!.Element("channel")!;
        var items = channel.Elements("item").ToList();
        Assert.Equal(["A quiet week", "Nobody is in a hurry"], items.Select(i => i.Element("title")!.Value));
        Assert.Equal("https://watch.example/orva/issues/2031-03-07.html", items[1].Element("link")!.Value);
        Assert.Equal("Fri, 14 Mar 2031 20:00:00 +0000", items[1].Element("pubDate")!.Value);
        var text = new HtmlParser()
            .ParseDocument(items[1].Element(Content + "encoded")!.Value)
            .Body!.TextContent;
        Assert.Contains("Envoys met in Corrast on Friday.", text, StringComparison.Ordinal);
        Assert.Contains("Marenia says that it saw 61 drones.", text, StringComparison.Ordinal);
        Assert.Contains(
            "There were no State Office press briefings this week.",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("Drones over Hallin", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ids_outlive_a_changed_title_and_a_moved_site_and_are_the_same_in_all_three()
    {
        var input = Sample.Whole();
        var moved = input with
        {
            Address = new Uri("https://elsewhere.example/"),
            Issues =
            [
                .. input.Issues.Select(i =>
                    i with
                    {
                        Title = new Line.Opinion("Another title", "Ruth Ellery"),
                    }
                ),
            ],
        };
        var before = await Ids(input);
        Assert.Equal(before, await Ids(moved));
        Assert.Equal(2, before.Distinct().Count());
        Assert.All(before, id => Assert.StartsWith("urn:uuid:", id, StringComparison.Ordinal));

        static async Task<List<string>> Ids(SiteInput input)
        {
            var files = await Site.Build(input);
            var rss = XDocument
                .Parse(files.Text("rss.xml"))
                .Descendants("guid")
                .Select(g => g.Value)
                .ToList();
            var atom = XDocument
                .Parse(files.Text("atom.xml"))
                .Root!.Elements(Atom + "entry")
                .Select(e => e.Element(Atom + "id")!.Value);
            using var json = JsonDocument.Parse(files.Text("feed.json"));
            Assert.Equal(rss, atom);
            Assert.Equal(
                rss,
                json.RootElement.GetProperty("items")
                    .EnumerateArray()
                    .Select(i => i.GetProperty("id").GetString()!)
            );
            return rss;
        }
    }

    [Fact]
    public async Task Atom_has_what_its_standard_requires_of_a_feed_and_of_an_entry()
    {
        var feed = XDocument.Parse((await Site.Build(Sample.Whole())).Text("atom.xml")).Root!;
        foreach (var node in feed.Elements(Atom + "entry").Prepend(feed))
        {
            Assert.Single(node.Elements(Atom + "id"));
            Assert.Single(node.Elements(Atom + "title"));
            Assert.True(DateTimeOffset.TryParse(node.Element(Atom + "updated")!.Value, null, out _));
        }
        Assert.NotNull(feed.Element(Atom + "author"));
        Assert.Equal(
            "https://watch.example/orva/atom.xml",
            feed.Elements(Atom + "link")
                .Single(l => (string?)l.Attribute("rel") == "self")
                .Attribute("href")!
                .Value
        );
    }

    [Fact]
    public async Task Every_page_points_at_the_three_feeds()
    {
        var files = await Site.Build(Sample.Whole());
        foreach (var file in files.Where(f => f.Path.EndsWith(".html", StringComparison.Ordinal)))
        {
            var types = new HtmlParser()
                .ParseDocument(files.Text(file.Path))
                .QuerySelectorAll("link[rel=alternate]")
                .Select(l => l.GetAttribute("type"));
            Assert.Equal(["application/rss+xml", "application/atom+xml", "application/feed+json"], types);
        }
    }
}
