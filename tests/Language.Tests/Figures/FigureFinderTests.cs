using Chancery.Language.Dates;
using Chancery.Language.Figures;
using Chancery.Language.Tests.Statements;
using Chancery.Terms;

namespace Chancery.Language.Tests.Figures;

public class FigureFinderTests
{
    private static readonly Coder Coder = new(Statements.Weights.Read());

    [Theory]
    [InlineData("The ministry said 485 drones were launched.", "485", "485", "", "drones", Bound.Exactly)]
    [InlineData("At least 12 people died.", "12", "12", "", "people", Bound.AtLeast)]
    [InlineData("More than 1,200 soldiers were freed.", "1,200", "1200", "", "soldiers", Bound.AtLeast)]
    [InlineData("Up to forty trucks crossed the border.", "forty", "40", "", "trucks", Bound.AtMost)]
    [InlineData("About twenty-five envoys came.", "twenty-five", "25", "", "envoys", Bound.About)]
    [InlineData("The bank lent $4.5 billion.", "$4.5 billion", "4500000000", "usd", null, Bound.Exactly)]
    [InlineData("It cost nearly 3 million euros.", "3 million euros", "3000000", "eur", null, Bound.About)]
    [InlineData("Turnout was 61.5 percent.", "61.5 percent", "61.5", "percent", null, Bound.Exactly)]
    [InlineData(
        "Two hundred thousand refugees fled.",
        "Two hundred thousand",
        "200000",
        "",
        "refugees",
        Bound.Exactly
    )]
    [InlineData("As many as 30 guards were hurt.", "30", "30", "", "guards", Bound.AtMost)]
    public void A_figure_has_its_value_unit_count_and_bound(
        string text,
        string words,
        string value,
        string unit,
        string? counted,
        Bound bound
    )
    {
        Figure figure = Assert.Single(Coder.Code(Articles.Of(text)).Figures);

        Assert.Equal(words, figure.Passage.In(text).ToString());
        Assert.Equal(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), figure.Value);
        Assert.Equal(unit, figure.Unit);
        Assert.Equal(bound, figure.Bound);
        if (counted is not null)
        {
            Assert.Equal(counted, figure.Counted!.Value.In(text).ToString());
        }
    }

    [Theory]
    [InlineData("They met on 12 May 2031 at 11:15.")]
    [InlineData("Route 66 is closed.")]
    [InlineData("Resolution 2202 stands.")]
    public void Dates_and_names_are_no_figures(string text) =>
        Assert.Empty(Coder.Code(Articles.Of(text)).Figures);

    [Fact]
    public void A_figure_knows_the_statement_that_asserts_it()
    {
        const string Text = "Defence Minister Jan Novák said 485 drones were launched.";

        Coding coding = Coder.Code(Articles.Of(Text));

        Figure figure = Assert.Single(coding.Figures);
        Assert.NotNull(figure.Statement);
        Assert.Contains(
            "Novák",
            coding.Statements[figure.Statement.Value].Speaker!.Value.In(Text).ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Without_weights_a_sum_of_money_is_still_a_figure()
    {
        const string Text = "The bank lent $4.5 billion.";
        var parse = English.Load(default).Parse(Text);

        Figure figure = Assert.Single(
            new FigureFinder(FigureLexicon.Of("en")).Find(
                parse,
                new TimeFinder(TimeLexicon.Of("en")).Find(parse, null),
                []
            )
        );

        Assert.Equal(4_500_000_000m, figure.Value);
    }
}
