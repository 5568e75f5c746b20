using Chancery.Terms;

namespace Chancery.Publication;

/// <summary>What a published issue becomes when something in it was wrong: never another text without a line that says so.</summary>
internal static class Correcting
{
    /// <param name="standing">The published issue.</param>
    /// <param name="edited">The issue as it should read; null where the text stands and only a note is added.</param>
    /// <param name="by">Who signs the correction.</param>
    /// <param name="text">What was wrong and what is right.</param>
    /// <param name="at">When.</param>
    public static Issue Apply(Issue standing, Issue? edited, string by, string text, DateTimeOffset at)
    {
        var corrected = edited is null
            ? standing
            : standing with
            {
                Title = edited.Title,
                Dek = edited.Dek,
                Category = edited.Category,
                Lead = edited.Lead,
                Digest = edited.Digest,
                Briefings = edited.Briefings,
                Ahead = edited.Ahead,
                Picture = edited.Picture ?? standing.Picture,
            };
        Line[] before = [.. standing.Lines()];
        Line[] after = [.. corrected.Lines()];
        var (places, changes) = Compare(before, after);
        return corrected with
        {
            Corrections =
            [
                .. standing.Corrections.Select(earlier =>
                    earlier with
                    {
                        Changes = Moved(earlier.Changes, places),
                    }
                ),
                new Correction(at, by, text, changes),
            ],
        };
    }

    /// <summary>Earlier corrections stay with their sentences.</summary>
    private static IReadOnlyList<Change> Moved(IReadOnlyList<Change> changes, int?[] places) =>
        [
            .. changes.Select(change =>
                change with
                {
                    Line = change.Line is { } line && line >= 0 && line < places.Length ? places[line] : null,
                }
            ),
        ];

    /// <summary>Where each old line stands now, and what changed: by the longest common sequence of lines.</summary>
    private static (int?[] Places, List<Change> Changes) Compare(Line[] before, Line[] after)
    {
        var common = new int[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
        for (var j = after.Length - 1; j >= 0; j--)
            common[i, j] = Same(before[i], after[j])
                ? common[i + 1, j + 1] + 1
                : Math.Max(common[i + 1, j], common[i, j + 1]);
        var places = new int?[before.Length];
        var changes = new List<Change>();
        List<int> gone = [],
            come = [];
        int old = 0,
            now = 0;
        while (old < before.Length || now < after.Length)
        {
            if (old < before.Length && now < after.Length && Same(before[old], after[now]))
            {
                Close();
                places[old++] = now++;
            }
            else if (
                now == after.Length
                || old < before.Length && common[old + 1, now] >= common[old, now + 1]
            )
                gone.Add(old++);
            else
                come.Add(now++);
        }
        Close();
        return (places, changes);

        // Between two lines that stayed, the first one gone became the first one that came, and so on.
        void Close()
        {
            for (var k = 0; k < Math.Max(gone.Count, come.Count); k++)
            {
                int? line = k < come.Count ? come[k] : null;
                if (k < gone.Count)
                    places[gone[k]] = line;
                changes.Add(new Change(line, k < gone.Count ? before[gone[k]].Text : null));
            }
            gone.Clear();
            come.Clear();
        }
    }

    private static bool Same(Line a, Line b) =>
        a.Text == b.Text
        && (a, b) switch
        {
            (Line.Cited x, Line.Cited y) => x.Citations.SequenceEqual(y.Citations),
            (Line.Opinion x, Line.Opinion y) => x.SignedBy == y.SignedBy,
            (Line.Absence x, Line.Absence y) => x.Feed == y.Feed && x.Window == y.Window,
            _ => false,
        };
}
