namespace Chancery.Reading.Likeness;

/// <summary>
/// Finds texts that are copies of each other among many: MinHash (Broder 1997) in bands proposes pairs, the shingles
/// themselves confirm them.
/// </summary>
public static class Reprints
{
    /// <summary>Bands and rows: pairs of resemblance 0.5 are proposed with a probability of 0.87, of 0.7 with 0.999.</summary>
    private const int Bands = 32;
    private const int Rows = 4;

    /// <summary>A bucket with more texts holds a form letter; its texts are compared with the first of it only.</summary>
    private const int LargestBucket = 64;

    /// <summary>Texts with fewer shingles are too short to be told from others on the same matter.</summary>
    private const int LeastShingles = 6;

    /// <summary>Shingles below which a text says too little to outweigh a number that differs.</summary>
    private const int ShortText = 80;

    /// <summary>Outlets word their columns alike ("Quiz of the week: …"): below this two texts of one outlet are two.</summary>
    private const double SeriesResemblance = 0.65;

    /// <summary>All pairs of copies.</summary>
    /// <param name="texts">The texts, in any order.</param>
    /// <param name="resemblance">Least share of shingles in common, 0 to 1.</param>
    /// <param name="containment">Or: least share of the shorter's shingles found in the longer.</param>
    /// <returns>Pairs by first and other index, each pair once.</returns>
    public static IReadOnlyList<LikePair> Find(
        IReadOnlyList<LikeText> texts,
        double resemblance = 0.5,
        double containment = 0.8
    )
    {
        ulong[][] shingles = [.. texts.Select(text => Shingles.Of(text.Text))];
        var proposed = new HashSet<(int, int)>();
        var pairs = new List<LikePair>();
        var buckets = new Dictionary<ulong, List<int>>();
        ulong[][] minima = [.. shingles.Select(Minima)];
        for (int band = 0; band < Bands; band++)
        {
            buckets.Clear();
            for (int i = 0; i < texts.Count; i++)
            {
                if (shingles[i].Length < LeastShingles)
                {
                    continue;
                }

                ulong key = (ulong)band;
                for (int row = 0; row < Rows; row++)
                {
                    key = Shingles.Mixed(key ^ minima[i][(band * Rows) + row]);
                }

                if (!buckets.TryGetValue(key, out List<int>? bucket))
                {
                    buckets[key] = bucket = [];
                }

                foreach (int other in bucket.Count > LargestBucket ? bucket[..1] : bucket)
                {
                    if (
                        proposed.Add((other, i))
                        && Confirmed(texts, shingles, other, i, resemblance, containment) is { } pair
                    )
                    {
                        pairs.Add(pair);
                    }
                }

                bucket.Add(i);
            }
        }

        return [.. pairs.OrderBy(pair => pair.First).ThenBy(pair => pair.Other)];
    }

    /// <summary>How two texts stand to each other, or null where neither is a copy of the other.</summary>
    public static LikePair? Compare(
        LikeText left,
        LikeText right,
        double resemblance = 0.5,
        double containment = 0.8
    ) =>
        Confirmed(
            [left, right],
            [Shingles.Of(left.Text), Shingles.Of(right.Text)],
            0,
            1,
            resemblance,
            containment
        );

    private static LikePair? Confirmed(
        IReadOnlyList<LikeText> texts,
        ulong[][] shingles,
        int left,
        int right,
        double resemblance,
        double containment
    )
    {
        int shared = Shingles.Shared(shingles[left], shingles[right]);
        int shorter = Math.Min(shingles[left].Length, shingles[right].Length);
        double alike = (double)shared / Math.Max(1, shingles[left].Length + shingles[right].Length - shared);
        double contained = (double)shared / Math.Max(1, shorter);
        if (alike < resemblance && contained < containment)
        {
            return null;
        }

        bool oneOutlet = texts[left].Outlet == texts[right].Outlet && texts[left].Key != texts[right].Key;
        bool column = oneOutlet && alike < SeriesResemblance;
        if (column || (shorter < ShortText && IsSeries(texts[left].Text, texts[right].Text)))
        {
            return null;
        }

        bool swap = texts[right].At is { } later && texts[left].At is { } earlier && later < earlier;
        LikeKind kind =
            texts[left].Key == texts[right].Key ? LikeKind.Version
            : texts[left].Outlet == texts[right].Outlet ? LikeKind.Duplicate
            : LikeKind.Reprint;
        return swap
            ? new LikePair(right, left, kind, alike, contained)
            : new LikePair(left, right, kind, alike, contained);
    }

    /// <summary>
    /// Short texts that differ in their numbers are instalments of a series ("Day 197", "Quiz for November 8"), not copies.
    /// </summary>
    private static bool IsSeries(string left, string right)
    {
        HashSet<string> numbers = Numbers(left);
        return !numbers.SetEquals(Numbers(right));
    }

    private static HashSet<string> Numbers(string text)
    {
        var numbers = new HashSet<string>(StringComparer.Ordinal);
        for (int at = 0; at < text.Length; at++)
        {
            int start = at;
            while (at < text.Length && char.IsAsciiDigit(text[at]))
            {
                at++;
            }

            if (at > start)
            {
                numbers.Add(text[start..at]);
            }
        }

        return numbers;
    }

    private static ulong[] Minima(ulong[] shingles)
    {
        var minima = new ulong[Bands * Rows];
        Array.Fill(minima, ulong.MaxValue);
        foreach (ulong shingle in shingles)
        {
            // Two mixed halves make as many hash functions as are wanted (Kirsch and Mitzenmacher).
            ulong step = Shingles.Mixed(shingle) | 1;
            ulong hash = shingle;
            for (int i = 0; i < minima.Length; i++)
            {
                hash += step;
                ulong value = hash * 0x9E3779B97F4A7C15;
                minima[i] = value < minima[i] ? value : minima[i];
            }
        }

        return minima;
    }
}
