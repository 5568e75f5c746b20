using System.Data.Common;
using Chancery.Record;
using Chancery.Record.Articles;
using Chancery.Record.Captures;
using Chancery.Record.Codings;
using Chancery.Terms;
using Dapper;

namespace Chancery.RecordTests;

public sealed class StatementLedgerTests
{
    private const string Text = "Premier Jan Novák told Vesk Wire on Monday that Lurania wants ceasefires.";
    private const string Denial = "Ada Orlo, spokeswoman for Jan Novák, denied the report.";

    [Fact]
    public void A_statement_is_found_by_its_speaker_whatever_case_and_accents()
    {
        using var desk = new Desk();
        Keep(desk, "a", Text, Told);

        var entry = Assert.Single(Find(desk, new() { By = ["novak"] }));

        Assert.Equal("Jan Novák", entry.Name);
        Assert.Equal("Premier Jan Novák", entry.Speaker);
        Assert.Equal("that Lurania wants ceasefires", entry.Said);
        Assert.Equal("Vesk Wire", entry.Addressee);
        Assert.Equal(["Lurania"], entry.About);
        Assert.Equal("2031-03-03", entry.When);
        Assert.Equal(Text, Text.Remove(entry.Statement.Evidence.End) + ".");
    }

    [Fact]
    public void Names_are_matched_as_whole_words_and_topics_by_their_stems()
    {
        using var desk = new Desk();
        Keep(desk, "a", Text, Told);

        Assert.Empty(Find(desk, new() { By = ["Nov"] }));
        Assert.Single(Find(desk, new() { About = ["ceasefire"] }));
        Assert.Single(
            Find(
                desk,
                new()
                {
                    By = ["Orlo", "Jan Novak"],
                    To = ["vesk wire"],
                    About = ["Lurania"],
                }
            )
        );
        Assert.Empty(Find(desk, new() { By = ["Novak"], To = ["parliament"] }));
    }

    [Fact]
    public void What_a_spokeswoman_says_is_not_found_as_her_masters_words()
    {
        using var desk = new Desk();
        Keep(desk, "b", Denial, Denied);

        Assert.Empty(Find(desk, new() { By = ["Novak"] }));
        Assert.Single(
            Find(
                desk,
                new()
                {
                    By = ["Orlo"],
                    Stances = [Stance.Deny],
                    Negated = false,
                }
            )
        );
        Assert.Single(Find(desk, new() { By = ["spokeswoman"] }));
    }

    [Fact]
    public void Whatever_is_asked_for_is_only_words()
    {
        using var desk = new Desk();
        Keep(desk, "a", Text, Told);

        foreach (
            string words in (string[])["\"", "Novak\" OR \"x", "speaker:", "*", "(", "NEAR(", "'; --", "…"]
        )
            Assert.Empty(Find(desk, new() { By = [words], About = [words] }));
    }

    [Fact]
    public void Pages_follow_each_other_newest_first_and_miss_nothing()
    {
        using var desk = new Desk();
        for (int i = 0; i < 7; i++)
            Keep(desk, $"a{i}", Text, Told, Desk.Monday.AddHours(i / 2));
        var query = new StatementQuery { By = ["Novák"], Limit = 3 };
        var seen = new List<LedgerEntry>();
        for (LedgerMark? after = null; ; )
        {
            var page = StatementLedger.Find(desk.Store, query with { After = after });
            seen.AddRange(page.Entries);
            if ((after = page.Next) is null)
                break;
        }

        Assert.Equal(7, seen.Select(entry => entry.Article).Distinct().Count());
        Assert.Equal(
            seen.OrderByDescending(entry => entry.Dated).Select(e => e.Dated),
            seen.Select(e => e.Dated)
        );
        Assert.Equal(7, StatementLedger.Count(desk.Store, query));
    }

    [Fact]
    public void What_is_read_late_takes_its_place_by_its_date()
    {
        using var desk = new Desk();
        var newest = Keep(desk, "a", Text, Told, Desk.Monday.AddDays(2));
        var oldest = Keep(desk, "b", Text, Told, Desk.Monday);
        var between = Keep(desk, "c", Text, Told, Desk.Monday.AddDays(1));

        Assert.Equal([newest, between, oldest], Find(desk, new()).Select(entry => entry.Article));
        Assert.Equal(
            [newest, between, oldest],
            Find(desk, new() { By = ["Novák"] }).Select(entry => entry.Article)
        );
        Assert.Equal(
            [between],
            Find(
                    desk,
                    new()
                    {
                        About = ["ceasefire"],
                        Since = Desk.Monday.AddHours(1),
                        Until = Desk.Monday.AddDays(2),
                    }
                )
                .Select(entry => entry.Article)
        );
    }

