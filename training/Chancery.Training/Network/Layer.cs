using System.Runtime.Intrinsics;
using Chancery.Language.Grammar.Network;

namespace Chancery.Training.Network;

/// <summary>One layer of simple recurrent units in both directions (see <see cref="Recurrence"/>), and back.</summary>
internal sealed class Layer
{
    private readonly Dense gates;
    private readonly Parameter recurrence;
    private readonly int size;
    private float[] dropped = [];
    private float[] masks = [];
    private float[] products = [];
    private float[] productGradients = [];
    private float[] inner = [];
    private float[] forget = [];
    private float[] reset = [];
    private float[] droppedGradients = [];

    public Layer(int index, int size, Random random)
    {
        this.size = size;
        gates = new Dense($"gates-{index}", size, 3 * size, random, bias: false);
        recurrence = new Parameter($"recurrence-{index}", 1, 4 * size, 0, random);
        var half = size / 2;
        for (var direction = 0; direction < 2; direction++)
        {
            for (var d = 0; d < half; d++)
            {
                recurrence.Value[(direction * 4 * half) + d] = (random.NextSingle() * 2 - 1) * 0.5f;
                recurrence.Value[(direction * 4 * half) + half + d] = (random.NextSingle() * 2 - 1) * 0.5f;
            }
        }
    }

    public IEnumerable<Parameter> Parameters => [.. gates.Parameters, recurrence];

    public void Pack() => gates.Pack();

    /// <param name="starts">First row of each sentence, and the end of the last.</param>
    public unsafe void Forward(
        float[] input,
        int rows,
        int[] starts,
        float[] output,
        float dropout,
        Random? random
    )
    {
        Reserve(rows);
        var half = size / 2;
        for (var s = 0; s + 1 < starts.Length; s++)
        {
            var mask = masks.AsSpan(s * size, size);
            Dropout.Mask(mask, dropout, random);
            for (var i = starts[s]; i < starts[s + 1]; i++)
            {
                Chancery.Language.Grammar.Rows.Multiply(
                    input.AsSpan(i * size, size),
                    mask,
                    dropped.AsSpan(i * size, size)
                );
            }
        }
        gates.Forward(dropped, size, rows, products);
        fixed (
            float* x = input,
                h = output,
                g = products,
                w = recurrence.Value,
                c = inner,
                f = forget,
                r = reset
        )
        {
            for (var s = 0; s + 1 < starts.Length; s++)
            {
                var (first, count) = (starts[s], starts[s + 1] - starts[s]);
                for (var direction = 0; direction < 2; direction++)
                {
                    Run(x, h, g, w + direction * 4 * half, c, f, r, first, count, direction);
                }
            }
        }
    }

    private unsafe void Run(
        float* x,
        float* h,
        float* g,
        float* w,
        float* c,
        float* f,
        float* r,
        int first,
        int count,
        int direction
    )
    {
        var half = size / 2;
        var wide = 3 * size;
        for (var d = 0; d < half; d += 16)
        {
            var vf = Vector512.Load(w + d);
            var vr = Vector512.Load(w + half + d);
            var bf = Vector512.Load(w + 2 * half + d);
            var br = Vector512.Load(w + 3 * half + d);
            var state = Vector512<float>.Zero;
            for (var k = 0; k < count; k++)
            {
                var t = direction == 0 ? first + k : first + count - 1 - k;
                var gate = g + t * wide + direction * 3 * half + d;
                var at = t * size + direction * half + d;
                var z = Vector512.Load(gate);
                var forgets = Curves.Sigmoid(Vector512.Load(gate + half) + vf * state + bf);
                var resets = Curves.Sigmoid(Vector512.Load(gate + 2 * half) + vr * state + br);
                state = forgets * (state - z) + z;
                var across = Vector512.Load(x + at);
                (resets * (state - across) + across).Store(h + at);
                state.Store(c + at);
                forgets.Store(f + at);
                resets.Store(r + at);
            }
        }
    }

