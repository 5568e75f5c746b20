using System.Text.Json;

namespace Chancery.ProgramTests;

public sealed class StatementsTests
{
    private const string Page = """
        <html><head><title>Talks in Harl</title><meta property="article:published_time" content="2031-03-03T09:00:00Z"></head>
        <body><article><h1>Talks in Harl</h1>
        <p>Foreign Minister Jan Novák said that the talks had failed, and the delegations left the city early on Monday morning.</p>
        <p>Ada Orlo, a spokeswoman, denied the allegation that Lurania had shelled the port, and the ships went on unloading grain.</p>
        <p>“The road is open,” Novák told Vesk Wire, while the mayor of the town walked to the bridge with a few of his friends.</p>
        </article></body></html>
        """;

    [Fact]
    public void An_empty_desk_says_so_and_how_to_fill_it()
    {
        using var scratch = new Scratch();
        var result = Run.Chancery(scratch.Folder, "statements");
        Assert.Equal(1, result.Code);
        Assert.Contains("empty", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void What_somebody_said_is_found_by_his_name_and_printed_in_three_ways()
    {
        using var scratch = new Scratch();
        scratch.Write("talks.html", Page);
        Assert.Equal(0, Run.Chancery(scratch.Folder, "read", "talks.html").Code);

        var table = Run.Chancery(scratch.Folder, "statements", "--by", "novak");
        Assert.Contains("that the talks had failed", table.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("shelled", table.Output, StringComparison.Ordinal);

        var json = Run.Chancery(scratch.Folder, "statements", "--to", "Vesk Wire", "--format", "json");
        var entry = Assert.Single(JsonDocument.Parse(json.Output).RootElement.EnumerateArray());
        Assert.Equal("Jan Novák", entry.GetProperty("name").GetString());

        var csv = Run.Chancery(scratch.Folder, "statements", "--denies", "--format", "csv");
        Assert.Equal(2, csv.Output.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("Ada Orlo", csv.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_that_is_none_is_refused_with_an_example()
    {
        using var scratch = new Scratch();
        var result = Run.Chancery(scratch.Folder, "statements", "--since", "yesterday");
        Assert.Equal(2, result.Code);
        Assert.Contains("2025-05-16", result.Errors, StringComparison.Ordinal);
    }
}
