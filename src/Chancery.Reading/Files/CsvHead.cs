using System.Buffers;

namespace Chancery.Reading.Files;

/// <summary>The first line of a CSV file: which mark separates, and whether it names fields we know.</summary>
internal static class CsvHead
{
    private static readonly char[] Separators = [',', ';', '\t', '|'];

    /// <summary>True where the first line names at least two fields, one of them a title or a text.</summary>
    public static bool IsOne(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny('\r', '\n');
        var line = end < 0 ? text : text[..end];
        if (line.Length > 2000)
            return false;
        var names = line.ToString()
            .Split(Separator(line))
            .Select(name => name.Trim().Trim('"').ToLowerInvariant())
            .ToArray();
        return names.Length > 1
            && names.All(name => name.Length is > 0 and < 40)
            && names.Intersect([.. FieldMap.Default[Field.Title], .. FieldMap.Default[Field.Text]]).Any()
            && names
                .Intersect([
                    .. FieldMap.Default[Field.Url],
                    .. FieldMap.Default[Field.Published],
                    .. FieldMap.Default[Field.Outlet],
                    .. FieldMap.Default[Field.Text],
                ])
                .Any();
    }

    public static char Separator(ReadOnlySpan<char> line)
    {
        var best = ',';
        var most = 0;
        foreach (var separator in Separators)
            if (line.Count(separator) is var count && count > most)
                (best, most) = (separator, count);
        return best;
    }
}
