using Chancery.Terms;

namespace Chancery.Gauge.Tests;

public class StatementsGaugeTests
{
    private const string Text =
        "“We will wait,” Envoy Ada Orlo said. “Then we will talk.” Lurania denied that it had called off the talks.";

    private static readonly StatementsGold Gold = new(
        "one",
        "",
        "",
        Text,
        [
            new(
                [Find("Envoy Ada Orlo")],
                [Find("said")],
                [Find("“We will wait,”"), Find("“Then we will talk.”")]
            ),
            new([Find("Lurania")], [Find("denied")], [Find("that it had called off the talks")]),
        ]
    );

    [Fact]
    public void The_gold_itself_scores_one_everywhere()
    {
        StatementsFigures figures = Measure(
            Said("Envoy Ada Orlo", "said", "We will wait,", "Then we will talk."),
            Said("Lurania", "denied", "that it had called off the talks")
        );

        Assert.Equal(1, figures.SourceF1);
        Assert.Equal(1, figures.CueF1);
        Assert.Equal(1, figures.ContentExactF1);
        Assert.Equal(1, figures.ContentTokenF1);
        Assert.Equal(1, figures.StatementOverlapF1);
        Assert.Equal(1, figures.Direct);
        Assert.Equal(1, figures.DirectFound);
        Assert.Equal(1, figures.DirectSpeaker);
    }

    [Fact]
    public void A_wrong_mouth_costs_the_source_and_the_direct_speaker()
    {
        StatementsFigures figures = Measure(
            Said("Lurania", "said", "We will wait,", "Then we will talk."),
            Said("Lurania", "denied", "that it had called off the talks")
        );

        Assert.Equal(0.5, figures.SourceF1);
        Assert.Equal(1, figures.CueF1);
        Assert.Equal(0.5, figures.StatementOverlapF1);
        Assert.Equal(1, figures.DirectFound);
        Assert.Equal(0, figures.DirectSpeaker);
    }

    [Fact]
    public void Half_a_quotation_is_not_found_and_its_words_are_counted()
    {
        StatementsFigures figures = Measure(Said("Envoy Ada Orlo", "said", "We will wait,"));

        Assert.Equal(0, figures.DirectFound);
        // 3 words of the 7 said and the 7 denied.
        Assert.Equal(new Share(3, 3, 14), figures.ContentToken);
        Assert.Equal(0, figures.ContentExactF1);
        Assert.Equal(2.0 / 3, figures.SourceF1, 6);
    }

    [Fact]
    public void Two_statements_never_share_one_partner()
    {
        StatementsFigures figures = Measure(
            Said("Lurania", "denied", "that it had called off the talks"),
            Said("Lurania", "denied", "that it had called off the talks")
        );

        Assert.Equal(new Share(1, 2, 2), figures.Source);
    }

    [Fact]
    public void Nothing_found_is_zero_and_not_an_error()
    {
        StatementsFigures figures = Measure();

        Assert.Equal(0, figures.SourceF1);
        Assert.Equal(0, figures.DirectFound);
        Assert.Equal(2, figures.Gold);
    }

    private static StatementsFigures Measure(params Statement[] statements) =>
        StatementsGauge.Measure(
            [Gold],
            _ => new Coding
            {
                Article = new ArticleId("0"),
                Coder = "test",
                Statements = statements,
            }
        );

    private static Statement Said(string speaker, string cue, params string[] content) =>
        new()
        {
            Form = StatementForm.Direct,
            Speaker = Find(speaker),
            Cue = Find(cue),
            Content = [.. content.Select(Find)],
            Evidence = new Passage(0, Text.Length),
        };

    private static Passage Find(string words) =>
        new(Text.IndexOf(words, StringComparison.Ordinal), words.Length);
}
