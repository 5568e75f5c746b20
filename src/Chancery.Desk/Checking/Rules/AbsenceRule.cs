using Chancery.Desk.Absences;
using Chancery.Terms;

namespace Chancery.Desk.Checking.Rules;

/// <summary>A thing is said not to have come only where its feed was read well for the whole window and held nothing.</summary>
internal static class AbsenceRule
{
    public static IEnumerable<Reason> Check(Line.Absence line)
    {
        if (string.IsNullOrWhiteSpace(line.Feed))
            yield return new Reason(
                "absence-no-feed",
                "This line says that nothing came and names no feed where it would have come."
            );
        if (line.Window.To <= line.Window.From)
            yield return new Reason(
                "absence-no-window",
                "This line says that nothing came and names no window of time."
            );
        if (Briefings.SaysNotLooked(line.Text))
        {
            // It claims nothing of the world, only of the desk; that has to be true.
            if (line.Health.Covered)
                yield return new Reason(
                    "absence-looked",
                    $"The feed {line.Feed} was read for the whole window: the desk could look."
                );
            yield break;
        }
        if (line.Health.Reads <= 0)
            yield return new Reason(
                "absence-not-read",
                $"The feed {line.Feed} was not read in the window, so nobody can say that nothing came."
            );
        else if (!line.Health.Covered)
            yield return new Reason(
                "absence-not-covered",
                $"The reads of the feed {line.Feed} leave a hole in the window ({line.Health.Failures} of {line.Health.Reads} failed), so something may have come."
            );
        if (line.Health.Entries > 0)
            yield return new Reason(
                "absence-contradicted",
                $"The feed {line.Feed} holds {line.Health.Entries} entries in the window: something did come."
            );
        if (QuotationMarks.Of(line.Text, out _).Count > 0)
            yield return new Reason(
                "absence-quotes",
                "A line about what did not come cites nothing, so it cannot quote."
            );
    }
}
