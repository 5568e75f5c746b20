using Chancery.Language.Grammar;

namespace Chancery.Language.Tests.Grammar;

public sealed class ParserTests
{
    private static Parse Parse(string text) => Weights.English.Parse(text);

    private static int At(Parse parse, string form) =>
        Enumerable.Range(0, parse.Count).First(i => parse.Form(i).SequenceEqual(form));

    [Fact]
    public void Subject_and_object_hang_on_the_verb()
    {
        var parse = Parse("The envoy rejected the plan.");
        var verb = At(parse, "rejected");
        Assert.Equal(Upos.Verb, parse.Upos[verb]);
        Assert.Equal(-1, parse.Heads[verb]);
        Assert.Equal("reject", parse.Lemma(verb));
        Assert.Equal(At(parse, "envoy"), parse.Dependent(verb, Relation.Nsubj));
        Assert.Equal(At(parse, "plan"), parse.Dependent(verb, Relation.Obj));
        Assert.Equal((0, 1), parse.Subtree(At(parse, "envoy")));
    }

    [Fact]
    public void A_passive_and_its_agent_are_told_from_an_active()
    {
        var parse = Parse("The plan was rejected by the envoy.");
        Assert.Equal(Relation.NsubjPass, parse.Relations[At(parse, "plan")]);
        Assert.Equal(Voice.Pass, parse.Features[At(parse, "rejected")].Voice);
        Assert.Equal(Relation.OblAgent, parse.Relations[At(parse, "envoy")]);
    }

    [Fact]
    public void Tense_number_and_negation_are_features()
    {
        var parse = Parse("The ministers did not sign.");
        Assert.Equal(Number.Plur, parse.Features[At(parse, "ministers")].Number);
        Assert.Equal(Tense.Past, parse.Features[At(parse, "did")].Tense);
        Assert.Equal(Polarity.Neg, parse.Features[At(parse, "not")].Polarity);
        Assert.Equal("do", parse.Lemma(At(parse, "did")));
    }

    [Theory]
    [InlineData("The court revoked the licence.", "revoked", "revoke")]
    [InlineData("The minister blamed the rebels.", "blamed", "blame")]
    [InlineData("The prisoners were freed on Monday.", "freed", "free")]
    [InlineData("The army retreated from the town.", "retreated", "retreat")]
    [InlineData("The speaker convened parliament.", "convened", "convene")]
    [InlineData("The dam severed the road.", "severed", "sever")]
    public void A_dictionary_form_is_a_word(string text, string form, string lemma)
    {
        var parse = Parse(text);
        Assert.Equal(lemma, parse.Lemma(At(parse, form)));
    }

    [Fact]
    public void An_empty_text_gives_an_empty_parse() => Assert.Equal(0, Parse("").Count);

    [Fact]
    public void The_same_text_gives_the_same_parse_on_every_thread()
    {
        const string text =
            "Jan Novák said on Monday that talks in Geneva would go on. “We want peace,” he added.";
        var expected = Describe(Parse(text));
        var found = new string[64];
        Parallel.For(0, found.Length, i => found[i] = Describe(Parse(text)));
        Assert.All(found, description => Assert.Equal(expected, description));
    }

    private static string Describe(Parse parse) =>
        string.Join(
            '\n',
            Enumerable
                .Range(0, parse.Count)
                .Select(i =>
                    $"{parse.Form(i)} {parse.Upos[i]} {parse.Heads[i]} {parse.Relations[i].Label} {parse.Lemma(i)}"
                )
        ) + string.Join(' ', parse.Names.ToArray());

    [Fact]
    public void Labels_are_read_and_written_as_the_standard_has_them()
    {
        Assert.Equal("nsubj:pass", Relation.NsubjPass.Label);
        Assert.Equal(Relation.Nsubj, Relation.NsubjPass.Base);
        Assert.All(
            Enum.GetValues<Relation>(),
            relation => Assert.Equal(relation, Relations.Read(relation.Label))
        );
        Assert.Equal(Relation.Obl, Relations.Read("obl:lmod"));
        Assert.Equal(Relation.Dep, Relations.Read("nonsense"));
    }
}
