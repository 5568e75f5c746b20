namespace Chancery.Record.Codings;

/// <summary>Puts an FTS5 query together (https://www.sqlite.org/fts5.html, 3): every phrase is quoted, so that nothing typed is an operator.</summary>
internal sealed class Match
{
    private readonly List<string> parts = [];

    public bool IsEmpty => parts.Count == 0;

    /// <summary>A column (or "{one other}") holds any of the phrases; nothing is asked where there is none.</summary>
    public Match Any(string column, IEnumerable<string> phrases)
    {
        var quoted = string.Join(
            " OR ",
            Shortest([.. phrases])
                .Select(phrase => $"\"{phrase.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")
        );
        if (quoted.Length > 0)
        {
            parts.Add($"{column} : ({quoted})");
        }
        return this;
    }

    /// <summary>
    /// Where "Drosk" is looked for, "Milena Drosk" finds nothing more: a watch's names come to half as many, and each one that
    /// is looked for is felt.
    /// </summary>
    private static IEnumerable<string> Shortest(List<string> phrases)
    {
        List<string> spaced =
        [
            .. phrases.Distinct(StringComparer.OrdinalIgnoreCase).Select(phrase => $" {phrase} "),
        ];
        return spaced
            .Where(phrase =>
                !spaced.Exists(other =>
                    other.Length < phrase.Length && phrase.Contains(other, StringComparison.OrdinalIgnoreCase)
                )
            )
            .Select(phrase => phrase[1..^1]);
    }

    /// <summary>A column holds all of the phrases.</summary>
    public Match All(string column, IEnumerable<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            Any(column, [phrase]);
        }
        return this;
    }

    public override string ToString() => string.Join(" AND ", parts);
}
