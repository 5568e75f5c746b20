using Chancery.Gauge;
using Chancery.Terms;

namespace Chancery.Gauge.Tests;

public sealed class FeedsGaugeTests
{
    private static FeedsFigures Measure(string expectation, Func<Capture, Feed> read)
    {
        var folder = Directory.CreateTempSubdirectory("feeds").FullName;
        File.WriteAllText(
            Path.Combine(folder, "one.xml"),
            $"<!--\nDescription: a test\nExpect:      {expectation}\n-->\n<rss/>"
        );
        try
        {
            return FeedsGauge.Measure(folder, read);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("not bozo and feed['title'] == 'Orva'", 1, 1)]
    [InlineData("not bozo and feed['title'] == u'Marenia'", 0, 1)]
    [InlineData("feed['title'] == '<b>Or</b>va' and entries[0]['link'] == 'https://a.example/'", 2, 2)]
    [InlineData("entries[0]['updated_parsed'] == (2026, 3, 6, 17, 5, 0, 4, 65, 0)", 1, 1)]
    [InlineData("entries[0]['summary'] == '<a href=\\'b\\'>caf\\u00e9</a>'", 1, 1)]
    [InlineData("entries[0]['author_detail']['email'] == 'ada@a.example'", 1, 1)]
    [InlineData("entries[0]['tags'][1]['term'] == 'Talks' and len(entries[0].tags) == 2", 2, 2)]
    [InlineData("entries[0]['title_detail']['language'] == None", 1, 1)]
    [InlineData("feed['ttl'] == '60'", 0, 0)]
    public void An_expectation_about_a_measured_fact_holds_or_not(string expectation, int met, int of)
    {
        var figures = Measure(
            expectation,
            _ => new Feed
            {
                Title = "Orva",
                Entries =
                [
                    new Entry
                    {
                        Link = "https://a.example/",
                        Summary = "<a href=\"b\">caf&eacute;</a>",
                        Updated = new DateTimeOffset(2026, 3, 6, 18, 5, 0, TimeSpan.FromHours(1)),
                        People = [new("Ada", "ada@a.example", null)],
                        Categories = ["Orva", "Talks"],
                    },
                ],
            }
        );
        Assert.Equal(of, figures.Expectations);
        Assert.Equal(of == 0 ? 0 : (double)met / of, figures.Met);
        Assert.Equal(1, figures.Read);
    }

    [Fact]
    public void A_feed_whose_reading_throws_is_not_read() =>
        Assert.Equal(0, Measure("feed['title'] == 'x'", _ => throw new InvalidOperationException()).Read);
}
