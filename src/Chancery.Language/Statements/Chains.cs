using Chancery.Terms;

namespace Chancery.Language.Statements;

/// <summary>Who passed a statement on: the speakers of the statements that hold it, innermost first.</summary>
internal static class Chains
{
    public static void Link(IReadOnlyList<Attribution> all)
    {
        foreach (Attribution inner in all)
        {
            if (inner.Cue.IsNone)
                continue;
            foreach (
                Attribution outer in all.Where(o =>
                        o != inner
                        && !o.Direct
                        && !o.Speaker.IsNone
                        && o.Stance is not (Stance.Believe or Stance.Demand or Stance.Ask)
                        && o.Content.Any(c => c.Has(inner.Cue))
                    )
                    .OrderBy(o => o.Content.Sum(c => c.Last - c.First))
            )
                if (!inner.Through.Contains(outer.Speaker) && outer.Speaker != inner.Speaker)
                    inner.Through.Add(outer.Speaker);
        }
        // The innermost stands nearest to the saying.
        foreach (Attribution said in all)
            said.Through.Sort((a, b) => Away(said, a).CompareTo(Away(said, b)));
    }

    private static int Away(Attribution said, Stretch teller) =>
        teller.First > said.Cue.Last ? teller.First - said.Cue.Last : said.Cue.First - teller.Last;
}