    [Fact]
    public void Articles_of_one_second_stand_in_the_order_of_their_own_texts()
    {
        using var desk = new Desk();
        for (int i = 0; i < 3; i++)
            Keep(desk, $"a{i}", Text, ToldTwice);

        Assert.Equal([0, 1, 0, 1, 0, 1], Find(desk, new()).Select(entry => entry.Number));
    }

    [Fact]
    public void A_name_is_no_stem_where_a_topic_is_asked_too()
    {
        using var desk = new Desk();
        Keep(desk, "a", Text.Replace("Novák", "Hastings", StringComparison.Ordinal), Named("Jan Hastings"));

        Assert.Single(Find(desk, new() { By = ["hastings"], About = ["ceasefire"] }));
        Assert.Empty(Find(desk, new() { By = ["hasting"], About = ["ceasefire"] }));
    }

    [Fact]
    public void All_words_must_be_said_in_whatever_order()
    {
        using var desk = new Desk();
        Keep(desk, "a", Text, Told);

        Assert.Single(Find(desk, new() { Words = ["ceasefire", "lurania"] }));
        Assert.Empty(Find(desk, new() { Words = ["ceasefire", "Belmar"] }));
        Assert.Empty(Find(desk, new() { Words = ["lurania ceasefire"] }));
        Assert.Empty(Find(desk, new() { Words = ["ceasefire\" OR \"lurania"] }));
    }

    [Fact]
    public void Counting_ends_where_it_is_told_to()
    {
        using var desk = new Desk();
        for (int i = 0; i < 4; i++)
            Keep(desk, $"a{i}", Text, Told);

        Assert.Equal(3, StatementLedger.Count(desk.Store, new() { By = ["Novák"] }, upTo: 3));
        Assert.Equal(4, StatementLedger.Count(desk.Store, new() { By = ["Novák"] }, upTo: 9));
    }

    [Fact]
    public void What_is_coded_of_a_version_that_was_replaced_is_not_entered()
    {
        using var desk = new Desk();
        var old = Keep(desk, "a", Text, Told, Desk.Monday, captured: Desk.Monday);
        Keep(desk, "a", Text + " He left.", Told, Desk.Monday, captured: Desk.Monday.AddHours(2));
        desk.Store.Write(c => CodingShelf.Keep(c, Told(old, Text) with { Coder = "2" }));

        Assert.Equal(1, StatementLedger.Count(desk.Store, new() { By = ["Novák"] }));
    }

    [Fact]
    public void The_tenth_coder_comes_after_the_ninth()
    {
        using var desk = new Desk();
        var id = Keep(desk, "a", Text, (article, text) => Told(article, text) with { Coder = "9+x" });
        desk.Store.Write(c => CodingShelf.Keep(c, new Coding { Article = id, Coder = "10+x" }));

        Assert.Equal("10+x", CodingShelf.AtHand(desk.Store, [id], "11+x")[id].Coder);
        Assert.Equal("9+x", CodingShelf.AtHand(desk.Store, [id], "9+x")[id].Coder);
        Assert.Empty(CodingShelf.AtHand(desk.Store, [new ArticleId("nobody")], "9+x"));
    }

    [Fact]
    public void A_version_that_was_replaced_says_nothing_any_more()
    {
        using var desk = new Desk();
        Keep(desk, "a", Text, Told, Desk.Monday, captured: Desk.Monday);
        Keep(desk, "a", Text + " He left.", Told, Desk.Monday, captured: Desk.Monday.AddHours(2));

        Assert.EndsWith(
            "left.",
            ArticleShelf.Find(desk.Store, Assert.Single(Find(desk, new())).Article)!.Text
        );
        Assert.Equal(1, StatementLedger.Count(desk.Store, new()));
    }

    [Fact]
    public void A_newer_coding_stands_in_the_place_of_the_older()
    {
        using var desk = new Desk();
        var id = Keep(desk, "a", Text, Told);
        desk.Store.Write(c => CodingShelf.Keep(c, new Coding { Article = id, Coder = "2" }));

        Assert.Empty(Find(desk, new() { By = ["Novák"] }));
    }

    [Fact]
    public void What_was_coded_before_there_was_a_ledger_is_entered_when_it_is_asked()
    {
        using var desk = new Desk();
        Keep(desk, "a", Text, Told);
        desk.Store.Write(connection =>
            connection.Execute(
                """
                DELETE FROM statements;
                INSERT INTO statement_people (statement_people) VALUES ('delete-all');
                INSERT INTO statement_topics (statement_topics) VALUES ('delete-all');
                INSERT INTO ledgers_due SELECT article, max(coder), 0 FROM codings GROUP BY article;
                """
            )
        );

        Assert.Single(Find(desk, new() { By = ["Novák"] }));
        Assert.Equal(1, StatementLedger.Count(desk.Store, new()));
    }

