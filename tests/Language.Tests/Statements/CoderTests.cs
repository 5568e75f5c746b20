using Chancery.Terms;

namespace Chancery.Language.Tests.Statements;

public class CoderTests
{
    [Fact]
    public void Without_weights_a_direct_quotation_still_has_its_speaker()
    {
        const string Text = "“We will return to Harl,” Jan Novák said on Friday.";
        Coding coding = new Coder(default).Code(Articles.Of(Text));

        Statement statement = Assert.Single(coding.Statements);
        Assert.Equal("We will return to Harl,", statement.Content.Single().In(Text).ToString());
        Assert.Equal("Jan Novák", statement.Speaker!.Value.In(Text).ToString());
        Assert.Equal("said", statement.Cue!.Value.In(Text).ToString());
    }

    [Fact]
    public void A_question_in_another_script_is_not_the_answers()
    {
        const string Text =
            "Вопрос: Открыта ли дорога?\n\nВ.Орлов: Да, открыта.\n\nВопрос: А порт?\n\nВ.Орлов: Порт тоже.";
        Coding coding = new Coder(default).Code(Articles.Of(Text) with { Language = "ru" });

        Assert.Equal(
            [
                (Stance.Ask, "Открыта ли дорога?"),
                (Stance.Say, "Да, открыта."),
                (Stance.Ask, "А порт?"),
                (Stance.Say, "Порт тоже."),
            ],
            coding.Statements.Select(s => (s.Stance, s.Content.Single().In(Text).ToString()))
        );
    }

    [Fact]
    public void Behind_a_dateline_the_subject_speaks_and_not_the_town()
    {
        const string Text =
            "LIMA, May 21 (VNA) – A prominent Kestovian host has highlighted the culture of the land, praising its towns.";
        Coding coding = new Coder(Weights.Read()).Code(Articles.Of(Text));

        Assert.NotEmpty(coding.Statements);
        Assert.All(
            coding.Statements,
            said =>
            {
                Assert.Equal("A prominent Kestovian host", said.Speaker!.Value.In(Text).ToString());
                Assert.Null(said.SpeakerEntity);
            }
        );
    }

    [Fact]
    public void Words_that_open_an_article_behind_an_inverted_saying_are_found()
    {
        const string Text =
            "Said Ada Orlo, who grew up with him in the town and has never left it, “We were all so proud of him.”";
        Coding coding = new Coder(Weights.Read()).Code(Articles.Of(Text));

        Assert.Contains(
            coding.Statements,
            said => said.Content is [var words] && words.In(Text) is "We were all so proud of him."
        );
    }

    [Fact]
    public void What_is_denied_between_commas_is_not_denied_by_whatever_happened()
    {
        const string Text =
            "The raid came a day after reports, denied in Dravna, that Kestovia had offered to leave the Hallin locks.";
        Coding coding = new Coder(Weights.Read()).Code(Articles.Of(Text));

        Assert.DoesNotContain(coding.Statements, said => said.Speaker is { Start: 0 });
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\n ")]
    [InlineData("“”“”")]
    [InlineData("said said said “said” said")]
    [InlineData("\ud800 “\udfff” said \u0000")]
    public void No_text_makes_the_coder_throw(string text)
    {
        Coding coding = new Coder(default).Code(Articles.Of(text));

        Assert.All(coding.Statements, s => Assert.True(s.Evidence.FitsIn(text)));
    }

    [Fact]
    public void A_coding_names_the_version_that_made_it()
    {
        var coder = new Coder(default);

        Assert.Equal(coder.Version, coder.Code(Articles.Of("A day passed.")).Coder);
        Assert.NotEmpty(coder.Version);
    }
}
