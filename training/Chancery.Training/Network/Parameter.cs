using System.Runtime.Intrinsics;

namespace Chancery.Training.Network;

/// <summary>Numbers that are learnt, with their gradient and the two moments of Adam (Kingma and Ba 2015).</summary>
internal sealed class Parameter
{
    private readonly float[] first;
    private readonly float[] second;
    private readonly bool[]? touched;
    private readonly List<int> rows = [];

    /// <param name="sparse">True for tables of which a step touches few rows: only those are updated.</param>
    public Parameter(string name, int rows, int columns, float spread, Random random, bool sparse = false)
    {
        (Name, Rows, Columns) = (name, rows, columns);
        Value = GC.AllocateArray<float>(rows * columns, pinned: true);
        Gradient = GC.AllocateArray<float>(rows * columns, pinned: true);
        first = new float[rows * columns];
        second = new float[rows * columns];
        touched = sparse ? new bool[rows] : null;
        for (var i = 0; i < Value.Length; i++)
        {
            Value[i] = (random.NextSingle() * 2 - 1) * spread;
        }
    }

    public string Name { get; }

    public int Rows { get; }

    public int Columns { get; }

    public float[] Value { get; }

    public float[] Gradient { get; }

    public Span<float> Row(int row) => Value.AsSpan(row * Columns, Columns);

    /// <summary>The gradient of a row that this step touches.</summary>
    public Span<float> GradientRow(int row)
    {
        if (touched is not null && !touched[row])
        {
            touched[row] = true;
            rows.Add(row);
        }
        return Gradient.AsSpan(row * Columns, Columns);
    }

    /// <summary>Forgets the moments: another task begins.</summary>
    public void Rest()
    {
        Array.Clear(first);
        Array.Clear(second);
    }

    public double SquaredNorm()
    {
        var sum = 0.0;
        if (touched is null)
        {
            sum = Chancery.Language.Grammar.Rows.Dot(Gradient, Gradient);
        }
        foreach (var row in rows)
        {
            var gradient = Gradient.AsSpan(row * Columns, Columns);
            sum += Chancery.Language.Grammar.Rows.Dot(gradient, gradient);
        }
        return sum;
    }

    public void Step(float rate, float scale, int step)
    {
        const float beta1 = 0.9f;
        const float beta2 = 0.98f;
        var corrected = rate * MathF.Sqrt(1 - MathF.Pow(beta2, step)) / (1 - MathF.Pow(beta1, step));
        if (touched is null)
        {
            Update(0, Value.Length, corrected, scale, beta1, beta2);
            return;
        }
        foreach (var row in rows)
        {
            Update(row * Columns, Columns, corrected, scale, beta1, beta2);
            touched[row] = false;
        }
        rows.Clear();
    }

    private void Update(int at, int length, float rate, float scale, float beta1, float beta2)
    {
        var i = at;
        for (; i + 16 <= at + length; i += 16)
        {
            var g = Vector512.LoadUnsafe(ref Gradient[i]) * scale;
            var m = Vector512.LoadUnsafe(ref first[i]) * beta1 + g * (1 - beta1);
            var v = Vector512.LoadUnsafe(ref second[i]) * beta2 + g * g * (1 - beta2);
            m.StoreUnsafe(ref first[i]);
            v.StoreUnsafe(ref second[i]);
            var moved = m * rate / (Vector512.Sqrt(v) + Vector512.Create(1e-8f));
            (Vector512.LoadUnsafe(ref Value[i]) - moved).StoreUnsafe(ref Value[i]);
            Vector512<float>.Zero.StoreUnsafe(ref Gradient[i]);
        }
        for (; i < at + length; i++)
        {
            var g = Gradient[i] * scale;
            first[i] = first[i] * beta1 + g * (1 - beta1);
            second[i] = second[i] * beta2 + g * g * (1 - beta2);
            Value[i] -= first[i] * rate / (MathF.Sqrt(second[i]) + 1e-8f);
            Gradient[i] = 0;
        }
    }
}
