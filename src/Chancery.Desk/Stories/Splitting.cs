namespace Chancery.Desk.Stories;

/// <summary>
/// Finds the seam in a story that holds two look-alike happenings: the same sort of thing, place or body, but other names
/// and numbers. Words that all members share say nothing about it and are weighed out; what is left either hangs together
/// or falls into two groups that have hardly a word in common.
/// </summary>
internal static class Splitting
{
    /// <summary>A story of fewer members is left whole.</summary>
    public const int Least = 5;

    /// <summary>Groups nearer to each other than this, on average, are one story.</summary>
    private const double Apart = 0.06;

    /// <summary>… and than this share of the nearness within the groups.</summary>
    private const double Contrast = 0.4;

    /// <summary>Groups as near as this are still two where they hang together so much better within.</summary>
    private const double ClearlyApart = 0.075,
        ClearContrast = 0.3;

    /// <summary>So many members, evenly taken, are looked at.</summary>
    private const int Sample = 64;

    /// <summary>Which side each member belongs to; null where the story is one.</summary>
    public static bool[]? Seam(IReadOnlyList<Vector> members)
    {
        if (members.Count < Least)
        {
            return null;
        }
        var step = Math.Max(1, (members.Count + Sample - 1) / Sample);
        var own = Own(members);
        Vector[] looked = [.. own.Where((_, i) => i % step == 0)];
        var near = Nearness(looked);
        if (Halves(near) is not { } side || !Holds(near, side))
        {
            return null;
        }
        var one = Centre(looked, side, false);
        var other = Centre(looked, side, true);
        return
        [
            .. own.Select(
                (vector, i) => i % step == 0 ? side[i / step] : vector.Dot(other) > vector.Dot(one)
            ),
        ];
    }

    /// <summary>Average nearness of two groups once what all of them share is weighed out.</summary>
    public static double Between(IReadOnlyList<Vector> one, IReadOnlyList<Vector> other)
    {
        var own = Own([.. one, .. other]);
        return Centre(own[..one.Count]).Dot(Centre(own[one.Count..]));
    }

    /// <summary>Members with each word weighed by how few of them carry it; words of one member only are dropped.</summary>
    private static Vector[] Own(IReadOnlyList<Vector> members)
    {
        var carriers = new Dictionary<int, int>();
        foreach (var term in members.SelectMany(member => member.Terms))
        {
            carriers[term] = carriers.GetValueOrDefault(term) + 1;
        }
        return
        [
            .. members.Select(member =>
            {
                var terms = new List<int>(member.Count);
                var weights = new List<float>(member.Count);
                for (var i = 0; i < member.Count; i++)
                {
                    if (carriers[member.Terms[i]] is > 1 and var count)
                    {
                        terms.Add(member.Terms[i]);
                        weights.Add((float)(member.Weights[i] * Math.Log((members.Count + 1.0) / count)));
                    }
                }
                return new Vector([.. terms], [.. weights]).Unit();
            }),
        ];
    }

    private static double[,] Nearness(Vector[] vectors)
    {
        var near = new double[vectors.Length, vectors.Length];
        for (var i = 0; i < vectors.Length; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                near[i, j] = near[j, i] = vectors[i].Dot(vectors[j]);
            }
        }
        return near;
    }

    /// <summary>
    /// Joins the nearest groups (by average) until one is left, and takes the last moment at which two groups of some
    /// size stood beside each other; members outside them go to the nearer one.
    /// </summary>
    private static bool[]? Halves(double[,] near)
    {
        var count = near.GetLength(0);
        var small = Math.Max(2, (int)Math.Round(0.12 * count));
        List<List<int>> groups = [.. Enumerable.Range(0, count).Select(i => new List<int> { i })];
        var between = new List<List<double>>();
        for (var i = 0; i < count; i++)
        {
            between.Add([.. Enumerable.Range(0, count).Select(j => near[i, j])]);
        }
        (int[] One, int[] Other)? halves = null;
        while (groups.Count > 1)
        {
            var large = groups
                .Where(group => group.Count >= small)
                .OrderByDescending(group => group.Count)
                .Take(2)
                .ToList();
            if (large.Count == 2)
            {
                halves = ([.. large[0]], [.. large[1]]);
            }
            Join(groups, between);
        }
        return halves is { } found ? Settled(near, found.One, found.Other) : null;
    }

    private static void Join(List<List<int>> groups, List<List<double>> between)
    {
        var best = double.NegativeInfinity;
        int one = 1,
            other = 0;
        for (var x = 1; x < groups.Count; x++)
        {
            for (var y = 0; y < x; y++)
            {
                var average = between[x][y] / groups[x].Count / groups[y].Count;
                if (average > best)
                {
                    (best, one, other) = (average, x, y);
                }
            }
        }
        groups[other].AddRange(groups[one]);
        groups.RemoveAt(one);
        for (var z = 0; z < between.Count; z++)
        {
            between[other][z] += between[one][z];
        }
        for (var z = 0; z < between.Count; z++)
        {
            between[z][other] += between[z][one];
        }
        between.RemoveAt(one);
        foreach (var row in between)
        {
            row.RemoveAt(one);
        }
    }

    private static bool[]? Settled(double[,] near, int[] one, int[] other)
    {
        var count = near.GetLength(0);
        var side = new bool[count];
        var placed = new bool[count];
        Array.ForEach(one, i => placed[i] = true);
        Array.ForEach(other, i => placed[i] = side[i] = true);
        for (var round = 0; round < 5; round++)
        {
            var next = new bool[count];
            for (var i = 0; i < count; i++)
            {
                next[i] = Average(near, i, side, placed, true) > Average(near, i, side, placed, false);
            }
            var same = next.AsSpan().SequenceEqual(side) && !placed.Contains(false);
            (side, placed) = (next, [.. Enumerable.Repeat(true, count)]);
            if (same)
            {
                break;
            }
        }
        var right = side.Count(it => it);
        return Math.Min(right, count - right) < 2 ? null : side;
    }

    private static double Average(double[,] near, int i, bool[] side, bool[] placed, bool of)
    {
        double sum = 0;
        var count = 0;
        for (var j = 0; j < side.Length; j++)
        {
            if (j != i && placed[j] && side[j] == of)
            {
                sum += near[i, j];
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    private static bool Holds(double[,] near, bool[] side)
    {
        double within = 0,
            between = 0;
        int pairsWithin = 0,
            pairsBetween = 0;
        for (var i = 0; i < side.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (side[i] == side[j])
                {
                    within += near[i, j];
                    pairsWithin++;
                }
                else
                {
                    between += near[i, j];
                    pairsBetween++;
                }
            }
        }
        within /= pairsWithin;
        between /= pairsBetween;
        return (between < Apart && between < Contrast * within)
            || (between < ClearlyApart && between < ClearContrast * within);
    }

    private static Vector Centre(Vector[] vectors, bool[] side, bool of) =>
        Centre([.. vectors.Where((_, i) => side[i] == of)]);

    /// <summary>The mean of unit vectors: the product of two means is the average nearness over all pairs.</summary>
    private static Vector Centre(Vector[] vectors)
    {
        var sum = vectors.Aggregate(Vector.Empty, (sum, vector) => sum.Plus(vector));
        return new Vector(sum.Terms, Array.ConvertAll(sum.Weights, weight => weight / vectors.Length));
    }
}
