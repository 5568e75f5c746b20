using System.Runtime.InteropServices;
using System.Text;

namespace Chancery.Training.Network;

/// <summary>Writes what <see cref="Chancery.Language.Grammar.Network.Weights"/> reads.</summary>
internal sealed class WeightsWriter
{
    private readonly List<(string Name, char Kind, int Rows, int Columns, byte[] Bytes)> parts = [];

    public void Halves(string name, int rows, int columns, ReadOnlySpan<float> numbers)
    {
        var halves = new Half[rows * columns];
        for (var i = 0; i < halves.Length; i++)
        {
            halves[i] = (Half)numbers[i];
        }
        parts.Add((name, 'h', rows, columns, MemoryMarshal.AsBytes(halves.AsSpan()).ToArray()));
    }

    public void Quantised(string name, int rows, int columns, ReadOnlySpan<float> numbers)
    {
        var bytes = new byte[rows * (columns + 4)];
        for (var i = 0; i < rows; i++)
        {
            var row = numbers.Slice(i * columns, columns);
            var most = 1e-9f;
            foreach (var number in row)
            {
                most = Math.Max(most, MathF.Abs(number));
            }
            var target = bytes.AsSpan(i * (columns + 4), columns + 4);
            MemoryMarshal.Write(target, most / 127);
            for (var d = 0; d < columns; d++)
            {
                target[4 + d] = (byte)(sbyte)MathF.Round(row[d] / most * 127);
            }
        }
        parts.Add((name, 'q', rows, columns, bytes));
    }

    public void Bytes(string name, ReadOnlySpan<byte> bytes) =>
        parts.Add((name, 'b', bytes.Length, 1, bytes.ToArray()));

    public void Strings(string name, IReadOnlyCollection<string> strings)
    {
        using var memory = new MemoryStream();
        foreach (var text in strings)
        {
            Write(memory, text);
        }
        parts.Add((name, 's', strings.Count, 1, memory.ToArray()));
    }

    public byte[] ToArray(string version)
    {
        using var memory = new MemoryStream();
        memory.Write("CHW1"u8);
        Write(memory, version);
        Write(memory, parts.Count);
        foreach (var (name, kind, rows, columns, bytes) in parts)
        {
            Write(memory, name);
            memory.WriteByte((byte)kind);
            Write(memory, rows);
            Write(memory, columns);
            Write(memory, bytes.Length);
            memory.Write(bytes);
        }
        return memory.ToArray();
    }

    private static void Write(MemoryStream memory, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Write(memory, bytes.Length);
        memory.Write(bytes);
    }

    private static void Write(MemoryStream memory, int number) => memory.Write(BitConverter.GetBytes(number));
}
