using System.Buffers;
using Chancery.Terms;

namespace Chancery.Desk.Drafting;

/// <summary>Finds in an article what a draft could say: short quotations, short clauses, the sentence that tells the news.</summary>
internal sealed partial class Candidates(Watch watch, Cast cast, Outlets outlets, Echoes echoes)
{
    /// <summary>Words of a quotation or a clause: shorter says nothing, longer is another's prose.</summary>
    private const int Fewest = 5;
    private const int Most = 25;
    private const int FewestQuoted = 4;

    /// <summary>So many words in capitals side by side are a heading.</summary>
    private const int ShoutedRun = 3;

    /// <summary>The exact words weigh more than their report; a sentence that has all of its headline weighs so much more.</summary>
    private const double AsQuotation = 1.5,
        InHeadline = 2;

    /// <summary>A number with its owner, and the house's own expert.</summary>
    private const double Owned = 0.4,
        OfTheHouse = 1;

    /// <summary>… and a quotation without a word of the question that nobody else prints, so much less.</summary>
    private const double Idle = 1.2;

    /// <summary>For each word of the question in what completes a quotation.</summary>
    private const double Completing = 0.8;

    private static readonly SearchValues<char> NotQuoted = SearchValues.Create("“”\"[](){}\n");
    private static readonly SearchValues<char> NotClause = SearchValues.Create("[](){}\n:;");

    private readonly Phrases<string> stakes = new(watch.Stakes.Select(word => (word, word)));
    private readonly Phrases<string> topics = new(watch.TopicsIn.Select(topic => (topic, topic)));

    /// <summary>Nothing where nobody can be named for it, or where its words would have to be translated.</summary>
    /// <param name="coded">The article.</param>
    /// <param name="ahead">True for the week ahead: "next week" may stand, and the news wherever it stands in the article.</param>
    public IEnumerable<Candidate> In(Coded coded, bool ahead = false) =>
        coded.Article.Outlet.Length == 0 || coded.Article.Language is not (English.Language or "und")
            ? []
            : WithWhatFollows([.. Statements(coded, ahead)]).Concat(News(coded, ahead));

    /// <summary>Words that others complete have a part of what those are worth: the whole chain is what was said.</summary>
    private static IEnumerable<Candidate> WithWhatFollows(List<Candidate.Said> said)
    {
        var follows = said.Where(one => one.Follows is not null).ToLookup(one => one.Follows!.Value);
        return said.Select(one =>
        {
            var stakes = new HashSet<string>(one.Stakes, StringComparer.OrdinalIgnoreCase);
            var own = stakes.Count;
            for (var next = follows[one.Place].FirstOrDefault(); next is not null; )
            {
                stakes.UnionWith(next.Stakes);
                next = follows[next.Place].FirstOrDefault();
            }
            var idle = one is { Quoted: true, Echo: 0 } && stakes.Count == 0;
            return one with
            {
                Stakes = [.. stakes],
                Worth = one.Worth + Completing * (stakes.Count - own) - (idle ? Idle : 0),
            };
        });
    }

