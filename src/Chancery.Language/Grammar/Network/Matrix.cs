using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Chancery.Language.Grammar.Network;

/// <summary>
/// A matrix of <see cref="Inputs"/> × <see cref="Outputs"/> packed for multiplication: panels of 32 columns, each row after
/// row, so that the inner loop reads memory once and in order. Sums run over the inputs in order whatever the width of the
/// machine's vectors, so results do not depend on it (but for fused multiply–add).
/// </summary>
public sealed class Matrix
{
    private const int Panel = 32;
    private float[] panels;

    public Matrix(int inputs, int outputs)
    {
        panels = [];
        Reshape(inputs, outputs);
    }

    public int Inputs { get; private set; }

    public int Outputs { get; private set; }

    /// <summary>The outputs rounded up to whole panels: results are written this wide.</summary>
    public int Width { get; private set; }

    /// <summary>Makes it a matrix of another size, whose values are still to be packed; memory is kept where it is enough.</summary>
    public void Reshape(int inputs, int outputs)
    {
        (Inputs, Outputs) = (inputs, outputs);
        Width = (outputs + Panel - 1) / Panel * Panel;
        if (panels.Length < inputs * Width)
        {
            panels = GC.AllocateArray<float>(inputs * Width, pinned: true);
        }
    }

    /// <summary>Takes the values of a row-major matrix (inputs × outputs).</summary>
    public Matrix Pack(ReadOnlySpan<float> rows, int stride = 0)
    {
        stride = stride == 0 ? Outputs : stride;
        for (var column = 0; column < Outputs; column += Panel)
        {
            var wide = Math.Min(Panel, Outputs - column);
            for (var k = 0; k < Inputs; k++)
            {
                rows.Slice(k * stride + column, wide).CopyTo(panels.AsSpan(column * Inputs + k * Panel));
            }
        }
        return this;
    }

    /// <summary>Takes the transposed values of a row-major matrix (outputs × inputs).</summary>
    public Matrix PackTransposed(ReadOnlySpan<float> rows, int stride = 0)
    {
        stride = stride == 0 ? Inputs : stride;
        for (var column = 0; column < Outputs; column++)
        {
            var at = column / Panel * Panel * Inputs + column % Panel;
            var row = rows.Slice(column * stride, Inputs);
            for (var k = 0; k < row.Length; k++)
            {
                panels[at + k * Panel] = row[k];
            }
        }
        return this;
    }

    /// <summary>output = input × this, or output += input × this.</summary>
    /// <param name="input">Rows of <paramref name="inputStride"/> values, of which the first <see cref="Inputs"/> count.</param>
    /// <param name="rows">How many.</param>
    /// <param name="output">Rows of <paramref name="outputStride"/> ≥ <see cref="Width"/> values.</param>
    public unsafe void Multiply(
        ReadOnlySpan<float> input,
        int inputStride,
        int rows,
        Span<float> output,
        int outputStride,
        bool add = false
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(outputStride, Width);
        if (rows == 0)
        {
            return;
        }
        ArgumentOutOfRangeException.ThrowIfLessThan(input.Length, (rows - 1) * inputStride + Inputs);
        ArgumentOutOfRangeException.ThrowIfLessThan(output.Length, (rows - 1) * outputStride + Width);
        fixed (
            float* a = input,
                c = output,
                b = panels
        )
        {
            for (var column = 0; column < Width; column += Panel)
            {
                var panel = b + column * Inputs;
                var row = 0;
                for (; row + 8 <= rows; row += 8)
                {
                    Eight(
                        a + row * inputStride,
                        inputStride,
                        panel,
                        Inputs,
                        c + row * outputStride + column,
                        outputStride,
                        add
                    );
                }
                for (; row < rows; row++)
                {
                    One(a + row * inputStride, panel, Inputs, c + row * outputStride + column, add);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void One(float* a, float* b, int inputs, float* c, bool add)
    {
        var s0 = add ? Vector512.Load(c) : Vector512<float>.Zero;
        var s1 = add ? Vector512.Load(c + 16) : Vector512<float>.Zero;
        for (var k = 0; k < inputs; k++)
        {
            var x = Vector512.Create(a[k]);
            s0 = Vector512.FusedMultiplyAdd(x, Vector512.Load(b), s0);
            s1 = Vector512.FusedMultiplyAdd(x, Vector512.Load(b + 16), s1);
            b += Panel;
        }
        s0.Store(c);
        s1.Store(c + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void Eight(float* a, int stride, float* b, int inputs, float* c, int wide, bool add)
    {
        Vector512<float> r00 = default,
            r01 = default,
            r10 = default,
            r11 = default,
            r20 = default,
            r21 = default;
        Vector512<float> r30 = default,
            r31 = default,
            r40 = default,
            r41 = default,
            r50 = default,
            r51 = default;
        Vector512<float> r60 = default,
            r61 = default,
            r70 = default,
            r71 = default;
        float* a1 = a + stride,
            a2 = a1 + stride,
            a3 = a2 + stride,
            a4 = a3 + stride;
        float* a5 = a4 + stride,
            a6 = a5 + stride,
            a7 = a6 + stride;
        for (var k = 0; k < inputs; k++)
        {
            var b0 = Vector512.Load(b);
            var b1 = Vector512.Load(b + 16);
            b += Panel;
            var x = Vector512.Create(a[k]);
            r00 = Vector512.FusedMultiplyAdd(x, b0, r00);
            r01 = Vector512.FusedMultiplyAdd(x, b1, r01);
            x = Vector512.Create(a1[k]);
            r10 = Vector512.FusedMultiplyAdd(x, b0, r10);
            r11 = Vector512.FusedMultiplyAdd(x, b1, r11);
            x = Vector512.Create(a2[k]);
            r20 = Vector512.FusedMultiplyAdd(x, b0, r20);
            r21 = Vector512.FusedMultiplyAdd(x, b1, r21);
            x = Vector512.Create(a3[k]);
            r30 = Vector512.FusedMultiplyAdd(x, b0, r30);
            r31 = Vector512.FusedMultiplyAdd(x, b1, r31);
            x = Vector512.Create(a4[k]);
            r40 = Vector512.FusedMultiplyAdd(x, b0, r40);
            r41 = Vector512.FusedMultiplyAdd(x, b1, r41);
            x = Vector512.Create(a5[k]);
            r50 = Vector512.FusedMultiplyAdd(x, b0, r50);
            r51 = Vector512.FusedMultiplyAdd(x, b1, r51);
            x = Vector512.Create(a6[k]);
            r60 = Vector512.FusedMultiplyAdd(x, b0, r60);
            r61 = Vector512.FusedMultiplyAdd(x, b1, r61);
            x = Vector512.Create(a7[k]);
            r70 = Vector512.FusedMultiplyAdd(x, b0, r70);
            r71 = Vector512.FusedMultiplyAdd(x, b1, r71);
        }
        Put(c, r00, r01, add);
        Put(c += wide, r10, r11, add);
        Put(c += wide, r20, r21, add);
        Put(c += wide, r30, r31, add);
        Put(c += wide, r40, r41, add);
        Put(c += wide, r50, r51, add);
        Put(c += wide, r60, r61, add);
        Put(c + wide, r70, r71, add);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Put(float* c, Vector512<float> low, Vector512<float> high, bool add)
    {
        (add ? low + Vector512.Load(c) : low).Store(c);
        (add ? high + Vector512.Load(c + 16) : high).Store(c + 16);
    }
}
