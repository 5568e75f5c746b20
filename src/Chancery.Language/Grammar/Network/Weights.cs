using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Chancery.Language.Grammar.Network;

/// <summary>
/// A weights file: "CHW1", a version, then named parts. Whole numbers are little-endian; a string is its length in bytes
/// (int32) and UTF-8. A part is its name, its kind, rows, columns and bytes: 'h' half-precision numbers, 'q' rows of signed
/// bytes after one single-precision scale each, 'b' bytes, 's' strings.
/// </summary>
public sealed class Weights
{
    private readonly Dictionary<
        string,
        (char Kind, int Rows, int Columns, ReadOnlyMemory<byte> Bytes)
    > parts = [];

    /// <exception cref="InvalidDataException">The bytes are no weights file, or not a whole one.</exception>
    public Weights(ReadOnlyMemory<byte> file)
    {
        var at = 0;
        if (!file.Span.StartsWith("CHW1"u8))
        {
            throw new InvalidDataException("These bytes are no weights file: it begins with CHW1.");
        }
        at = 4;
        Version = String(file.Span, ref at);
        for (var left = Int(file.Span, ref at); left > 0; left--)
        {
            var name = String(file.Span, ref at);
            var kind = (char)file.Span[at++];
            var rows = Int(file.Span, ref at);
            var columns = Int(file.Span, ref at);
            var length = Int(file.Span, ref at);
            if (length < 0 || length > file.Length - at)
            {
                throw new InvalidDataException($"The weights file ends inside its part \"{name}\".");
            }
            parts[name] = (kind, rows, columns, file.Slice(at, length));
            at += length;
        }
    }

    public string Version { get; }

    public bool Has(string name) => parts.ContainsKey(name);

    public (int Rows, int Columns) Shape(string name) => (Part(name).Rows, Part(name).Columns);

    /// <summary>Numbers row by row, widened to single precision.</summary>
    public float[] Numbers(string name)
    {
        var part = Part(name);
        var numbers = new float[part.Rows * part.Columns];
        var halves = MemoryMarshal.Cast<byte, Half>(part.Bytes.Span);
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = (float)halves[i];
        }
        return numbers;
    }

    public Matrix Matrix(string name)
    {
        var part = Part(name);
        return new Matrix(part.Rows, part.Columns).Pack(Numbers(name));
    }

    public QuantisedRows Rows(string name)
    {
        var part = Part(name);
        return new QuantisedRows(part.Bytes, part.Rows, part.Columns);
    }

    public ReadOnlyMemory<byte> Bytes(string name) => Part(name).Bytes;

    public string[] Strings(string name)
    {
        var part = Part(name);
        var strings = new string[part.Rows];
        var at = 0;
        for (var i = 0; i < strings.Length; i++)
        {
            strings[i] = String(part.Bytes.Span, ref at);
        }
        return strings;
    }

    private (char Kind, int Rows, int Columns, ReadOnlyMemory<byte> Bytes) Part(string name) =>
        parts.TryGetValue(name, out var part)
            ? part
            : throw new InvalidDataException($"The weights file has no part \"{name}\".");

    private static int Int(ReadOnlySpan<byte> bytes, ref int at)
    {
        at += 4;
        return BinaryPrimitives.ReadInt32LittleEndian(bytes[(at - 4)..]);
    }

    private static string String(ReadOnlySpan<byte> bytes, ref int at)
    {
        var length = Int(bytes, ref at);
        at += length;
        return Encoding.UTF8.GetString(bytes.Slice(at - length, length));
    }
}
