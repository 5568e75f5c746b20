using Chancery.Reading.Pages;
using Chancery.Reading.Pages.Head;
using Chancery.Terms;
using static Chancery.Reading.Tests.Pages.SamplePages;

namespace Chancery.Reading.Tests.Pages;

public class FactsTests
{
    [Fact]
    public void The_day_is_the_day_in_the_zone_of_the_page()
    {
        Article article = Kept(
            SamplePages.Read(
                Article(
                    head: "<meta property=\"article:published_time\" content=\"2031-03-04T00:30:00+09:00\">"
                )
            )
        );

        Assert.Equal(new DateOnly(2031, 3, 4), article.Published!.Value.Day);
        Assert.True(article.Published.Value.HasTime);
    }

    [Theory]
    [InlineData("4 March 2031", 2031, 3, 4)]
    [InlineData("March 4, 2031", 2031, 3, 4)]
    [InlineData("Mar. 4th, 2031 5:06 pm", 2031, 3, 4)]
    [InlineData("4. März 2031, 17:06 Uhr", 2031, 3, 4)]
    [InlineData("le 4 août 2031 à 17h06", 2031, 8, 4)]
    [InlineData("4 de agosto de 2031", 2031, 8, 4)]
    [InlineData("4 sierpnia 2031", 2031, 8, 4)]
    [InlineData("4 августа 2031, 17:06", 2031, 8, 4)]
    [InlineData("4 Ağustos 2031", 2031, 8, 4)]
    [InlineData("2031年8月4日", 2031, 8, 4)]
    [InlineData("2031년 8월 4일", 2031, 8, 4)]
    [InlineData("04.08.2031 - 17:06", 2031, 8, 4)]
    [InlineData("Mon, 04 Aug 2031 17:06:00 GMT", 2031, 8, 4)]
    [InlineData("20310804T170600Z", 2031, 8, 4)]
    public void A_date_is_read_as_people_write_it(string text, int year, int month, int day) =>
        Assert.Equal(new DateOnly(year, month, day), DateText.Read(text)!.Value.Day);

    [Theory]
    [InlineData("Room 4 of 2031 visitors")]
    [InlineData("31.02.2031")]
    [InlineData("Score 3-2-1")]
    public void What_is_no_date_is_not_read_as_one(string text) => Assert.Null(DateText.Read(text));

    [Fact]
    public void An_american_page_puts_the_month_first()
    {
        Assert.Equal(new DateOnly(2031, 3, 4), DateText.Read("3/4/2031", monthFirst: true)!.Value.Day);
        Assert.Equal(new DateOnly(2031, 4, 3), DateText.Read("3/4/2031")!.Value.Day);
    }

    [Fact]
    public void The_time_keeps_its_minute_and_offset() =>
        Assert.Equal(
            new DateTimeOffset(2031, 8, 4, 17, 6, 0, TimeSpan.FromHours(2)),
            DateText.Read("4. August 2031, 17:06 CEST")!.Value.At
        );

    [Theory]
    [InlineData(
        "https://m.velincourier.example/a/b/?utm_source=x&id=7#top",
        "https://velincourier.example/a/b?id=7"
    )]
    [InlineData("http://www.velincourier.example/amp/a.html", "https://velincourier.example/a.html")]
    [InlineData("https://velincourier.example/a/amp/", "https://velincourier.example/a")]
    [InlineData(
        "https://amp.velincourier.example/a.amp.html?fbclid=9",
        "https://velincourier.example/a.html"
    )]
    [InlineData(
        "https://velincourier-example.cdn.ampproject.org/c/s/velincourier.example/a",
        "https://velincourier.example/a"
    )]
    public void One_page_has_one_address(string address, string canonical) =>
        Assert.Equal(canonical, Address.Canonical(address));

    [Theory]
    [InlineData("https://news.velincourier.co.uk/a", "velincourier.co.uk")]
    [InlineData("https://www.velincourier.com.au/a", "velincourier.com.au")]
    [InlineData("https://a.b.velincourier.example/a", "velincourier.example")]
    [InlineData("https://mara.substack.com/p/x", "mara.substack.com")]
    public void The_outlet_is_the_registrable_domain(string address, string outlet) =>
        Assert.Equal(outlet, Address.Outlet(address));

    [Fact]
    public void The_outlet_and_its_desks_are_no_authors()
    {
        Article article = Kept(
            SamplePages.Read(
                Article(
                    head: """<script type="application/ld+json">{"@type":"NewsArticle","author":[{"@type":"Person","name":"By Mara Lindqvist and Jon Aker"},{"@type":"Person","name":"Courier Staff"},{"@type":"Person","name":"The Velin Courier"}]}</script>"""
                )
            )
        );

        Assert.Equal(["Mara Lindqvist", "Jon Aker"], article.Authors);
    }

    [Fact]
    public void An_agency_in_the_dateline_is_credited()
    {
        string html = Article()
            .Replace(First, "PORT VELIN, March 4 (Reuters) - " + First, StringComparison.Ordinal);

        Assert.Equal("Reuters", Kept(SamplePages.Read(html)).Agency);
    }

    [Fact]
    public void A_page_that_says_it_is_not_free_is_partial() =>
        Assert.True(
            Kept(
                SamplePages.Read(
                    Article(
                        head: """<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>"""
                    )
                )
            ).Partial
        );
}
