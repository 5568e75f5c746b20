using System.Globalization;
using Chancery.Desk.Checking;
using Chancery.Desk.Drafting;
using Chancery.Desk.Stories;
using Chancery.Terms;

namespace Chancery.Desk.Disputes;

/// <summary>Two numbers for one thing in one story, each with its owner: they stand side by side and are never merged.</summary>
internal sealed class Counts(Watch watch, Cast cast, Outlets outlets)
{
    /// <summary>The sentences share so many words besides the number and what is counted.</summary>
    private const int SharedWords = 2;

    /// <summary>A number this much larger counts something else.</summary>
    private const decimal Farthest = 5;

    /// <summary>Ones and twos are articles and pairs more often than counts.</summary>
    private const decimal Smallest = 3;

    public IEnumerable<Dispute> In(IReadOnlyList<Weighed> stories) => stories.SelectMany(In);

    private IEnumerable<Dispute> In(Weighed story)
    {
        var counted = story.Articles.SelectMany(Counted).ToList();
        var paired = new HashSet<(string, string, string)>();
        for (var i = 0; i < counted.Count; i++)
        {
            for (var j = i + 1; j < counted.Count; j++)
            {
                var (one, other) = (counted[i], counted[j]);
                var shared = one.Around.Where(other.Around.Contains).ToList();
                if (
                    one.What != other.What
                    || one.Unit != other.Unit
                    || one.Account.Value == other.Account.Value
                    || one.Account.Speaker == other.Account.Speaker
                    || one.Account.Outlet == other.Account.Outlet
                        && (IsItsOwn(one.Account) || IsItsOwn(other.Account))
                    || !Comparable(one.Account.Value!.Value, other.Account.Value!.Value)
                    || shared.Count < SharedWords
                    || !paired.Add((one.What, one.Account.Speaker, other.Account.Speaker))
                )
                {
                    continue;
                }
                yield return Pairing.Made(
                    watch,
                    DisputeKind.Count,
                    one.Account,
                    [other.Account],
                    [
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{one.Account.Value} and {other.Account.Value} for “{one.Shown}”"
                        ),
                        "they stand in one story",
                    ],
                    Math.Min(0.9, 0.4 + 0.1 * shared.Count),
                    sure: false,
                    story.Story.Id
                );
            }
        }
    }

    /// <summary>One outlet's two numbers are of two things, unless two others gave them.</summary>
    private static bool IsItsOwn(Account account) => account.Speaker == account.Outlet;

    private static bool Comparable(decimal one, decimal other) =>
        Math.Max(one, other) <= Farthest * Math.Min(one, other);

    private IEnumerable<(
        Account Account,
        string What,
        string Shown,
        string Unit,
        IReadOnlySet<string> Around
    )> Counted(Coded coded)
    {
        var text = coded.Article.Text;
        foreach (
            var figure in coded.Coding.Figures.Where(one =>
                one.Counted is { } words
                && words.FitsIn(text)
                && one.Passage.FitsIn(text)
                && one.Value >= Smallest
            )
        )
        {
            var shown = figure.Counted!.Value.In(text).ToString();
            var sentence = coded.Coding.Sentences.FirstOrDefault(one => one.Contains(figure.Passage));
            if (sentence.Length == 0)
            {
                continue;
            }
            var outlet = outlets.Name(coded.Article);
            var speaker =
                figure.Statement is { } index
                && index < coded.Coding.Statements.Count
                && cast.Of(coded, coded.Coding.Statements[index]) is var (who, _)
                    ? who.Later
                    : outlet;
            var words = sentence.In(text).ToString();
            var what = Stems(shown);
            yield return (
                new Account(
                    speaker,
                    words.Trim(),
                    outlet,
                    coded.At,
                    new Citation(coded.Article.Id, sentence, words),
                    figure.Value
                ),
                string.Join(' ', what.Order(StringComparer.Ordinal)),
                shown,
                figure.Unit,
                Stems(words).Except(what).ToHashSet(StringComparer.Ordinal)
            );
        }
    }

    private static HashSet<string> Stems(string words) =>
        Tokens
            .Of(words)
            .Where(token =>
                token.Kind == TokenKind.Word
                && token.Folded.Length > 2
                && !WordLists.Function.Contains(token.Folded)
            )
            .Select(token => Stem.Of(token.Folded))
            .ToHashSet(StringComparer.Ordinal);
}
