using System.Text;
using System.Text.Json;
using Chancery.Terms;

namespace Chancery.Reading.Files;

/// <summary>CSV as RFC 4180 has it, and with semicolons or tabs: each row is a capture, as a JSON object under the names of the first row.</summary>
internal static class CsvFile
{
    public static IEnumerable<Finding> Rows(Stream stream, Source source)
    {
        using var reader = new StreamReader(
            stream,
            Encoding.UTF8,
            detectEncodingFromByteOrderMarks: true,
            64 << 10
        );
        var first = reader.ReadLine() ?? "";
        var separator = CsvHead.Separator(first);
        var names = new CsvRow(new StringReader(first), separator).Read()!;
        for (var i = 0; i < names.Count; i++)
            names[i] = names[i].Trim();
        var rows = new CsvRow(reader, separator) { Line = 2 };
        var map = source.Options.Map ?? FieldMap.Default;
        while (true)
        {
            var line = rows.Line;
            if (rows.Read() is not { } cells)
                break;
            var origin = $"{source.Origin}:{line}";
            if (cells is [{ Length: 0 }])
                continue;
            if (rows.TooLong)
                yield return Finding.Miss(
                    "too-large",
                    $"{origin} is longer than {Limits.CaptureBytes >> 20} MB and was passed over."
                );
            else if (cells.Count > names.Count)
                yield return Finding.Miss(
                    "csv-cells",
                    $"{origin} has {cells.Count} cells where the first row names {names.Count}; it was passed over (is a comma or quotation mark loose?)."
                );
            else
                yield return Found(names, cells, map, origin, source);
            if (rows.Unfinished)
                yield return Finding.Miss(
                    "csv-cut",
                    $"{origin}: the file ends inside a quoted cell of this row."
                );
        }
    }

    private static Finding.Found Found(
        List<string> names,
        List<string> cells,
        FieldMap map,
        string origin,
        Source source
    )
    {
        var row = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < cells.Count; i++)
            row.TryAdd(names[i], cells[i]);
        var json = JsonSerializer.SerializeToUtf8Bytes(row, ItemJson.Default.DictionaryStringString);
        using var document = JsonDocument.Parse(json);
        return new(
            Capture.Of(
                json,
                JsonArticle.MediaType + map.Parameter,
                map.Text(document.RootElement, Field.Url),
                origin,
                source.At
            )
        );
    }
}

/// <summary>Reads the cells of one row after another.</summary>
internal sealed class CsvRow(TextReader reader, char separator)
{
    /// <summary>The line on which the next row begins.</summary>
    public int Line { get; set; } = 1;

    public bool TooLong { get; private set; }

    /// <summary>True where the text ended inside a quoted cell.</summary>
    public bool Unfinished { get; private set; }

    /// <returns>The cells; null at the end.</returns>
    public List<string>? Read()
    {
        if (reader.Peek() < 0)
            return null;
        TooLong = false;
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        var length = 0;
        while (true)
        {
            var next = reader.Read();
            if (next == '\n')
                Line++;
            if (next < 0 || !quoted && next == '\n')
            {
                Unfinished = quoted;
                if (!quoted && cell.Length > 0 && cell[^1] == '\r')
                    cell.Length--;
                cells.Add(cell.ToString());
                return cells;
            }
            if (++length > Limits.CaptureBytes)
            {
                TooLong = true;
                cell.Clear();
            }
            if (quoted && next == '"' && reader.Peek() == '"')
                cell.Append((char)reader.Read());
            else if (next == '"' && (quoted || cell.Length == 0))
                quoted = !quoted;
            else if (!quoted && next == separator)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
                cell.Append((char)next);
        }
    }
}
