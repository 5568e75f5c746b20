using System.Buffers;
using System.Text;

namespace Chancery.Exports;

/// <summary>Rows as comma-separated values (RFC 4180) and as tab-separated ones.</summary>
internal static class Csv
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    /// <summary>A field with a comma, quote or line end is quoted; one that a spreadsheet would run as a formula is led by an apostrophe.</summary>
    public static void Row(StringBuilder text, IEnumerable<string?> fields)
    {
        var first = true;
        foreach (var field in fields)
        {
            if (!first)
            {
                text.Append(',');
            }
            first = false;
            var safe = field is ['=' or '+' or '@', ..] or ['-', not (>= '0' and <= '9'), ..]
                ? "'" + field
                : field ?? "";
            text.Append(
                safe.AsSpan().ContainsAny(Quoted)
                    ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
                    : safe
            );
        }
        text.Append("\r\n");
    }

    /// <summary>Tabs and line ends within a field become spaces: the readers of these files know no quoting.</summary>
    public static void Tabbed(StringBuilder text, IEnumerable<string?> fields) =>
        text.AppendJoin(
                '\t',
                fields.Select(f => f is null ? "" : f.ReplaceLineEndings(" ").Replace('\t', ' '))
            )
            .Append('\n');
}
