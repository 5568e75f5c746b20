using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Chancery.Language.Grammar.Network;

/// <summary>The curves that networks bend numbers with.</summary>
public static class Curves
{
    /// <summary>1 / (1 + e⁻ˣ).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sigmoid(Vector512<float> x) =>
        Vector512<float>.One / (Vector512<float>.One + Exp(-x));

    /// <summary>eˣ to about seven digits: 2ⁿ times a polynomial on [-½ ln 2, ½ ln 2] (the Cephes coefficients); clamped to ±87.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> x)
    {
        x = Vector512.Min(Vector512.Max(x, Vector512.Create(-87f)), Vector512.Create(87f));
        var n = Vector512.Floor(
            Vector512.FusedMultiplyAdd(x, Vector512.Create(1.44269504f), Vector512.Create(0.5f))
        );
        x = Vector512.FusedMultiplyAdd(n, Vector512.Create(-0.693359375f), x);
        x = Vector512.FusedMultiplyAdd(n, Vector512.Create(2.12194440e-4f), x);
        var p = Vector512.Create(1.9875691500e-4f);
        p = Vector512.FusedMultiplyAdd(p, x, Vector512.Create(1.3981999507e-3f));
        p = Vector512.FusedMultiplyAdd(p, x, Vector512.Create(8.3334519073e-3f));
        p = Vector512.FusedMultiplyAdd(p, x, Vector512.Create(4.1665795894e-2f));
        p = Vector512.FusedMultiplyAdd(p, x, Vector512.Create(1.6666665459e-1f));
        p = Vector512.FusedMultiplyAdd(p, x, Vector512.Create(5.0000001201e-1f));
        p = Vector512.FusedMultiplyAdd(p, x * x, x) + Vector512<float>.One;
        var power = Vector512.ShiftLeft(Vector512.ConvertToInt32(n) + Vector512.Create(127), 23).AsSingle();
        return p * power;
    }
}
