using System.Text;
using Dapper;

namespace Chancery.Record.Codings;

/// <summary>The WHERE of a ledger's query, and its values. Only the current version of an article answers.</summary>
internal sealed class Conditions
{
    private readonly StringBuilder sql = new(
        "article IN (SELECT shown FROM searchable WHERE kind = 'article')"
    );

    public DynamicParameters Values { get; } = new();

    public Conditions Any(string column, IEnumerable<string> values)
    {
        var list = values.ToList();
        return list.Count == 0 ? this : And($"{column} IN @{Name(list)}");
    }

    public Conditions From(string column, object? value) =>
        value is null ? this : And($"{column} >= @{Name(value)}");

    public Conditions To(string column, object? value) =>
        value is null ? this : And($"{column} <= @{Name(value)}");

    public Conditions Before(string column, object? value) =>
        value is null ? this : And($"{column} < @{Name(value)}");

    public Conditions When(bool given, string condition) => given ? And(condition) : this;

    /// <summary>Words of columns, any of the phrases of each (https://www.sqlite.org/fts5.html, 3.1): nothing typed is an operator.</summary>
    public Conditions Words(
        string table,
        params ReadOnlySpan<(string Column, IReadOnlyList<string> Phrases)> columns
    )
    {
        var parts = new List<string>();
        foreach (var (column, phrases) in columns)
        {
            if (phrases.Count > 0)
            {
                parts.Add(
                    $"{column} : ({string.Join(" OR ", phrases.Select(phrase => $"\"{phrase.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))})"
                );
            }
        }
        return parts.Count == 0
            ? this
            : And(
                $"id IN (SELECT rowid FROM {table} WHERE {table} MATCH @{Name(string.Join(" AND ", parts))})"
            );
    }

    public override string ToString() => sql.ToString();

    private Conditions And(string condition)
    {
        sql.Append(" AND ").Append(condition);
        return this;
    }

    private string Name(object value)
    {
        var name = $"v{Values.ParameterNames.Count()}";
        Values.Add(name, value);
        return name;
    }
}
