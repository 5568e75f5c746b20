using Chancery.Gauge;

namespace Chancery.Gauge.Tests;

public sealed class WarcGaugeTests
{
    [Fact]
    public void Every_record_counts_as_answered_that_was_given_or_named()
    {
        var folder = Directory.CreateTempSubdirectory("warc").FullName;
        File.WriteAllText(
            Path.Combine(folder, "a.warc"),
            "WARC/1.0\r\nA: b\r\n\r\nx\r\n\r\nWARC/1.1\r\n\r\ny WARC/1.0\r\n\r\nWARC/1.0\r\n"
        );
        File.WriteAllText(
            Path.Combine(folder, "b.arc"),
            "filedesc://b 0.0.0.0 20260306180500 text/plain 1\nx\nhttp://paper.example/a b 127.0.0.1 20260306180500 text/html 2\nxx\n"
        );
        File.WriteAllText(Path.Combine(folder, "LICENSE"), "WARC/1.0\r\n");
        var figures = WarcGauge.Measure(
            folder,
            file =>
                file.EndsWith("a.warc", StringComparison.Ordinal)
                    ? [new(true, true, null), new(false, null, "cut off")]
                    : [new(true, false, null), new(true, null, null)]
        );
        Directory.Delete(folder, recursive: true);
        Assert.Equal((2, 5, 3), (figures.Items, figures.Wanted, figures.Records));
        Assert.Equal(0.8, figures.Answered, 6);
        Assert.Equal((1, 1), (figures.DigestsHold, figures.DigestsFail));
        Assert.Equal(["cut off"], figures.Reasons);
    }
}
