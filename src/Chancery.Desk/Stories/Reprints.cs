using Chancery.Terms;

namespace Chancery.Desk.Stories;

/// <summary>
/// Which articles of a story are one source: those of one owner's outlets, those that credit one agency, and those whose
/// text is for the most part the same.
/// </summary>
internal static class Reprints
{
    /// <summary>Words in a shingle.</summary>
    private const int Shingle = 5;

    /// <summary>The share of the shorter text's shingles that the other has too.</summary>
    private const double Same = 0.5;

    /// <summary>A number for each article; articles with equal numbers count once.</summary>
    public static int[] Families(IReadOnlyList<Article> articles, Drafting.Outlets outlets)
    {
        int[] family = [.. Enumerable.Range(0, articles.Count)];
        var byName = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var carriers = new Dictionary<int, List<int>>();
        var sizes = new int[articles.Count];
        for (var i = 0; i < articles.Count; i++)
        {
            Named($"outlet {outlets.Family(articles[i])}", i);
            if (articles[i].Agency is { Length: > 0 } agency)
            {
                Named($"agency {agency}", i);
            }
            var shared = new Dictionary<int, int>();
            var shingles = Shingles(articles[i].Text);
            sizes[i] = shingles.Count;
            foreach (var shingle in shingles)
            {
                if (!carriers.TryGetValue(shingle, out var list))
                {
                    carriers[shingle] = list = [];
                }
                foreach (var other in list)
                {
                    shared[other] = shared.GetValueOrDefault(other) + 1;
                }
                list.Add(i);
            }
            foreach (var (other, count) in shared)
            {
                if (count >= Same * Math.Min(sizes[i], sizes[other]))
                {
                    Join(i, other);
                }
            }
        }
        return [.. family.Select((_, i) => Root(i))];

        void Named(string name, int i)
        {
            if (!byName.TryAdd(name, i))
            {
                Join(i, byName[name]);
            }
        }

        void Join(int i, int other) => family[Root(i)] = Root(other);

        int Root(int i)
        {
            while (family[i] != i)
            {
                i = family[i];
            }
            return i;
        }
    }

    private static HashSet<int> Shingles(string text)
    {
        var shingles = new HashSet<int>();
        var last = new Queue<int>();
        foreach (var word in Words.Of(text))
        {
            last.Enqueue(Hash(word.In(text)));
            if (last.Count > Shingle)
            {
                last.Dequeue();
            }
            if (last.Count == Shingle)
            {
                var hash = 17;
                foreach (var part in last)
                {
                    hash = unchecked(hash * 31 + part);
                }
                shingles.Add(hash);
            }
        }
        return shingles;
    }

    /// <summary>FNV-1a over the lower-case letters: the same on every run.</summary>
    private static int Hash(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        foreach (var letter in word)
        {
            hash = unchecked((hash ^ char.ToLowerInvariant(letter)) * 16777619u);
        }
        return unchecked((int)hash);
    }
}
