using Chancery.Desk.Checking;
using Chancery.Terms;

namespace Chancery.Desk.Polishing;

/// <summary>
/// Lets a proposal for lines of a draft pass, or says why not. It must pass the same checking as any line and, beyond
/// that, add nothing: no name, number or quotation that the plain lines do not have, no word taken from nowhere; and lose
/// nothing that holds a claim back: no hedge, no negation, no speaker, no outlet.
/// </summary>
public static class Gate
{
    /// <summary>Small words of its own that a proposal may bring for smoothness.</summary>
    private const int OwnWords = 2;

    /// <summary>Words that it may be longer than the plain lines together.</summary>
    private const int Longer = 3;

    /// <param name="plain">The lines that it would replace, or rests on.</param>
    /// <param name="proposal">One sentence, with the citations of those lines.</param>
    /// <param name="whole">True where it replaces them: then every name stays. False for a title or a dek.</param>
    /// <param name="issue">The issue: its week and zone tell what weekdays mean.</param>
    /// <param name="watch">As for the checking.</param>
    /// <param name="article">As for the checking.</param>
    /// <param name="coding">As for the checking.</param>
    /// <returns>Why it may not stand; empty where it may.</returns>
    public static IReadOnlyList<Reason> Refuse(
        IReadOnlyList<Line.Cited> plain,
        Line.Cited proposal,
        bool whole,
        Issue issue,
        Watch? watch,
        Func<ArticleId, Article?> article,
        Func<ArticleId, Coding?> coding
    )
    {
        if (Markup(proposal.Text) is { } markup)
        {
            return [markup];
        }
        return
        [
            .. Checker
                .CheckLine(proposal, issue, watch, article, coding)
                .Where(refusal => refusal.Severity == Severity.Refused)
                .Select(refusal => refusal.Why),
            .. Compared(plain, Tokens.Of(proposal.Text), whole),
            .. Quoted(plain, proposal.Text),
        ];
    }

    private static IEnumerable<Reason> Compared(IReadOnlyList<Line.Cited> plain, List<Token> said, bool whole)
    {
        var given = plain.SelectMany(line => Tokens.Of(line.Text)).ToList();
        var cited = plain
            .SelectMany(line => line.Citations)
            .SelectMany(citation => Tokens.Of(citation.Quoted))
            .Select(token => Stem.Of(token.Folded))
            .ToHashSet(StringComparer.Ordinal);
        var (names, wanted) = (Names(said, given), Names(given, given));
        if (names.Except(wanted, StringComparer.Ordinal).FirstOrDefault() is { } foreign)
        {
            yield return new Reason(
                "polish-name",
                $"“{foreign}” stands in none of the lines that it replaces."
            );
        }
        if (!IsInOrder(names, wanted))
        {
            yield return new Reason(
                "polish-order",
                "The names stand in another order: who does it to whom may have changed."
            );
        }
        if (whole && wanted.Except(names, StringComparer.Ordinal).FirstOrDefault() is { } lost)
        {
            yield return new Reason("polish-lost", $"“{lost}” is gone.");
        }
        var (figures, counted) = (Numbers(said), Numbers(given));
        if (
            figures.Except(counted, StringComparer.Ordinal).Any()
            || whole && counted.Except(figures, StringComparer.Ordinal).Any()
        )
        {
            yield return new Reason(
                "polish-number",
                "Its numbers are not those of the lines that it replaces."
            );
        }
        if (Hedges(given).Except(Hedges(said), StringComparer.Ordinal).Any())
        {
            yield return new Reason("polish-hedge", "A word that holds the claim back is gone.");
        }
        if (Negations(said) != Negations(given))
        {
            yield return new Reason("polish-negation", "A “not” was added or lost.");
        }
        if (whole && WordLists.Cues.In(given).Count > 0 && WordLists.Cues.In(said).Count == 0)
        {
            yield return new Reason("polish-attribution", "Nobody says it any more.");
        }
        var known = given.Select(token => Stem.Of(token.Folded)).ToHashSet(StringComparer.Ordinal);
        var own = said.Count(token =>
            token.Kind == TokenKind.Word
            && !WordLists.Function.Contains(token.Folded)
            && WordLists.Cues.Of(token.Folded) is null
            && !known.Contains(Stem.Of(token.Folded))
            && !cited.Contains(Stem.Of(token.Folded))
        );
        if (own > OwnWords)
        {
            yield return new Reason(
                "polish-words",
                $"{own} of its words stand neither in the lines nor in what they cite."
            );
        }
        if (said.Count > given.Count + Longer)
        {
            yield return new Reason("polish-longer", "It is longer than what it replaces.");
        }
    }

