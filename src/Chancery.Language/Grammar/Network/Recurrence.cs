using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Chancery.Language.Grammar.Network;

/// <summary>
/// The light recurrence of a simple recurrent unit (Lei et al. 2018, "Simple recurrent units for highly parallelizable
/// recurrence"): the matrix product of all words comes first and at once, what must go word by word is element-wise.
/// f = σ(f̂ + vf c₋₁ + bf); r = σ(r̂ + vr c₋₁ + br); c = f c₋₁ + (1 − f) z; h = r c + (1 − r) x.
/// </summary>
public static class Recurrence
{
    /// <summary>One direction over one sentence.</summary>
    /// <param name="gates">Products of the sentence's words, <paramref name="gateStride"/> apart: z, f̂, r̂, each <paramref name="size"/> wide.</param>
    /// <param name="input">The layer's input, this direction's half, <paramref name="stride"/> apart.</param>
    /// <param name="weights">vf, vr, bf, br, each <paramref name="size"/> wide.</param>
    /// <param name="output">Where this direction's half of the layer's output goes, <paramref name="stride"/> apart.</param>
    /// <param name="count">Words.</param>
    /// <param name="size">Units; a multiple of 16.</param>
    /// <param name="backward">From the last word to the first.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static unsafe void Run(
        float* gates,
        int gateStride,
        float* input,
        float* weights,
        float* output,
        int stride,
        int count,
        int size,
        bool backward
    )
    {
        var state = stackalloc float[size];
        new Span<float>(state, size).Clear();
        var step = backward ? -1 : 1;
        for (int i = 0, t = backward ? count - 1 : 0; i < count; i++, t += step)
        {
            var gate = gates + t * gateStride;
            var x = input + t * stride;
            var h = output + t * stride;
            // The units of one word do not wait for each other, so this order keeps the processor's pipes full.
            for (var d = 0; d < size; d += 16)
            {
                var c = Vector512.Load(state + d);
                var z = Vector512.Load(gate + d);
                var f = Curves.Sigmoid(
                    Vector512.FusedMultiplyAdd(
                        Vector512.Load(weights + d),
                        c,
                        Vector512.Load(gate + size + d) + Vector512.Load(weights + 2 * size + d)
                    )
                );
                var r = Curves.Sigmoid(
                    Vector512.FusedMultiplyAdd(
                        Vector512.Load(weights + size + d),
                        c,
                        Vector512.Load(gate + 2 * size + d) + Vector512.Load(weights + 3 * size + d)
                    )
                );
                c = Vector512.FusedMultiplyAdd(f, c - z, z);
                c.Store(state + d);
                var across = Vector512.Load(x + d);
                Vector512.FusedMultiplyAdd(r, c - across, across).Store(h + d);
            }
        }
    }
}
