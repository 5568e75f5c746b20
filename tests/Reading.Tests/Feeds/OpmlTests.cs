using System.Text;
using Chancery.Reading.Feeds;
using Chancery.Terms;

namespace Chancery.Reading.Tests.Feeds;

public sealed class OpmlTests
{
    private static Capture Of(string text, string address = "https://paper.example/") =>
        Capture.Of(Encoding.UTF8.GetBytes(text), "", address, "feeds.opml", DateTimeOffset.UnixEpoch);

    [Fact]
    public void Folders_in_folders_are_kept()
    {
        var (feeds, why) = Opml.Read(
            Of(
                "<opml version='2.0'><body><outline text='World'><outline text='Rivers'><outline type='rss' text='Orva &amp; more' xmlUrl='https://orva.example/feed' htmlUrl='https://orva.example/'/></outline></outline><outline text='Loose' xmlUrl='https://loose.example/rss'/></body></opml>"
            )
        );
        Assert.Null(why);
        Assert.Equal(["World", "Rivers"], feeds[0].Folders);
        Assert.Equal(("Orva & more", "https://orva.example/feed"), (feeds[0].Title, feeds[0].Address));
        Assert.Empty(feeds[1].Folders);
    }

    [Fact]
    public void A_flat_export_keeps_its_folder_in_an_attribute() =>
        Assert.Equal(
            ["World", "Rivers"],
            Assert
                .Single(
                    Opml.Read(
                        Of(
                            "<opml><body><outline xmlurl='https://orva.example/feed' category='/World/Rivers,/Other'/></body></opml>"
                        )
                    ).Feeds
                )
                .Folders
        );

    [Fact]
    public void What_is_written_is_read_again_as_it_was()
    {
        List<Subscription> feeds =
        [
            new(
                "https://a.example/?x=1&y=2",
                "A \"quoted\" <name>",
                "https://a.example/",
                ["World", "Rivers"]
            ),
            new("https://b.example/rss", "B", null, ["World"]),
            new("https://c.example/rss", "C", null, []),
        ];
        var read = Opml.Read(Of(Opml.Write("My desk", feeds))).Feeds;
        Assert.Equal(
            feeds.Select(feed => (feed.Address, feed.Title, feed.Page, string.Join('/', feed.Folders))),
            read.Select(feed => (feed.Address, feed.Title, feed.Page, string.Join('/', feed.Folders)))
        );
    }

    [Fact]
    public void What_is_no_OPML_is_told() => Assert.Equal("no-opml", Opml.Read(Of("<rss/>")).Why!.Code);

    [Fact]
    public void A_page_declares_its_feeds()
    {
        var feeds = Discovery.Feeds(
            Of(
                "<html><head><link rel='alternate' type='application/rss+xml' title='World' href='/world.xml'><link rel=alternate type='application/json' href='/wp-json/wp/v2/posts/1'><link rel='alternate' hreflang=de href='/de'></head><body><a href='/other/feed'>x</a>"
            )
        );
        Assert.Equal(new FoundFeed("https://paper.example/world.xml", "World", true), Assert.Single(feeds));
    }

    [Fact]
    public void Of_a_page_that_declares_none_the_links_that_look_like_feeds_are_given()
    {
        var feeds = Discovery.Feeds(
            Of(
                "<body><a href='news'>News</a><a href='rss/world.rss'>World</a><a href='javascript:feed'>no</a>"
            )
        );
        Assert.Equal("https://paper.example/rss/world.rss", Assert.Single(feeds).Address);
    }
}
