using Chancery.Gauge;
using Chancery.Terms;

namespace Chancery.Gauge.Tests;

public sealed class FactsGaugeTests
{
    private static readonly FactsGold Call = FactsGold.Parse(
        """{"id": "call", "fact": "A call", "patterns": ["phone|call", "Karn"], "articles": 2}"""
    );

    private static readonly FactsGold Unheard = FactsGold.Parse(
        """{"id": "unheard", "fact": "Nobody tells it", "patterns": ["harbour"], "articles": 0}"""
    );

    [Fact]
    public void A_fact_is_found_only_where_one_item_has_all_of_it()
    {
        Assert.Equal(0, FactsGauge.Measure([Call], Draft("There was a call.", "Karn left.")).Found);
        var figures = FactsGauge.Measure([Call], Draft("Karn left.", "Karn made a call."));
        Assert.Equal((1, 1), (figures.Contained, figures.Found));
        Assert.Equal([("call", 2)], figures.Places);
    }

    [Fact]
    public void A_fact_that_no_article_carries_is_an_invention_and_no_find()
    {
        var figures = FactsGauge.Measure([Call, Unheard], Draft("Karn reached the harbour."));
        Assert.Equal((1, 0, 1), (figures.Contained, figures.Found, figures.Invented));
    }

    [Fact]
    public void Letters_keep_their_case() =>
        Assert.Equal(0, FactsGauge.Measure([Call], Draft("A karn may call.")).Found);

    private static Issue Draft(params string[] items)
    {
        Item[] made = [.. items.Select(text => new Item(null, [new Paragraph([new Line.Cited(text, [])])]))];
        return new Issue
        {
            Watch = "w",
            Name = "Watch",
            Week = new DateOnly(2031, 3, 7),
            Window = default,
            Zone = "UTC",
            Title = new Line.Cited("", []),
            Dek = new Line.Cited("", []),
            Lead = made[0],
            Digest = made[1..],
        };
    }
}