    /// <summary>Writes the input's gradient.</summary>
    public unsafe void Backward(
        float[] input,
        int rows,
        int[] starts,
        float[] outputGradient,
        float[] inputGradient
    )
    {
        var half = size / 2;
        fixed (
            float* x = input,
                dh = outputGradient,
                dx = inputGradient,
                g = products,
                dg = productGradients,
                w = recurrence.Value,
                dw = recurrence.Gradient,
                c = inner,
                f = forget,
                r = reset
        )
        {
            for (var s = 0; s + 1 < starts.Length; s++)
            {
                var (first, count) = (starts[s], starts[s + 1] - starts[s]);
                for (var direction = 0; direction < 2; direction++)
                {
                    Back(
                        x,
                        dh,
                        dx,
                        g,
                        dg,
                        w + direction * 4 * half,
                        dw + direction * 4 * half,
                        c,
                        f,
                        r,
                        first,
                        count,
                        direction
                    );
                }
            }
        }
        gates.Backward(dropped, size, rows, productGradients, droppedGradients, add: false);
        for (var s = 0; s + 1 < starts.Length; s++)
        {
            var mask = masks.AsSpan(s * size, size);
            for (var i = starts[s]; i < starts[s + 1]; i++)
            {
                var slope = droppedGradients.AsSpan(i * size, size);
                Chancery.Language.Grammar.Rows.Multiply(slope, mask, slope);
                Chancery.Language.Grammar.Rows.Add(inputGradient.AsSpan(i * size, size), slope);
            }
        }
    }

    private unsafe void Back(
        float* x,
        float* dh,
        float* dx,
        float* g,
        float* dg,
        float* w,
        float* dw,
        float* c,
        float* f,
        float* r,
        int first,
        int count,
        int direction
    )
    {
        var half = size / 2;
        var wide = 3 * size;
        for (var d = 0; d < half; d += 16)
        {
            var vf = Vector512.Load(w + d);
            var vr = Vector512.Load(w + half + d);
            var (dvf, dvr, dbf, dbr) = (
                Vector512<float>.Zero,
                Vector512<float>.Zero,
                Vector512<float>.Zero,
                Vector512<float>.Zero
            );
            var carried = Vector512<float>.Zero;
            for (var k = count - 1; k >= 0; k--)
            {
                var t = direction == 0 ? first + k : first + count - 1 - k;
                var before = direction == 0 ? t - 1 : t + 1;
                var at = t * size + direction * half + d;
                var gate = t * wide + direction * 3 * half + d;
                var state = Vector512.Load(c + at);
                var last =
                    k == 0 ? Vector512<float>.Zero : Vector512.Load(c + before * size + direction * half + d);
                var forgets = Vector512.Load(f + at);
                var resets = Vector512.Load(r + at);
                var z = Vector512.Load(g + gate);
                var across = Vector512.Load(x + at);
                var up = Vector512.Load(dh + at);
                var one = Vector512<float>.One;
                (up * (one - resets)).Store(dx + at);
                var dState = carried + up * resets;
                var dResets = up * (state - across) * resets * (one - resets);
                var dForgets = dState * (last - z) * forgets * (one - forgets);
                (dState * (one - forgets)).Store(dg + gate);
                dForgets.Store(dg + gate + half);
                dResets.Store(dg + gate + 2 * half);
                dvf += dForgets * last;
                dvr += dResets * last;
                dbf += dForgets;
                dbr += dResets;
                carried = dState * forgets + dForgets * vf + dResets * vr;
            }
            (Vector512.Load(dw + d) + dvf).Store(dw + d);
            (Vector512.Load(dw + half + d) + dvr).Store(dw + half + d);
            (Vector512.Load(dw + 2 * half + d) + dbf).Store(dw + 2 * half + d);
            (Vector512.Load(dw + 3 * half + d) + dbr).Store(dw + 3 * half + d);
        }
    }

    private void Reserve(int rows)
    {
        if (dropped.Length >= rows * size)
        {
            return;
        }
        rows += rows / 2;
        dropped = new float[rows * size];
        masks = new float[rows * size];
        products = new float[rows * 3 * size];
        productGradients = new float[rows * 3 * size];
        inner = new float[rows * size];
        forget = new float[rows * size];
        reset = new float[rows * size];
        droppedGradients = new float[rows * size];
    }
}
