using System.Buffers;
using Chancery.Terms;

namespace Chancery.Desk.Drafting;

/// <summary>The sentences that an outlet tells in its own name and that stand by themselves.</summary>
internal sealed partial class Candidates
{
    private static readonly SearchValues<char> NotNews = SearchValues.Create("“”\"[](){}\n:;/—");

    private const int FewestOfNews = 8;

    /// <summary>The news stands in the first sentences; further down only what others tell too.</summary>
    private const int Head = 8;
    private const int Echoed = 2;

    /// <summary>Words of a label that a roundup sets before a sentence ("At the border: …").</summary>
    private const int LabelWords = 4;

    /// <summary>The sentences of the opening that stand by themselves, and those further down that others tell too.</summary>
    private IEnumerable<Candidate> News(Coded coded, bool ahead)
    {
        if (outlets.IsOfViews(coded.Article) || Stories.Digests.IsOfViews(coded.Article))
        {
            yield break;
        }
        var relayed = English.IsRelayed(coded.Article.Headline);
        foreach (var (sentence, place) in coded.Coding.Sentences.Select((s, i) => (s, i)))
        {
            if (
                Shortened(coded, sentence, ahead) is not { } words
                || Words.Count(words) < FewestOfNews
                || words[^1] != '.'
                || !char.IsLetterOrDigit(words[0])
                || words.AsSpan().ContainsAny(NotNews)
                || IsShouted(words)
                || English.IsBylined(words)
                || English.IsAscribed(words)
                || English.IsReport(words)
                || English.BreaksOff(words)
                || English.IsLoaded(words)
                || English.IsPersonalToUs(words)
                || English.PointsBack(words)
                || !IsOnSubject(words)
                || IsSomebodys(coded, sentence, words)
            )
            {
                continue;
            }
            var echo = echoes.Of(words, coded);
            if (!ahead && place >= Head && echo < Echoed || relayed && echo == 0)
            {
                continue;
            }
            if (IsToCome(coded, sentence))
            {
                words = English.AsArranged(words);
            }
            var named = Stakes(words);
            yield return new Candidate.Told(
                coded,
                words.TrimEnd('.'),
                Inside(coded, sentence, words.TrimEnd('.')),
                [Cite(coded, sentence)],
                Worth(words, named, echo, null)
                    + Headlined(coded, sentence)
                    + 1.2
                    - 0.15 * Math.Min(place, Head)
            )
            {
                Place = sentence,
                Stakes = named,
                Echo = echo,
            };
        }
    }

    /// <summary>True where a sentence names a day after that of its article.</summary>
    private static bool IsToCome(Coded coded, Passage sentence)
    {
        var published = DateOnly.FromDateTime(coded.At.UtcDateTime);
        return coded.Coding.Times.Any(time =>
            sentence.Contains(time.Passage) && TimeExpression.DayOf(time.Value) > published
        );
    }

    /// <summary>A sentence at its length: without what it can lose, else without what happened at the same time; null where neither is enough.</summary>
    private static string? Shortened(Coded coded, Passage sentence, bool ahead)
    {
        var whole = Unlabelled(coded, sentence);
        if (Reducing.Reduce(coded, whole, Most, ahead: ahead) is { } words)
        {
            return words;
        }
        var end = English.Aside(whole.In(coded.Article.Text).ToString());
        return
            end > 0
            && Reducing.Reduce(coded, new Passage(whole.Start, end), Most, ahead: ahead)
                is { Length: > 0 } clause
            && char.IsLetterOrDigit(clause[^1])
            ? clause + "."
            : null;
    }

    /// <summary>A sentence without the dateline of an agency, or the label that a roundup sets before it.</summary>
    private static Passage Unlabelled(Coded coded, Passage sentence)
    {
        var words = sentence.In(coded.Article.Text);
        if (English.Dateline(words) is > 0 and var dateline)
        {
            return Passage.Between(sentence.Start + dateline, sentence.End);
        }
        var colon = words.IndexOf(": ", StringComparison.Ordinal);
        return
            colon > 0
            && colon + 2 < words.Length
            && char.IsUpper(words[colon + 2])
            && Words.Count(words[..colon].ToString()) <= LabelWords
            ? Passage.Between(sentence.Start + colon + 2, sentence.End)
            : sentence;
    }

    /// <summary>
    /// How the words stand inside a sentence: as they are where they open with a name, with a small letter where the
    /// article itself writes that word small and no name follows it. Null where neither is sure.
    /// </summary>
    private string? Inside(Coded coded, Passage sentence, string words)
    {
        var text = coded.Article.Text;
        var starts = text.IndexOf(
            words[..Math.Min(12, words.Length)],
            sentence.Start,
            StringComparison.Ordinal
        );
        if (
            cast.Opens(words)
            || coded.Coding.Entities.Any(entity =>
                entity.Mentions.Any(mention => mention.Passage.Start == starts)
            )
        )
        {
            return English.Inside(words);
        }
        Passage[] opening = [.. Words.Of(words).Take(2)];
        var small = opening[0].In(words).ToString().ToLowerInvariant();
        return
            opening.Length == 2
            && char.IsLower(words[opening[1].Start])
            && Words.Of(text).Any(word => word.In(text).SequenceEqual(small))
            ? char.ToLowerInvariant(words[0]) + words[1..]
            : null;
    }

    /// <summary>
    /// True where most of a sentence is what somebody said: it is told as theirs. Where the words no longer name the
    /// speaker, told as news it would be the outlet's own claim.
    /// </summary>
    private bool IsSomebodys(Coded coded, Passage sentence, string words) =>
        coded.Coding.Statements.Any(statement =>
            statement.Content.Sum(part => Shared(part, sentence)) > sentence.Length / 2
            && (
                statement.Speaker is not { } speaker
                || !Names(words, speaker.In(coded.Article.Text).ToString())
                || statement.Clausal && cast.Of(coded, statement) is not null
            )
        );

    /// <summary>True where the words have the last word of a name; a pronoun names nobody.</summary>
    private static bool Names(string words, string speaker) =>
        Words.Of(speaker).LastOrDefault() is { Length: > 0 } last
        && char.IsUpper(speaker[last.Start])
        && Words.Of(words).Any(word => word.In(words).SequenceEqual(last.In(speaker)));

    private static int Shared(Passage one, Passage other) =>
        Math.Max(0, Math.Min(one.End, other.End) - Math.Max(one.Start, other.Start));
}