    [Fact]
    public void Speakers_are_counted_and_an_empty_desk_has_none()
    {
        using var desk = new Desk();
        Assert.Empty(StatementLedger.Speakers(desk.Store, new()));
        Assert.Empty(Find(desk, new()));
        Keep(desk, "a", Text, Told);
        Keep(desk, "b", Denial, Denied);
        Keep(desk, "c", Denial + " Twice.", Denied, Desk.Monday.AddDays(1));

        Assert.Equal(
            [("Ada Orlo", 2, Desk.Monday.AddDays(1)), ("Jan Novák", 1, Desk.Monday)],
            StatementLedger.Speakers(desk.Store, new()).Select(s => (s.Name, s.Statements, s.Last))
        );
    }

    [Fact]
    public void Time_is_half_open_and_outlets_are_told_apart()
    {
        using var desk = new Desk();
        Keep(desk, "a", Text, Told);

        Assert.Single(
            Find(desk, new() { Since = Desk.Monday, Until = Desk.Monday.AddTicks(TimeSpan.TicksPerSecond) })
        );
        Assert.Empty(Find(desk, new() { Until = Desk.Monday }));
        Assert.Single(Find(desk, new() { Outlets = ["wire.example"] }));
        Assert.Empty(Find(desk, new() { Outlets = ["post.example"] }));
    }

    private static IReadOnlyList<LedgerEntry> Find(Desk desk, StatementQuery query) =>
        StatementLedger.Find(desk.Store, query).Entries;

    private static Passage Of(string text, string words) =>
        new(text.IndexOf(words, StringComparison.Ordinal), words.Length);

    private static Entity Known(string text, string name, EntityKind kind) =>
        new(name, kind, [new Mention(Of(text, name))]);

    private static Coding Told(ArticleId id, string text) =>
        new()
        {
            Article = id,
            Coder = "1",
            Entities =
            [
                Known(text, "Jan Novák", EntityKind.Person),
                Known(text, "Vesk Wire", EntityKind.Organisation),
                Known(text, "Lurania", EntityKind.Place),
            ],
            Times = [new TimeExpression(Of(text, "Monday"), TimeKind.Date, "2031-03-03")],
            Statements =
            [
                new Statement
                {
                    Form = StatementForm.Indirect,
                    Content = [Of(text, "that Lurania wants ceasefires")],
                    Speaker = Of(text, "Premier Jan Novák"),
                    SpeakerEntity = 0,
                    Cue = Of(text, "told"),
                    Addressee = Of(text, "Vesk Wire"),
                    When = 0,
                    About = [2],
                    Evidence = Of(text, Text[..^1]),
                },
            ],
        };

    private static Coding ToldTwice(ArticleId id, string text) =>
        Told(id, text) with
        {
            Statements = [.. Told(id, text).Statements, .. Told(id, text).Statements],
        };

    private static Func<ArticleId, string, Coding> Named(string name) =>
        (id, text) =>
            new()
            {
                Article = id,
                Coder = "1",
                Entities = [Known(text, name, EntityKind.Person)],
                Statements =
                [
                    new Statement
                    {
                        Form = StatementForm.Indirect,
                        Content = [Of(text, "that Lurania wants ceasefires")],
                        Speaker = Of(text, $"Premier {name}"),
                        SpeakerEntity = 0,
                        Cue = Of(text, "told"),
                        Evidence = Of(text, text[..^1]),
                    },
                ],
            };

    private static Coding Denied(ArticleId id, string text) =>
        new()
        {
            Article = id,
            Coder = "1",
            Entities =
            [
                Known(text, "Ada Orlo", EntityKind.Person),
                Known(text, "Jan Novák", EntityKind.Person),
            ],
            Statements =
            [
                new Statement
                {
                    Form = StatementForm.Indirect,
                    Content = [Of(text, "the report")],
                    Speaker = Of(text, "Ada Orlo, spokeswoman for Jan Novák"),
                    SpeakerEntity = 0,
                    Cue = Of(text, "denied"),
                    Stance = Stance.Deny,
                    Evidence = Of(text, Denial[..^1]),
                },
            ],
        };

    private static ArticleId Keep(
        Desk desk,
        string key,
        string text,
        Func<ArticleId, string, Coding> code,
        DateTimeOffset? dated = null,
        DateTimeOffset? captured = null
    )
    {
        var capture = Desk.Capture(key + text, captured ?? dated);
        var article = Desk.Article(capture, text, key) with
        {
            Published = new Stamp(dated ?? Desk.Monday, true),
        };
        CaptureArchive.Keep(desk.Store, [capture]);
        desk.Store.Write(connection =>
        {
            ArticleShelf.Keep(connection, article, capture.At);
            CodingShelf.Keep(connection, code(article.Id, text));
        });
        return article.Id;
    }
}
