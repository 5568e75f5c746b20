using Chancery.Gauge;

namespace Chancery.Gauge.Tests;

public class CleaningScoresTests
{
    [Fact]
    public void Shingles_count_as_a_multiset_of_four_words()
    {
        var (precision, recall) = CleaningScores.Shingles("a b c d e", "a b c d x");

        Assert.Equal(0.5, precision);
        Assert.Equal(0.5, recall);
    }

    [Fact]
    public void An_empty_output_has_no_precision_and_no_recall() =>
        Assert.Equal((null, 0.0), CleaningScores.Shingles("a b c d", ""));

    [Fact]
    public void Words_are_compared_without_case_and_with_their_number() =>
        Assert.Equal(2.0 * 2 / 5, CleaningScores.WordF1("The the end", "THE end"), 9);

    [Fact]
    public void Japanese_counts_by_character() =>
        Assert.Equal(["外", "交", "2031"], CleaningScores.WordsOf("外交2031"));

    [Fact]
    public void Names_are_sets() =>
        Assert.Equal(0.5, CleaningScores.NamesF1(["Mara Lindqvist", "Jon Aker"], ["jon aker", "Desk"]));

    [Theory]
    [InlineData("dpa", "dpa", 1)]
    [InlineData("Example News Agency", "ENA", 1)]
    [InlineData("ENA, TORVIK", "ENA", 1)]
    [InlineData("Torvik Courier", "ENA", 0)]
    public void An_agency_that_the_gold_lists_among_the_authors_is_found_in_the_credit(
        string gold,
        string agency,
        double f1
    ) => Assert.Equal(f1, CleaningScores.CreditsF1([gold], [], agency));

    [Fact]
    public void An_agency_that_the_gold_does_not_list_is_one_name_too_many() =>
        Assert.Equal(2.0 / 3, CleaningScores.CreditsF1(["Mara Lindqvist"], ["Mara Lindqvist"], "ENA"));

    [Fact]
    public void Nobody_on_either_side_leaves_the_measure() => Assert.Null(CleaningScores.NamesF1([], []));

    [Fact]
    public void A_page_as_text_has_one_line_a_block_and_no_script() =>
        Assert.Equal(
            "Head\nOne two & three\n",
            CleaningAsText.Of(
                "<html><head><title>x</title></head><body><h1>Head</h1><script>if (a < b) {}</script><p>One <b>two</b> &amp; three</p><noscript>no</noscript></body></html>"
            )
        );
}
