using Chancery.Terms;

namespace Chancery.Desk.Tracks;

/// <summary>Writes a negotiation's log: its rounds in order of their days, and an entry for each change.</summary>
internal static class Logbook
{
    /// <summary>Reports of one meeting differ by a day at most: midnights, time zones.</summary>
    private const int SameMeeting = 1;

    /// <summary>The rounds and the log of one track.</summary>
    /// <param name="sightings">All of them, in any order.</param>
    /// <param name="parties">The parties, printed where a round tells of none.</param>
    public static (IReadOnlyList<Round> Rounds, IReadOnlyList<TrackEntry> Log) Write(
        IEnumerable<Sighting> sightings,
        IReadOnlyList<string> parties
    )
    {
        var rounds = new List<Open>();
        var log = new List<(Sighting Of, Open? Round)>();
        var whole = new List<Sighting>();
        foreach (
            var sighting in sightings
                .OrderBy(one => one.At)
                .ThenBy(one => one.Citation.Article.Value, StringComparer.Ordinal)
                .ThenBy(one => one.Citation.Passage.Start)
        )
        {
            if (sighting.Step != TrackStep.Status)
            {
                Tell(whole, sighting, log);
                continue;
            }
            var round = Round(rounds, sighting);
            if (round is null)
            {
                continue;
            }
            Follow(round, sighting, log);
        }
        rounds.RemoveAll(round => round.Status is null);
        // What was never dated comes last: it is still to come, as far as anybody knows.
        rounds.Sort((a, b) => (a.On ?? DateOnly.MaxValue).CompareTo(b.On ?? DateOnly.MaxValue));
        var before = Before(rounds);
        return (
            [
                .. rounds.Select(
                    (round, i) =>
                        new Round(
                            before + i + 1,
                            round.On,
                            round.Status!.Value,
                            round.Form,
                            round.Venue,
                            round.Parties.Count > 1 ? [.. round.Parties] : parties
                        )
                ),
            ],
            [
                .. log.Select(entry =>
                    Entry(
                        entry.Of,
                        entry.Round is not null && rounds.IndexOf(entry.Round) is var i and >= 0
                            ? before + i + 1
                            : null
                    )
                ),
            ]
        );
    }

    /// <summary>How many rounds there were before those that the desk has read of, where an article counts one of these.</summary>
    private static int Before(List<Open> rounds)
    {
        for (var i = 0; i < rounds.Count; i++)
        {
            if (rounds[i].Counted is { } counted)
            {
                return Math.Max(0, counted - (i + 1));
            }
        }
        return 0;
    }

    private static TrackEntry Entry(Sighting of, int? round) =>
        new(of.At, of.Step, of.Status, of.On, round, of.Who, of.Outlet, of.Citation, of.Outlets);

    /// <summary>The round that a sighting speaks of; null where it only looks back on one that nobody dated.</summary>
    private static Open? Round(List<Open> rounds, Sighting sighting)
    {
        var told = DateOnly.FromDateTime(sighting.At.UtcDateTime);
        if (sighting.On is { } day)
        {
            var there = rounds.Find(round =>
                round.On is { } on
                && Math.Abs(on.DayNumber - day.DayNumber) <= SameMeeting
                && IsForm(round, sighting)
            );
            // A new day for what had none yet, or had been put off.
            there ??=
                day >= told && sighting.Status is not MeetingStatus.Held
                    ? rounds.Find(round => round.On is null || round.Status == MeetingStatus.Postponed)
                    : null;
            return there ?? Add(rounds);
        }
        return sighting.Status switch
        {
            // The next one to come, else the one without a day.
            MeetingStatus.Proposed or MeetingStatus.Announced or MeetingStatus.Confirmed => rounds
                .Where(round => round.Pending && (round.On is null || round.On >= told))
                .MinBy(round => round.On ?? DateOnly.MaxValue)
                ?? Add(rounds),
            MeetingStatus.Postponed or MeetingStatus.Cancelled => rounds
                .Where(round => round.On is null || round.On >= told.AddDays(-SameMeeting))
                .MinBy(round => round.On ?? DateOnly.MaxValue),
            _ => rounds.Where(round => round.On <= told).MaxBy(round => round.On),
        };

        static Open Add(List<Open> rounds)
        {
            var round = new Open();
            rounds.Add(round);
            return round;
        }
    }

