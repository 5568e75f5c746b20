using Chancery.Reading.Pages.Tree;

namespace Chancery.Reading.Cleaning;

/// <summary>The blocks that stand word for word in the text a page declares as schema.org's <c>articleBody</c>.</summary>
internal static class ArticleBody
{
    private const int Shortest = 200;
    private const int Shingle = 16;

    /// <summary>One shingle in so many is kept: the same ones of both texts, since their hashes decide.</summary>
    private const uint Sampled = 4;

    /// <returns>One flag a block, or null where the declared text is too short or not on the page.</returns>
    public static bool[]? Found(PageTree tree, bool[] dropped, string articleBody)
    {
        if (articleBody.Length < Shortest)
        {
            return null;
        }

        HashSet<int> declared = Shingles(articleBody);
        var blocks = new bool[dropped.Length];
        int covered = 0;
        for (int i = 0; i < dropped.Length; i++)
        {
            if (!dropped[i] && IsIn(tree.TextOf(tree.Blocks[i]), declared))
            {
                blocks[i] = true;
                covered += tree.Blocks[i].Length;
            }
        }

        return covered * 2 > articleBody.Length ? blocks : null;
    }

    private static bool IsIn(ReadOnlySpan<char> words, HashSet<int> declared)
    {
        HashSet<int> own = Shingles(words);
        int shared = 0;
        foreach (int shingle in own)
        {
            shared += declared.Contains(shingle) ? 1 : 0;
        }

        return own.Count > 0 && shared * 10 >= own.Count * 7;
    }

    /// <summary>Hashes of every run of letters and digits, spaces and marks left out, stepping by one.</summary>
    private static HashSet<int> Shingles(ReadOnlySpan<char> text)
    {
        var hashes = new HashSet<int>();
        Span<char> ring = stackalloc char[Shingle];
        int count = 0;
        uint hash = 0;
        uint power = 1;
        for (int i = 1; i < Shingle; i++)
        {
            power *= 31;
        }

        foreach (char c in text)
        {
            if (!char.IsLetterOrDigit(c))
            {
                continue;
            }

            char lower = char.ToLowerInvariant(c);
            int slot = count % Shingle;
            if (count >= Shingle)
            {
                hash -= ring[slot] * power;
            }

            ring[slot] = lower;
            hash = (hash * 31) + lower;
            count++;
            if (count >= Shingle && hash % Sampled == 0)
            {
                hashes.Add((int)hash);
            }
        }

        if (count is > 0 and < Shingle)
        {
            // Too short to be told apart by a shingle: never counted as found.
            hashes.Add(-1);
        }

        return hashes;
    }
}
