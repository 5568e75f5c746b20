namespace Chancery.Reading.Files;

/// <summary>Splits a stream of JSON into its objects: the elements of its outermost array, or the values that follow one another.</summary>
internal sealed class JsonValues(Stream stream, int limit)
{
    private readonly byte[] block = new byte[64 << 10];
    private readonly System.Buffers.ArrayBufferWriter<byte> value = new();
    private int at;
    private int filled;
    private int line = 1;

    /// <summary>The line on which the object last read begins, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>True where the stream ended inside the object last begun.</summary>
    public bool Unfinished { get; private set; }

    /// <summary>Reads the next object.</summary>
    /// <param name="json">Its bytes, from brace to brace; empty where it is longer than the limit.</param>
    /// <returns>False at the end of the stream.</returns>
    public bool TryRead(out ReadOnlyMemory<byte> json)
    {
        json = default;
        value.ResetWrittenCount();
        var (depth, inString, escaped, tooLong) = (0, false, false, false);
        while (true)
        {
            if (at == filled)
            {
                at = 0;
                filled = stream.Read(block);
                if (filled == 0)
                {
                    Unfinished = depth > 0;
                    return false;
                }
            }
            var b = block[at++];
            if (b == '\n')
                line++;
            if (depth == 0)
            {
                if (b != '{')
                    continue;
                Line = line;
            }
            if (value.WrittenCount < limit)
            {
                value.GetSpan(1)[0] = b;
                value.Advance(1);
            }
            else
                tooLong = true;
            if (escaped)
                escaped = false;
            else if (inString)
                (escaped, inString) = (b == '\\', b != '"');
            else if (b == '"')
                inString = true;
            else if (b is (byte)'{' or (byte)'[')
                depth++;
            else if (b is (byte)'}' or (byte)']' && --depth == 0)
            {
                json = tooLong ? default : value.WrittenSpan.ToArray();
                return true;
            }
        }
    }
}
