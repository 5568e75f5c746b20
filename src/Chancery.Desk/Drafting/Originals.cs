using Chancery.Desk.Checking;

namespace Chancery.Desk.Drafting;

/// <summary>
/// One sentence in two papers has one author: a draft cites the agency that the other credits, else whoever printed it first.
/// </summary>
internal sealed class Originals
{
    /// <summary>Shorter sentences may be anybody's.</summary>
    private const int Fewest = 8;

    private readonly Dictionary<string, Coded> first = new(StringComparer.Ordinal);

    public Originals(IEnumerable<Coded> articles, Outlets outlets)
    {
        foreach (
            var coded in articles
                .OrderBy(coded => coded.At)
                .ThenBy(coded => coded.Article.Id.Value, StringComparer.Ordinal)
        )
        {
            foreach (var sentence in coded.Coding.Sentences.Where(s => s.FitsIn(coded.Article.Text)))
            {
                if (Key(sentence.In(coded.Article.Text).ToString()) is not { } key)
                {
                    continue;
                }
                if (
                    !first.TryGetValue(key, out var other)
                    || other.Article.Agency is { Length: > 0 } agency
                        && outlets.IsCalled(coded.Article, agency)
                )
                {
                    first[key] = coded;
                }
            }
        }
    }

    /// <summary>True where another outlet has the candidate's first sentence and is the one to be cited for it.</summary>
    public bool Has(Candidate candidate) =>
        candidate.Citations is [var citation, ..]
        && Key(citation.Quoted) is { } key
        && first.TryGetValue(key, out var original)
        && original.Article.Id != candidate.From.Article.Id
        && original.Article.Outlet != candidate.From.Article.Outlet;

    private static string? Key(string sentence)
    {
        var words = Words.Of(sentence).Select(word => Fold.Word(word.In(sentence))).ToList();
        return words.Count < Fewest ? null : string.Join(' ', words);
    }
}
