using System.Text.Json;

namespace Chancery.Polishing;

/// <summary>A sentence that a model proposes, and the numbers, from 1, of the lines that it is made of.</summary>
public sealed record Proposal(IReadOnlyList<int> From, string Text)
{
    /// <summary>Reads <c>{"lines": [{"from": [1, 2], "text": "…"}]}</c>, with or without a fence around it; empty where the answer is anything else.</summary>
    /// <param name="answer">The model's words.</param>
    /// <param name="list">The list's name.</param>
    /// <param name="lines">How many lines there are: other numbers are no proposal.</param>
    public static IReadOnlyList<Proposal> Read(string answer, string list, int lines)
    {
        var (start, end) = (answer.IndexOf('{', StringComparison.Ordinal), answer.LastIndexOf('}'));
        if (start < 0 || end <= start)
        {
            return [];
        }
        try
        {
            using var json = JsonDocument.Parse(answer.AsMemory(start, end - start + 1));
            return
                json.RootElement.TryGetProperty(list, out var items) && items.ValueKind == JsonValueKind.Array
                ? [.. items.EnumerateArray().Select(item => Of(item, lines)).OfType<Proposal>()]
                : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static Proposal? Of(JsonElement item, int lines)
    {
        if (
            item.ValueKind != JsonValueKind.Object
            || !item.TryGetProperty("text", out var text)
            || text.ValueKind != JsonValueKind.String
            || !item.TryGetProperty("from", out var from)
            || from.ValueKind != JsonValueKind.Array
        )
        {
            return null;
        }
        var numbers = new List<int>();
        foreach (var number in from.EnumerateArray())
        {
            if (
                number.ValueKind != JsonValueKind.Number
                || !number.TryGetInt32(out var of)
                || of < 1
                || of > lines
            )
            {
                return null;
            }
            numbers.Add(of);
        }
        numbers.Sort();
        return numbers.Count == 0 || numbers[^1] - numbers[0] != numbers.Count - 1
            ? null
            : new Proposal(numbers, text.GetString()!.Trim());
    }
}
