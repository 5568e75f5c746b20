using System.Text.Json;
using System.Text.RegularExpressions;
using Chancery.Terms;

namespace Chancery.Gauge;

/// <summary>One fact of an issue that people wrote, as patterns that all match in an item that carries it.</summary>
/// <param name="Id">Its short name.</param>
/// <param name="Patterns">Case-sensitive regular expressions.</param>
/// <param name="Articles">How many of the week's articles carry it; 0 where a draft must not have it.</param>
public sealed record FactsGold(string Id, IReadOnlyList<Regex> Patterns, int Articles)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static IReadOnlyList<FactsGold> Read(string path) => [.. File.ReadLines(path).Select(Parse)];

    public static FactsGold Parse(string line)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        JsonElement fact = document.RootElement;
        return new FactsGold(
            fact.GetProperty("id").GetString()!,
            [
                .. fact.GetProperty("patterns")
                    .EnumerateArray()
                    .Select(pattern => new Regex(
                        pattern.GetString()!,
                        RegexOptions.CultureInvariant,
                        Patience
                    )),
            ],
            fact.GetProperty("articles").GetInt32()
        );
    }

    public bool In(string text) => Patterns.All(pattern => pattern.IsMatch(text));
}

/// <summary>Which facts of a human issue a draft carries.</summary>
/// <param name="Items">Facts.</param>
/// <param name="Contained">Facts that the week's articles carry.</param>
/// <param name="Found">Of those, how many stand in one item of the draft, or of those that it offers next.</param>
/// <param name="Invented">Facts that no article carries and that the draft has.</param>
/// <param name="Places">For each fact the number of its item (1 is the lead, then the digest, then what is offered); 0 where none has it.</param>
public sealed record FactsFigures(
    int Items,
    int Contained,
    int Found,
    int Invented,
    IReadOnlyList<(string Id, int Place)> Places
);

/// <summary>Holds a draft against the facts that a human editor chose in the same week.</summary>
public static class FactsGauge
{
    /// <summary>Offered items that are looked at, after those of the issue.</summary>
    private const int Next = 5;

    public static FactsFigures Measure(IReadOnlyList<FactsGold> facts, Issue draft)
    {
        string[] items =
        [
            .. new[] { draft.Lead }.Concat(draft.Digest).Concat(draft.Offered.Take(Next)).Select(Text),
        ];
        (FactsGold Fact, int Place)[] placed =
        [
            .. facts.Select(fact => (fact, Array.FindIndex(items, fact.In) + 1)),
        ];
        return new FactsFigures(
            facts.Count,
            placed.Count(pair => pair.Fact.Articles > 0),
            placed.Count(pair => pair.Fact.Articles > 0 && pair.Place > 0),
            placed.Count(pair => pair.Fact.Articles == 0 && pair.Place > 0),
            [.. placed.Select(pair => (pair.Fact.Id, pair.Place))]
        );
    }

    private static string Text(Item item) =>
        string.Join(' ', item.Paragraphs.SelectMany(paragraph => paragraph.Lines).Select(line => line.Text));
}
