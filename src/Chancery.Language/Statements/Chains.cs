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
    }
}
