using Chancery.Gauge;
using Chancery.Language.Events;
using Chancery.Language.Tests.Statements;

namespace Chancery.Language.Tests.Events;

/// <summary>
/// Three hundred sentences about invented countries (<c>sentences.jsonl</c>), half of them without an event, labelled by the
/// manual before any of them was coded.
/// </summary>
public class SentencesTests
{
    private static readonly Lazy<EventsFigures> Measured = new(() =>
    {
        var coder = new Coder(Statements.Weights.Read());
        return EventsGauge.Measure(
            Path.Combine(Shared.Project, "tests", "Language.Tests", "Events", "sentences.jsonl"),
            gold => coder.Code(Articles.Of(gold.Text)),
            Folding.Of
        );
    });

    [Fact]
    public void Half_of_three_hundred_sentences_tell_of_an_event() =>
        Assert.Equal((300, 150), (Measured.Value.Items, Measured.Value.Eventless));

    [Fact]
    public void Events_are_found_with_few_wrong_types()
    {
        Assert.True(Measured.Value.Event.Precision >= 0.85, $"{Measured.Value.Event}");
        Assert.True(Measured.Value.Event.Recall >= 0.7, $"{Measured.Value.Event}");
    }

    [Fact]
    public void Sentences_without_an_event_rarely_raise_one() =>
        Assert.True(Measured.Value.FalseAlarms <= 12, $"{Measured.Value.FalseAlarms}");
}
