using Chancery.Language.Text;
using Chancery.Terms;

namespace Chancery.Language.Tests.Text;

public sealed class TokenizerTests
{
    private static readonly Tokenizer English = new(TextLexicon.Of("en"));

    private static string Words(string text)
    {
        var tokens = new TokenList();
        English.Tokenize(text, tokens);
        return string.Join(' ', tokens.Passages.ToArray().Select(token => token.In(text).ToString()));
    }

    [Theory]
    [InlineData("They didn't agree.", "They did n't agree .")]
    [InlineData("Ruritania’s envoy can’t come", "Ruritania ’s envoy ca n’t come")]
    [InlineData("We cannot wait", "We can not wait")]
    [InlineData("the ministers' talks", "the ministers ' talks")]
    public void Clitics_are_words_of_their_own(string text, string words) => Assert.Equal(words, Words(text));

    [Theory]
    [InlineData(
        "Mr. Novák met Dr. O'Hara in the U.S. on Jan. 5.",
        "Mr. Novák met Dr. O'Hara in the U.S. on Jan. 5 ."
    )]
    [InlineData("J. B. Smith of Acme Inc. spoke at 9 a.m.", "J. B. Smith of Acme Inc. spoke at 9 a.m.")]
    [InlineData("See No. 4. He said no.", "See No. 4 . He said no .")]
    public void An_abbreviation_keeps_its_stop(string text, string words) => Assert.Equal(words, Words(text));

    [Theory]
    [InlineData("a 15-year deal", "a 15 - year deal")]
    [InlineData("non-aligned states re-elected", "non-aligned states re-elected")]
    [InlineData("Freedonia–Sylvania talks—again", "Freedonia – Sylvania talks — again")]
    public void Hyphens_part_words_but_not_prefixes(string text, string words) =>
        Assert.Equal(words, Words(text));

    [Theory]
    [InlineData("$5.2bn and 1,500 men, 40% at 7:30pm", "$ 5.2 bn and 1,500 men , 40 % at 7:30 pm")]
    [InlineData("US$20 in the 1970s, on 9/11", "US$ 20 in the 1970s , on 9/11")]
    [InlineData("call 555-123-4567 by 2025-05-19", "call 555-123-4567 by 2025-05-19")]
    public void Figures_part_from_their_units(string text, string words) => Assert.Equal(words, Words(text));

    [Theory]
    [InlineData(
        "see https://example.org/a?b=c, or press@example.org.",
        "see https://example.org/a?b=c , or press@example.org ."
    )]
    [InlineData("(www.example.org)", "( www.example.org )")]
    [InlineData("@ministry said #talks", "@ministry said #talks")]
    public void Addresses_stay_whole(string text, string words) => Assert.Equal(words, Words(text));

    [Theory]
    [InlineData("“Well...” she said, “no!”", "“ Well ... ” she said , “ no ! ”")]
    [InlineData("'Never,' he said", "' Never , ' he said")]
    [InlineData("What?! Yes…", "What ?! Yes …")]
    public void Marks_part_and_runs_of_them_stay_together(string text, string words) =>
        Assert.Equal(words, Words(text));

    [Fact]
    public void Nothing_but_white_space_is_lost()
    {
        const string text =
            "FREEDONIA CITY, May 20 (Agency) — Talks\u00a0ended;\tnobody won\u2060.\r\n\r\nMore.";
        Assert.Equal(
            string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c != '\u2060')),
            Words(text).Replace(" ", "", StringComparison.Ordinal)
        );
    }
}
