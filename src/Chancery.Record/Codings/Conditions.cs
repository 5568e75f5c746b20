using System.Text;
using Dapper;

namespace Chancery.Record.Codings;

/// <summary>The WHERE of a ledger's query, and its values.</summary>
internal sealed class Conditions
{
    private readonly StringBuilder inOrder = new("TRUE");
    private readonly StringBuilder others = new();
    private readonly Match match = new();

    public DynamicParameters Values { get; } = new();

    /// <summary>Words that the full text must hold.</summary>
    public Conditions Words(Func<Match, Match> words)
    {
        if (!words(match).IsEmpty)
        {
            Values.Add("match", $"{match}");
        }
        return this;
    }

    public Conditions Any(string column, IEnumerable<string> values)
    {
        var list = values.ToList();
        if (list.Count > 0)
        {
            others.Append($" AND {column} IN @{Name(list)}");
        }
        return this;
    }

    public Conditions Between(string column, object? first, object? last)
    {
        others.Append(first is null ? "" : $" AND {column} >= @{Name(first)}");
        others.Append(last is null ? "" : $" AND {column} <= @{Name(last)}");
        return this;
    }

    /// <summary>The least number.</summary>
    public Conditions From(long? number)
    {
        inOrder.Append(number is { } first ? $" AND rowid >= @{Name(first)}" : "");
        return this;
    }

    /// <summary>The first number that is too great.</summary>
    public Conditions Before(long? number)
    {
        inOrder.Append(number is { } end ? $" AND rowid < @{Name(end)}" : "");
        return this;
    }

    /// <summary>On the ledger's table.</summary>
    public string Of(string words) =>
        $"{inOrder}{others}"
        + (
            match.IsEmpty
                ? ""
                : $" AND rowid IN (SELECT rowid FROM {words} WHERE {words} MATCH @match AND {inOrder})"
        );

    /// <summary>The entries, newest first: as the full text gives them where words are asked for, else as they stand.</summary>
    public string InOrder(string table, string words) =>
        match.IsEmpty
            ? $"SELECT entry FROM {table} WHERE {inOrder}{others} ORDER BY rowid DESC"
            : $"""
                SELECT entry FROM (SELECT rowid AS place FROM {words} WHERE {words} MATCH @match AND {inOrder} ORDER BY rowid DESC) AS found
                CROSS JOIN {table} ON id = place WHERE TRUE{others} ORDER BY place DESC
                """;

    private string Name(object value)
    {
        var name = $"v{Values.ParameterNames.Count()}";
        Values.Add(name, value);
        return name;
    }
}
