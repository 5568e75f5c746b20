using System.Collections.Frozen;

namespace Chancery.Reading.Cleaning;

/// <summary>The room's word lists: <c>Words/*.txt</c>, one entry a line, "#" opens a comment.</summary>
internal static class Words
{
    public static IEnumerable<string> Lines(string name) => Resource($"words/{name}");

    /// <summary>The lines of an embedded file without comments and empty ones.</summary>
    public static IEnumerable<string> Resource(string name)
    {
        using Stream stream =
            typeof(Words).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            int comment = line.IndexOf('#', StringComparison.Ordinal);
            ReadOnlySpan<char> entry = (comment < 0 ? line : line.AsSpan(0, comment)).Trim();
            if (entry.Length > 0)
            {
                yield return entry.ToString();
            }
        }
    }

    /// <summary>One set, folded to lower case.</summary>
    public static FrozenSet<string> Set(string name) =>
        Lines(name).Select(line => line.ToLowerInvariant()).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Lines of "key: a, b, c" as a map from each value to its key.</summary>
    public static FrozenDictionary<string, string> Keyed(string name)
    {
        var map = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (string line in Lines(name))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            foreach (string value in line[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries))
            {
                map.TryAdd(value, line[..colon].Trim());
            }
        }

        return map.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
