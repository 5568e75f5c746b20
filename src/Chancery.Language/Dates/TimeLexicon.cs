using System.Collections.Frozen;
using Chancery.Language.Lexicons;

namespace Chancery.Language.Dates;

/// <param name="Class">What the word may be.</param>
/// <param name="Value">As the list gives it.</param>
internal readonly record struct TimeSense(TimeClass Class, string Value);

/// <summary>A node of the tree of all patterns: where each next word or class leads, and what ends here.</summary>
internal sealed class TimeNode
{
    public Dictionary<string, TimeNode> Words { get; } = new(StringComparer.OrdinalIgnoreCase);

    public TimeNode?[] Classes { get; } = new TimeNode?[Enum.GetValues<TimeClass>().Length];

    /// <summary>The node after a sign: the same place in the text.</summary>
    public TimeNode? Start { get; set; }
    public TimeNode? End { get; set; }
    public TimeNode? Cut { get; set; }

    public TimeEnd? Ends { get; set; }
}

/// <param name="Op">What to do.</param>
/// <param name="Argument">With what.</param>
/// <param name="Rank">The pattern's place in its file: of equal matches the earlier counts.</param>
internal sealed record TimeEnd(TimeOp Op, string Argument, int Rank);

/// <summary>The words and patterns of time of one language.</summary>
public sealed class TimeLexicon
{
    private readonly FrozenDictionary<string, TimeSense[]> senses;

    private TimeLexicon(string language)
    {
        senses = Lexicon
            .Lines(language, "time-words")
            .Select(line => line.Split('\t'))
            .GroupBy(f => f[0], StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(
                g => g.Key,
                g => g.Select(f => new TimeSense(Enum.Parse<TimeClass>(f[1]), f[2])).ToArray(),
                StringComparer.OrdinalIgnoreCase
            );
        Senses = senses.GetAlternateLookup<ReadOnlySpan<char>>();
        OrdinalEndings = Lexicon.Set(language, "ordinal-endings").GetAlternateLookup<ReadOnlySpan<char>>();
        Ahead = Lexicon.Set(language, "time-ahead");
        var definitions = new Dictionary<string, string>();
        var rank = 0;
        foreach (var line in Lexicon.Lines(language, "time-patterns"))
        {
            var fields = line.Split('\t');
            if (fields[0] == "=")
            {
                definitions[fields[1]] = fields[2];
                continue;
            }
            var end = new TimeEnd(
                Enum.Parse<TimeOp>(fields[0], ignoreCase: true),
                fields.Length > 2 ? fields[2] : "",
                rank++
            );
            foreach (var sequence in new TimePattern(definitions).Sequences(fields[1]))
            {
                Add(sequence, end);
            }
        }
        Words = Literals(Root).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    internal FrozenDictionary<string, TimeSense[]>.AlternateLookup<ReadOnlySpan<char>> Senses { get; }

    /// <summary>What makes an ordinal of digits ("th").</summary>
    internal FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OrdinalEndings { get; }

    internal TimeNode Root { get; } = new();

    /// <summary>The words that patterns spell out.</summary>
    internal FrozenSet<string> Words { get; }

    /// <summary>Words that put what they govern in the future ("will", "scheduled").</summary>
    internal FrozenSet<string> Ahead { get; }

    /// <param name="language">BCP 47 primary language; one without lists yields a lexicon that knows nothing.</param>
    public static TimeLexicon Of(string language) => new(language);

    private void Add(Element[] sequence, TimeEnd end)
    {
        var node = Root;
        foreach (var element in sequence)
        {
            node = element switch
            {
                { Class: { } c } => node.Classes[(int)c] ??= new TimeNode(),
                { Word: Element.Start } => node.Start ??= new TimeNode(),
                { Word: Element.End } => node.End ??= new TimeNode(),
                { Word: Element.Cut } => node.Cut ??= new TimeNode(),
                _ => node.Words.TryGetValue(element.Word, out var next)
                    ? next
                    : node.Words[element.Word] = new TimeNode(),
            };
        }
        node.Ends ??= end;
    }

    private static IEnumerable<string> Literals(TimeNode node) =>
        node
            .Words.Keys.Concat(node.Words.Values.SelectMany(Literals))
            .Concat(
                node.Classes.Append(node.Start)
                    .Append(node.End)
                    .Append(node.Cut)
                    .OfType<TimeNode>()
                    .SelectMany(Literals)
            );
}
