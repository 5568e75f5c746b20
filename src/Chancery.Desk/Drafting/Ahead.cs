using Chancery.Terms;

namespace Chancery.Desk.Drafting;

/// <summary>The week ahead: the next dates of the negotiations, each in the words of whoever told it.</summary>
internal static class Ahead
{
    private const int Most = 5;

    /// <summary>A calendar further off than this is not the week ahead.</summary>
    private const int Days = 21;

    public static List<Line> Of(Week week, IReadOnlyList<Candidate> candidates, Selection selection)
    {
        var from = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(week.Window.To, week.Zone).DateTime);
        var lines = new List<Line>();
        foreach (
            var (_, entry) in week
                .Tracks.SelectMany(track => track.Rounds.Select(round => (track, round)))
                .Where(pair =>
                    pair.round.On is { } on
                    && on >= from
                    && on < from.AddDays(Days)
                    && pair.round.Status
                        is MeetingStatus.Proposed
                            or MeetingStatus.Announced
                            or MeetingStatus.Confirmed
                )
                .Select(pair =>
                    (
                        pair.round.On,
                        Entry: pair.track.Log.LastOrDefault(entry =>
                            entry.Round == pair.round.Number && entry.On == pair.round.On
                        )
                    )
                )
                .Where(pair => pair.Entry is not null)
                .OrderBy(pair => pair.On)
                .ThenBy(pair => pair.Entry!.Citation.Article.Value, StringComparer.Ordinal)
        )
        {
            var line = candidates
                .Where(one =>
                    one.From.Article.Id == entry!.Citation.Article
                    && one.Place.Overlaps(entry.Citation.Passage)
                )
                .OrderBy(one => one is Candidate.Told ? 0 : 1)
                .Select(selection.Alone)
                .OfType<Line>()
                .FirstOrDefault();
            if (line is not null && lines.TrueForAll(other => other.Text != line.Text) && lines.Count < Most)
            {
                lines.Add(line);
            }
        }
        return lines;
    }
}
