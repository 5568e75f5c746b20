namespace Chancery.Reading.Warc;

/// <summary>Header fields of WARC records and HTTP messages: "Name: value", folded lines joined.</summary>
internal static class HeaderFields
{
    public static List<KeyValuePair<string, string>> Of(ReadOnlySpan<string> lines)
    {
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var raw in lines)
        {
            var line = raw.TrimEnd('\r', '\n');
            if (line.Length == 0)
                continue;
            if (line[0] is ' ' or '\t' && fields.Count > 0)
            {
                var (name, value) = fields[^1];
                fields[^1] = new(name, $"{value} {line.Trim()}");
                continue;
            }
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
                fields.Add(new(line[..colon].Trim(), line[(colon + 1)..].Trim()));
        }
        return fields;
    }
}
