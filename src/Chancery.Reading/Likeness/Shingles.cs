namespace Chancery.Reading.Likeness;

/// <summary>A text as the set of its runs of words, hashed: what Broder's resemblance is computed on.</summary>
internal static class Shingles
{
    /// <summary>Words in a run. Longer runs tell reprints from texts on the same matter.</summary>
    public const int Size = 4;

    /// <summary>Sorted, each once. Texts shorter than a run are one shingle; empty ones have none.</summary>
    public static ulong[] Of(ReadOnlySpan<char> text)
    {
        var words = new List<ulong>(text.Length / 5);
        ulong word = 0;
        foreach (char c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                word = ((word == 0 ? 14695981039346656037 : word) ^ char.ToLowerInvariant(c)) * 1099511628211;
                if (c is >= '\u3040' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF')
                {
                    words.Add(word);
                    word = 0;
                }
            }
            else if (word != 0)
            {
                words.Add(word);
                word = 0;
            }
        }

        if (word != 0)
        {
            words.Add(word);
        }

        if (words.Count == 0)
        {
            return [];
        }

        var shingles = new HashSet<ulong>();
        for (int i = 0; i <= Math.Max(0, words.Count - Size); i++)
        {
            ulong hash = 0x9E3779B97F4A7C15;
            for (int k = i; k < Math.Min(words.Count, i + Size); k++)
            {
                hash = Mixed(hash ^ words[k]);
            }

            shingles.Add(hash);
        }

        ulong[] sorted = [.. shingles];
        Array.Sort(sorted);
        return sorted;
    }

    /// <summary>How many two sorted sets share.</summary>
    public static int Shared(ulong[] left, ulong[] right)
    {
        int shared = 0;
        for (int l = 0, r = 0; l < left.Length && r < right.Length; )
        {
            int order = left[l].CompareTo(right[r]);
            shared += order == 0 ? 1 : 0;
            l += order <= 0 ? 1 : 0;
            r += order >= 0 ? 1 : 0;
        }

        return shared;
    }

    /// <summary>The finalizer of SplitMix64: every bit of the input moves every bit of the output.</summary>
    public static ulong Mixed(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
