namespace Chancery.Desk.Editing;

/// <summary>What became of a run of words between two texts.</summary>
public enum Fate
{
    Kept,
    Removed,
    Added,
}

/// <summary>Two texts of one line held against each other, word by word.</summary>
public static class WordDiff
{
    /// <summary>Runs that, the added ones left out, give the first text and, the removed ones left out, the second, but for white space.</summary>
    public static IReadOnlyList<(Fate Fate, string Words)> Of(string before, string after)
    {
        string[] one = Split(before);
        string[] two = Split(after);
        // Longest common subsequence; a line has some forty words.
        var length = new int[one.Length + 1, two.Length + 1];
        for (var i = one.Length - 1; i >= 0; i--)
        {
            for (var j = two.Length - 1; j >= 0; j--)
            {
                length[i, j] =
                    one[i] == two[j]
                        ? length[i + 1, j + 1] + 1
                        : Math.Max(length[i + 1, j], length[i, j + 1]);
            }
        }
        var runs = new List<(Fate Fate, string Words)>();
        var (a, b) = (0, 0);
        while (a < one.Length || b < two.Length)
        {
            if (a < one.Length && b < two.Length && one[a] == two[b])
            {
                Say(Fate.Kept, one[a++]);
                b++;
            }
            else if (b == two.Length || a < one.Length && length[a + 1, b] >= length[a, b + 1])
            {
                Say(Fate.Removed, one[a++]);
            }
            else
            {
                Say(Fate.Added, two[b++]);
            }
        }
        return runs;

        void Say(Fate fate, string word)
        {
            if (runs.Count > 0 && runs[^1].Fate == fate)
            {
                runs[^1] = (fate, $"{runs[^1].Words} {word}");
            }
            else
            {
                runs.Add((fate, word));
            }
        }
    }

    private static string[] Split(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
