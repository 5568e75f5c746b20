using System.Text.Json;
using Chancery.Terms;

namespace Chancery.TermsTests;

public class EmendationsTests
{
    private const string Text = "Ana Orlic met Bo Tarn. “We go home,” he said on Friday. He did not resign.";

    private static readonly Coding Found = new()
    {
        Article = new ArticleId("a"),
        Coder = "test",
        Entities =
        [
            new Entity("Ana Orlic", EntityKind.Person, [new Mention(At("Ana Orlic"))]),
            new Entity("Bo Tarn", EntityKind.Person, [new Mention(At("Bo Tarn"))]),
        ],
        Statements =
        [
            new Statement
            {
                Form = StatementForm.Direct,
                Content = [At("We go home,")],
                Evidence = At("“We go home,” he said on Friday."),
                Speaker = At("Ana Orlic"),
                SpeakerEntity = 0,
            },
        ],
        Events =
        [
            new Event
            {
                Type = EventType.Retreat,
                Trigger = At("resign"),
                Evidence = At("He did not resign."),
                ReportedBy = 0,
            },
        ],
        Times = [new TimeExpression(At("Friday"), TimeKind.Date, "2031-03-07")],
    };

    [Fact]
    public void A_corrected_speaker_is_the_one_whom_the_words_name()
    {
        var statement = Over(new Emendation.Speaker(Mark("We go home,"), Mark("Bo Tarn"))).Statements[0];
        Assert.Equal(At("Bo Tarn"), statement.Speaker);
        Assert.Equal(1, statement.SpeakerEntity);
    }

    [Fact]
    public void What_nobody_says_is_no_statement_and_nothing_points_at_it_any_more()
    {
        var coding = Over(new Emendation.NoStatement(Mark("We go home,")));
        Assert.Empty(coding.Statements);
        Assert.Null(coding.Events[0].ReportedBy);
    }

    [Fact]
    public void An_event_that_did_not_happen_is_negated_or_gone()
    {
        Assert.True(
            Over(new Emendation.Happening(Mark("resign"), EventType.Retreat, Modality.Happened, true))
                .Events[0]
                .Negated
        );
        Assert.Empty(Over(new Emendation.Happening(Mark("resign"), null, Modality.Happened, false)).Events);
    }

    [Fact]
    public void A_corrected_date_counts() =>
        Assert.Equal("2031-02-28", Over(new Emendation.Date(Mark("Friday"), "2031-02-28")).Times[0].Value);

    [Fact]
    public void The_later_of_two_corrections_counts() =>
        Assert.Equal(
            "2031-02-21",
            Over(
                new Emendation.Date(Mark("Friday"), "2031-02-28"),
                new Emendation.Date(Mark("Friday"), "2031-02-21")
            )
                .Times[0]
                .Value
        );

    [Fact]
    public void A_correction_follows_its_words_into_another_version_of_the_text() =>
        Assert.Equal(At("Friday"), new Anchor(new Passage(3, 6), "Friday").In(Text));

    [Fact]
    public void Words_that_stand_nowhere_or_twice_correct_nothing()
    {
        Assert.Same(Found, Over(new Emendation.Date(new Anchor(new Passage(0, 6), "Sunday"), "2031-03-09")));
        Assert.Null(new Anchor(new Passage(0, 1), "e").In(Text));
    }

    [Fact]
    public void An_emendation_is_the_same_after_it_was_written_down()
    {
        Emendation made = new Emendation.Office(Mark("Bo Tarn"), Mark("he said"));
        var json = JsonSerializer.Serialize(made, TermsJson.Emendation);
        Assert.Equal(made, JsonSerializer.Deserialize(json, TermsJson.Emendation));
    }

    private static Coding Over(params Emendation[] emendations) => Emendations.Over(Found, Text, emendations);

    private static Passage At(string words) =>
        new(Text.IndexOf(words, StringComparison.Ordinal), words.Length);

    private static Anchor Mark(string words) => Anchor.Of(Text, At(words));
}
