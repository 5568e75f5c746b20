using Chancery.Terms;

namespace Chancery.Desk.Drafting;

/// <summary>Lays beside a draft what the desk said before: last week's issue, related ones, and lines on the tracks that moved.</summary>
internal static class Before
{
    private const int MostRelated = 3;
    private const int LinesOfTrack = 2;
    private const int MostLines = 8;

    /// <summary>Fewer names and words of the question in common are of any two issues of one watch.</summary>
    private const int FewestShared = 3;

    private const int Shown = 4;

    public static Earlier? Of(Week week, Issue draft, Cast cast)
    {
        var issues = week
            .Issues.Where(one => one.Week < week.FirstDay)
            .OrderByDescending(one => one.Week)
            .ToList();
        if (issues.Count == 0)
        {
            return null;
        }
        var own = Matter(draft, week.Watch, cast);
        return new Earlier(
            Mention(issues[0], ""),
            [
                .. issues
                    .Skip(1)
                    .Select(issue => (issue, shared: Shared(own, Matter(issue, week.Watch, cast))))
                    .Where(pair => pair.shared.Count >= FewestShared)
                    .OrderByDescending(pair => pair.shared.Count)
                    .ThenByDescending(pair => pair.issue.Week)
                    .Take(MostRelated)
                    .Select(pair =>
                        Mention(pair.issue, $"both speak of {string.Join(", ", pair.shared.Take(Shown))}")
                    ),
            ],
            [
                .. week
                    .Tracks.Where(track => track.Log.Any(entry => week.Window.Contains(entry.At)))
                    .SelectMany(track => OnTrack(track, week, issues))
                    .DistinctBy(said => (said.Week, said.Line.Text))
                    .OrderByDescending(said => said.Week)
                    .Take(MostLines),
            ]
        );
    }

    private static IssueMention Mention(Issue issue, string why) =>
        new(issue.Week, issue.Title.Text, issue.Dek.Text, why);

    /// <summary>Lines that rest on words of the track's log, or name its parties and a word or a place of its own.</summary>
    private static IEnumerable<SaidOnTrack> OnTrack(Track track, Week week, IReadOnlyList<Issue> issues)
    {
        var told = week.Watch.Tracks.FirstOrDefault(one => one.Name == track.Name);
        var signs = new Phrases<string>(
            (told?.Words ?? [])
                .Concat(told?.Venues ?? [])
                .Append(track.Venue ?? "")
                .Where(word => word.Length > 0)
                .Select(word => (word, word))
        );
        var states = new Tracks.States(week.Watch);
        var parties = track.Parties.Select(states.Named).ToList();
        return issues
            .SelectMany(issue =>
                issue.Lines().OfType<Line.Cited>().Skip(2).Select(line => (issue.Week, line))
            )
            .Where(pair =>
                pair.line.Citations.Any(citation =>
                    track.Log.Any(entry =>
                        entry.Citation.Article == citation.Article
                        && entry.Citation.Passage.Overlaps(citation.Passage)
                    )
                )
                || signs.In(pair.line.Text).Any() && states.In(pair.line.Text).Count(parties.Contains) > 1
            )
            .Take(LinesOfTrack)
            .Select(pair => new SaidOnTrack(track.Id, track.Name, pair.Week, pair.line));
    }

    /// <summary>What an issue speaks of: the people and bodies of the watch that it names, and the words of the question.</summary>
    private static HashSet<string> Matter(Issue issue, Watch watch, Cast cast)
    {
        var stakes = new Phrases<string>(watch.Stakes.Select(word => (word, word)));
        return
        [
            .. issue
                .Lead.Paragraphs.SelectMany(paragraph => paragraph.Lines)
                .Append(issue.Title)
                .SelectMany(line =>
                    cast.In(line.Text)
                        // The principals are in every issue.
                        .Where(actor => !actor.Principal)
                        .Select(actor => actor.Name)
                        .Concat(stakes.In(line.Text).Select(found => found.Of))
                ),
        ];
    }

    private static List<string> Shared(HashSet<string> one, HashSet<string> other) =>
        [
            .. one.Where(other.Contains)
                .OrderBy(word => char.IsUpper(word[0]) ? 0 : 1)
                .ThenBy(word => word, StringComparer.Ordinal),
        ];
}
