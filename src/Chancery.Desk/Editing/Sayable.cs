using Chancery.Desk.Drafting;
using Chancery.Terms;

namespace Chancery.Desk.Editing;

/// <summary>Lines that can be made of one article, each with the words it would rest on: what an editor adds without writing.</summary>
public static class Sayable
{
    /// <param name="watch">Gives names, offices, outlets and spelling.</param>
    /// <param name="coded">The article.</param>
    /// <returns>The weightiest first.</returns>
    public static IReadOnlyList<Line.Cited> In(Watch watch, Coded coded)
    {
        var cast = new Cast(watch);
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(watch.Edition.Zone, out var found)
            ? found
            : TimeZoneInfo.Utc;
        var lines = new List<Line.Cited>();
        var outlets = new Outlets(watch);
        var candidates = new Candidates(watch, cast, outlets, new Echoes([coded], outlets))
            .In(coded)
            // What goes on from another line stands by itself nowhere.
            .Where(one => one is not Candidate.Said { Follows: not null })
            .OrderByDescending(one => one.Worth);
        foreach (var candidate in candidates)
        {
            // A writer of its own: a line that may stand anywhere names its speaker in full.
            if (new Writer(cast, outlets, zone).Write(candidate) is Line.Cited line)
            {
                lines.Add(line);
            }
        }
        return [.. lines.DistinctBy(line => line.Text, StringComparer.Ordinal)];
    }
}
