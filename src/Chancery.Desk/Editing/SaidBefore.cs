using Chancery.Terms;

namespace Chancery.Desk.Editing;

/// <summary>A line that an earlier issue, or this one, has already.</summary>
/// <param name="Line">Index into <see cref="Issue.Lines"/>.</param>
/// <param name="Week">Of the issue that has it.</param>
/// <param name="Earlier">The line there.</param>
/// <param name="SameWords">True where it cites the same words; false where its own wording is near.</param>
public sealed record Repetition(int Line, DateOnly Week, Line Earlier, bool SameWords);

/// <summary>"Have we said this before?": holds each line against earlier issues.</summary>
public static class SaidBefore
{
    /// <summary>
    /// Share of the smaller line's words, taken in pairs, that both have. Set by hand on rewritten lines of the sample
    /// week: a new order of clauses keeps more than half of the pairs, another sentence on the same people a fifth.
    /// </summary>
    private const double Near = 0.5;

    /// <summary>Shorter lines share their pairs by chance.</summary>
    private const int FewestPairs = 5;

    /// <param name="issue">The issue; what did not come is not compared: its line is alike every week.</param>
    /// <param name="earlier">Issues before it, in any order; one of the same week is passed over.</param>
    public static IReadOnlyList<Repetition> Look(Issue issue, IReadOnlyList<Issue> earlier)
    {
        var known = earlier
            .Where(one => one.Week < issue.Week)
            .OrderByDescending(one => one.Week)
            .SelectMany(one =>
                one.Lines()
                    .Where(line => line is not Line.Absence)
                    .Select(line => (one.Week, line, pairs: Pairs(line.Text)))
            )
            .ToList();
        var found = new List<Repetition>();
        foreach (var (line, i) in issue.Lines().Select((line, i) => (line, i)))
        {
            if (line is Line.Absence)
            {
                continue;
            }
            var pairs = Pairs(line.Text);
            foreach (var (week, other, otherPairs) in known)
            {
                if (CitesTheSame(line, other))
                {
                    found.Add(new Repetition(i, week, other, SameWords: true));
                    break;
                }
                if (AreNear(pairs, otherPairs))
                {
                    found.Add(new Repetition(i, week, other, SameWords: false));
                    break;
                }
            }
        }
        return found;
    }

    private static bool CitesTheSame(Line line, Line other) =>
        line is Line.Cited cited
        && other is Line.Cited before
        && cited.Citations.Any(one =>
            before.Citations.Any(two => one.Article == two.Article && one.Passage.Overlaps(two.Passage))
        );

    private static bool AreNear(HashSet<(string, string)> one, HashSet<(string, string)> two)
    {
        var least = Math.Min(one.Count, two.Count);
        return least >= FewestPairs && one.Count(two.Contains) >= Near * least;
    }

    private static HashSet<(string, string)> Pairs(string text)
    {
        List<string> words = [.. Words.Of(text).Select(word => word.In(text).ToString().ToLowerInvariant())];
        return [.. words.Zip(words.Skip(1))];
    }
}
