using System.Buffers;
using Chancery.Terms;

namespace Chancery.Desk.Drafting;

/// <summary>Finds in an article what a draft could say: short quotations, short clauses, the sentence that tells the news.</summary>
internal sealed class Candidates(Watch watch, Cast cast)
{
    /// <summary>Words of a quotation or a clause: shorter says nothing, longer is another's prose.</summary>
    private const int Fewest = 5;
    private const int Most = 25;
    private const int FewestOfNews = 8;
    private const int FewestQuoted = 4;

    /// <summary>The news stands in the first sentences.</summary>
    private const int Head = 8;

    private static readonly SearchValues<char> NotQuoted = SearchValues.Create("“”\"[](){}\n");
    private static readonly SearchValues<char> NotClause = SearchValues.Create("[](){}\n:;");
    private static readonly SearchValues<char> NotNews = SearchValues.Create("“”\"[](){}\n:;/—");

    private readonly Phrases<string> stakes = new(watch.Stakes.Select(word => (word, word)));

    /// <summary>Nothing where nobody can be named for it, or where its words would have to be translated.</summary>
    public IEnumerable<Candidate> In(Coded coded) =>
        coded.Article.Outlet.Length == 0 || coded.Article.Language is not (English.Language or "und")
            ? []
            : Statements(coded).Concat(News(coded));

    private IEnumerable<Candidate> Statements(Coded coded)
    {
        var text = coded.Article.Text;
        foreach (var statement in coded.Coding.Statements)
        {
            if (
                statement.Negated
                || statement.Form != StatementForm.Direct && !English.IsSaying(statement.CueLemma)
                || statement.Hedges.Any(hedge => !statement.Content.Any(part => part.Contains(hedge)))
                || statement.Content.Count == 0
                || !statement.Content.All(part => part.FitsIn(text))
                || cast.Of(coded, statement) is not var (speaker, named)
            )
            {
                continue;
            }
            var evidence = Sentences(coded, statement.Evidence);
            if (IsConditioned(text, evidence, statement))
            {
                continue;
            }
            IReadOnlyList<Citation> citations =
            [
                Cite(coded, evidence),
                .. named
                    .Where(passage => !evidence.Contains(passage))
                    .Select(passage => Cite(coded, Sentences(coded, passage))),
            ];
            foreach (var (words, quoted) in Sayings(coded, statement))
            {
                // "The ministry said that he had left": only a person's own words may begin with that person.
                if (!quoted && !speaker.IsPerson && English.IsPersonal(words))
                {
                    continue;
                }
                yield return new Candidate.Said(
                    coded,
                    speaker,
                    statement.CueLemma,
                    words,
                    quoted,
                    Weekday(statement, text),
                    citations,
                    Worth(words, speaker) + (quoted ? 0.4 : 0)
                );
            }
        }
    }

    /// <summary>True where a condition stands in the sentence outside what was said: it may govern it.</summary>
    private static bool IsConditioned(string text, Passage evidence, Statement statement) =>
        statement.Form != StatementForm.Direct
        && Words
            .Of(evidence.In(text).ToString())
            .Any(word =>
                English.IsCondition(word.In(evidence.In(text)))
                && !statement.Content.Any(part =>
                    part.Contains(new Passage(word.Start + evidence.Start, word.Length))
                )
            );

    private static IEnumerable<(string Words, bool Quoted)> Sayings(Coded coded, Statement statement)
    {
        var text = coded.Article.Text;
        if (statement.Form == StatementForm.Direct)
        {
            foreach (var sentence in statement.Content.SelectMany(part => Parts(coded, part)))
            {
                var words = sentence.In(text).ToString().Trim();
                if (IsQuotation(words))
                {
                    yield return (words, true);
                }
            }
        }
        else if (
            statement.Clausal
            && English.TakesClause(statement.CueLemma)
            && Reducing.Reduce(coded, statement.Content[0], Most, said: true) is { } reduced
        )
        {
            var words = reduced.TrimEnd('.', ',', ';');
            // The full stop of a quotation that ends the clause is the line's own to set.
            words =
                words.Length > 2 && (words[^2] is '.' or ',') && (words[^1] is '”' or '"')
                    ? words[..^2] + words[^1]
                    : words;
            if (words.StartsWith("that ", StringComparison.Ordinal))
            {
                words = words[5..];
            }
            if (IsClause(words))
            {
                yield return (words, false);
            }
        }
    }

    private static bool IsQuotation(string words) =>
        Words.Count(words) is >= FewestQuoted and <= Most
        && char.IsUpper(words[0])
        && words[^1] is '.' or ',' or '!' or '?'
        && !words.AsSpan().ContainsAny(NotQuoted)
        && !English.Joins(words)
        && !words.Contains("...", StringComparison.Ordinal)
        && !words.Contains('…', StringComparison.Ordinal);

