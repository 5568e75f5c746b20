using Chancery.Gauge;
using Xunit;

namespace Chancery.Gauge.Tests;

public class StoriesGaugeTests
{
    [Fact]
    public void The_same_partition_under_other_names_is_perfect() =>
        Assert.Equal((1.0, 1.0), StoriesGauge.BCubed(["a", "a", "b"], ["x", "x", "y"]));

    [Fact]
    public void One_heap_has_full_recall_and_loses_precision()
    {
        // Two articles of story a see 2/3 of their heap, the one of b sees 1/3: (2/3 + 2/3 + 1/3) / 3.
        var (precision, recall) = StoriesGauge.BCubed(["a", "a", "b"], ["x", "x", "x"]);
        Assert.Equal(5.0 / 9, precision, 9);
        Assert.Equal(1, recall);
    }

    [Fact]
    public void Articles_each_alone_have_full_precision_and_lose_recall()
    {
        var (precision, recall) = StoriesGauge.BCubed(["a", "a"], ["x", "y"]);
        Assert.Equal(1, precision);
        Assert.Equal(0.5, recall);
    }
}
