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

    /// <summary>Numbers nearer than this are one number where either is "about".</summary>
    private const decimal Roughly = 0.15m;

    /// <summary>Two sides are heard within so many sentences of each other.</summary>
    private const int SideBySide = 3;

    private const double BesideEachOther = 0.7;

    /// <summary>Ones and twos are articles and pairs more often than counts.</summary>
    private const decimal Smallest = 3;

    public IEnumerable<Dispute> In(IReadOnlyList<Weighed> stories) => stories.SelectMany(In);

    private IEnumerable<Dispute> In(Weighed story)
    {
        var counted = story.Articles.SelectMany(Counted).ToList();
        // A reprint's two numbers are the same two.
        var paired = new HashSet<(string, decimal, decimal)>();
        for (var i = 0; i < counted.Count; i++)
        {
            for (var j = i + 1; j < counted.Count; j++)
            {
                var (one, other) = (counted[i], counted[j]);
                if (
                    Together(one, other) is not { } why
                    || !paired.Add((one.What, one.Account.Value!.Value, other.Account.Value!.Value))
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
                        why.Reason,
                    ],
                    why.Confidence,
                    sure: false,
                    story.Story.Id
                );
            }
        }
    }

    /// <summary>Why two numbers are of one thing; null where nothing says so.</summary>
    private static (string Reason, double Confidence)? Together(Count one, Count other)
    {
        if (
            one.Unit != other.Unit
            || one.Account.Value == other.Account.Value
            || !Comparable(one.Account.Value!.Value, other.Account.Value!.Value)
            || Agree(one, other)
        )
        {
            return null;
        }
        var apart = one.Side is not null && other.Side is not null && one.Side != other.Side;
        // Two owners heard one after the other count one thing, though the second may not name it again.
        if (
            apart
            && one.Account.Citation.Article == other.Account.Citation.Article
            && other.Place - one.Place is > 0 and <= SideBySide
            && (one.What == other.What || other.What.Length == 0)
        )
        {
            return ("they stand side by side in one article", BesideEachOther);
        }
        // One outlet's two numbers are of two things, unless two others gave them.
        if (
            one.Account.Speaker == other.Account.Speaker
            || one.Account.Outlet == other.Account.Outlet
                && (IsItsOwn(one.Account) || IsItsOwn(other.Account))
        )
        {
            return null;
        }
        var shared = one.Around.Count(other.Around.Contains);
        return one.What == other.What && one.What.Length > 0 && shared >= SharedWords
            ? ("they stand in one story", Math.Min(0.9, 0.4 + 0.1 * shared))
            : null;
    }

    /// <summary>"About 500" and "some 540" are no two counts.</summary>
    private static bool Agree(Count one, Count other) =>
        (one.Rough || other.Rough)
        && Math.Abs(one.Account.Value!.Value - other.Account.Value!.Value)
            <= Roughly * Math.Max(one.Account.Value.Value, other.Account.Value.Value);

    private static bool IsItsOwn(Account account) => account.Speaker == account.Outlet;

    private static bool Comparable(decimal one, decimal other) =>
        Math.Max(one, other) <= Farthest * Math.Min(one, other);

    private IEnumerable<Count> Counted(Coded coded)
    {
        var text = coded.Article.Text;
        var outlet = outlets.Name(coded.Article);
        foreach (
            var figure in coded.Coding.Figures.Where(one => one.Passage.FitsIn(text) && one.Value >= Smallest)
        )
        {
            var place = coded
                .Coding.Sentences.Select((sentence, i) => (sentence, i))
                .FirstOrDefault(pair => pair.sentence.Contains(figure.Passage));
            if (place.sentence.Length == 0 || IsADate(coded, figure))
            {
                continue;
            }
            var shown =
                figure.Counted is { } counted && counted.FitsIn(text) ? counted.In(text).ToString() : "";
            var words = place.sentence.In(text).ToString();
            var what = Stems(shown);
            yield return new Count(
                new Account(
                    Owner(coded, figure) ?? outlet,
                    words.Trim(),
                    outlet,
                    coded.At,
                    new Citation(coded.Article.Id, place.sentence, words),
                    figure.Value
                ),
                string.Join(' ', what.Order(StringComparer.Ordinal)),
                shown,
                figure.Unit,
                Stems(words).Except(what).ToHashSet(StringComparer.Ordinal),
                place.i,
                figure.Bound != Bound.Exactly,
                Side(words)
                    ?? (
                        English.Leans(words) && place.i > 0
                            ? Side(coded.Coding.Sentences[place.i - 1].In(text).ToString())
                            : null
                    )
            );
        }
    }

    /// <summary>Whose number it is: who asserts it, or in whose words it stands; null where the article tells it itself.</summary>
    private string? Owner(Coded coded, Figure figure)
    {
        var statements = coded.Coding.Statements;
        var statement =
            figure.Statement is { } index && index < statements.Count
                ? statements[index]
                : statements.FirstOrDefault(one => one.Content.Any(part => part.Contains(figure.Passage)));
        if (statement is null)
        {
            return null;
        }
        if (cast.Of(coded, statement) is var (who, _))
        {
            return who.Later;
        }
        // "Its Defence Ministry": the body by its own name.
        return
            statement.SpeakerEntity is { } number
            && number < coded.Coding.Entities.Count
            && coded.Coding.Entities[number] is { Kind: EntityKind.Organisation } body
            ? body.Name
            : null;
    }

    /// <summary>The one side that a sentence names; null where it names none or both.</summary>
    private string? Side(string sentence) =>
        cast.In(sentence).Where(Cast.IsParty).Select(actor => actor.Side).Distinct().ToList() is [var side]
            ? side
            : null;

    private static bool IsADate(Coded coded, Figure figure) =>
        coded.Coding.Times.Any(time => time.Passage.Contains(figure.Passage));

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

    /// <summary>A number with its owner.</summary>
    /// <param name="Account">Who gives it, where.</param>
    /// <param name="What">The stems of what is counted; empty where the sentence leaves it to the one before.</param>
    /// <param name="Shown">What is counted, as written.</param>
    /// <param name="Unit">Its unit.</param>
    /// <param name="Around">The other stems of its sentence.</param>
    /// <param name="Place">The sentence's number in its article.</param>
    /// <param name="Rough">True for "about", "at least".</param>
    /// <param name="Side">The side of the matter that its sentence is of.</param>
    private sealed record Count(
        Account Account,
        string What,
        string Shown,
        string Unit,
        IReadOnlySet<string> Around,
        int Place,
        bool Rough,
        string? Side
    );
}
