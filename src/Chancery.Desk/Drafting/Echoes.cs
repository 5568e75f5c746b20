using Chancery.Desk.Checking;
using Chancery.Desk.Stories;
using Chancery.Terms;

namespace Chancery.Desk.Drafting;

/// <summary>
/// How many independent families tell what some words tell. What several newsrooms chose to tell is what the week was
/// about; a reprint chose nothing.
/// </summary>
internal sealed class Echoes
{
    /// <summary>A sentence tells the same where it has this share of the words, each weighed by how rare it is.</summary>
    private const double Same = 0.45;

    /// <summary>A stem in more than this share of the sentences finds no sentence by itself; it still weighs.</summary>
    private const double Common = 0.04;

    /// <summary>Fewer words of their own than this are echoed by anything.</summary>
    private const int Fewest = 4;

    private readonly Dictionary<string, List<int>> sentences = new(StringComparer.Ordinal);
    private readonly List<int> familyOf = [];
    private readonly Dictionary<ArticleId, int> family = [];

    public Echoes(IReadOnlyList<Coded> articles, Outlets outlets)
    {
        var families = Reprints.Families([.. articles.Select(coded => coded.Article)], outlets);
        foreach (var (coded, of) in articles.Zip(families))
        {
            family[coded.Article.Id] = of;
            foreach (var sentence in coded.Coding.Sentences.Where(s => s.FitsIn(coded.Article.Text)))
            {
                foreach (var stem in Stems(sentence.In(coded.Article.Text).ToString()))
                {
                    if (!sentences.TryGetValue(stem, out var list))
                    {
                        sentences[stem] = list = [];
                    }
                    list.Add(familyOf.Count);
                }
                familyOf.Add(of);
            }
        }
    }

    /// <summary>The families that tell it besides the article's own.</summary>
    public int Of(string words, Coded from)
    {
        var stems = Stems(words);
        if (stems.Count < Fewest)
        {
            return 0;
        }
        var shared = new Dictionary<int, double>();
        var all = 0.0;
        // Rare stems first: they find the sentences, the common ones only add to what was found.
        foreach (
            var list in stems
                .Select(stem => sentences.GetValueOrDefault(stem))
                .OrderBy(list => list?.Count ?? 0)
        )
        {
            var weight = Weight(list);
            all += weight;
            if (list is not null)
            {
                var starts = list.Count <= Common * familyOf.Count;
                foreach (var sentence in list)
                {
                    if (starts || shared.ContainsKey(sentence))
                    {
                        shared[sentence] = shared.GetValueOrDefault(sentence) + weight;
                    }
                }
            }
        }
        var own = family.GetValueOrDefault(from.Article.Id, -1);
        return shared
            .Where(pair => pair.Value >= Same * all)
            .Select(pair => familyOf[pair.Key])
            .Where(of => of != own)
            .Distinct()
            .Count();
    }

    /// <summary>The share of a headline's words, each weighed by how rare it is, that some words have too: how much they are its news.</summary>
    public double Headlined(string headline, string words)
    {
        var has = Stems(words);
        var (shared, all) = (0.0, 0.0);
        foreach (var stem in Stems(headline))
        {
            var weight = Weight(sentences.GetValueOrDefault(stem));
            all += weight;
            shared += has.Contains(stem) ? weight : 0;
        }
        return all == 0 ? 0 : shared / all;
    }

    private double Weight(List<int>? carriers) =>
        Math.Log((1.0 + familyOf.Count) / (1 + (carriers?.Count ?? 0)));

    /// <summary>The words of content, by their stems, each once.</summary>
    public static HashSet<string> Stems(string text) =>
        new(
            Words
                .Of(text)
                .Select(word => Fold.Word(word.In(text)))
                .Where(word => word.Length > 1 && !WordLists.Function.Contains(word))
                .Select(Stem.Of),
            StringComparer.Ordinal
        );
}
