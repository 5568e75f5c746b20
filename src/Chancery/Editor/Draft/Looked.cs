using System.Collections.Concurrent;
using System.Text;
using Chancery.Desk.Checking;
using Chancery.Desk.Editing;
using Chancery.Record;
using Chancery.Record.Issues;
using Chancery.Terms;

namespace Chancery.Editor.Draft;

/// <summary>
/// What was found of lines that have not changed since: a keystroke changes one, and checking an issue of sixty takes a third
/// of a second. It says what looking at the whole issue says: lines that are known are put in as opinions, which are held
/// against nothing but the spelling of the others.
/// </summary>
public sealed class Looked(Pipeline pipeline, Known known, Store store)
{
    /// <summary>Beyond this all are forgotten: an afternoon's keystrokes.</summary>
    private const int Most = 20_000;

    private const string AcrossLines = "two-spellings";

    private readonly ConcurrentDictionary<(Watch Watch, string Lines), IReadOnlyList<Refusal>> refusals =
        new();
    private readonly ConcurrentDictionary<(string Earlier, string Line), Repetition?> repetitions = new();
    private (string Stamp, IReadOnlyList<Issue> Issues) earlier = ("", []);

    /// <summary>What people corrected has changed: nothing that was found of cited words is certain any more.</summary>
    public void Forget() => refusals.Clear();

    /// <summary>The same as <see cref="Pipeline.Check(Issue, Watch?)"/>.</summary>
    public IReadOnlyList<Refusal> Refusals(Watch watch, Issue issue)
    {
        if (refusals.Count > Most)
        {
            refusals.Clear();
        }
        // A title is held to more than another line, and a weekday to the issue's week.
        List<(int First, IReadOnlyList<Line> Lines, (Watch, string) Key)> units = [];
        var first = 1;
        foreach (var lines in Units(issue))
        {
            units.Add(
                (first, lines, (watch, $"{issue.Week:O} {issue.Zone} {Math.Min(first, 3)} {Written(lines)}"))
            );
            first += lines.Count;
        }
        var isKnown = units.Select(unit => refusals.ContainsKey(unit.Key)).ToList();
        var found = pipeline.Check(Without(issue, isKnown), watch, known.Article, known.Coding);
        var all = new List<Refusal>();
        foreach (var (unit, kept) in units.Zip(isKnown))
        {
            var own = found
                .Where(refusal => refusal.Line >= unit.First && refusal.Line < unit.First + unit.Lines.Count)
                .ToLookup(refusal => refusal.Why.Code == AcrossLines);
            if (!kept || !refusals.TryGetValue(unit.Key, out var alone))
            {
                alone = [.. own[false].Select(refusal => refusal with { Line = refusal.Line - unit.First })];
                // Whether a feed was read for the whole window may yet become known.
                if (!unit.Lines.Any(line => line is Line.Absence))
                {
                    refusals[unit.Key] = alone;
                }
            }
            all.AddRange(
                alone
                    .Select(refusal => refusal with { Line = refusal.Line + unit.First })
                    .Concat(own[true])
                    .OrderBy(refusal => refusal.Line)
            );
        }
        return all;
    }

    /// <summary>The same as <see cref="SaidBefore.Look"/> against every approved issue.</summary>
    public IReadOnlyList<Repetition> Repetitions(Issue issue)
    {
        var stamp = IssueShelf.Stamp(store, issue.Watch);
        if (earlier.Stamp != stamp)
        {
            earlier = (stamp, IssueShelf.Approved(store, issue.Watch));
            repetitions.Clear();
        }
        var lines = issue.Lines().ToList();
        var keys = lines.Select(line => ($"{stamp} {issue.Week:O}", Written([line]))).ToList();
        var fresh = Enumerable.Range(0, lines.Count).Where(i => !repetitions.ContainsKey(keys[i])).ToList();
        if (fresh.Count > 0)
        {
            var alone = issue with
            {
                Title = lines[fresh[0]],
                Dek = lines[fresh[0]],
                Lead = new Item(null, [new Paragraph([.. fresh.Select(i => lines[i])])]),
                Digest = [],
                Briefings = [],
                Ahead = [],
            };
            var found = SaidBefore.Look(alone, earlier.Issues).ToLookup(one => one.Line - 2);
            for (var i = 0; i < fresh.Count; i++)
            {
                repetitions[keys[fresh[i]]] = found[i].FirstOrDefault();
            }
        }
        return
        [
            .. keys.Select(
                    (key, i) => repetitions.GetValueOrDefault(key) is { } one ? one with { Line = i } : null
                )
                .OfType<Repetition>(),
        ];
    }

    /// <summary>Lines that the checking reads together, in the order of <see cref="Issue.Lines"/>.</summary>
    private static IEnumerable<IReadOnlyList<Line>> Units(Issue issue) =>
        [
            [issue.Title],
            [issue.Dek],
            Lines(issue.Lead),
            .. issue.Digest.Select(Lines),
            issue.Briefings,
            issue.Ahead,
        ];

    private static IReadOnlyList<Line> Lines(Item item) => [.. item.Paragraphs.SelectMany(one => one.Lines)];

    private static Issue Without(Issue issue, List<bool> isKnown)
    {
        var digest = issue.Digest.Count;
        return issue with
        {
            Title = isKnown[0] ? Plain(issue.Title) : issue.Title,
            Dek = isKnown[1] ? Plain(issue.Dek) : issue.Dek,
            Lead = isKnown[2] ? Plain(issue.Lead) : issue.Lead,
            Digest = [.. issue.Digest.Select((item, i) => isKnown[3 + i] ? Plain(item) : item)],
            Briefings = isKnown[3 + digest] ? [.. issue.Briefings.Select(Plain)] : issue.Briefings,
            Ahead = isKnown[4 + digest] ? [.. issue.Ahead.Select(Plain)] : issue.Ahead,
        };
    }

    private static Item Plain(Item item) => new(item.Story, [new Paragraph([.. Lines(item).Select(Plain)])]);

    private static Line Plain(Line line) => new Line.Opinion(line.Text, "the desk");

    /// <summary>All that a line is, as one string.</summary>
    private static string Written(IEnumerable<Line> lines)
    {
        var written = new StringBuilder();
        foreach (var line in lines)
        {
            written.Append('\n').Append(line.GetType().Name).Append('\t').Append(line.Text);
            if (line is Line.Cited cited)
            {
                foreach (var one in cited.Citations)
                {
                    written.Append($"\t{one.Article} {one.Passage.Start} {one.Passage.Length} {one.Quoted}");
                }
            }
            else
            {
                written.Append('\t').Append((line as Line.Opinion)?.SignedBy);
            }
        }
        return written.ToString();
    }
}
