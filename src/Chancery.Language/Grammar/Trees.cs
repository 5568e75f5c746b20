namespace Chancery.Language.Grammar;

/// <summary>What follows from heads alone.</summary>
internal static class Trees
{
    /// <summary>Dependents of every token: those of token i stand at starts[i] … starts[i + 1].</summary>
    public static (int[] Starts, int[] Dependents) Dependents(ReadOnlySpan<int> heads)
    {
        var starts = new int[heads.Length + 2];
        foreach (var head in heads)
        {
            if (head >= 0)
            {
                starts[head + 2]++;
            }
        }
        for (var i = 1; i < starts.Length; i++)
        {
            starts[i] += starts[i - 1];
        }
        var dependents = new int[starts[^1]];
        for (var i = 0; i < heads.Length; i++)
        {
            if (heads[i] >= 0)
            {
                dependents[starts[heads[i] + 1]++] = i;
            }
        }
        return (starts, dependents);
    }

    /// <summary>The first and the last token of everything that hangs on each token.</summary>
    public static (int[] Firsts, int[] Lasts) Extents(ReadOnlySpan<int> heads)
    {
        var firsts = new int[heads.Length];
        var lasts = new int[heads.Length];
        for (var i = 0; i < heads.Length; i++)
        {
            firsts[i] = lasts[i] = i;
        }
        for (var i = 0; i < heads.Length; i++)
        {
            // A token widens its ancestors until one already reaches past it: linear for trees without crossings.
            for (var head = heads[i]; head >= 0 && (firsts[head] > i || lasts[head] < i); head = heads[head])
            {
                firsts[head] = Math.Min(firsts[head], i);
                lasts[head] = Math.Max(lasts[head], i);
            }
        }
        return (firsts, lasts);
    }
}