    /// <summary>A quotation may be kept or shortened, never made.</summary>
    private static IEnumerable<Reason> Quoted(IReadOnlyList<Line.Cited> plain, string text)
    {
        var given = plain
            .SelectMany(line => QuotationMarks.Of(line.Text, out _))
            .Select(one => Folded(one.Words))
            .ToList();
        foreach (var quotation in QuotationMarks.Of(text, out _))
        {
            var words = Folded(quotation.Words);
            if (!given.Exists(one => one.Contains(words, StringComparison.Ordinal)))
            {
                yield return new Reason(
                    "polish-quotation",
                    $"“{quotation.Words}” is quoted in none of the lines that it replaces."
                );
            }
        }
    }

    private static string Folded(string words) =>
        $" {string.Join(' ', Tokens.Of(words).Where(token => token.Kind != TokenKind.Mark).Select(token => token.Folded))} ";

    private static Reason? Markup(string text) =>
        string.IsNullOrWhiteSpace(text) ? new Reason("polish-empty", "There is nothing in it.")
        : text.Any(c =>
            char.IsControl(c)
            || c is '<' or '>' or '[' or ']' or '{' or '}' or '`' or '*' or '#' or '|' or '\\'
        )
        || text.Contains("://", StringComparison.Ordinal)
        || text.Contains("www.", StringComparison.OrdinalIgnoreCase)
            ? new Reason("polish-markup", "It holds an address or markup; a line is plain words.")
        : null;

    /// <summary>
    /// Words with a capital, each once, in order of their first place; at the head of a sentence only those that are names
    /// elsewhere in the plain lines, or written with a capital nowhere small.
    /// </summary>
    private static List<string> Names(List<Token> tokens, List<Token> given)
    {
        var small = given
            .Where(token => token is { Kind: TokenKind.Word, Capital: false })
            .Select(token => token.Folded)
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. tokens
                .Where(token =>
                    token.Capital
                    && !small.Contains(token.Folded)
                    && !WordLists.Common.Contains(token.Folded)
                    && !WordLists.Function.Contains(token.Folded)
                )
                .Select(token => token.Folded)
                .Distinct(StringComparer.Ordinal),
        ];
    }

    private static bool IsInOrder(List<string> names, List<string> wanted)
    {
        // An attribution may move from the end to the front: one name, or the run of one, may stand elsewhere.
        var places = names.Select(name => wanted.IndexOf(name)).Where(place => place >= 0).ToList();
        var falls = places.Zip(places.Skip(1)).Count(pair => pair.Second < pair.First);
        return falls <= 0 || falls == 1 && IsRotated(places);
    }

    /// <summary>True where the order is the old one begun elsewhere: the end was brought to the front.</summary>
    private static bool IsRotated(List<int> places) => places.Count > 2 && places[^1] < places[0];

    private static HashSet<string> Numbers(List<Token> tokens) =>
        tokens
            .Where(token => token.Kind == TokenKind.Number || WordLists.Numbers.Of(token.Folded) is not null)
            .Select(token => token.Folded)
            .ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> Hedges(List<Token> tokens) =>
        WordLists
            .Hedges.In(tokens)
            .Select(found =>
                string.Join(' ', tokens.Skip(found.At).Take(found.Length).Select(token => token.Folded))
            );

    private static int Negations(List<Token> tokens) =>
        WordLists.Negations.In(tokens).Count(found => found.Means is "not" or "stance" or "near");
}
