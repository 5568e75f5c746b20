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

    [Fact]
    public void A_text_without_names_has_no_entities() => Assert.Empty(Find("It rained all day."));
}
