namespace Chancery.Terms.Tests;

public sealed class PassageTests
{
    [Fact]
    public void A_citation_holds_only_where_its_words_stand()
    {
        var citation = new Citation(new ArticleId("a"), new Passage(4, 4), "said");
        Assert.True(citation.HoldsIn("She said no."));
        Assert.False(citation.HoldsIn("He  sa"));
        Assert.False(citation.HoldsIn("She  said no."));
    }

    [Theory]
    [InlineData(-1, 2)]
    [InlineData(0, -1)]
    [InlineData(3, 1)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public void A_passage_from_outside_that_does_not_fit_is_refused_and_does_not_throw(
        int start,
        int length
    ) => Assert.False(new Passage(start, length).FitsIn("abc"));
}
