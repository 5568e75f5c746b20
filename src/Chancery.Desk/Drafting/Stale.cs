using System.Globalization;
using Chancery.Terms;

namespace Chancery.Desk.Drafting;

/// <summary>
/// What was announced and is no longer so: a meeting that was put off, called off or set for another day is not told as
/// it was announced.
/// </summary>
internal sealed class Stale
{
    private readonly List<(TrackEntry Told, DateTimeOffset Until)> gone = [];

    public Stale(IReadOnlyList<Track> tracks)
    {
        foreach (
            var round in tracks.SelectMany(track =>
                track.Log.Where(entry => entry.Round is not null).GroupBy(entry => entry.Round)
            )
        )
        {
            var entries = round.ToList();
            for (var i = 0; i < entries.Count; i++)
            {
                var told = entries[i];
                if (
                    told.Status
                        is MeetingStatus.Proposed
                            or MeetingStatus.Announced
                            or MeetingStatus.Confirmed
                    && entries.Skip(i + 1).FirstOrDefault(later => Overtakes(told, later)) is { } change
                )
                {
                    gone.Add((told, change.At));
                }
            }
        }
    }

    /// <summary>True where the candidate rests on the words that were overtaken, or names their day in an article from before the change.</summary>
    public bool Has(Candidate candidate) =>
        gone.Exists(one =>
            candidate.Citations.Any(citation =>
                citation.Article == one.Told.Citation.Article
                && citation.Passage.Overlaps(one.Told.Citation.Passage)
            )
            || candidate.From.At < one.Until && one.Told.On is { } day && Names(candidate.Words, day)
        );

    private static bool Overtakes(TrackEntry told, TrackEntry later) =>
        later.Status is MeetingStatus.Postponed or MeetingStatus.Cancelled
        || later.Step == TrackStep.Date && told.On is not null && later.On != told.On;

    private static bool Names(string words, DateOnly day) =>
        words.Contains(day.ToString("d MMMM", CultureInfo.InvariantCulture), StringComparison.Ordinal)
        || words.Contains(day.ToString("MMMM d", CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
