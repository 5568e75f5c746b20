namespace Chancery.Desk.Drafting;

/// <summary>Keeps one outlet from carrying an issue, and one thing from being said twice.</summary>
internal sealed class Balance(Outlets outlets)
{
    /// <summary>No outlet is given more than this share of an issue’s citations, once there are a few; with title, dek and what is only offered it ends below a third.</summary>
    public const double LargestShare = 0.25;

    /// <summary>Two lines that share this part of their words say the same.</summary>
    private const double Same = 0.5;

    /// <summary>A paraphrase and its quotation share this part of the words of content.</summary>
    private const double Matter = 0.34;

    /// <summary>Worth of a word of the question that is new to the issue, of completing a quotation, and the price of each citation that the outlet has had.</summary>
    private const double New = 0.6,
        GoingOn = 4,
        Had = 0.2;

    /// <summary>Citations of one outlet that say nothing yet of its share.</summary>
    private const int Few = 6;

    private readonly Dictionary<string, int> citations = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<HashSet<string>> said = [];
    private readonly List<Candidate> taken = [];
    private readonly HashSet<string> touched = new(StringComparer.OrdinalIgnoreCase);
    private int total;

    /// <summary>
    /// What a candidate is worth now: nothing where it repeats, more for each word of the question that the issue has not
    /// touched yet, less the more its outlet has had.
    /// </summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="goesOn">True for words that go on from the line before: they complete it.</param>
    public double Now(Candidate candidate, bool goesOn)
    {
        var bag = Bag(candidate.Words);
        if (
            said.Any(other => Overlap(bag, other) >= Same)
            || taken.Exists(other => IsParaphrase(candidate, other))
        )
        {
            return 0;
        }
        var family = outlets.Family(candidate.From.Article);
        var had = citations.GetValueOrDefault(family);
        var share = (had + candidate.Citations.Count) / (double)(total + candidate.Citations.Count);
        return had + candidate.Citations.Count > Few && share > LargestShare
            ? 0
            : Math.Max(
                0.01,
                candidate.Worth
                    + New * candidate.Stakes.Count(word => !touched.Contains(word))
                    + (goesOn ? GoingOn : 0)
                    - Had * had
            );
    }

    public void Take(Candidate candidate)
    {
        said.Add(Bag(candidate.Words));
        taken.Add(candidate);
        touched.UnionWith(candidate.Stakes);
        var family = outlets.Family(candidate.From.Article);
        citations[family] = citations.GetValueOrDefault(family) + candidate.Citations.Count;
        total += candidate.Citations.Count;
    }

    /// <summary>
    /// True where one is an outlet's telling of what somebody thinks and the other that person's own words in the same article:
    /// papers paraphrase and then quote. A third of the shorter one's words of content is the same matter.
    /// </summary>
    private static bool IsParaphrase(Candidate one, Candidate other)
    {
        (Candidate.Told? told, Candidate.Said? said) = (one, other) switch
        {
            (Candidate.Told t, Candidate.Said s) => (t, s),
            (Candidate.Said s, Candidate.Told t) => (t, s),
            _ => (null, null),
        };
        if (
            told is null
            || said is null
            || told.From.Article.Id != said.From.Article.Id
            || !said.Speaker.IsPerson
            || !told.Words.Contains(said.Speaker.Later, StringComparison.Ordinal)
        )
        {
            return false;
        }
        var (a, b) = (Echoes.Stems(told.Words), Echoes.Stems(said.Words));
        return Overlap(a, b) >= Matter && a.Count(b.Contains) > 1;
    }

    private static HashSet<string> Bag(string text) =>
        new(
            Words.Of(text).Where(word => word.Length > 3).Select(word => word.In(text).ToString()),
            StringComparer.OrdinalIgnoreCase
        );

    private static double Overlap(HashSet<string> a, HashSet<string> b) =>
        a.Count == 0 || b.Count == 0 ? 0 : a.Count(b.Contains) / (double)Math.Min(a.Count, b.Count);
}
