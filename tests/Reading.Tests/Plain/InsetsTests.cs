using Chancery.Reading.Outlets;
using Chancery.Reading.Plain;

namespace Chancery.Reading.Tests.Plain;

/// <summary>What pages set between sentences, in running text that has lost its lines. All of it is invented.</summary>
public class InsetsTests
{
    private const string First =
        "Delegations from Norrland and Ostmark met in Port Velin on Tuesday for a second round of talks.";
    private const string Second = "They spoke for six hours about the closed strait.";
    private const string Third = "“We came with a map,” said Ilse Brandt, who leads the Norrland delegation.";
    private const string Last = "Neither side would say where the third round might be.";

    private static string TextOf(CleanText clean) =>
        string.Join(' ', clean.Pieces.Select(piece => piece.Text));

    [Theory]
    [InlineData("Freighters wait outside the harbour of Velin, March 2, 2031. (Ada Lind/Getty Images)")]
    [InlineData(
        "Freighters wait outside the harbour of Velin. March 2, 2031. (credit: NORRLAND COAST GUARD)"
    )]
    [InlineData("Freighters wait outside the harbour of Velin (Photo by Ada Lind).")]
    public void A_caption_is_told_by_its_credit_and_kept_apart(string caption)
    {
        CleanText clean = PlainText.Clean($"{First} {Second} {caption} {Third} {Last}");

        Assert.Equal($"{First} {Second} {Third} {Last}", TextOf(clean));
        Assert.Equal([caption], clean.Captions);
    }

    [Fact]
    public void Names_alone_are_a_credit_only_where_another_credit_is_sure()
    {
        const string Named = "The map that was on the table. (Velin Harbour Office)";
        const string Sure = "Freighters wait outside the harbour. (Ada Lind/Getty Images)";

        Assert.Equal(2, PlainText.Clean($"{First} {Sure} {Second} {Named} {Third}").Captions.Count);
        Assert.Empty(PlainText.Clean($"{First} {Second} {Named} {Third}").Captions);
    }

