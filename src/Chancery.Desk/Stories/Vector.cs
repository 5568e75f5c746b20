namespace Chancery.Desk.Stories;

/// <summary>A sparse vector: ascending term numbers and their weights, one beside the other.</summary>
internal readonly record struct Vector(int[] Terms, float[] Weights)
{
    public static readonly Vector Empty = new([], []);

    public int Count => Terms.Length;

    public double Dot(Vector other)
    {
        double sum = 0;
        int i = 0,
            j = 0;
        while (i < Terms.Length && j < other.Terms.Length)
        {
            var order = Terms[i] - other.Terms[j];
            if (order == 0)
            {
                sum += Weights[i++] * other.Weights[j++];
            }
            else if (order < 0)
            {
                i++;
            }
            else
            {
                j++;
            }
        }
        return sum;
    }

    public double Length
    {
        get
        {
            double squares = 0;
            foreach (var weight in Weights)
            {
                squares += weight * weight;
            }
            return Math.Sqrt(squares);
        }
    }

    public Vector Plus(Vector other)
    {
        var terms = new List<int>(Count + other.Count);
        var weights = new List<float>(Count + other.Count);
        int i = 0,
            j = 0;
        while (i < Count || j < other.Count)
        {
            var order =
                i == Count ? 1
                : j == other.Count ? -1
                : Terms[i].CompareTo(other.Terms[j]);
            terms.Add(order <= 0 ? Terms[i] : other.Terms[j]);
            weights.Add((order <= 0 ? Weights[i] : 0) + (order >= 0 ? other.Weights[j] : 0));
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return new Vector([.. terms], [.. weights]);
    }

    /// <summary>The same direction with length 1.</summary>
    public Vector Unit()
    {
        var length = (float)Length;
        return length == 0 ? this : new Vector(Terms, Array.ConvertAll(Weights, weight => weight / length));
    }

    /// <summary>Its heaviest terms only.</summary>
    public Vector Heaviest(int count)
    {
        if (Count <= count)
        {
            return this;
        }
        var byWeight = (float[])Weights.Clone();
        Array.Sort(byWeight);
        var least = byWeight[^count];
        var terms = new List<int>(count);
        var weights = new List<float>(count);
        for (var i = 0; i < Count && terms.Count < count; i++)
        {
            if (Weights[i] >= least)
            {
                terms.Add(Terms[i]);
                weights.Add(Weights[i]);
            }
        }
        return new Vector([.. terms], [.. weights]);
    }
}
