using Chancery.Record.Articles;
using Chancery.Record.Captures;
using Chancery.Record.Codings;
using Chancery.Terms;
using Dapper;

namespace Chancery.RecordTests;

public sealed class FoundLedgerTests
{
    private const string Text =
        "Kestovia will meet Marenia in Corrast on Tuesday. The monitors counted at least 40 drones.";

    [Fact]
    public void An_event_is_found_by_its_parties_type_place_and_day()
    {
        using var desk = new Desk();
        Keep(desk, Text, "https://wire.example/a", 0);
        var entry = Assert.Single(FoundLedger.Events(desk.Store, new EventQuery { Actors = ["kestovia"] }));
        Assert.Equal("Marenia", Assert.Single(entry.Recipients).Name);
        Assert.Equal(new DateOnly(2031, 3, 4), entry.Day);
        Assert.Equal("Corrast", entry.Place);
        Assert.Equal("Kestovia will meet Marenia in Corrast on Tuesday.", entry.Words);

        Assert.Single(FoundLedger.Events(desk.Store, new EventQuery { Parties = ["Marenia"] }));
        Assert.Single(FoundLedger.Events(desk.Store, new EventQuery { Types = [EventType.Consult] }));
        Assert.Single(FoundLedger.Events(desk.Store, new EventQuery { Places = ["corrast"] }));
        Assert.Single(
            FoundLedger.Events(desk.Store, new EventQuery { Since = entry.Day, Until = entry.Day })
        );
        Assert.Empty(FoundLedger.Events(desk.Store, new EventQuery { Actors = ["Marenia"] }));
        Assert.Empty(FoundLedger.Events(desk.Store, new EventQuery { Until = new DateOnly(2031, 3, 3) }));
        Assert.Empty(FoundLedger.Events(desk.Store, new EventQuery { Happened = true }));
    }

    [Fact]
    public void A_figure_is_found_by_what_is_counted_and_keeps_its_bound()
    {
        using var desk = new Desk();
        Keep(desk, Text, "https://wire.example/a", 0);
        var entry = Assert.Single(FoundLedger.Figures(desk.Store, new FigureQuery { Counted = ["drone"] }));
        Assert.Equal((40m, Bound.AtLeast, "at least 40"), (entry.Value, entry.Bound, entry.Figure));
        Assert.Empty(FoundLedger.Figures(desk.Store, new FigureQuery { Counted = ["tanks"] }));
        Assert.Empty(FoundLedger.Figures(desk.Store, new FigureQuery { By = ["monitors"] }));
    }

    [Fact]
    public void A_meeting_is_found_by_its_day_and_status()
    {
        using var desk = new Desk();
        Keep(desk, Text, "https://wire.example/a", 0);
        var day = new DateOnly(2031, 3, 4);
        var entry = Assert.Single(
            FoundLedger.Meetings(desk.Store, new MeetingQuery { From = day, To = day })
        );
        Assert.Equal(["Kestovia", "Marenia"], entry.Parties.Select(party => party.Name));
        Assert.Empty(
            FoundLedger.Meetings(desk.Store, new MeetingQuery { Statuses = [MeetingStatus.Cancelled] })
        );
        Assert.Equal(1, FoundLedger.Count(desk.Store, new MeetingQuery { Places = ["Corrast"] }));
    }

    [Fact]
    public void Only_the_current_version_of_an_article_answers()
    {
        using var desk = new Desk();
        Keep(desk, Text, "https://wire.example/a", 0);
        Keep(desk, Text + " So it was said.", "https://wire.example/a", 1);
        Assert.Single(FoundLedger.Events(desk.Store, new EventQuery()));
        Assert.Equal(1, FoundLedger.Count(desk.Store, new EventQuery()));
    }

    [Fact]
    public void Events_that_are_alike_are_counted_together()
    {
        using var desk = new Desk();
        for (var i = 0; i < 3; i++)
        {
            Keep(desk, Text, $"https://wire.example/{i}", i);
        }
        var day = new DateOnly(2031, 3, 4);
        var (counts, first) = FoundLedger.Look(
            desk.Store,
            new EventQuery
            {
                Parties = ["the Republic of Marenia", "Marenia"],
                Since = day,
                Until = day,
                Limit = 2,
            }
        );
        Assert.Equal([2, 1], first.Select(entry => (int)(entry.Dated - Desk.Monday).TotalHours));
        var counted = Assert.Single(counts);
        Assert.Equal(
            (3, day, EventType.Consult, false),
            (counted.Count, counted.Day, counted.Type, counted.Happened)
        );
        Assert.Equal(["Kestovia"], counted.Actors);
        Assert.Equal(["Marenia"], counted.Recipients);
        Assert.Empty(FoundLedger.Look(desk.Store, new EventQuery { Until = day.AddDays(-1) }).Counts);
    }

