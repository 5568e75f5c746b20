using Chancery.Terms;

namespace Chancery.Desk.Checking.Rules;

/// <summary>
/// Every name in a line is carried by a cited passage, or is another form of one that is: the watch's aliases and house
/// spelling, the article's own fuller form, a country and its people, a pronoun that the coding resolves. The outlet is
/// carried by the article.
/// </summary>
internal static class NameRule
{
    public static IEnumerable<Reason> Check(Ground ground)
    {
        var carried = new Carried(ground);
        var told = new HashSet<string>();
        foreach (var run in NameRuns.In(ground))
        {
            if (Uncovered(run, carried) is not { } name || !told.Add(name))
                continue;
            var outlet = ground.Watch?.Outlets.FirstOrDefault(o => OutletNames.NamedIn(o, run.Tokens));
            yield return outlet is null
                ? new Reason("name-not-carried", $"“{name}” is named in no cited passage.")
                : new Reason(
                    "outlet-not-cited",
                    $"“{outlet.Name}” is the outlet of no cited article and is named in no cited passage."
                );
        }
    }

    /// <summary>The first stretch of the run that nothing carries; null where all is carried.</summary>
    private static string? Uncovered(NameRun run, Carried carried)
    {
        var plainBefore = false;
        for (var at = 0; at < run.Words.Length; )
        {
            var length = carried.Longest(run, at, out var plain);
            // Two names that each stand somewhere do not make one that stands nowhere ("Jan" and "Vell", "Jan Vell").
            if (length == 0 || plain && plainBefore && !run.TitleCase)
                return run.Text(plainBefore ? at - 1 : at, Math.Max(length, 1) + (plainBefore ? 1 : 0));
            plainBefore = plain;
            at += length;
        }
        return null;
    }
}
