using System.Text;
using Chancery.Reading.Feeds;
using Chancery.Terms;

namespace Chancery.Reading.Tests.Feeds;

public sealed class FeedReaderTests
{
    private static Capture Of(
        string text,
        string mediaType = "application/xml",
        string? address = "https://paper.example/feeds/world.xml"
    ) => Capture.Of(Encoding.UTF8.GetBytes(text), mediaType, address, "world.xml", DateTimeOffset.UnixEpoch);

    private static Feed Read(string text, string mediaType = "application/xml") =>
        FeedReader.Read(Of(text, mediaType)).Feed ?? throw new InvalidOperationException("no feed");

    private static Entry Only(string item) =>
        Assert.Single(Read($"<rss version='2.0'><channel>{item}</channel></rss>").Entries);

    [Fact]
    public void An_RSS_item_gives_its_title_link_date_author_and_categories()
    {
        var entry = Only(
            "<item><title>Talks &amp; tolls</title><link>/a/1</link><guid isPermaLink='false'>n1</guid><pubDate>Fri, 06 Mar 2026 18:05:00 +0100</pubDate><author>desk@paper.example (Ada Merrow)</author><category>Orva</category><category>Talks</category><description>They &lt;b&gt;met&lt;/b&gt;.</description><enclosure url='a.mp3' length='12' type='audio/mpeg'/></item>"
        );
        Assert.Equal(
            ("Talks & tolls", "https://paper.example/a/1", "n1"),
            (entry.Title, entry.Link, entry.Id)
        );
        Assert.Equal(new DateTimeOffset(2026, 3, 6, 18, 5, 0, TimeSpan.FromHours(1)), entry.Published);
        Assert.Equal(["Ada Merrow"], entry.Authors);
        Assert.Equal("desk@paper.example", entry.People[0].Mail);
        Assert.Equal(["Orva", "Talks"], entry.Categories);
        Assert.Equal("They <b>met</b>.", entry.Summary);
        Assert.Equal(
            new Enclosure("https://paper.example/feeds/a.mp3", "audio/mpeg", 12),
            Assert.Single(entry.Enclosures)
        );
    }

    [Fact]
    public void An_Atom_entry_gives_its_page_and_not_its_other_links()
    {
        var entry = Assert.Single(
            Read(
                "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://paper.example/'><entry><id>tag:1</id><link rel='self' href='1.atom'/><link rel='enclosure' href='1.mp3'/><link href='world/1'/><title type='html'>A &amp;lt;b&amp;gt; word</title><updated>2026-03-06T18:05:00Z</updated><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>Read <a href='2'>this</a>.</p></div></content></entry></feed>"
            ).Entries
        );
        Assert.Equal("https://paper.example/world/1", entry.Link);
        Assert.Equal("<p>Read <a href=\"https://paper.example/2\">this</a>.</p>", entry.Content);
        Assert.Equal("A <b> word", entry.Title);
    }

    [Fact]
    public void A_JSON_Feed_is_read_by_the_version_it_states()
    {
        var feed = Read(
            """{"version":"https://jsonfeed.org/version/1.1","title":"World","items":[{"id":7,"url":"/w/7","title":"Talks","content_text":"1 < 2","date_published":"2026-03-06T18:05:00Z","authors":[{"name":"Ada Merrow"}],"tags":["Orva"]}]}""",
            "application/json"
        );
        var entry = Assert.Single(feed.Entries);
        Assert.Equal(("7", "https://paper.example/w/7", "1 &lt; 2"), (entry.Id, entry.Link, entry.Content));
        Assert.Equal(["Ada Merrow"], entry.Authors);
    }

    [Fact]
    public void An_external_entity_is_never_looked_up()
    {
        var secret = Path.GetTempFileName();
        File.WriteAllText(secret, "the secret");
        var feed = Read(
            $"<!DOCTYPE rss [<!ENTITY file SYSTEM 'file://{secret}'>]><rss><channel><title>A &file; b</title></channel></rss>"
        );
        File.Delete(secret);
        Assert.Equal("A &file; b", feed.Title);
    }

    [Fact]
    public void A_billion_laughs_stay_one()
    {
        var declarations = string.Concat(
            Enumerable
                .Range(1, 9)
                .Select(n => $"<!ENTITY l{n} '{string.Concat(Enumerable.Repeat($"&l{n - 1};", 10))}'>")
        );
        var feed = Read(
            $"<!DOCTYPE rss [<!ENTITY l0 'lol'>{declarations}]><rss><channel><title>&l9;</title></channel></rss>"
        );
        Assert.Equal("&l9;", feed.Title);
    }

    [Fact]
    public void Elements_nested_without_end_are_read_to_the_end()
    {
        var feed = Read(
            "<rss><channel><title>T</title>"
                + string.Concat(Enumerable.Repeat("<a>", 100_000))
                + "</channel></rss>"
        );
        Assert.Equal("T", feed.Title);
    }

    [Fact]
    public void Sections_opened_without_end_do_not_take_for_ever()
    {
        var feed = Read(
            "<rss><channel><title>T</title>" + string.Concat(Enumerable.Repeat("<![CDATA[x</a>", 300_000))
        );
        Assert.Equal("T", feed.Title);
    }

    [Theory]
    [InlineData("<item><title>One</title><item><title>Two</title></item>")]
    [InlineData("<item><title>One</title></item><item><title>Two</item>")]
    [InlineData("<item><title>One</titel></item><item><title>Two</title></item>")]
    [InlineData("<item><title>One</title></item><item><title>Two")]
    [InlineData("<item><title><![CDATA[One]]></title></item><item><title><![CDATA[Two</title></item>")]
    public void Broken_XML_is_repaired(string items)
    {
        var titles = Read($"<rss><channel>{items}").Entries.Select(entry => entry.Title);
        Assert.Equal(["One", "Two"], titles);
    }

