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

    /// <summary>The background counts as so many articles where the news is of everything …</summary>
    public const double OfEverything = 300;

    /// <summary>… and as so many where all of it is of one subject, whose own words the background thinks rare.</summary>
    public const double OfOneSubject = 20;

    /// <summary>The heaviest words of an article that are kept.</summary>
    private const int Kept = 220;

    /// <summary>With more words than this, those not seen lately are forgotten.</summary>
    private const int Limit = 1_000_000;

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly List<float> shares = [];
    private readonly List<int> articles = [];
    private readonly Dictionary<int, Seen> bag = [];
    private readonly List<float> worths = [];
    private int placed,
        valued;

    private readonly double prior;

    /// <param name="prior">How many articles the background counts as.</param>
    public Terms(double prior)
    {
        this.prior = prior;
        lookup = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Counts the words of an article that is still to come, so that what all of them say joins none of them.</summary>
    public void Expect(string headline, string text) => Count(headline, text);

    /// <summary>
    /// Counts an article's words. The vector holds what the article alone says of each (how often, how early, name or
    /// number), scaled so that its length is 1 once weighed; what a word is worth changes with the news.
    /// </summary>
    public Vector Add(string headline, string text)
    {
        Count(headline, text);
        if (placed > 1.05 * valued + 20)
        {
            Value();
        }
        int[] terms = [.. bag.Keys.Order()];
        var said = Trimmed(new Vector(terms, Array.ConvertAll(terms, term => Said(bag[term]))), Kept);
        var length = (float)Weighed(said).Length;
        return length == 0
            ? said
            : said with
            {
                Weights = Array.ConvertAll(said.Weights, weight => weight / length),
            };
    }

    private void Count(string headline, string text)
    {
        bag.Clear();
        Collect(headline, int.MaxValue, int.MaxValue);
        Collect(text, Head, Lead);
        placed++;
        foreach (var term in bag.Keys)
        {
            articles[term]++;
            worths[term] = Worth(term);
        }
    }

    /// <summary>A vector with every word at its present worth.</summary>
    public Vector Weighed(Vector said)
    {
        var weights = new float[said.Count];
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = said.Weights[i] * worths[said.Terms[i]];
        }
        return said with { Weights = weights };
    }

    /// <summary>Only the words that weigh most at present.</summary>
    public Vector Trimmed(Vector said, int count)
    {
        if (said.Count <= count)
        {
            return said;
        }
        var weighed = Weighed(said).Weights;
        var sorted = (float[])weighed.Clone();
        Array.Sort(sorted);
        int[] kept =
        [
            .. Enumerable.Range(0, said.Count).Where(i => weighed[i] >= sorted[^count]).Take(count),
        ];
        return new Vector(
            Array.ConvertAll(kept, i => said.Terms[i]),
            Array.ConvertAll(kept, i => said.Weights[i])
        );
    }

    /// <summary>Cosine of a weighed unit vector and a sum of unweighed ones, at present worth; 0 to 1.</summary>
    public double Cosine(Vector unit, Vector said)
    {
        double dot = 0,
            squares = 0;
        var i = 0;
        for (var j = 0; j < said.Count; j++)
        {
            var term = said.Terms[j];
            var weight = said.Weights[j] * worths[term];
            squares += weight * weight;
            while (i < unit.Count && unit.Terms[i] < term)
            {
                i++;
            }
            if (i < unit.Count && unit.Terms[i] == term)
            {
                dot += unit.Weights[i] * weight;
            }
        }
        return squares == 0 ? 0 : dot / Math.Sqrt(squares);
    }

    private static float Said(Seen seen)
    {
        var weight = (float)(1 + Math.Log(seen.Count));
        return seen.Number ? weight * Number
            : seen.Capitals > seen.Words - seen.Capitals ? weight * Name
            : weight;
    }

    /// <summary>Information to the power 1.2: a name that a third of the week carries must not join anything.</summary>
    private float Worth(int term) =>
        (float)
            Math.Pow(Math.Max(0, -Math.Log((shares[term] * prior + articles[term]) / (prior + placed))), 1.2);

    private void Value()
    {
        valued = placed;
        for (var term = 0; term < worths.Count; term++)
        {
            // A word of no article any more has no worth, so that its logarithm stays finite.
            worths[term] = articles[term] == 0 ? 0 : Worth(term);
        }
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
            worths.Add(0);
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
