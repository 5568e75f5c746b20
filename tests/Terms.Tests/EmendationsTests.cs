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

    [Fact]
    public void What_is_no_person_is_called_what_it_is_and_holds_no_office()
    {
        var coding = Over(
            new Emendation.Office(Mark("Bo Tarn"), Mark("he said")),
            new Emendation.Naming(Mark("Bo Tarn"), EntityKind.Organisation, Mark("Tarn"))
        );
        Assert.Equal(
            ("Tarn", EntityKind.Organisation, null),
            (coding.Entities[1].Name, coding.Entities[1].Kind, coding.Entities[1].Office)
        );
    }

    [Fact]
    public void A_missed_statement_stands_behind_those_that_were_found_so_that_what_points_at_them_holds()
    {
        var coding = Over(new Emendation.MissedStatement(Mark("Ana Orlic met Bo Tarn"), Mark("Bo Tarn")));
        Assert.Equal((2, 0), (coding.Statements.Count, coding.Events[0].ReportedBy));
        var added = coding.Statements[1];
        Assert.Equal(
            (StatementForm.Indirect, 1, "Ana Orlic met Bo Tarn"),
            (added.Form, added.SpeakerEntity, added.Evidence.In(Text).ToString())
        );
        Assert.Equal([0, 1], added.About);
    }

    [Fact]
    public void A_missed_statement_that_a_later_coder_finds_is_not_there_twice()
    {
        var coding = Over(new Emendation.MissedStatement(Mark("We go home"), Mark("Bo Tarn")));
        Assert.Equal(1, Assert.Single(coding.Statements).SpeakerEntity);
    }

    [Fact]
    public void Words_between_quotation_marks_that_were_missed_are_direct() =>
        Assert.Equal(
            StatementForm.Direct,
            Emendations
                .Over(
                    Found with
                    {
                        Statements = [],
                        Events = [],
                    },
                    Text,
                    [new Emendation.MissedStatement(Mark("We go home,"), null)]
                )
                .Statements.Single()
                .Form
        );

    [Fact]
    public void A_missed_event_has_its_sides_and_the_day_of_its_sentence()
    {
        var coding = Emendations.Over(
            Found with
            {
                Sentences = [At("Ana Orlic met Bo Tarn."), At("“We go home,” he said on Friday.")],
            },
            Text,
            [
                new Emendation.MissedEvent(
                    Mark("said"),
                    EventType.Consult,
                    Modality.Happened,
                    false,
                    Mark("Ana Orlic"),
                    Mark("Bo Tarn")
                ),
            ]
        );
        var found = coding.Events[1];
        Assert.Equal((EventType.Consult, 0), (found.Type, found.When));
        Assert.Equal(0, Assert.Single(found.Actors).Entity);
        Assert.Equal(1, Assert.Single(found.Recipients).Entity);
    }

    [Fact]
    public void Each_kind_of_what_was_missed_reads_back_as_it_was_written()
    {
        foreach (
            var made in (Emendation[])
                [
                    new Emendation.Naming(Mark("Bo Tarn"), EntityKind.Place, null),
                    new Emendation.MissedStatement(Mark("We go home,"), Mark("Bo Tarn")),
                    new Emendation.MissedEvent(
                        Mark("met"),
                        EventType.Consult,
                        Modality.Future,
                        true,
                        null,
                        null
                    ),
                ]
        )
        {
            var json = JsonSerializer.Serialize(made, TermsJson.Emendation);
            Assert.Equal(made, JsonSerializer.Deserialize(json, TermsJson.Emendation));
        }
    }

    private static Coding Over(params Emendation[] emendations) => Emendations.Over(Found, Text, emendations);

    private static Passage At(string words) =>
        new(Text.IndexOf(words, StringComparison.Ordinal), words.Length);

    private static Anchor Mark(string words) => Anchor.Of(Text, At(words));
}
