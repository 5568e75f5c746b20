using Chancery.Terms;

namespace Chancery.Desk.Stories;

/// <summary>
/// Puts articles into stories, one pass in time order: cosine of weighted words against each open story's centre. A word
/// weighs less the more articles carry it, so that names everybody uses ("Kyiv") join nothing by themselves.
/// </summary>
public static class Placing
{
    /// <summary>An article this near to a story's centre belongs to it.</summary>
    private const double Near = 0.27;

    /// <summary>A story without an article for this long is closed.</summary>
    private static readonly TimeSpan Open = TimeSpan.FromDays(3);

    /// <summary>Words of the text that count; the headline counts three times.</summary>
    private const int Head = 160;

    /// <param name="articles">In time order.</param>
    public static IReadOnlyList<Story> Place(IReadOnlyList<Coded> articles)
    {
        var terms = articles.Select(Terms).ToList();
        var spread = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in terms.SelectMany(bag => bag.Keys))
        {
            spread[word] = spread.GetValueOrDefault(word) + 1;
        }
        var open = new List<Centre>();
        for (var i = 0; i < articles.Count; i++)
        {
            var vector = Unit(terms[i], spread, articles.Count);
            var at = articles[i].At;
            var best = open.Where(story => at - story.To <= Open)
                .Select(story => (story, near: story.Cosine(vector)))
                .OrderByDescending(pair => pair.near)
                .FirstOrDefault();
            if (best.story is not null && best.near >= Near)
            {
                best.story.Add(articles[i], vector);
            }
            else
            {
                open.Add(new Centre(articles[i], vector));
            }
        }
        return
        [
            .. open.Select(story => new Story(
                story.Articles[0].Article.Id.Value,
                [.. story.Articles.Select(coded => coded.Article.Id)],
                story.Articles[0].At,
                story.To
            )),
        ];
    }

    private static Dictionary<string, double> Terms(Coded coded)
    {
        var bag = new Dictionary<string, double>(StringComparer.Ordinal);
        Count(coded.Article.Headline, 3);
        Count(coded.Article.Text, 1);
        return bag;

        void Count(string text, double weight)
        {
            foreach (var word in Words.Of(text).Take(Head))
            {
                var term = Stem(word.In(text));
                bag[term] = bag.GetValueOrDefault(term) + weight;
            }
        }
    }

    /// <summary>A word's first six letters, lower case: enough to fold most endings of the languages we read.</summary>
    private static string Stem(ReadOnlySpan<char> word) =>
        word[..Math.Min(6, word.Length)].ToString().ToLowerInvariant();

    private static Dictionary<string, double> Unit(
        Dictionary<string, double> bag,
        Dictionary<string, int> spread,
        int articles
    )
    {
        var vector = new Dictionary<string, double>(bag.Count, StringComparer.Ordinal);
        foreach (var (word, count) in bag)
        {
            vector[word] = (1 + Math.Log(count)) * Math.Log((articles + 1.0) / spread[word]);
        }
        var length = Math.Sqrt(vector.Values.Sum(weight => weight * weight));
        foreach (var word in vector.Keys)
        {
            vector[word] /= length == 0 ? 1 : length;
        }
        return vector;
    }

    private sealed class Centre
    {
        private readonly Dictionary<string, double> sum;

        public Centre(Coded first, Dictionary<string, double> vector)
        {
            Articles = [first];
            sum = new Dictionary<string, double>(vector, StringComparer.Ordinal);
        }

        public List<Coded> Articles { get; }

        public DateTimeOffset To => Articles[^1].At;

        public double Cosine(Dictionary<string, double> vector)
        {
            var dot = vector.Sum(term => term.Value * sum.GetValueOrDefault(term.Key));
            var length = Math.Sqrt(sum.Values.Sum(weight => weight * weight));
            return length == 0 ? 0 : dot / length;
        }

        public void Add(Coded coded, Dictionary<string, double> vector)
        {
            Articles.Add(coded);
            foreach (var (word, weight) in vector)
            {
                sum[word] = sum.GetValueOrDefault(word) + weight;
            }
        }
    }
}
