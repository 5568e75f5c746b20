using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Chancery.Language.Grammar.Network;

/// <summary>Rows of signed bytes, each after its own single-precision scale: a quarter of the memory, and of the misses.</summary>
public sealed class QuantisedRows(ReadOnlyMemory<byte> bytes, int count, int size)
{
    public int Count => count;

    public int Size => size;

    /// <summary>sum += row.</summary>
    public void AddTo(Span<float> sum, int row)
    {
        var stored = bytes.Span.Slice(row * (size + 4), size + 4);
        var scale = MemoryMarshal.Read<float>(stored);
        ref var source = ref Unsafe.As<byte, sbyte>(ref MemoryMarshal.GetReference(stored[4..]));
        ref var target = ref MemoryMarshal.GetReference(sum[..size]);
        var d = 0;
        for (; d + 16 <= size; d += 16)
        {
            var (low, high) = Vector128.Widen(Vector128.LoadUnsafe(ref source, (nuint)d));
            var (a, b) = Vector128.Widen(low);
            var (e, f) = Vector128.Widen(high);
            var wide = Vector512.Create(Vector256.Create(a, b), Vector256.Create(e, f));
            var value = Vector512.ConvertToSingle(wide) * scale + Vector512.LoadUnsafe(ref target, (nuint)d);
            value.StoreUnsafe(ref target, (nuint)d);
        }
        for (; d < size; d++)
        {
            Unsafe.Add(ref target, d) += Unsafe.Add(ref source, d) * scale;
        }
    }
}
