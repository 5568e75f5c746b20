using Chancery.Language.Tests.Statements;
using Chancery.Terms;

namespace Chancery.Language.Tests.Dates;

/// <summary>Days without a year that the tense of their verb places; the other examples need no tree.</summary>
public class TenseTests
{
    private static readonly Coder Coder = new(Statements.Weights.Read());

    [Theory]
    [InlineData("The envoy was shot on 13 November in Ostrava.", "2030-11-13")]
    [InlineData("The governor signed the accord in August.", "2030-08")]
    [InlineData("The envoy will be sworn in on 13 November.", "2031-11-13")]
    [InlineData("The council meets on 13 November.", "2031-11-13")]
    [InlineData("The vote was scheduled for 13 November.", "2031-11-13")]
    [InlineData("The governor signed the accord on 19 May.", "2031-05-19")]
    public void A_day_without_a_year_is_the_one_that_its_verb_tells_of(string text, string value)
    {
        Coding coding = Coder.Code(
            Articles.Of(text) with
            {
                Published = new Stamp(new DateTimeOffset(2031, 5, 21, 12, 0, 0, TimeSpan.Zero), true),
            }
        );

        Assert.Equal(value, Assert.Single(coding.Times).Value);
    }
}