    [Fact]
    public void An_events_day_decides_its_place_and_then_its_articles_time()
    {
        using var desk = new Desk();
        Keep(desk, Text, "https://wire.example/a", 5);
        Keep(desk, Text, "https://wire.example/b", 0);
        Keep(desk, Text, "https://wire.example/c", 9);
        Assert.Equal(
            [9, 5, 0],
            FoundLedger
                .Events(desk.Store, new EventQuery { Parties = ["Kestovia"] })
                .Select(entry => (int)(entry.Dated - Desk.Monday).TotalHours)
        );
    }

    [Fact]
    public void Joining_the_parts_of_the_full_text_loses_nothing()
    {
        using var desk = new Desk();
        for (var i = 0; i < 20; i++)
        {
            Keep(desk, Text, $"https://wire.example/{i}", i);
        }
        Assert.Equal(20, FoundLedger.Count(desk.Store, new EventQuery { Parties = ["Marenia"] }));
        var parts = Parts(desk);
        Ledgers.Tidy(desk.Store);
        Ledgers.Tidy(desk.Store);
        Assert.Equal(1, Parts(desk));
        Assert.True(parts > 1);
        Assert.Equal(20, FoundLedger.Count(desk.Store, new EventQuery { Parties = ["Marenia"] }));
        Keep(desk, Text, "https://wire.example/more", 21);
        Assert.Equal(21, FoundLedger.Count(desk.Store, new EventQuery { Parties = ["Marenia"] }));
    }

    private static int Parts(Desk desk)
    {
        var parts = 0;
        desk.Store.Write(connection =>
            parts = connection.ExecuteScalar<int>("SELECT count(DISTINCT segid) FROM event_words_idx")
        );
        return parts;
    }

    [Fact]
    public void Nothing_asked_is_an_operator()
    {
        using var desk = new Desk();
        Keep(desk, Text, "https://wire.example/a", 0);
        foreach (var typed in (string[])["\"", "actor :", "NEAR(", "a* OR b", "'; DROP TABLE events"])
        {
            FoundLedger.Events(desk.Store, new EventQuery { Parties = [typed], Places = [typed] });
        }
        Assert.Single(FoundLedger.Events(desk.Store, new EventQuery()));
    }

    private static void Keep(Desk desk, string text, string key, int hour)
    {
        var at = Desk.Monday.AddHours(hour);
        var capture = Desk.Capture(text, at);
        CaptureArchive.Keep(desk.Store, [capture]);
        var article = Desk.Article(capture, text, key) with { Published = new Stamp(at, true) };
        Passage Of(string words) => new(text.IndexOf(words, StringComparison.Ordinal), words.Length);
        Participant[] sides = [new(Of("Kestovia"), 0), new(Of("Marenia"), 1)];
        var sentence = Of("Kestovia will meet Marenia in Corrast on Tuesday.");
        var coding = new Coding
        {
            Article = article.Id,
            Coder = "1",
            Sentences = [sentence, Of("The monitors counted at least 40 drones.")],
            Entities =
            [
                new("Kestovia", EntityKind.Place, [new(Of("Kestovia"))]),
                new("Marenia", EntityKind.Place, [new(Of("Marenia"))]),
            ],
            Times = [new(Of("Tuesday"), TimeKind.Date, "2031-03-04")],
            Events =
            [
                new()
                {
                    Type = EventType.Consult,
                    Modality = Modality.Future,
                    Actors = [sides[0]],
                    Recipients = [sides[1]],
                    Trigger = Of("meet"),
                    Evidence = sentence,
                    When = 0,
                    Where = Of("Corrast"),
                },
            ],
            Figures = [new(Of("at least 40"), 40, "", Of("drones"), Bound.AtLeast)],
            Meetings =
            [
                new()
                {
                    Parties = sides,
                    Status = MeetingStatus.Announced,
                    Venue = Of("Corrast"),
                    When = 0,
                    Evidence = sentence,
                },
            ],
        };
        desk.Store.Write(connection =>
        {
            ArticleShelf.Keep(connection, article, at);
            CodingShelf.Keep(connection, coding);
        });
    }
}
