using Chancery.Reading.Plain;

namespace Chancery.Reading.Tests.Plain;

public class PlainTextTests
{
    private const string Body =
        "Delegations from Norrland and Ostmark met in Port Velin on Tuesday for a second round of talks. They spoke for six hours. "
        + "“We came with a map. We leave with a calendar,” said Ilse Brandt, who leads the Norrland delegation. She took no questions. "
        + "Ostmark's negotiator declined to name a date. He called the atmosphere better than in the spring, when the talks broke off. "
        + "The strait has been closed to freighters since January. Forty ships wait outside the harbour, twice as many as in May. "
        + "Both sides say that they will speak again before the end of the month. Neither would say where that might be this time. "
        + "Shipowners had asked for a corridor of two miles. The harbour master said that nobody had yet drawn it on any chart at all. "
        + "Fishing boats may pass by day. At night the coast guard of Ostmark turns them back, according to three captains from Velin.";

    [Fact]
    public void Lost_paragraph_breaks_are_restored_between_sentences()
    {
        CleanText clean = PlainText.Clean(Body);

        Assert.InRange(clean.Pieces.Count, 2, 5);
        Assert.Equal(Body, string.Join(' ', clean.Pieces.Select(piece => piece.Text)));
    }

    [Fact]
    public void No_break_falls_into_a_quotation() =>
        Assert.Contains(
            PlainText.Clean(Body).Pieces,
            piece =>
                piece.Text.Contains(
                    "“We came with a map. We leave with a calendar,”",
                    StringComparison.Ordinal
                )
        );

    [Fact]
    public void A_paywall_notice_is_cut_and_recorded_and_makes_the_text_partial()
    {
        CleanText clean = PlainText.Clean(Body + " Already a subscriber? Log in. Advertisement");

        Assert.Equal(Body, string.Join(' ', clean.Pieces.Select(piece => piece.Text)));
        Assert.Contains(
            clean.Cuts,
            cut =>
                cut.Why == "paywall" && cut.Words.Contains("Already a subscriber?", StringComparison.Ordinal)
        );
        Assert.True(clean.Partial);
    }

    [Theory]
    [InlineData("copyright", "Copyright 2031 The Velin Courier. All rights reserved.")]
    [InlineData("subscription", "Sign up for our morning newsletter.")]
    [InlineData("agency-tail", "With inputs from agencies in Port Velin.")]
    public void A_tail_is_cut_and_recorded_as_what_it_is(string why, string tail)
    {
        CleanText clean = PlainText.Clean($"{Body} {tail}");

        Assert.Equal(Body, string.Join(' ', clean.Pieces.Select(piece => piece.Text)));
        Assert.Contains(
            clean.Cuts,
            cut => cut.Why == why && cut.Words.Contains(tail.TrimEnd('.'), StringComparison.Ordinal)
        );
        Assert.False(clean.Partial);
    }

    [Fact]
    public void Nobody_quoted_with_the_words_of_a_notice_is_cut()
    {
        const string Quoted =
            "“All rights reserved means all rights reserved,” the minister said on Tuesday in the harbour.";

        Assert.Contains(
            PlainText.Clean($"{Body} {Quoted}").Pieces,
            piece => piece.Text.Contains(Quoted, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Breaks_that_are_there_stay() =>
        Assert.Equal(
            2,
            PlainText.Clean("One short paragraph stands here.\nAnother short one stands here.").Pieces.Count
        );
}
