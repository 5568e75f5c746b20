using Chancery.Language.Grammar;
using Chancery.Terms;

namespace Chancery.Language.Tests.Text;

public sealed class SentenceSplitterTests
{
    private static readonly Parser Words = English.Load(default);

    private static string[] Sentences(string text) =>
        [.. Words.Parse(text).Sentences.ToArray().Select(sentence => sentence.Passage.In(text).ToString())];

    [Fact]
    public void A_full_stop_ends_a_sentence_and_an_abbreviation_does_not() =>
        Assert.Equal(
            ["Mr. Novák met Gen. Brandt.", "They spoke about the U.S. embargo."],
            Sentences("Mr. Novák met Gen. Brandt. They spoke about the U.S. embargo.")
        );

    [Fact]
    public void A_platform_of_one_letter_is_no_initial() =>
        Assert.Equal(
            ["He wrote it on X.", "They read it.", "Then J. Novák met Ada X. Brandt."],
            Sentences("He wrote it on X. They read it. Then J. Novák met Ada X. Brandt.")
        );

    [Fact]
    public void A_stop_without_a_space_ends_a_sentence_before_a_capital() =>
        Assert.Equal(
            ["They left early.", "The envoy stayed on harl.example."],
            Sentences("They left early.The envoy stayed on harl.example.")
        );

    [Fact]
    public void Closing_quotation_marks_go_with_the_sentence_they_close() =>
        Assert.Equal(["“We will come.”", "He left."], Sentences("“We will come.” He left."));

    [Fact]
    public void A_question_inside_a_quotation_does_not_end_the_sentence_that_goes_on() =>
        Assert.Equal(["“Why now?” the envoy asked."], Sentences("“Why now?” the envoy asked."));

    [Fact]
    public void A_blank_line_always_ends_a_sentence() =>
        Assert.Equal(["A headline", "The text."], Sentences("A headline\n\nThe text."));

    [Fact]
    public void A_text_without_any_end_is_cut_into_bearable_pieces()
    {
        var text = string.Join(' ', Enumerable.Repeat("word", 2000));
        var parse = Words.Parse(text);
        Assert.Equal(2000, parse.Sentences.ToArray().Sum(sentence => sentence.Count));
        Assert.All(parse.Sentences.ToArray(), sentence => Assert.True(sentence.Count <= 400));
    }
}