    private IEnumerable<Candidate.Said> Statements(Coded coded, bool ahead)
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
                || cast.Of(coded, statement) is not var (speaker, naming)
                || !IsToldBy(coded, statement, out var relayer, out var telling)
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
                .. naming
                    .Concat(telling)
                    .Where(passage => !evidence.Contains(passage))
                    .Select(passage => Cite(coded, Sentences(coded, passage)))
                    .Distinct(),
            ];
            foreach (var (words, quoted, place, follows) in Sayings(coded, statement, ahead))
            {
                // "The ministry said that he had left": only a person's own words may begin with that person.
                if (
                    !quoted && !speaker.IsPerson && English.IsPersonal(words)
                    || !IsSpokenFor(speaker) && !IsOnSubject(words)
                )
                {
                    continue;
                }
                var named = Stakes(words);
                // A mediator's people have other affairs too: what is only reported of them is told where it touches this one.
                if (
                    !quoted
                    && named.Count == 0
                    && speaker.Actor is { } actor
                    && !Cast.IsParty(actor)
                    && !IsOnSubject(words)
                )
                {
                    continue;
                }
                var echo = echoes.Of(words, coded);
                yield return new Candidate.Said(
                    coded,
                    speaker,
                    statement.CueLemma,
                    words,
                    quoted,
                    Weekday(statement, text),
                    citations,
                    Worth(words, named, echo, speaker)
                        + Headlined(coded, evidence)
                        + (quoted ? AsQuotation : 0)
                        + (words.AsSpan().ContainsAnyInRange('0', '9') ? Owned : 0)
                        + (watch.Experts.Contains(speaker.Key, StringComparer.Ordinal) ? OfTheHouse : 0)
                )
                {
                    Place = place,
                    Follows = follows,
                    Stakes = named,
                    Echo = echo,
                    Relayer = relayer,
                    Addressee = Addressee(statement, text),
                    Idle = quoted && echo == 0 && named.Count == 0 && !cast.In(words).Any(),
                };
            }
        }
    }

    /// <summary>
    /// Words that somebody only passes on are his to answer for: he is named with them. False where he cannot be, or where two stand between.
    /// </summary>
    private bool IsToldBy(
        Coded coded,
        Statement statement,
        out Speaker? relayer,
        out IReadOnlyList<Passage> named
    )
    {
        (relayer, named) = (null, []);
        if (statement.Through.Count == 0)
        {
            return true;
        }
        if (
            statement.Through is not [var through]
            || coded.Coding.Statements.FirstOrDefault(other =>
                other.Speaker == through && other.Content.Any(part => part.Contains(statement.Evidence))
            )
                is not { } telling
            || cast.Of(coded, telling) is not var (speaker, passages)
        )
        {
            return false;
        }
        (relayer, named) = (speaker, passages);
        return true;
    }

    /// <summary>To whom it was told, where the sentence has it in a few words that need nothing before them.</summary>
    private static string? Addressee(Statement statement, string text) =>
        statement.Addressee is { } passage
        && statement.CueLemma == English.Telling
        && passage.FitsIn(text)
        && passage.In(text).ToString() is var words
        && Words.Count(words) <= 4
        && !English.Leans(words)
        && words.All(c => char.IsLetter(c) || c == ' ')
            ? words
            : null;

    /// <summary>The parties' people, principals and mediators are heard on anything; others on the watch's subject.</summary>
    private static bool IsSpokenFor(Speaker speaker) =>
        speaker.Actor is { } actor && (actor.Principal || Cast.IsParty(actor) || actor.Side == "mediator");

    private bool IsOnSubject(string words) => cast.In(words).Any(Cast.IsParty) || topics.In(words).Any();

    private IReadOnlyList<string> Stakes(string words) =>
        [.. stakes.In(words).Select(found => found.Of).Distinct(StringComparer.OrdinalIgnoreCase)];

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

    private static IEnumerable<(string Words, bool Quoted, Passage Place, Passage? Follows)> Sayings(
        Coded coded,
        Statement statement,
        bool ahead
    )
    {
        var text = coded.Article.Text;
        if (statement.Form == StatementForm.Direct)
        {
            Passage? before = null;
            foreach (var sentence in statement.Content.SelectMany(part => Parts(coded, part)))
            {
                var words = sentence.In(text).ToString().Trim();
                var joins = English.Joins(words);
                if (IsQuotation(words) && (!joins || before is not null))
                {
                    yield return (words, true, sentence, joins ? before : null);
                }
                before = sentence;
            }
        }
        else if (
            statement.Clausal
            && English.TakesClause(statement.CueLemma)
            && Reducing.Reduce(coded, statement.Content[0], Most, said: true, ahead) is { } reduced
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
            if (IsClause(words, ahead))
            {
                yield return (words, false, statement.Content[0], null);
            }
        }
    }

    private static bool IsQuotation(string words) =>
        Words.Count(words) is >= FewestQuoted and <= Most
        && char.IsUpper(words[0])
        && words[^1] is '.' or ',' or '!' or '?'
        && !words.AsSpan().ContainsAny(NotQuoted)
        && !English.Falters(words)
        && !English.LeavesOpen(words)
        && !words.Contains("...", StringComparison.Ordinal)
        && !words.Contains('…', StringComparison.Ordinal);

    /// <summary>A heading that ran into the text: most of its letters are capitals.</summary>
    private static bool IsShouted(string words) =>
        words.Count(char.IsUpper) > words.Count(char.IsLower)
        || Words
            .Of(words)
            .Select(word => word.Length > 1 && word.In(words).ToString().All(char.IsUpper))
            .Aggregate(
                (Run: 0, Longest: 0),
                (so, shouted) => shouted ? (so.Run + 1, Math.Max(so.Longest, so.Run + 1)) : (0, so.Longest)
            )
            .Longest >= ShoutedRun;

    private static bool IsClause(string words, bool ahead) =>
        Words.Count(words) is >= Fewest and <= Most
        && !words.StartsWith("to ", StringComparison.Ordinal)
        && char.IsLetterOrDigit(words[0])
        && !English.Shifts(words, ahead)
        && !English.Joins(words)
        && !English.Refers(words)
        && !English.PointsBack(words)
        && !English.BreaksOff(words)
        && !IsShouted(words)
        && !words.AsSpan().ContainsAny(NotClause)
        && words.Count(c => c is '“') == words.Count(c => c is '”')
        && words.Count(c => c is '"') % 2 == 0
        && !English.IsPersonalToUs(words);

    private double Headlined(Coded coded, Passage place) =>
        InHeadline * echoes.Headlined(coded.Article.Headline, place.In(coded.Article.Text).ToString());

    private double Worth(string words, IReadOnlyList<string> named, int echo, Speaker? speaker)
    {
        var who = speaker?.Actor switch
        {
            { Principal: true } => 2.0,
            { Side: not "other" } => 1.0,
            not null => 0.7,
            null => 0,
        };
        var cited = cast.In(words).Distinct().ToList();
        var principals = cited.Count(actor => actor is { Principal: true, Kind: ActorKind.Person });
        return who
            + 0.5 * Math.Min(named.Count, 3)
            + 0.25 * Math.Min(cited.Count, 3)
            + 0.5 * Math.Min(principals, 2)
            + 0.7 * Math.Log2(1 + echo);
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
