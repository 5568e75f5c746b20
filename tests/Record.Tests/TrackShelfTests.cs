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
