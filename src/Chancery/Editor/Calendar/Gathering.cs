using Chancery.Editor.People;
using Chancery.Terms;

namespace Chancery.Editor.Calendar;

/// <summary>One meeting as all articles tell of it: the same parties on the same day.</summary>
/// <param name="Day">Its day; null where nobody tells.</param>
/// <param name="Parties">As the house prints them.</param>
/// <param name="Told">What the articles tell, the latest first.</param>
public sealed record Gathering(DateOnly? Day, IReadOnlyList<string> Parties, IReadOnlyList<MeetingEntry> Told)
{
    /// <summary>As last told.</summary>
    public MeetingStatus Status => Told[0].Status;

    public MeetingForm Form => Told[0].Form;

    public string? Venue => Told.Select(told => told.Venue).FirstOrDefault(venue => venue is not null);

    public string? Mediator =>
        Told.Select(told => told.Mediator).FirstOrDefault(mediator => mediator is not null);

    public int Outlets => Told.Select(told => told.Outlet).Distinct().Count();

    /// <summary>Those in which somebody of the watch takes part, by day; those without a day last.</summary>
    public static IReadOnlyList<Gathering> Of(Watch watch, IEnumerable<MeetingEntry> told) =>
        [
            .. told.Select(entry =>
                    (
                        Entry: entry,
                        Parties: entry
                            .Parties.Select(party => Voice.Of(watch, $"{party}"))
                            .DistinctBy(voice => voice.Name)
                            .ToList()
                    )
                )
                .Where(pair =>
                    pair.Parties.Count > 1 && pair.Parties.Exists(voice => voice.Actor is not null)
                )
                .GroupBy(pair =>
                    (
                        pair.Entry.Day,
                        Parties: string.Join(
                            '\n',
                            pair.Parties.Select(voice => voice.Name).Order(StringComparer.Ordinal)
                        )
                    )
                )
                .Select(group => new Gathering(
                    group.Key.Day,
                    [.. group.First().Parties.Select(voice => voice.Name)],
                    [.. group.Select(pair => pair.Entry).OrderByDescending(entry => entry.Dated)]
                ))
                .OrderBy(gathering => gathering.Day ?? DateOnly.MaxValue)
                .ThenByDescending(gathering => gathering.Outlets),
        ];
}
