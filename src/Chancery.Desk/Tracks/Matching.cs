using Chancery.Terms;

namespace Chancery.Desk.Tracks;

/// <summary>Which negotiation of the watch a sighting is of.</summary>
internal sealed class Matching
{
    /// <summary>Points from which it is one: its parties and one sign more.</summary>
    private const double Enough = 3;

    private readonly IReadOnlyList<Named> tracks;

    public Matching(Watch watch, States states) =>
        tracks = [
            .. watch.Tracks.Select(track => new Named(
                track,
                [.. track.Parties.Select(states.Named)],
                track.Mediator is { } mediator ? states.Named(mediator) : null,
                new Phrases<string>(track.Venues.Select(venue => (venue, venue))),
                new Phrases<string>(track.Words.Select(word => (word, word))),
                track.Mediator is { } own
                    && watch.Tracks.Count(other => other.Mediator == own || other.Parties.Contains(own)) == 1,
                watch.Tracks.Count(other => track.Parties.ToHashSet().SetEquals(other.Parties)) == 1
            )),
        ];

    /// <summary>The track that has most in common with it, with what that is; null where none has enough.</summary>
    public (WatchTrack Track, IReadOnlyList<string> Reasons)? Of(Sighting sighting)
    {
        var best = tracks
            .Select(track => (track, Judged: Judge(track, sighting)))
            .OrderByDescending(pair => pair.Judged.Points)
            .FirstOrDefault();
        return best.track is { } named && best.Judged.Points >= Enough
            ? (named.Track, best.Judged.Reasons)
            : null;
    }

    private static (double Points, List<string> Reasons) Judge(Named track, Sighting sighting)
    {
        var reasons = new List<string>();
        var named = sighting.Parties.Union(sighting.Named, StringComparer.Ordinal).ToList();
        // Who meets is told by the meeting itself; who turns one, by the sentence.
        var present = sighting.Step == TrackStep.Status ? sighting.Parties : named;
        var there = track.Parties.Where(party => present.Contains(party, StringComparer.Ordinal)).ToList();
        // Somebody at the table who has no part in it: another negotiation.
        var stranger =
            sighting.Step == TrackStep.Status
            && sighting.Parties.Any(party =>
                !track.Parties.Contains(party, StringComparer.Ordinal) && party != track.Mediator
            );
        var mediated = track.Mediator is { } by && present.Contains(by, StringComparer.Ordinal);
        if (
            there.Count == 0
            || stranger
            || sighting.Step == TrackStep.Status && there.Count + (mediated ? 1 : 0) < 2
        )
        {
            return (0, reasons);
        }
        var points = there.Count >= 2 ? 2.0 : 0.5;
        reasons.Add($"names {string.Join(" and ", there)}");
        var signs = 0;
        if (sighting.Venue is { } place && track.Venues.In(place).FirstOrDefault().Of is { } venue)
        {
            points += 1.5;
            signs++;
            reasons.Add($"in {venue}");
        }
        foreach (var word in track.Words.In(sighting.Around).Select(found => found.Of).Distinct().Take(2))
        {
            points += 1.5;
            signs++;
            reasons.Add($"has “{word}”");
        }
        if (track.Mediator is { } mediator && named.Contains(mediator, StringComparer.Ordinal))
        {
            points += 1;
            // A mediator of this track alone is a sign of it; one who sits at many tables is none.
            signs += track.Own ? 1 : 0;
            reasons.Add($"names {mediator}");
        }
        // A dated meeting or a call of two who meet in no other track is of theirs.
        if (
            signs == 0
            && track.Alone
            && there.Count == track.Parties.Count
            && (sighting.On is not null || sighting.Form != MeetingForm.InPerson)
        )
        {
            points += 1;
            signs++;
        }
        return signs == 0 ? (0, reasons) : (points, reasons);
    }

    private sealed record Named(
        WatchTrack Track,
        IReadOnlyList<string> Parties,
        string? Mediator,
        Phrases<string> Venues,
        Phrases<string> Words,
        bool Own,
        bool Alone
    );
}