    [Fact]
    public void A_remark_in_brackets_is_the_texts_own()
    {
        const string Remark = "(He had said so before.)";

        Assert.Contains(
            Remark,
            TextOf(PlainText.Clean($"{First} {Remark} A ship waits. (Ada Lind/Getty Images) {Third}")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_caption_takes_nothing_of_the_sentence_before_that_ends_without_a_space()
    {
        CleanText clean = PlainText.Clean(
            $"{First} The hosts had drawn a map.A ship waits outside. (Ada Lind/Getty Images) {Third}"
        );

        Assert.Equal($"{First} The hosts had drawn a map. {Third}", TextOf(clean));
    }

    [Theory]
    [InlineData("By Ada Novak", "Ada Novak")]
    [InlineData("By Ada Novak and Jan R. Lind", "Ada Novak,Jan R. Lind")]
    [InlineData(
        "By Ada NovakJan Lind and Ilse Al-Berg Reporting from Port Velin, Norrland",
        "Ada Novak,Jan Lind,Ilse Al-Berg"
    )]
    [InlineData("By Ada Novak Photographs by Jan Lind Reporting from Velin", "Ada Novak")]
    [InlineData("By Ada Novak Ada Novak reported from Velin, and Jan Lind from Ostmark.", "Ada Novak")]
    [InlineData("By Ada Novak Ada Novak reported from St. Velin", "Ada Novak")]
    public void A_byline_glued_to_the_text_names_the_writers_and_ends_the_dek(string byline, string names)
    {
        const string Dek = "The strait stays closed after six hours.";
        CleanText clean = PlainText.Clean($"{Dek} {byline} {First} {Second} {Last}");

        Assert.Equal($"{First} {Second} {Last}", TextOf(clean));
        Assert.Equal(names.Split(','), clean.Authors);
        Assert.Equal(Dek, clean.Dek);
    }

    [Fact]
    public void A_name_of_three_words_ends_where_a_dateline_opens()
    {
        CleanText clean = PlainText.Clean($"By Ada Novak Berg VELIN (Reuters) - {First} {Last}");

        Assert.Equal(["Ada Novak Berg"], clean.Authors);
        Assert.StartsWith("VELIN (Reuters) - Delegations", TextOf(clean), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("By Tuesday the strait had been closed for two months.")]
    [InlineData("By Ilse Brandt's own account, the talks were hard.")]
    [InlineData("By the end of the day nobody had drawn a line.")]
    public void A_sentence_that_opens_like_a_byline_is_the_texts_own(string sentence) =>
        Assert.Equal($"{First} {sentence} {Last}", TextOf(PlainText.Clean($"{First} {sentence} {Last}")));

    [Theory]
    [InlineData("Ada Novak is a reporter for the Velin Courier. She covers the harbour.")]
    [InlineData(
        "Senior writer Ada Novak is a senior writer based in Velin. You can reach her at ada@velincourier.example."
    )]
    [InlineData("The writer was Norrland’s ambassador to Ostmark.")]
    public void The_writers_life_at_the_end_is_cut_and_recorded(string life)
    {
        CleanText clean = PlainText.Clean($"{First} {Second} {Third} {Last} {life}");

        Assert.Equal($"{First} {Second} {Third} {Last}", TextOf(clean));
        Assert.Contains(clean.Cuts, cut => cut.Why == "author-bio");
    }

    [Fact]
    public void Somebody_the_text_speaks_of_is_not_its_writer()
    {
        const string Life = "Ilse Brandt is a professor of law in Velin.";

        Assert.EndsWith(
            Life,
            TextOf(PlainText.Clean($"{First} {Third} {Last} {Life}")),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("subscription", "Sign up for our morning letter.")]
    [InlineData("subscription", "Get the news of the strait every day, straight to your inbox.")]
    [InlineData("subscription", "Follow Ada on Bluesky and Facebook.")]
    [InlineData("related", "Read more: Forty ships wait outside Velin.")]
    [InlineData("player", "Listen to this article.")]
    [InlineData("agency-tail", "With files from the Norrland Press.")]
    public void What_speaks_to_the_reader_between_sentences_is_cut_as_what_it_is(string why, string plea)
    {
        CleanText clean = PlainText.Clean($"{First} {Second} {plea} {Third} {Last}");

        Assert.Equal($"{First} {Second} {Third} {Last}", TextOf(clean));
        Assert.Contains(clean.Cuts, cut => cut.Why == why && cut.Words == plea);
    }

    [Theory]
    [InlineData("Anyone in the harbour can sign up to pilot a ship through the strait.")]
    [InlineData("The ministry sends a newsletter to every captain in the fleet.")]
    [InlineData("Both sides told the harbour to develop the plan with input from the fishermen.")]
    [InlineData("The office will choose what the captains see first (images, maps, tables).")]
    [InlineData(
        "Follow our WhatsApp channel Ostmark's reply to the harbour came late, and it refuted what the envoys had said of the closed strait before the talks."
    )]
    [InlineData("The figures rest on data provided by the harbour office.")]
    public void News_of_newsletters_and_of_input_is_news(string sentence) =>
        Assert.Equal($"{First} {sentence} {Last}", TextOf(PlainText.Clean($"{First} {sentence} {Last}")));

    [Fact]
    public void A_text_of_one_sentence_is_not_swallowed_by_the_notice_behind_it()
    {
        CleanText clean = PlainText.Clean(
            $"{First} By subscribing I accept the terms of use and privacy policy"
        );

        Assert.Equal(First, TextOf(clean));
        Assert.Single(clean.Cuts);
    }

    [Fact]
    public void A_notice_leaves_the_words_that_it_is_glued_to()
    {
        CleanText clean = PlainText.Clean(
            $"{First} They met again To view this video please enable JavaScript, and consider upgrading to a web browser that supports HTML5 video {Third} {Last}"
        );

        Assert.Equal($"{First} They met again {Third} {Last}", TextOf(clean));
        Assert.Contains(clean.Cuts, cut => cut.Why == "player");
    }

    [Fact]
    public void A_plea_without_an_end_mark_ends_where_a_sentence_opens()
    {
        CleanText clean = PlainText.Clean(
            $"{First} Follow us on Facebook at velincourier The hosts had drawn a map. {Last}"
        );

        Assert.Equal($"{First} The hosts had drawn a map. {Last}", TextOf(clean));
    }

    [Fact]
    public void Lines_in_capitals_are_links_where_the_outlet_sets_its_links_so()
    {
        const string Link = "FORTY SHIPS WAIT OUTSIDE VELIN AS TALKS DRAG ON";
        string text = $"{First} {Link} {Second} {Third} {Last}";

        Assert.Equal(
            $"{First} {Second} {Third} {Last}",
            TextOf(PlainText.Clean(text, OutletRules.For("https://www.foxnews.com/a")))
        );
        Assert.Equal(text, TextOf(PlainText.Clean(text)));
    }

    [Fact]
    public void Initials_behind_a_line_in_capitals_open_the_next_sentence()
    {
        CleanText clean = PlainText.Clean(
            $"{First} FORTY SHIPS WAIT OUTSIDE VELIN U.N. Envoys came too. {Last}",
            OutletRules.For("https://www.foxnews.com/a")
        );

        Assert.Equal($"{First} U.N. Envoys came too. {Last}", TextOf(clean));
    }
}
