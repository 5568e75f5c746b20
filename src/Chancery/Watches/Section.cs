using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Chancery.Watches;

/// <summary>
/// One mapping of a watch file, read key by key. Whatever is missing, misspelt or of the wrong kind is noted with its
/// line, and reading goes on with a default, so that one look finds every mistake.
/// </summary>
internal sealed class Section
{
    private readonly Dictionary<string, YamlNode> values = new(StringComparer.Ordinal);
    private readonly HashSet<string> read = new(StringComparer.Ordinal);
    private readonly string what;
    private readonly List<Mistake> mistakes;

    public Section(YamlNode node, string what, List<Mistake> mistakes)
    {
        this.what = what;
        this.mistakes = mistakes;
        Line = LineOf(node);
        if (node is not YamlMappingNode mapping)
        {
            Note(node, $"{what} must be a list of “key: value” lines");
            return;
        }
        foreach (var (key, value) in mapping.Children)
        {
            values[(key as YamlScalarNode)?.Value ?? ""] = value;
        }
    }

    public int Line { get; }

    public static int LineOf(YamlNode node) => (int)node.Start.Line;

    public int LineOf(string key) => values.TryGetValue(key, out var node) ? LineOf(node) : Line;

    public void Note(string key, string sentence) => mistakes.Add(new Mistake(LineOf(key), sentence));

    private void Note(YamlNode node, string sentence) => mistakes.Add(new Mistake(LineOf(node), sentence));

    /// <summary>A text; noted where it is missing.</summary>
    public string Required(string key)
    {
        if (Optional(key) is { } value)
        {
            return value;
        }
        if (!values.ContainsKey(key))
        {
            mistakes.Add(new Mistake(Line, $"{what} needs “{key}”"));
        }
        return "";
    }

    /// <summary>A text, or null where there is none.</summary>
    public string? Optional(string key)
    {
        if (Take(key) is not { } node)
        {
            return null;
        }
        if (node is YamlScalarNode { Value: { } value } && value.Trim().Length > 0)
        {
            return value.Trim();
        }
        Note(node, $"“{key}” must be a text and must not be empty");
        return null;
    }

    public int Number(string key, int otherwise, int least, int most)
    {
        if (Optional(key) is not { } value)
        {
            return otherwise;
        }
        if (
            int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least
            && number <= most
        )
        {
            return number;
        }
        Note(key, $"“{key}” must be a whole number from {least} to {most}, not “{value}”");
        return otherwise;
    }

    public bool Flag(string key)
    {
        var value = Optional(key);
        if (value is not (null or "true" or "false"))
        {
            Note(key, $"“{key}” must be true or false, not “{value}”");
        }
        return value == "true";
    }

    public DateOnly? Day(string key)
    {
        if (Optional(key) is not { } value)
        {
            return null;
        }
        if (
            DateOnly.TryParseExact(
                value,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
        )
        {
            return day;
        }
        Note(key, $"“{key}” must be a date like 2025-05-16, not “{value}”");
        return null;
    }

    /// <summary>One of a few words; hyphens stand for nothing ("state-media" is StateMedia).</summary>
    public T Choice<T>(string key, T otherwise)
        where T : struct, Enum
    {
        if (Optional(key) is not { } value)
        {
            return otherwise;
        }
        foreach (var choice in Enum.GetValues<T>())
        {
            if (Word(choice) == value)
            {
                return choice;
            }
        }
        Note(
            key,
            $"“{key}” must be one of {string.Join(", ", Enum.GetValues<T>().Select(Word))}, not “{value}”"
        );
        return otherwise;
    }

    private static string Word<T>(T choice)
        where T : struct, Enum =>
        string.Concat(
            choice
                .ToString()
                .Select(
                    (c, i) =>
                        char.IsUpper(c) && i > 0
                            ? $"-{char.ToLowerInvariant(c)}"
                            : $"{char.ToLowerInvariant(c)}"
                )
        );

    /// <summary>A list of texts; a single text is a list of one.</summary>
    public IReadOnlyList<string> Texts(string key) =>
        [
            .. Nodes(key)
                .Select(node =>
                {
                    if (node is YamlScalarNode { Value: { } value } && value.Trim().Length > 0)
                    {
                        return value.Trim();
                    }
                    Note(node, $"“{key}” must be a list of texts");
                    return "";
                })
                .Where(text => text.Length > 0),
        ];

    /// <summary>A list of mappings.</summary>
    public IEnumerable<Section> Sections(string key, string name) =>
        Nodes(key).Select(node => new Section(node, name, mistakes));

    public Section? Inner(string key) =>
        Take(key) is { } node ? new Section(node, $"“{key}”", mistakes) : null;

    /// <summary>The nodes of a list, as they stand.</summary>
    public IEnumerable<YamlNode> Nodes(string key) =>
        Take(key) switch
        {
            null => [],
            YamlSequenceNode list => list.Children,
            YamlScalarNode { Value: null or "" } => [],
            var single => [single],
        };

    public Section Mapped(YamlNode node, string name) => new(node, name, mistakes);

    public IEnumerable<string> Keys() => values.Keys;

    /// <summary>Notes every key that nobody asked for.</summary>
    public void Close()
    {
        foreach (var (key, node) in values)
        {
            if (read.Contains(key))
            {
                continue;
            }
            var near = read.Where(known => Distance(known, key) <= 2).FirstOrDefault();
            Note(
                node,
                near is null
                    ? $"{what} has no key “{key}”; it may have {string.Join(", ", read.Order(StringComparer.Ordinal))}"
                    : $"{what} has no key “{key}”; “{near}” is meant, perhaps"
            );
        }
    }

    private YamlNode? Take(string key)
    {
        read.Add(key);
        return values.GetValueOrDefault(key);
    }

    /// <summary>Levenshtein's distance.</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                (diagonal, row[j]) = (
                    row[j],
                    Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1))
                );
            }
        }
        return row[^1];
    }
}