    /// <summary>"Spoke" says nothing of how: only a phone and a screen are two forms.</summary>
    private static bool IsForm(Open round, Sighting sighting) =>
        round.Form == sighting.Form
        || round.Form == MeetingForm.InPerson && round.Venue is null
        || sighting is { Form: MeetingForm.InPerson, Venue: null };

    private static void Follow(Open round, Sighting sighting, List<(Sighting, Open?)> log)
    {
        foreach (var party in sighting.Parties)
        {
            round.Parties.Add(party);
        }
        round.Venue ??= sighting.Venue;
        round.Counted ??= Ordinals.RoundIn(sighting.Citation.Quoted);
        var status = sighting.Status!.Value;
        var moved =
            sighting.On is { } day
            && round.On is { } on
            && Math.Abs(day.DayNumber - on.DayNumber) > SameMeeting;
        var dated = sighting.On is not null && round.On is null;
        // What was announced is announced again in every article until it is held; only news makes an entry.
        if (Rank(status) > Rank(round.Status) || moved || round.Status is null)
        {
            round.Status = status;
            round.Form = sighting.Form == MeetingForm.InPerson ? round.Form : sighting.Form;
            round.On = sighting.On ?? round.On;
            round.Last = log.Count;
            log.Add((sighting with { Step = moved ? TrackStep.Date : TrackStep.Status }, round));
            round.Families.Clear();
            round.Families.Add(sighting.Family);
        }
        else if (dated)
        {
            round.On = sighting.On;
            round.Last = log.Count;
            log.Add((sighting with { Step = TrackStep.Date }, round));
        }
        else if (status == round.Status && round.Families.Add(sighting.Family))
        {
            var (first, of) = log[round.Last];
            log[round.Last] = (first with { Outlets = first.Outlets + 1 }, of);
        }
    }

    /// <summary>An entry of the track as a whole: the first to tell it, and how many tell it after.</summary>
    private static void Tell(List<Sighting> whole, Sighting sighting, List<(Sighting Of, Open? Round)> log)
    {
        var known = whole.FindIndex(one => one.Step == sighting.Step && one.Who == sighting.Who);
        if (known < 0)
        {
            whole.Add(sighting);
            log.Add((sighting, null));
            return;
        }
        if (whole[known].Family != sighting.Family)
        {
            var at = log.FindIndex(entry =>
                entry.Round is null && entry.Of.Step == sighting.Step && entry.Of.Who == sighting.Who
            );
            log[at] = (log[at].Of with { Outlets = log[at].Of.Outlets + 1 }, null);
            whole[known] = sighting;
        }
    }

    /// <summary>Later statuses outrank earlier ones: what was put off is not announced again by an article that lags.</summary>
    private static int Rank(MeetingStatus? status) =>
        status switch
        {
            null => -1,
            MeetingStatus.Proposed => 0,
            MeetingStatus.Announced => 1,
            MeetingStatus.Confirmed => 2,
            MeetingStatus.Denied => 3,
            MeetingStatus.Postponed => 3,
            MeetingStatus.Cancelled => 4,
            MeetingStatus.UnderWay => 5,
            MeetingStatus.Held => 6,
            _ => 0,
        };

    private sealed class Open
    {
        public DateOnly? On { get; set; }

        /// <summary>Which round an article calls it.</summary>
        public int? Counted { get; set; }
        public MeetingStatus? Status { get; set; }
        public MeetingForm Form { get; set; }
        public string? Venue { get; set; }
        public SortedSet<string> Parties { get; } = new(StringComparer.Ordinal);
        public HashSet<string> Families { get; } = new(StringComparer.OrdinalIgnoreCase);

        /// <summary>The log entry of its last change.</summary>
        public int Last { get; set; }

        public bool Pending =>
            Status is null or MeetingStatus.Proposed or MeetingStatus.Announced or MeetingStatus.Confirmed;
    }
}
