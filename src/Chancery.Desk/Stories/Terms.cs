namespace Chancery.Desk.Stories;

/// <summary>
/// The words of what has been placed so far, with how many articles carry each. An article becomes a vector: a word weighs
/// more the oftener and the earlier it stands, and less the more articles carry it, so that names everybody uses join
/// nothing by themselves. Names and numbers tell happenings apart and weigh more than other words.
/// </summary>
internal sealed class Terms
{
    /// <summary>A word's first letters, lower case: enough to fold most endings of the languages we read.</summary>
    private const int Stem = 6;

    /// <summary>Words of the text that count, and how many of them count twice, as the headline does.</summary>
    private const int Head = 400,
        Lead = 60;

    /// <summary>A word written with a capital more often than without; a word that begins with a digit.</summary>
    private const float Name = 1.7f,
        Number = 1.5f;

    /// <summary>The background counts as so many articles.</summary>
    private const double Prior = 1000;

    /// <summary>The heaviest words of an article that are kept.</summary>
    private const int Kept = 220;

    /// <summary>With more words than this, those not seen lately are forgotten.</summary>
    private const int Limit = 1_000_000;

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly List<float> shares = [];
    private readonly List<int> articles = [];
    private readonly Dictionary<int, Seen> bag = [];
    private int placed;

    public Terms() => lookup = numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>One more than the greatest term number.</summary>
    public int Count => shares.Count;

    /// <summary>Counts an article's words and weighs them by all counted so far.</summary>
    public Vector Add(string headline, string text)
    {
        bag.Clear();
        Collect(headline, int.MaxValue, int.MaxValue);
        Collect(text, Head, Lead);
        placed++;
        foreach (var term in bag.Keys)
        {
            articles[term]++;
        }
        int[] terms = [.. bag.Keys.Order()];
        var weights = Array.ConvertAll(terms, term => Weight(term, bag[term]));
        return new Vector(terms, weights).Heaviest(Kept).Unit();
    }

    private float Weight(int term, Seen seen)
    {
        var share = (shares[term] * Prior + articles[term]) / (Prior + placed);
        var weight = (float)((1 + Math.Log(seen.Count)) * Math.Max(0, -Math.Log(share)));
        return seen.Number ? weight * Number
            : seen.Capitals > seen.Words - seen.Capitals ? weight * Name
            : weight;
    }

    private void Collect(ReadOnlySpan<char> text, int head, int lead)
    {
        Span<char> stem = stackalloc char[Stem];
        var words = 0;
        for (var i = 0; i < text.Length && words < head; i++)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                continue;
            }
            var start = i;
            while (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                i++;
            }
            var length = text[start..Math.Min(i, start + Stem)].ToLowerInvariant(stem);
            ref var seen = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(
                bag,
                Of(stem[..length]),
                out _
            );
            seen = new Seen(
                seen.Count + (words < lead ? 2 : 1),
                seen.Words + 1,
                seen.Capitals + (char.IsUpper(text[start]) ? 1 : 0),
                char.IsDigit(text[start])
            );
            words++;
        }
    }

    private int Of(ReadOnlySpan<char> stem)
    {
        if (!lookup.TryGetValue(stem, out var term))
        {
            term = shares.Count;
            lookup[stem] = term;
            shares.Add(Background.Share(stem));
            articles.Add(0);
        }
        return term;
    }

    /// <summary>
    /// Keeps the memory bounded in a run without end: with too many words, all counts are halved, and words that come to
    /// nothing lose their number. Numbers are not given again, so that vectors made before stay true.
    /// </summary>
    public void Forget()
    {
        if (numbers.Count <= Limit)
        {
            return;
        }
        placed /= 2;
        foreach (var (stem, term) in numbers.ToList())
        {
            articles[term] /= 2;
            if (articles[term] == 0)
            {
                numbers.Remove(stem);
            }
        }
    }

    private record struct Seen(int Count, int Words, int Capitals, bool Number);
}
