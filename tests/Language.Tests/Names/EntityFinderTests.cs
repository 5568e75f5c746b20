using Chancery.Language.Grammar;
using Chancery.Language.Names;
using Chancery.Terms;

namespace Chancery.Language.Tests.Names;

public sealed class EntityFinderTests
{
    private static readonly EntityFinder Finder = EntityFinder.Of("en");

    private static IReadOnlyList<Entity> Find(string text) => Finder.Find(Weights.English.Parse(text));

    private static Entity One(string text, string name) =>
        Assert.Single(Find(text), entity => entity.Name == name);

    private static string[] Words(string text, Entity entity) =>
        [.. entity.Mentions.Select(mention => mention.Passage.In(text).ToString())];

    [Fact]
    public void Short_and_full_forms_of_a_person_are_one_entity()
    {
        const string text =
            "Foreign Minister Jan Novák arrived in Geneva on Monday. Mr. Novák will stay for two days, officials said.";
        var entity = One(text, "Jan Novák");
        Assert.Equal(EntityKind.Person, entity.Kind);
        Assert.Equal(["Jan Novák", "Novák"], Words(text, entity));
    }

    [Fact]
    public void An_office_before_the_name_is_attached()
    {
        const string text = "Ukrainian Foreign Minister Jan Novák arrived in Geneva on Monday.";
        var entity = One(text, "Jan Novák");
        Assert.Equal("Ukrainian Foreign Minister", entity.Office?.In(text).ToString());
        Assert.Equal("UKR", entity.Country);
    }

    [Fact]
    public void An_office_after_the_name_is_attached()
    {
        const string text = "Maria Brandt, the prime minister of Norway, met reporters in Oslo.";
        var entity = One(text, "Maria Brandt");
        Assert.Equal("prime minister of Norway", entity.Office?.In(text).ToString());
        Assert.Equal("NOR", entity.Country);
    }

    [Fact]
    public void A_pronoun_goes_to_the_only_person_it_can_mean()
    {
        const string text = "Jan Novák arrived in Geneva on Monday. He will stay for two days.";
        var entity = One(text, "Jan Novák");
        Assert.Contains(entity.Mentions, mention => mention.Pronoun && mention.Passage.In(text) is "He");
    }

    [Fact]
    public void A_pronoun_that_two_could_be_is_left_open()
    {
        const string text = "Delegates greeted Jan Novák and Peter Brandt. He smiled.";
        Assert.DoesNotContain(Find(text).SelectMany(entity => entity.Mentions), mention => mention.Pronoun);
    }

    [Fact]
    public void A_pronoun_inside_a_quotation_is_left_open()
    {
        const string text = "Jan Novák arrived in Geneva on Monday. “He knows the way,” a diplomat said.";
        Assert.DoesNotContain(Find(text).SelectMany(entity => entity.Mentions), mention => mention.Pronoun);
    }

    [Fact]
    public void A_definite_description_goes_to_the_one_holder_of_the_office()
    {
        const string text =
            "Foreign Minister Jan Novák arrived in Geneva on Monday. Reporters asked the minister about gas.";
        var entity = One(text, "Jan Novák");
        Assert.Contains(
            entity.Mentions,
            mention => mention.Pronoun && mention.Passage.In(text) is "the minister"
        );
    }

    [Fact]
    public void Forms_of_one_country_are_one_entity_with_its_code()
    {
        const string text = "The United States will attend. The U.S. sent its envoy to Vienna.";
        var entity = One(text, "United States");
        Assert.Equal("USA", entity.Country);
        Assert.Equal(2, entity.Mentions.Count);
    }

    [Fact]
    public void A_nationality_is_a_kind_of_its_own_with_its_country()
    {
        const string text = "Two Norwegian diplomats left Vienna.";
        var entity = One(text, "Norwegian");
        Assert.Equal(EntityKind.Nationality, entity.Kind);
        Assert.Equal("NOR", entity.Country);
    }

    [Theory]
    [InlineData("Vienna said the talks had failed.")]
    [InlineData("Oslo and Vienna agreed to meet again.")]
    [InlineData("Envoys will hold talks with Vienna on Monday.")]
    [InlineData("The plan was rejected by Vienna.")]
    [InlineData("Oslo accused Vienna of breaking the truce.")]
    [InlineData("Vienna hopes to sign the treaty in May.")]
    [InlineData("Vienna’s demand was turned down.")]
    public void A_capital_that_speaks_or_acts_stands_for_its_government(string text) =>
        Assert.True(Assert.Single(One(text, "Vienna").Mentions).Government);

    [Theory]
    [InlineData("The envoys met in Vienna.")]
    [InlineData("Rain fell on Vienna.")]
    [InlineData("Vienna lies on the Danube.")]
    [InlineData("Vienna’s streets were empty.")]
    [InlineData("They flew from Vienna to Oslo.")]
    public void A_capital_where_something_happens_is_a_city(string text) =>
        Assert.False(Assert.Single(One(text, "Vienna").Mentions).Government);

    [Fact]
    public void A_country_that_acts_stands_for_its_government()
    {
        const string text = "Norway rejected the plan. Two people drowned in Norway.";
        Assert.Equal([true, false], One(text, "Norway").Mentions.Select(mention => mention.Government));
    }

    [Theory]
    [InlineData("Foreign Minister Jan Novák met Foreign Minister Peter Brandt. The minister smiled.")]
    [InlineData("Jan Novák arrived. It rained. Nobody came. Then he left.")]
    public void What_more_than_one_could_be_meant_by_or_stands_too_far_is_left_open(string text) =>
        Assert.DoesNotContain(
            Find(text).SelectMany(entity => entity.Mentions),
            mention => mention.Pronoun && mention.Passage.Start > text.LastIndexOf('.', text.Length - 2)
        );

    [Fact]
    public void Two_pronouns_of_one_clause_are_two_people()
    {
        const string text = "Jan Novák met Peter Brandt. He smiled at him.";
        Assert.Equal(["Jan Novák", "He"], Words(text, One(text, "Jan Novák")));
        Assert.Equal(["Peter Brandt", "him"], Words(text, One(text, "Peter Brandt")));
    }

    [Fact]
    public void A_pronoun_of_the_other_gender_is_nobodys()
    {
        const string text = "Mr. Novák arrived in Geneva on Monday. She will stay for two days.";
        Assert.DoesNotContain(Find(text).SelectMany(entity => entity.Mentions), mention => mention.Pronoun);
    }

    [Fact]
    public void A_pronoun_goes_to_the_subject_of_the_sentence_before()
    {
        const string text = "Petra Velden thanked Jan Novák on Monday. She then left for Oslo.";
        Assert.Contains(One(text, "Petra Velden").Mentions, mention => mention.Pronoun);
    }

    [Fact]
    public void Initials_stand_for_the_organisation_they_abbreviate()
    {
        const string text =
            "The Kestrian Fisheries Board (KFB) met in Oslo. The KFB said on Monday that quotas would fall.";
        var entity = One(text, "Kestrian Fisheries Board");
        Assert.Equal(3, entity.Mentions.Count);
    }

    [Fact]
    public void A_text_without_names_has_no_entities() => Assert.Empty(Find("It rained all day."));
}