    /// <summary>A heading that ran into the text: most of its letters are capitals.</summary>
    private static bool IsShouted(string words) => words.Count(char.IsUpper) > words.Count(char.IsLower);

    private static bool IsClause(string words) =>
        Words.Count(words) is >= Fewest and <= Most
        && !words.StartsWith("to ", StringComparison.Ordinal)
        && char.IsLetterOrDigit(words[0])
        && !English.Shifts(words)
        && !English.Joins(words)
        && !English.Refers(words)
        && !IsShouted(words)
        && !words.AsSpan().ContainsAny(NotClause)
        && words.Count(c => c is '“') == words.Count(c => c is '”')
        && words.Count(c => c is '"') % 2 == 0
        && Words
            .Of(words)
            .Select(word => word.In(words).ToString())
            .All(word => word is not ("I" or "we" or "our" or "my" or "you" or "your" or "us"));

    /// <summary>The sentences of the opening that stand by themselves.</summary>
    private IEnumerable<Candidate> News(Coded coded)
    {
        var text = coded.Article.Text;
        foreach (var (sentence, place) in coded.Coding.Sentences.Take(Head).Select((s, i) => (s, i)))
        {
            if (
                Reducing.Reduce(coded, sentence, Most) is not { } words
                || Words.Count(words) < FewestOfNews
                || words[^1] != '.'
                || !char.IsLetterOrDigit(words[0])
                || words.AsSpan().ContainsAny(NotNews)
                || !cast.In(words).Any()
                || IsSomebodys(coded, sentence, words)
            )
            {
                continue;
            }
            yield return new Candidate.Told(
                coded,
                words.TrimEnd('.'),
                Inside(coded, sentence, words.TrimEnd('.')),
                [Cite(coded, sentence)],
                Worth(words, null) + 1.2 - 0.15 * place
            );
        }
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
            return words;
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
    /// True where most of a sentence is what somebody said and the words no longer name the speaker: told as news, it
    /// would be the outlet's own claim.
    /// </summary>
    private static bool IsSomebodys(Coded coded, Passage sentence, string words) =>
        coded.Coding.Statements.Any(statement =>
            statement.Content.Sum(part => Shared(part, sentence)) > sentence.Length / 2
            && (
                statement.Speaker is not { } speaker
                || !Names(words, speaker.In(coded.Article.Text).ToString())
            )
        );

    /// <summary>True where the words have the last word of a name; a pronoun names nobody.</summary>
    private static bool Names(string words, string speaker) =>
        Words.Of(speaker).LastOrDefault() is { Length: > 0 } last
        && char.IsUpper(speaker[last.Start])
        && Words.Of(words).Any(word => word.In(words).SequenceEqual(last.In(speaker)));

    private static int Shared(Passage one, Passage other) =>
        Math.Max(0, Math.Min(one.End, other.End) - Math.Max(one.Start, other.Start));

    private double Worth(string words, Speaker? speaker)
    {
        var bearing = stakes
            .In(words)
            .Select(found => found.Of)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Count();
        var who = speaker?.Actor switch
        {
            { Principal: true } => 2.0,
            { Side: not "other" } => 1.0,
            not null => 0.7,
            null => 0,
        };
        var named = cast.In(words).Distinct().Count();
        return who + 0.9 * Math.Min(bearing, 3) + 0.25 * Math.Min(named, 3);
    }

    /// <summary>The sentences that a passage touches, whole.</summary>
    private static Passage Sentences(Coded coded, Passage passage)
    {
        var touched = coded.Coding.Sentences.Where(sentence => sentence.Overlaps(passage)).ToList();
        return touched.Count == 0
            ? passage
            : Passage.Between(
                Math.Min(passage.Start, touched[0].Start),
                Math.Max(passage.End, touched[^1].End)
            );
    }

    /// <summary>A quotation's own sentences, each cut to the quotation.</summary>
    private static IEnumerable<Passage> Parts(Coded coded, Passage part) =>
        coded
            .Coding.Sentences.Where(sentence => sentence.Overlaps(part))
            .Select(sentence =>
                Passage.Between(Math.Max(sentence.Start, part.Start), Math.Min(sentence.End, part.End))
            );

    private static Citation Cite(Coded coded, Passage passage) =>
        new(coded.Article.Id, passage, passage.In(coded.Article.Text).ToString());

    private static string? Weekday(Statement statement, string text)
    {
        // Only a weekday outside the content can be the day of the saying.
        var words = statement.Evidence.In(text).ToString();
        foreach (var day in Days)
        {
            var at = words.IndexOf($"on {day}", StringComparison.Ordinal);
            if (
                at >= 0
                && !statement.Content.Any(part =>
                    part.Overlaps(new Passage(statement.Evidence.Start + at, 3))
                )
            )
            {
                return day;
            }
        }
        return null;
    }

    private static readonly string[] Days =
    [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ];
}
