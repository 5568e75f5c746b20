using Chancery.Record.Disputes;
using Chancery.Record.Tracks;
using Chancery.Terms;

namespace Chancery.RecordTests;

public sealed class TrackShelfTests
{
    private static readonly Window Week = new(Desk.Monday.AddDays(-3), Desk.Monday.AddDays(4));

    [Fact]
    public void A_track_comes_back_whole_and_is_written_over_by_how_it_stands_now()
    {
        using var desk = new Desk();
        var track = new Track
        {
            Id = "harbour-talks",
            Watch = "w",
            Name = "Harbour talks",
            Parties = ["Orsa", "Belmar"],
            Status = MeetingStatus.Announced,
            Next = new DateOnly(2031, 3, 7),
            Log = [Entry(Desk.Monday, MeetingStatus.Announced)],
        };
        desk.Store.Write(connection => TrackShelf.Keep(connection, [track]));
        desk.Store.Write(connection =>
            TrackShelf.Keep(connection, [track with { Status = MeetingStatus.Postponed }])
        );
        var found = TrackShelf.Find(desk.Store, "w", "harbour-talks")!;
        Assert.Equal((MeetingStatus.Postponed, new DateOnly(2031, 3, 7)), (found.Status, found.Next!.Value));
        Assert.Equal(track.Log, found.Log);
        Assert.Null(TrackShelf.Find(desk.Store, "other", "harbour-talks"));
    }

    [Fact]
    public void The_track_that_moved_last_comes_first()
    {
        using var desk = new Desk();
        desk.Store.Write(connection =>
            TrackShelf.Keep(
                connection,
                [
                    new Track
                    {
                        Id = "quiet",
                        Watch = "w",
                        Name = "Quiet",
                    },
                    new Track
                    {
                        Id = "a",
                        Watch = "w",
                        Name = "A",
                        Log = [Entry(Desk.Monday, MeetingStatus.Held)],
                    },
                    new Track
                    {
                        Id = "b",
                        Watch = "w",
                        Name = "B",
                        Log = [Entry(Desk.Monday.AddDays(1), MeetingStatus.Held)],
                    },
                ]
            )
        );
        Assert.Equal(["b", "a", "quiet"], TrackShelf.All(desk.Store, "w").Select(track => track.Id));
    }

    [Fact]
    public void A_dispute_found_again_keeps_what_a_person_ruled_on_it()
    {
        using var desk = new Desk();
        Keep(desk, Dispute("d1"), Dispute("d2"));
        desk.Store.Write(connection =>
            DisputeShelf.Rule(connection, "w", "d1", Ruling.Dismissed, "Ada Editor", Desk.Monday)
        );
        Keep(desk, Dispute("d1"));
        Assert.Equal(Ruling.Dismissed, DisputeShelf.Find(desk.Store, "w", "d1")!.Ruling);
        Assert.Equal(["d1"], DisputeShelf.In(desk.Store, "w", Week).Select(dispute => dispute.Id));
    }

    [Fact]
    public void A_ruling_can_be_taken_back()
    {
        using var desk = new Desk();
        Keep(desk, Dispute("d1"));
        foreach (var ruling in new[] { Ruling.Upheld, Ruling.Open })
        {
            desk.Store.Write(connection =>
                DisputeShelf.Rule(connection, "w", "d1", ruling, "Ada Editor", Desk.Monday)
            );
            Assert.Equal(ruling, DisputeShelf.Find(desk.Store, "w", "d1")!.Ruling);
        }
    }

    [Fact]
    public void Disputes_come_a_page_at_a_time_what_is_upheld_first_and_what_is_dismissed_last()
    {
        using var desk = new Desk();
        Keep(
            desk,
            Dispute("unsure"),
            Dispute("sure") with
            {
                Sure = true,
            },
            Dispute("dismissed") with
            {
                Sure = true,
            },
            Dispute("upheld")
        );
        desk.Store.Write(connection =>
        {
            DisputeShelf.Rule(connection, "w", "dismissed", Ruling.Dismissed, "Ada Editor", Desk.Monday);
            DisputeShelf.Rule(connection, "w", "upheld", Ruling.Upheld, "Ada Editor", Desk.Monday);
        });
        var (first, count) = DisputeShelf.In(desk.Store, "w", Week, 0, 3);
        Assert.Equal(["upheld", "sure", "unsure"], first.Select(one => one.Id));
        Assert.Equal(4, count);
        Assert.Equal(Ruling.Upheld, first[0].Ruling);
        Assert.Equal(["dismissed"], DisputeShelf.In(desk.Store, "w", Week, 3, 3).Page.Select(one => one.Id));
        Assert.Empty(DisputeShelf.In(desk.Store, "w", Week, 6, 3).Page);
    }

    [Fact]
    public void Where_somebody_departed_from_his_words_is_found_by_his_name_and_not_once_it_was_dismissed()
    {
        using var desk = new Desk();
        Keep(desk, Dispute("d1") with { Kind = DisputeKind.Drift }, Dispute("d2"));
        Assert.Equal(["d1"], Drifts("Orsa"));
        Assert.Empty(Drifts("Belmar"));
        desk.Store.Write(connection =>
            DisputeShelf.Rule(connection, "w", "d1", Ruling.Dismissed, "Ada Editor", Desk.Monday)
        );
        Assert.Empty(Drifts("Orsa"));

        IEnumerable<string> Drifts(string speaker) =>
            DisputeShelf.Drifts(desk.Store, "w", speaker, Week.To, 5).Select(one => one.Id);
    }

    private static void Keep(Desk desk, params Dispute[] disputes) =>
        desk.Store.Write(connection => DisputeShelf.Keep(connection, "w", Week, disputes));

    private static Dispute Dispute(string id) =>
        new()
        {
            Id = id,
            Watch = "w",
            Kind = DisputeKind.Denial,
            Claim = Account("The envoys met.", Desk.Monday),
            Against = [Account("No envoys met.", Desk.Monday.AddHours(3))],
        };

    private static Account Account(string words, DateTimeOffset at) =>
        new("Orsa", words, "Wire", at, Cited(words));

    private static TrackEntry Entry(DateTimeOffset at, MeetingStatus status) =>
        new(at, TrackStep.Status, status, null, 1, null, "Wire", Cited("The envoys will meet."));

    private static Citation Cited(string words) =>
        new(new ArticleId("0"), new Passage(0, words.Length), words);
}
