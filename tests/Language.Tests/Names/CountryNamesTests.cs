using Chancery.Language.Names;

namespace Chancery.Language.Tests.Names;

public class CountryNamesTests
{
    private static readonly CountryNames Names = CountryNames.Of("en");

    [Theory]
    [InlineData("FIN", "Finland")]
    [InlineData("KOR", "South Korea")]
    [InlineData("UNK", "Kosovo")]
    public void A_country_has_its_everyday_name(string code, string name) =>
        Assert.Equal(name, Names.NameOf(code));

    [Fact]
    public void A_name_is_one_that_the_lists_of_places_know_for_its_country()
    {
        var places = Places.Of("en");

        Assert.All(
            ["CIV", "COD", "GRC", "NZL", "PRK", "SYR", "TUR", "USA", "VAT"],
            code => Assert.Equal(code, places.Find(Names.NameOf(code))?.Country)
        );
    }

    [Fact]
    public void A_code_that_nobody_knows_stays_as_it_is() => Assert.Equal("XQZ", Names.NameOf("XQZ"));
}
