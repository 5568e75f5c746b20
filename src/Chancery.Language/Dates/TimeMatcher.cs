using Chancery.Terms;

namespace Chancery.Language.Dates;

/// <summary>What a pattern matched: one expression, or one half of two that share their fields.</summary>
/// <param name="Passage">The words.</param>
/// <param name="First">Index of its first token.</param>
/// <param name="End">What to do.</param>
/// <param name="Captured">The classes met, in order.</param>
/// <param name="Partner">What the other half captured; empty for a single expression.</param>
internal sealed record TimeMatch(
    Passage Passage,
    int First,
    TimeEnd End,
    IReadOnlyList<TimeSense> Captured,
    IReadOnlyList<TimeSense> Partner
);

/// <summary>Walks the tree of patterns over the words: leftmost first, then longest, then with the most context.</summary>
internal sealed class TimeMatcher(TimeLexicon lexicon, List<TimeToken> tokens)
{
    private readonly List<TimeSense> captured = [];
    private readonly List<Found> found = [];
    private readonly List<int> cuts = [];

    private readonly record struct Found(
        int First,
        int End,
        int Consumed,
        TimeEnd Ends,
        TimeSense[] Captured,
        int[] Cuts
    );

    public List<TimeMatch> Matches()
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Word.Length > 0 || tokens[i].Senses.Length > 0)
            {
                captured.Clear();
                Walk(lexicon.Root, i, i, i, -1);
            }
        }
        found.Sort(
            (a, b) =>
                a.First != b.First ? a.First.CompareTo(b.First)
                : a.End != b.End ? b.End.CompareTo(a.End)
                : a.Consumed != b.Consumed ? b.Consumed.CompareTo(a.Consumed)
                : a.Ends.Rank.CompareTo(b.Ends.Rank)
        );
        var kept = new List<TimeMatch>();
        var reached = 0;
        foreach (var match in found)
        {
            if (match.First >= reached)
            {
                reached = match.End;
                kept.AddRange(Parts(match));
            }
        }
        return kept;
    }

    private void Walk(TimeNode node, int from, int first, int at, int end)
    {
        if (node.Ends is { } ends && (end < 0 ? at : end) > first)
        {
            found.Add(new Found(first, end < 0 ? at : end, at - from, ends, [.. captured], [.. cuts]));
        }
        if (node.Start is { } start)
        {
            var before = captured.ToArray();
            captured.Clear();
            Walk(start, from, at, at, end);
            captured.AddRange(before);
        }
        if (node.End is { } stop)
        {
            Walk(stop, from, first, at, at);
        }
        if (node.Cut is { } cut)
        {
            cuts.Add(at);
            cuts.Add(captured.Count);
            Walk(cut, from, first, at, end);
            cuts.RemoveRange(cuts.Count - 2, 2);
        }
        if (at >= tokens.Count || at > from && tokens[at].Breaks)
        {
            return;
        }
        if (tokens[at].Word.Length > 0 && node.Words.TryGetValue(tokens[at].Word, out var next))
        {
            // A pattern may spell out a unit ("month") and still mean it.
            var before = captured.Count;
            captured.AddRange(
                tokens[at].Senses.Where(s => s.Class is TimeClass.Unit or TimeClass.Part or TimeClass.Rel)
            );
            Walk(next, from, first, at + 1, end);
            captured.RemoveRange(before, captured.Count - before);
        }
        foreach (var sense in tokens[at].Senses)
        {
            if (node.Classes[(int)sense.Class] is { } then)
            {
                captured.Add(sense);
                Walk(then, from, first, at + 1, end);
                captured.RemoveAt(captured.Count - 1);
            }
        }
    }

    private IEnumerable<TimeMatch> Parts(Found match)
    {
        if (match.Ends.Op == TimeOp.Not)
        {
            yield break;
        }
        if (match.Cuts.Length != 4)
        {
            yield return new TimeMatch(
                Between(match.First, match.End),
                tokens[match.First].Token,
                match.Ends,
                match.Captured,
                []
            );
            yield break;
        }
        var (one, two) = (match.Captured[..match.Cuts[1]], match.Captured[match.Cuts[3]..]);
        yield return new TimeMatch(
            Between(match.First, match.Cuts[0]),
            tokens[match.First].Token,
            match.Ends,
            one,
            two
        );
        yield return new TimeMatch(
            Between(match.Cuts[2], match.End),
            tokens[match.Cuts[2]].Token,
            match.Ends,
            two,
            one
        );
    }

    private Passage Between(int first, int end) =>
        Passage.Between(tokens[first].Passage.Start, tokens[end - 1].Passage.End);
}
