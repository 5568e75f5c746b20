namespace Chancery.Language.Grammar.Network;

/// <summary>The best tree with one root over scored arcs (Chu and Liu 1965, Edmonds 1967).</summary>
internal static class SpanningTree
{
    /// <param name="scores">Row i: how well each token serves as the head of token i; a token is never its own.</param>
    /// <param name="stride">From row to row.</param>
    /// <param name="roots">How well each token serves as the root.</param>
    /// <param name="heads">Takes the heads within the sentence; -1 is the root.</param>
    public static void Best(
        ReadOnlySpan<float> scores,
        int stride,
        ReadOnlySpan<float> roots,
        Span<int> heads
    )
    {
        var count = heads.Length;
        if (count == 1)
        {
            heads[0] = -1;
            return;
        }
        var rooted = 0;
        for (var i = 0; i < count; i++)
        {
            var row = scores.Slice(i * stride, count);
            var (best, most) = (-1, roots[i]);
            for (var j = 0; j < row.Length; j++)
            {
                if (row[j] > most)
                {
                    (best, most) = (j, row[j]);
                }
            }
            heads[i] = best;
            rooted += best < 0 ? 1 : 0;
        }
        if (rooted == 1 && !Cyclic(heads))
        {
            return;
        }
        // A tree with node 0 as the root: one root only, so a second one costs more than any tree can gain.
        var size = count + 1;
        var dense = new float[size, size];
        for (var i = 0; i < count; i++)
        {
            dense[i + 1, 0] = roots[i] - 10_000;
            for (var j = 0; j < count; j++)
            {
                dense[i + 1, j + 1] = i == j ? float.NegativeInfinity : scores[i * stride + j];
            }
        }
        var found = Edmonds(dense);
        for (var i = 0; i < count; i++)
        {
            heads[i] = found[i + 1] - 1;
        }
    }

    private static bool Cyclic(ReadOnlySpan<int> heads)
    {
        Span<int> seen = stackalloc int[heads.Length];
        seen.Clear();
        for (var i = 0; i < heads.Length; i++)
        {
            var at = i;
            while (at >= 0 && seen[at] == 0)
            {
                seen[at] = i + 1;
                at = heads[at];
            }
            if (at >= 0 && seen[at] == i + 1)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Best heads for all nodes but 0: takes the best arc into each, contracts a cycle, solves the rest, opens the cycle.</summary>
    private static int[] Edmonds(float[,] scores)
    {
        var size = scores.GetLength(0);
        var heads = new int[size];
        for (var i = 1; i < size; i++)
        {
            var best = 0;
            for (var j = 0; j < size; j++)
            {
                best = j != i && scores[i, j] > scores[i, best] ? j : best;
            }
            heads[i] = best;
        }
        var cycle = FindCycle(heads);
        if (cycle.Count == 0)
        {
            return heads;
        }
        var inside = new bool[size];
        var total = 0f;
        foreach (var node in cycle)
        {
            inside[node] = true;
            total += scores[node, heads[node]];
        }
        // Nodes outside keep their order; the last of the smaller graph stands for the cycle.
        var outside = Enumerable.Range(0, size).Where(node => !inside[node]).ToArray();
        var last = outside.Length;
        var smaller = new float[last + 1, last + 1];
        var enters = new int[last + 1];
        var leaves = new int[last + 1];
        for (var a = 0; a < last; a++)
        {
            for (var b = 0; b < last; b++)
            {
                smaller[a, b] = scores[outside[a], outside[b]];
            }
            smaller[a, last] = float.NegativeInfinity;
            smaller[last, a] = float.NegativeInfinity;
            leaves[a] = enters[a] = cycle[0];
            foreach (var node in cycle)
            {
                if (scores[outside[a], node] > smaller[a, last])
                {
                    (smaller[a, last], leaves[a]) = (scores[outside[a], node], node);
                }
                var entering = total - scores[node, heads[node]] + scores[node, outside[a]];
                if (entering > smaller[last, a])
                {
                    (smaller[last, a], enters[a]) = (entering, node);
                }
            }
        }
        var solved = Edmonds(smaller);
        for (var a = 1; a < last; a++)
        {
            heads[outside[a]] = solved[a] == last ? leaves[a] : outside[solved[a]];
        }
        heads[enters[solved[last]]] = outside[solved[last]];
        return heads;
    }

    private static List<int> FindCycle(int[] heads)
    {
        var seen = new int[heads.Length];
        for (var i = 1; i < heads.Length; i++)
        {
            var at = i;
            while (at > 0 && seen[at] == 0)
            {
                seen[at] = i;
                at = heads[at];
            }
            if (at > 0 && seen[at] == i)
            {
                var cycle = new List<int> { at };
                for (var node = heads[at]; node != at; node = heads[node])
                {
                    cycle.Add(node);
                }
                return cycle;
            }
        }
        return [];
    }
}
