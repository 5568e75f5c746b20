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
    [InlineData(
        "One hundred and eighteen envoys came.",
        "One hundred and eighteen",
        "118",
        "",
        "envoys",
        Bound.Exactly
    )]
    [InlineData(
        "Between one hundred and two hundred envoys came.",
        "two hundred",
        "200",
        "",
        "envoys",
        Bound.Exactly
    )]
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
    [InlineData("Almost a thousand birds died.", "thousand", "1000", "", "birds", Bound.About)]
    [InlineData(
        "They burnt 40 square kilometres of forest.",
        "40 square kilometres",
        "40",
        "square kilometre",
        "forest",
        Bound.Exactly
    )]
    [InlineData("The army lost a 155mm howitzer.", "155mm", "155", "millimetre", null, Bound.Exactly)]
    [InlineData("One guard was hurt.", "One", "1", "", "guard", Bound.Exactly)]
    [InlineData("It earned 92.6 bln rubles.", "92.6 bln rubles", "92600000000", "rub", null, Bound.Exactly)]
    [InlineData("She won 17 career titles.", "17", "17", "", "career titles", Bound.Exactly)]
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
    [InlineData("They back a two-state solution.")]
    [InlineData("One thing is clear.")]
    [InlineData("One of the defendants spoke.")]
    [InlineData("They praised the Harbour One program.")]
    public void Dates_and_names_are_no_figures(string text) =>
        Assert.Empty(Coder.Code(Articles.Of(text)).Figures);

    [Theory]
    [InlineData("Sales fell by 4.5% year on year.")]
    [InlineData("Its share was less than 1% in 2022.")]
    public void A_share_counts_neither_its_sign_nor_years(string text) =>
        Assert.All(
            Coder.Code(Articles.Of(text)).Figures,
            figure =>
                Assert.DoesNotMatch(
                    "%|2022",
                    figure.Counted is { } counted ? counted.In(text).ToString() : ""
                )
        );

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
