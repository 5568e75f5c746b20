using Chancery.Desk.Checking;
using Chancery.Desk.Drafting;
using Chancery.Desk.Stories;
using Chancery.Terms;

namespace Chancery.Desk.Disputes;

/// <summary>What an outlet takes back: the words of a correction, against the article that it corrects.</summary>
internal static class Corrections
{
    private const int SharedWords = 3;

    public static IEnumerable<Dispute> In(Watch watch, Outlets outlets, IReadOnlyList<Weighed> stories)
    {
        foreach (var story in stories)
        {
            foreach (var coded in story.Articles)
            {
                foreach (var block in coded.Article.Blocks.Where(one => one.Kind == BlockKind.Correction))
                {
                    var words = block.Passage.In(coded.Article.Text).ToString();
                    if (Corrected(coded, block.Passage, words) is not { } corrected)
                    {
                        continue;
                    }
                    var outlet = outlets.Name(coded.Article);
                    yield return Pairing.Made(
                        watch,
                        DisputeKind.Correction,
                        Account(coded, corrected, outlet),
                        [Account(coded, block.Passage, outlet)],
                        [
                            $"{outlet} prints a correction of its own article",
                            "the sentence nearest to it is shown",
                        ],
                        1,
                        // The outlet says so itself; what it said before is only found.
                        sure: false,
                        story.Story.Id
                    );
                }
            }
        }
    }

    /// <summary>The article's own sentence that has most words of the correction.</summary>
    private static Passage? Corrected(Coded coded, Passage correction, string words)
    {
        var wanted = Stems(words);
        var best = coded
            .Coding.Sentences.Where(sentence => !sentence.Overlaps(correction))
            .Select(sentence =>
                (sentence, shared: Stems(sentence.In(coded.Article.Text).ToString()).Count(wanted.Contains))
            )
            .OrderByDescending(pair => pair.shared)
            .ThenBy(pair => pair.sentence.Start)
            .FirstOrDefault();
        return best.shared >= SharedWords ? best.sentence : null;
    }

    private static Account Account(Coded coded, Passage place, string outlet)
    {
        var words = place.In(coded.Article.Text).ToString();
        return new Account(
            outlet,
            words.Trim(),
            outlet,
            coded.At,
            new Citation(coded.Article.Id, place, words)
        );
    }

    private static HashSet<string> Stems(string words) =>
        Tokens
            .Of(words)
            .Where(token => token.Kind != TokenKind.Mark && !WordLists.Function.Contains(token.Folded))
            .Select(token => Stem.Of(token.Folded))
            .ToHashSet(StringComparer.Ordinal);
}
