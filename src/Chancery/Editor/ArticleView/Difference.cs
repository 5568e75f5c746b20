namespace Chancery.Editor.ArticleView;

/// <summary>A run of words that two texts share, or that only one has.</summary>
/// <param name="Kind">-1: only the older has it; 0: both; 1: only the newer.</param>
/// <param name="Words">With the white space that follows.</param>
internal readonly record struct Run(int Kind, string Words);

/// <summary>What was changed between two versions of a text, by words.</summary>
internal static class Difference
{
    /// <summary>Beyond this many pairs of words the middle is told as replaced.</summary>
    private const long Most = 40_000_000;

    public static IReadOnlyList<Run> Between(string older, string newer)
    {
        var (a, b) = (Words(older), Words(newer));
        var head = 0;
        while (head < a.Count && head < b.Count && Same(a[head], b[head]))
        {
            head++;
        }
        var tail = 0;
        while (tail < a.Count - head && tail < b.Count - head && Same(a[^(tail + 1)], b[^(tail + 1)]))
        {
            tail++;
        }
        var runs = new List<Run>();
        Add(runs, 0, b[..head]);
        Middle(runs, a[head..^tail], b[head..^tail]);
        Add(runs, 0, b[^tail..]);
        return runs;
    }

    /// <summary>The longest common subsequence (Wagner and Fischer 1974), which for two versions of one article is short work.</summary>
    private static void Middle(List<Run> runs, List<string> a, List<string> b)
    {
        if ((long)a.Count * b.Count > Most)
        {
            Add(runs, -1, a);
            Add(runs, 1, b);
            return;
        }
        var common = new int[a.Count + 1, b.Count + 1];
        for (var i = a.Count - 1; i >= 0; i--)
        {
            for (var j = b.Count - 1; j >= 0; j--)
            {
                common[i, j] = Same(a[i], b[j])
                    ? common[i + 1, j + 1] + 1
                    : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }
        for (int i = 0, j = 0; i < a.Count || j < b.Count; )
        {
            if (i < a.Count && j < b.Count && Same(a[i], b[j]))
            {
                Add(runs, 0, [b[j]]);
                i++;
                j++;
            }
            else if (i < a.Count && (j == b.Count || common[i + 1, j] >= common[i, j + 1]))
            {
                Add(runs, -1, [a[i++]]);
            }
            else
            {
                Add(runs, 1, [b[j++]]);
            }
        }
    }

    private static void Add(List<Run> runs, int kind, List<string> words)
    {
        if (words.Count == 0)
        {
            return;
        }
        if (runs.Count > 0 && runs[^1].Kind == kind)
        {
            runs[^1] = runs[^1] with { Words = runs[^1].Words + string.Concat(words) };
            return;
        }
        runs.Add(new Run(kind, string.Concat(words)));
    }

    private static bool Same(string one, string other) =>
        one.AsSpan().TrimEnd().SequenceEqual(other.AsSpan().TrimEnd());

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        for (var start = 0; start < text.Length; )
        {
            var end = start;
            while (end < text.Length && !char.IsWhiteSpace(text[end]))
            {
                end++;
            }
            while (end < text.Length && char.IsWhiteSpace(text[end]))
            {
                end++;
            }
            words.Add(text[start..end]);
            start = end;
        }
        return words;
    }
}