    [Theory]
    [InlineData("<title>Tolls & locks</title>", "Tolls & locks")]
    [InlineData("<title>1 < 2</title>", "1 < 2")]
    [InlineData("<title>Caf&eacute; &#8220;Orva&#x201D;</title>", "Café “Orva”")]
    [InlineData("<title>&lt;b&gt;Bold&lt;/b&gt; &amp;amp; more</title>", "Bold & more")]
    [InlineData("<title>It&#146;s</title>", "It’s")]
    [InlineData("<title>It&#226;&#8364;&#8482;s</title>", "It’s")]
    [InlineData("<title>\n  Two\n  lines </title>", "Two lines")]
    public void A_title_is_text(string title, string expected) =>
        Assert.Equal(expected, Only($"<item>{title}</item>").Title);

    [Fact]
    public void The_encoding_is_told_by_mark_header_and_declaration()
    {
        const string Rss = "<rss><channel><title>Grüße</title></channel></rss>";
        byte[] marked = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Rss)];
        var declared = Encoding.Latin1.GetBytes("<?xml version='1.0' encoding='iso-8859-1'?>" + Rss);
        var sent = CodePagesEncodingProvider.Instance.GetEncoding(850)!.GetBytes(Rss);
        Assert.Equal(
            "Grüße",
            FeedReader.Read(Capture.Of(marked, "", null, "a", DateTimeOffset.UnixEpoch)).Feed!.Title
        );
        Assert.Equal(
            "Grüße",
            FeedReader.Read(Capture.Of(declared, "", null, "a", DateTimeOffset.UnixEpoch)).Feed!.Title
        );
        Assert.Equal(
            "Grüße",
            FeedReader
                .Read(Capture.Of(sent, "text/xml; charset=ibm850", null, "a", DateTimeOffset.UnixEpoch))
                .Feed!.Title
        );
    }

    [Fact]
    public void UTF8_under_another_declaration_is_read_as_UTF8() =>
        Assert.Equal(
            "Grüße",
            Read(
                "<?xml version='1.0' encoding='iso-8859-1'?><rss><channel><title>Grüße</title></channel></rss>"
            ).Title
        );

    [Fact]
    public void A_page_is_no_feed_and_is_called_one()
    {
        var (feed, why) = FeedReader.Read(Of("<!DOCTYPE html><html><body><p>Not found"));
        Assert.Null(feed);
        Assert.Contains("web page", why!.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_feed_cut_off_keeps_its_whole_entries() =>
        Assert.Equal(
            2,
            Read(
                "<rss><channel><item><title>One</title></item><item><title>Two</title><link>https://paper.exa"
            ).Entries.Count
        );

    [Fact]
    public void An_entrys_text_is_an_article_whose_key_is_its_canonical_link()
    {
        var verdicts = Reader.Read(
            Of(
                "<rss><channel><title>World</title><language>en-GB</language><item><title>Talks</title><link>https://www.paper.example/a/1?utm_source=rss</link><description>&lt;p&gt;They met on Friday.&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;</description></item></channel></rss>"
            )
        );
        var article = Assert.IsType<Verdict.Keep>(Assert.Single(verdicts)).Article;
        Assert.Equal(
            ("https://paper.example/a/1", "They met on Friday.", true),
            (article.Key, article.Text, article.Partial)
        );
    }

    [Fact]
    public void An_entry_that_carries_the_whole_text_is_whole()
    {
        var text = string.Concat(
            Enumerable.Repeat(
                "<p>The delegations met again in the old customs house on the river and spoke for two hours.</p>",
                12
            )
        );
        var verdicts = Reader.Read(
            Of(
                $"<rss xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><item><title>Talks</title><link>https://paper.example/1</link><description>In short.</description><content:encoded><![CDATA[{text}]]></content:encoded></item></channel></rss>"
            )
        );
        var article = Assert.IsType<Verdict.Keep>(Assert.Single(verdicts)).Article;
        Assert.False(article.Partial);
        Assert.Equal(12, article.Blocks.Count);
        Assert.Equal("In short.", article.Dek);
    }

    [Fact]
    public void An_aggregator_is_the_way_in_and_not_the_outlet()
    {
        var verdicts = Reader.Read(
            Of(
                "<rss><channel><title>Search</title><item><title>Talks open - The Orva Paper</title><link>https://news.google.com/rss/articles/opaque0</link><source url='https://www.orvapaper.example'>The Orva Paper</source></item></channel></rss>"
            )
        );
        var article = Assert.IsType<Verdict.Keep>(Assert.Single(verdicts)).Article;
        Assert.Equal(("Talks open", "orvapaper.example"), (article.Headline, article.Outlet));
    }

    [Fact]
    public void A_carriers_link_that_names_its_page_is_the_page()
    {
        var verdicts = Reader.Read(
            Of(
                "<rss xmlns:feedburner='http://rssnamespace.org/feedburner/ext/1.0'><channel><item><title>A</title><link>http://feedproxy.google.com/~r/x/1</link><feedburner:origLink>https://paper.example/a</feedburner:origLink></item><item><title>B</title><link>https://www.bing.com/news/apiclick.aspx?url=https%3a%2f%2fpaper.example%2fb&amp;c=1</link></item></channel></rss>"
            )
        );
        Assert.Equal(
            ["https://paper.example/a", "https://paper.example/b"],
            verdicts.Select(verdict => Assert.IsType<Verdict.Keep>(verdict).Article.Key)
        );
    }
}
