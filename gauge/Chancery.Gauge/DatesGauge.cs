using System.Diagnostics;
using Chancery.Terms;

namespace Chancery.Gauge;

/// <summary>How well expressions of time are found and resolved.</summary>
/// <param name="Items">Texts.</param>
/// <param name="Seconds">Spent finding.</param>
/// <param name="Strict">Same first and last character.</param>
/// <param name="Relaxed">Overlap, each side's expression counted once.</param>
/// <param name="Value">Strict, and the same value.</param>
public sealed record DatesFigures(int Items, double Seconds, Share Strict, Share Relaxed, Share Value);

/// <summary>Measures expressions of time in the manner of TempEval.</summary>
public static class DatesGauge
{
    /// <param name="path">A file of <see cref="DatesGold"/>.</param>
    /// <param name="code">Codes one text; only its times are read.</param>
    public static DatesFigures Measure(string path, Func<DatesGold, Coding> code)
    {
        var (items, spent) = (0, TimeSpan.Zero);
        var (strict, relaxed, value) = (default(Share), default(Share), default(Share));
        foreach (var gold in DatesGold.Read(path))
        {
            var before = Stopwatch.GetTimestamp();
            var found = code(gold).Times;
            spent += Stopwatch.GetElapsedTime(before);
            items++;
            strict += Share(found, gold, (t, g) => t.Passage == g.Passage);
            relaxed += Share(found, gold, (t, g) => t.Passage.Overlaps(g.Passage));
            value += Share(found, gold, (t, g) => t.Passage == g.Passage && t.Value == g.Value);
        }
        return new DatesFigures(items, spent.TotalSeconds, strict, relaxed, value);
    }

    private static Share Share(
        IReadOnlyList<TimeExpression> found,
        DatesGold gold,
        Func<TimeExpression, (Passage Passage, string Value), bool> agree
    )
    {
        var open = gold.Times.ToList();
        var right = 0;
        foreach (var time in found)
        {
            var partner = open.FindIndex(g => agree(time, g));
            if (partner >= 0)
            {
                open.RemoveAt(partner);
                right++;
            }
        }
        return new Share(right, found.Count, gold.Times.Count);
    }
}
