using Chancery.Desk.Checking;
using Chancery.Desk.Drafting;
using Chancery.Terms;

namespace Chancery.Desk.Disputes;

/// <summary>
/// A denial that does not say again what it denies but points at it: "officials denied the claim" at the sentence before,
/// "no such memorandum" at the sentence that has the memorandum, "Belmar denied Orsa's claim that …" at the claim inside it.
/// </summary>
internal sealed class Pointing(Watch watch, Outlets outlets, IReadOnlyDictionary<ArticleId, string> storyOf)
{
    private const int MostWords = 5;

    /// <summary>What "such" points at stands so many sentences before it at most.</summary>
    private const int Reach = 3;

    /// <summary>Words that point say so themselves; what they point at is found by place.</summary>
    private const double Pointed = 0.8;

    public IEnumerable<Dispute> At(Claim denial, IReadOnlyList<Claim> all) =>
        Inside(denial, all) is { } inside ? [inside]
        : Before(denial, all) is { } before ? [before]
        : [];

    /// <summary>Another's claim in the very words that are denied.</summary>
    private Dispute? Inside(Claim denial, IReadOnlyList<Claim> all)
    {
        if (denial.Stance != Stance.Deny)
        {
            return null;
        }
        var claim = all.FirstOrDefault(one =>
            one.From.Article.Id == denial.From.Article.Id
            && one.Key != denial.Key
            && !one.Told
            && one.Place != denial.Place
            && denial.Place.Contains(one.Place)
        );
        return claim is null
            ? null
            : Made(
                claim.Account(outlets.Name(claim.From.Article)),
                denial,
                $"{denial.Speaker} {English.Denying(denial.Speaker)} what {claim.Speaker} says, in one sentence"
            );
    }

    private Dispute? Before(Claim denial, IReadOnlyList<Claim> all)
    {
        var text = denial.From.Article.Text;
        if (denial.Stance != Stance.Deny)
        {
            return null;
        }
        var earlier = denial
            .From.Coding.Sentences.Where(sentence =>
                sentence.End <= denial.Sentence.Start && sentence.FitsIn(text)
            )
            .ToList();
        if (Words.Count(denial.Words) <= MostWords && English.IsClaim(denial.Words))
        {
            return earlier.Count == 0
                ? null
                : Made(
                    Last(denial, earlier[^1], all) ?? Told(denial, earlier[^1]),
                    denial,
                    $"{denial.Speaker} {English.Denying(denial.Speaker)} “{denial.Words}”, which stands in the sentence before"
                );
        }
        if (English.Such(denial.Words) is not { } thing)
        {
            return null;
        }
        var named = earlier
            .TakeLast(Reach)
            .LastOrDefault(sentence =>
                Tokens.Of(sentence.In(text)).Exists(token => Stem.Same(token.Folded, Fold.Word(thing)))
            );
        return named.Length == 0
            ? null
            : Made(
                Told(denial, named),
                denial,
                $"“such {thing}” is the {thing} of a sentence shortly before"
            );
    }

    /// <summary>Of a sentence in which several speak, what "the claim" points at is what the last of them says, the denier's own side left out.</summary>
    private Account? Last(Claim denial, Passage sentence, IReadOnlyList<Claim> all) =>
        all.Where(one =>
                one.From.Article.Id == denial.From.Article.Id
                && !one.Told
                && one.Key != denial.Key
                && sentence.Contains(one.Place)
                && !(one.Actor is { } actor && actor.Side == denial.Actor?.Side)
            )
            .MaxBy(one => one.Place.Start)
            ?.Account(outlets.Name(denial.From.Article));

    private Account Told(Claim denial, Passage sentence)
    {
        var words = sentence.In(denial.From.Article.Text).ToString();
        var outlet = outlets.Name(denial.From.Article);
        return new Account(
            outlet,
            words.Trim(),
            outlet,
            denial.From.At,
            new Citation(denial.From.Article.Id, sentence, words)
        );
    }

    private Dispute Made(Account claim, Claim denial, string why) =>
        Pairing.Made(
            watch,
            DisputeKind.Denial,
            claim,
            [denial.Account(outlets.Name(denial.From.Article))],
            [why],
            Pointed,
            sure: true,
            storyOf.GetValueOrDefault(denial.From.Article.Id)
        );
}
