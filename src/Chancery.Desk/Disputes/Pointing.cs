using Chancery.Desk.Drafting;
using Chancery.Terms;

namespace Chancery.Desk.Disputes;

/// <summary>A denial that only points at what it denies ("officials denied the claim"): the claim is the sentence before it.</summary>
internal static class Pointing
{
    private const int MostWords = 5;

    public static Dispute? At(
        Watch watch,
        Outlets outlets,
        Claim denial,
        IReadOnlyDictionary<ArticleId, string> storyOf
    )
    {
        var text = denial.From.Article.Text;
        if (
            denial.Stance != Stance.Deny
            || Words.Count(denial.Words) > MostWords
            || !English.IsClaim(denial.Words)
        )
        {
            return null;
        }
        var sentences = denial.From.Coding.Sentences;
        var before = sentences.LastOrDefault(sentence => sentence.End <= denial.Sentence.Start);
        if (before.Length == 0 || !before.FitsIn(text))
        {
            return null;
        }
        var words = before.In(text).ToString();
        var outlet = outlets.Name(denial.From.Article);
        return Pairing.Made(
            watch,
            DisputeKind.Denial,
            new Account(
                outlet,
                words.Trim(),
                outlet,
                denial.From.At,
                new Citation(denial.From.Article.Id, before, words)
            ),
            [denial.Account(outlet)],
            [$"{denial.Speaker} denies “{denial.Words}”, which stands in the sentence before"],
            0.8,
            sure: true,
            storyOf.GetValueOrDefault(denial.From.Article.Id)
        );
    }
}
