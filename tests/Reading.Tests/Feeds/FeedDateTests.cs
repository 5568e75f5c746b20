using System.Globalization;
using Chancery.Reading.Feeds;

namespace Chancery.Reading.Tests.Feeds;

public sealed class FeedDateTests
{
    [Theory]
    [InlineData("Fri, 06 Mar 2026 18:05:00 +0100", "2026-03-06T18:05:00+01:00")]
    [InlineData("Fri, 6 Mar 26 18:05 GMT", "2026-03-06T18:05:00+00:00")]
    [InlineData("6 March 2026 6:05 PM EST", "2026-03-06T18:05:00-05:00")]
    [InlineData("Fri Mar  6 18:05:09 2026", "2026-03-06T18:05:09+00:00")]
    [InlineData("March 6, 2026", "2026-03-06T00:00:00+00:00")]
    [InlineData("2026-03-06T18:05:00Z", "2026-03-06T18:05:00+00:00")]
    [InlineData("2026-03-06T18:05:00.123456+02:30", "2026-03-06T18:05:00.123456+02:30")]
    [InlineData("2026-03-06 18:05:00+00:00", "2026-03-06T18:05:00+00:00")]
    [InlineData("2026-03-06", "2026-03-06T00:00:00+00:00")]
    [InlineData("20260306", "2026-03-06T00:00:00+00:00")]
    [InlineData("2026-03", "2026-03-01T00:00:00+00:00")]
    [InlineData("2026-065", "2026-03-06T00:00:00+00:00")]
    [InlineData("20260306T180500", "2026-03-06T18:05:00+00:00")]
    [InlineData("2026-03-06T24:00:00Z", "2026-03-07T00:00:00+00:00")]
    [InlineData("6.3.2026 18:05", "2026-03-06T18:05:00+00:00")]
    [InlineData("03/06/2026", "2026-03-06T00:00:00+00:00")]
    [InlineData("16/03/2026", "2026-03-16T00:00:00+00:00")]
    [InlineData("Freitag, 6. März 2026, 18:05 Uhr", "2026-03-06T18:05:00+00:00")]
    [InlineData("6 marca 2026 18:05", "2026-03-06T18:05:00+00:00")]
    [InlineData("6 марта 2026, 18:05", "2026-03-06T18:05:00+00:00")]
    [InlineData("ven., 06 févr. 2026 18:05:00 GMT+1", "2026-02-06T18:05:00+01:00")]
    [InlineData("1772819100", "2026-03-06T17:45:00+00:00")]
    public void A_date_in_any_dialect_is_that_moment(string text, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), FeedDate.Parse(text)?.At);

    [Theory]
    [InlineData("soon")]
    [InlineData("")]
    [InlineData("0000-00-00T00:00:00Z")]
    [InlineData("Fri, 31 Feb 2026 18:05:00 GMT")]
    [InlineData("99999999999999999999")]
    [InlineData("-1")]
    public void What_is_no_date_is_none(string text) => Assert.Null(FeedDate.Parse(text));

    [Fact]
    public void The_day_is_the_senders_own() =>
        Assert.Equal(new DateOnly(2026, 3, 7), FeedDate.Parse("Sat, 07 Mar 2026 00:30:00 +0300")!.Value.Day);

    [Fact]
    public void A_day_without_an_hour_says_so() => Assert.False(FeedDate.Parse("2026-03-06")!.Value.HasTime);
}
