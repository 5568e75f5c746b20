using Chancery.Desk.Drafting;
using Chancery.Terms;

namespace Chancery.Desk.Tracks;

/// <summary>
/// Follows the negotiations of a watch through a week: those that the watch names, and those that the desk finds by
/// itself. Following the same week again changes nothing; weeks are followed in their order.
/// </summary>
public static class Tracking
{
    /// <summary>Meetings of the same parties, told by so many families, are a negotiation of their own.</summary>
    private const int FewestFamilies = 2;

    /// <param name="watch">The watch.</param>
    /// <param name="before">Its tracks as they stood; empty where there are none.</param>
    /// <param name="window">The week; what earlier runs found in it is found again.</param>
    /// <param name="articles">The week's relevant articles.</param>
    /// <param name="moved">Articles whose story a person moved to a track, with its id: that stands above every matching.</param>
    /// <returns>All tracks as they now stand: those of the watch in its order, then found ones by their parties.</returns>
    public static IReadOnlyList<Track> Follow(
        Watch watch,
        IReadOnlyList<Track> before,
        Window window,
        IReadOnlyList<Coded> articles,
        IReadOnlyDictionary<ArticleId, string>? moved = null
    )
    {
        var states = new States(watch);
        var outlets = new Outlets(watch);
        var matching = new Matching(watch, states);
        var sightings = new Sightings(watch, states, outlets);
        var week = articles
            .SelectMany(sightings.In)
            .Select(one => (Sighting: one, Match: matching.Of(one), Moved: Moved(one)))
            .ToList();
        var named = watch.Tracks.Select(track =>
        {
            var id = Slug(track.Name);
            var own = week.Where(pair => pair.Moved is { } to ? to == id : pair.Match?.Track == track)
                .ToList();
            return Made(
                new Track
                {
                    Id = id,
                    Watch = watch.Id,
                    Name = track.Name,
                    Named = true,
                    Parties = track.Parties,
                    Mediator = track.Mediator,
                    Issue = null,
                    Reasons = Reasons(
                        own.SelectMany(pair => pair.Moved is null ? pair.Match!.Value.Reasons : ByHand)
                    ),
                },
                [.. Earlier(before, id, window), .. own.Select(pair => pair.Sighting)],
                window
            );
        });
        var found = week.Where(pair =>
                pair is { Match: null, Moved: null }
                && pair.Sighting.Step == TrackStep.Status
                && IsTable(pair.Sighting, states)
            )
            .Select(pair => pair.Sighting)
            .GroupBy(
                one => string.Join('–', one.Parties.Order(StringComparer.Ordinal)),
                StringComparer.Ordinal
            )
            .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        // Talk of two sides that meet in several tracks, without a sign of which, makes no track of its own.
        foreach (var track in watch.Tracks)
        {
            found.Remove(string.Join('–', track.Parties.Select(states.Named).Order(StringComparer.Ordinal)));
        }
        var kept = before.Where(track => !track.Named).ToDictionary(Key, StringComparer.Ordinal);
        foreach (var key in found.Keys.Union(kept.Keys, StringComparer.Ordinal).ToList())
        {
            var own = week.Where(pair => pair.Moved == FoundId(key)).Select(pair => pair.Sighting).ToList();
            if (own.Count > 0)
            {
                found[key] = [.. found.GetValueOrDefault(key) ?? [], .. own];
            }
        }
        return
        [
            .. named,
            .. found
                .Keys.Union(kept.Keys, StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(key =>
                    Found(watch, key, found.GetValueOrDefault(key) ?? [], kept.GetValueOrDefault(key), window)
                )
                .OfType<Track>(),
        ];

        // Of a moved story only what shares a party with the track: its background tells of other tables too.
        string? Moved(Sighting one) =>
            moved is not null
            && moved.TryGetValue(one.Citation.Article, out var to)
            && (
                watch.Tracks.FirstOrDefault(track => Slug(track.Name) == to)?.Parties
                ?? before.FirstOrDefault(track => track.Id == to)?.Parties
            )
                is { } parties
            && parties.Any(party =>
                one.Parties.Concat(one.Named).Contains(states.Named(party), StringComparer.Ordinal)
            )
                ? to
                : null;
    }

    private static readonly IReadOnlyList<string> ByHand = ["a person moved its story here"];

    private static string FoundId(string parties) => $"found-{Slug(parties)}";

    private static Track? Found(Watch watch, string parties, List<Sighting> own, Track? before, Window window)
    {
        var families = own.DistinctBy(one => one.Family).Count();
        // A day on the calendar is worth following whoever tells it.
        if (
            before is null
            && families < FewestFamilies
            && !own.Any(one => one.On >= DateOnly.FromDateTime(one.At.UtcDateTime))
        )
        {
            return null;
        }
        var id = FoundId(parties);
        var venue = own.Select(one => one.Venue)
            .OfType<string>()
            .CountBy(one => one)
            .OrderByDescending(one => one.Value)
            .FirstOrDefault()
            .Key;
        return Made(
            new Track
            {
                Id = id,
                Watch = watch.Id,
                Name = $"{parties} contacts",
                Parties = parties.Split('–'),
                Venue = before?.Venue ?? venue,
                Reasons =
                [
                    $"{own.Count} reports of {families} outlets share the parties {parties.Replace("–", " and ", StringComparison.Ordinal)}",
                    .. venue is null ? Array.Empty<string>() : [$"the place is {venue}"],
                ],
            },
            [.. before is null ? [] : Earlier([before], id, window), .. own],
            window
        );
    }

    /// <summary>Two states or bodies at least, one of them a side of the matter.</summary>
    private static bool IsTable(Sighting sighting, States states) =>
        sighting.Parties.Count is > 1 and <= 3 && sighting.Parties.Any(states.Parties.Contains);

    private static string Key(Track track) => string.Join('–', track.Parties.Order(StringComparer.Ordinal));

    private static Track Made(Track track, IReadOnlyList<Sighting> sightings, Window window)
    {
        var (rounds, log) = Logbook.Write(sightings, track.Parties);
        var last = DateOnly.FromDateTime(window.To.UtcDateTime);
        return track with
        {
            Rounds = rounds,
            Log = log,
            Venue = track.Venue ?? rounds.LastOrDefault(round => round.Venue is not null)?.Venue,
            Status = log.LastOrDefault(entry => entry.Status is not null)?.Status,
            LastContact = rounds
                .Where(round => round.Status is MeetingStatus.Held or MeetingStatus.UnderWay)
                .Max(round => round.On),
            Next = rounds
                .Where(round =>
                    round.On >= last
                    && round.Status
                        is MeetingStatus.Proposed
                            or MeetingStatus.Announced
                            or MeetingStatus.Confirmed
                )
                .Min(round => round.On),
            Absent =
            [
                .. log.Where(entry =>
                        entry is { Step: TrackStep.Refusal or TrackStep.NotInvited, Who: not null }
                    )
                    .Select(entry => entry.Who!)
                    .Distinct(StringComparer.Ordinal),
            ],
        };
    }

    /// <summary>What an earlier log holds from before the week, as it was told.</summary>
    private static IEnumerable<Sighting> Earlier(IReadOnlyList<Track> before, string id, Window window)
    {
        if (before.FirstOrDefault(track => track.Id == id) is not { } track)
        {
            yield break;
        }
        foreach (var entry in track.Log.Where(entry => entry.At < window.From))
        {
            var round = entry.Round is { } number
                ? track.Rounds.FirstOrDefault(one => one.Number == number)
                : null;
            yield return new Sighting
            {
                At = entry.At,
                // A new day makes its own step again when it is told again.
                Step = entry.Step == TrackStep.Date ? TrackStep.Status : entry.Step,
                Status = entry.Status,
                On = entry.On,
                Form = round?.Form ?? MeetingForm.InPerson,
                Venue = round?.Venue,
                Parties = round?.Parties ?? [],
                Who = entry.Who,
                Outlet = entry.Outlet,
                Family = entry.Outlet,
                Citation = entry.Citation,
                Outlets = entry.Outlets,
            };
        }
    }

    private static IReadOnlyList<string> Reasons(IEnumerable<string> all) =>
        [
            .. all.CountBy(reason => reason, StringComparer.Ordinal)
                .OrderByDescending(reason => reason.Value)
                .ThenBy(reason => reason.Key, StringComparer.Ordinal)
                .Take(5)
                .Select(reason => $"{reason.Key} ({reason.Value})"),
        ];

    /// <summary>A name as an address: small letters and digits, hyphens between.</summary>
    internal static string Slug(string name) =>
        string.Join('-', Words.Of(name).Select(word => Checking.Fold.Word(word.In(name))));
}
