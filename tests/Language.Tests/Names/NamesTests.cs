namespace Chancery.Language.Tests.Names;

public sealed class NamesTests
{
    private static string[] Names(string text)
    {
        var parse = Weights.English.Parse(text);
        return [.. parse.Names.ToArray().Select(name => $"{name.Kind}: {parse.PassageOf(name).In(text)}")];
    }

    [Fact]
    public void People_places_organisations_and_peoples_are_told_apart() =>
        Assert.Equal(
            [
                "Person: Jan Novák",
                "Organisation: Foreign Ministry",
                "Nationality: Norwegian",
                "Place: Vienna",
            ],
            Names("Jan Novák of the Foreign Ministry met two Norwegian diplomats in Vienna.")
        );

    [Fact]
    public void An_organisation_is_known_by_its_last_word_and_by_the_list() =>
        Assert.Equal(
            ["Organisation: Ministry of Fisheries", "Organisation: OSCE"],
            Names("The Ministry of Fisheries wrote to the OSCE.")
        );

    [Fact]
    public void A_place_that_ends_like_an_organisation_stays_a_place() =>
        Assert.Contains("Place: West Bank", Names("Talks about the West Bank went on."));

    [Fact]
    public void A_form_of_address_is_no_part_of_the_name() =>
        Assert.Contains("Person: Brandt", Names("Reporters asked Mr Brandt about the vote."));

    [Fact]
    public void A_surname_is_a_person_where_the_full_name_stands_near_by() =>
        Assert.Equal(
            2,
            Names("Delegates applauded Petra Velden on Monday. Velden thanked them and left.")
                .Count(name => name.StartsWith("Person", StringComparison.Ordinal))
        );

    [Theory]
    [InlineData("Reporters asked Gen. Brandt about the vote.", "Person: Brandt")]
    [InlineData("Reporters asked Lee Min-ho about the vote.", "Person: Lee Min-ho")]
    [InlineData("Fires spread in the province of Hedmark.", "Place: Hedmark")]
    [InlineData("Fires spread along the Tarn River.", "Place: Tarn River")]
    [InlineData("Two British Indians spoke.", "Nationality: British Indians")]
    [InlineData("They moved from Lyon France to Oslo.", "Place: France")]
    [InlineData("The office in Tampa FL was closed.", "Place: Tampa")]
    [InlineData("The envoys met in The Hague on Monday.", "Place: The Hague")]
    [InlineData("Reporters asked Mr. Paris about the vote.", "Person: Paris")]
    [InlineData("Leaders of First Nations met in Oslo.", "Nationality: First Nations")]
    [InlineData("Several North African envoys came.", "Nationality: North African")]
    public void Names_begin_and_end_where_the_language_says(string text, string name) =>
        Assert.Contains(name, Names(text));

    [Fact]
    public void A_word_that_one_sentence_makes_clear_is_clear_in_the_others() =>
        Assert.All(
            Names("Mr. Orlok spoke in Oslo. Orlok left. Supporters cheered Orlok.")
                .Where(name => name.EndsWith("Orlok", StringComparison.Ordinal)),
            name => Assert.StartsWith("Person", name, StringComparison.Ordinal)
        );
}
