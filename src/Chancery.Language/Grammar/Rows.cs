using System.Numerics;
using System.Runtime.InteropServices;

namespace Chancery.Language.Grammar;

/// <summary>Arithmetic on rows of numbers, as wide as the machine allows.</summary>
public static class Rows
{
    public static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var va = MemoryMarshal.Cast<float, Vector<float>>(a);
        var vb = MemoryMarshal.Cast<float, Vector<float>>(b);
        var sum = Vector<float>.Zero;
        for (var i = 0; i < va.Length; i++)
        {
            sum += va[i] * vb[i];
        }
        var total = Vector.Sum(sum);
        for (var i = va.Length * Vector<float>.Count; i < a.Length; i++)
        {
            total += a[i] * b[i];
        }
        return total;
    }

    /// <summary>sum += row × factor.</summary>
    public static void AddScaled(Span<float> sum, ReadOnlySpan<float> row, float factor)
    {
        var vs = MemoryMarshal.Cast<float, Vector<float>>(sum);
        var vr = MemoryMarshal.Cast<float, Vector<float>>(row);
        for (var i = 0; i < vs.Length; i++)
        {
            vs[i] += vr[i] * factor;
        }
        for (var i = vs.Length * Vector<float>.Count; i < sum.Length; i++)
        {
            sum[i] += row[i] * factor;
        }
    }

    /// <summary>sum += row.</summary>
    public static void Add(Span<float> sum, ReadOnlySpan<float> row)
    {
        var vs = MemoryMarshal.Cast<float, Vector<float>>(sum);
        var vr = MemoryMarshal.Cast<float, Vector<float>>(row);
        for (var i = 0; i < vs.Length; i++)
        {
            vs[i] += vr[i];
        }
        for (var i = vs.Length * Vector<float>.Count; i < sum.Length; i++)
        {
            sum[i] += row[i];
        }
    }

    /// <summary>product = a × b, element by element; the spans may be one.</summary>
    public static void Multiply(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> product)
    {
        var va = MemoryMarshal.Cast<float, Vector<float>>(a);
        var vb = MemoryMarshal.Cast<float, Vector<float>>(b);
        var vp = MemoryMarshal.Cast<float, Vector<float>>(product);
        for (var i = 0; i < vp.Length; i++)
        {
            vp[i] = va[i] * vb[i];
        }
        for (var i = vp.Length * Vector<float>.Count; i < product.Length; i++)
        {
            product[i] = a[i] * b[i];
        }
    }
}
