using Chancery.Terms;

namespace Chancery.Desk.Checking.Rules;

/// <summary>
/// Whom a line names as a hearer is one to whom the cited words have it told: by name, as "the newspaper" where the article's own
/// outlet is meant, or as somebody spoken to or with. "Reporters" are nobody by name.
/// </summary>
internal static class AddresseeRule
{
    /// <summary>Words between the cue and the hearer's last: an article, an office.</summary>
    private const int Between = 5;

    public static IEnumerable<Reason> Check(Ground ground)
    {
        var named = Hearers(ground.Tokens).Where(hearer => hearer.Name).ToList();
        if (named.Count == 0)
        {
            yield break;
        }
        var given = ground.Sources.SelectMany(source => Hearers(source.AroundTokens)).ToList();
        foreach (var hearer in named)
        {
            var heard =
                given.Exists(other => Fits(ground, hearer.Words, other))
                || given.Count == 0 && (IsOutlet(ground, hearer.Words) || IsSpokenTo(ground, hearer.Words));
            if (!heard)
            {
                yield return new Reason(
                    "addressee-changed",
                    given.Count == 0
                        ? $"The line lets it be told to {hearer.Words}; the cited words have it told to nobody."
                        : $"The line lets it be told to {hearer.Words}; in the cited words it is told to {given[0].Words}."
                );
            }
        }
    }

    private static bool Fits(Ground ground, string name, Hearer given) =>
        given.Name
            ? ground.Known.Same(name, given.Words)
                || Names.Words(name)[^1] == Names.Words(given.Words)[^1]
                || IsOutlet(ground, name) && IsInitials(ground, given.Words)
            // A pronoun may be anybody; "the agency" is the outlet.
            : WordLists.Pronouns.Contains(given.Words)
                || WordLists.Hearers.Of(given.Words) == "outlet" && IsOutlet(ground, name);

    private static bool IsOutlet(Ground ground, string name) =>
        ground.Sources.Any(source =>
            source.Outlet is { } outlet && OutletNames.NamedIn(outlet, Tokens.Of(name))
        );

    private static bool IsInitials(Ground ground, string words) =>
        ground.Sources.Any(source =>
            source.Outlet is { } outlet
            && string.Concat(outlet.Name.Split(' ').Where(word => word != "The").Select(word => word[0]))
                == words
        );

    /// <summary>"said to Novák", "in an interview with the Courier", "asked by Novák".</summary>
    private static bool IsSpokenTo(Ground ground, string name)
    {
        var words = Names.Words(name);
        return ground.Sources.Any(source =>
            Names.IndexOf(words, source.AroundTokens) is > 0 and var at
            && Enumerable
                .Range(1, Math.Min(at, 3))
                .Select(back => source.AroundTokens[at - back].Folded)
                .TakeWhile(word =>
                    word is "to" or "with" or "by"
                    || WordLists.Determiners.Contains(word)
                    || WordLists.Offices.Of(word) is not null
                )
                .Any(word => word is "to" or "with" or "by")
        );
    }

    private readonly record struct Hearer(string Words, bool Name);

    /// <summary>Who follows a cue of telling: a name, else the noun or the pronoun that stands there.</summary>
    private static IEnumerable<Hearer> Hearers(List<Token> tokens)
    {
        foreach (var cue in WordLists.Cues.In(tokens).Where(found => found.Means == "tell"))
        {
            if (After(tokens, cue.End) is { } hearer)
            {
                yield return hearer;
            }
        }
    }

    private static Hearer? After(List<Token> tokens, int from)
    {
        string? noun = null;
        for (
            var at = from;
            at < Math.Min(tokens.Count, from + Between) && tokens[at].Kind == TokenKind.Word;
            at++
        )
        {
            var token = tokens[at];
            // "told on Monday"; but Jan is a man before his last name.
            if (
                token.Capital
                && WordLists.Dates.Of(token.Folded) is not null
                && !(at + 1 < tokens.Count && tokens[at + 1].Capital)
            )
            {
                break;
            }
            if (token.Capital)
            {
                var to = at + 1;
                while (to < tokens.Count && tokens[to].Capital && tokens[to].Start - tokens[to - 1].End <= 1)
                {
                    to++;
                }
                // "told Ostmark reporters": the noun after a name is who hears.
                return
                    to < tokens.Count
                    && tokens[to].Kind == TokenKind.Word
                    && WordLists.People.Of(tokens[to].Folded) is not null
                    ? new Hearer(tokens[to].Folded, false)
                    : new Hearer(string.Join(' ', tokens[at..to].Select(one => one.Text)), true);
            }
            if (WordLists.Pronouns.Contains(token.Folded) && noun is null && at == from)
            {
                return new Hearer(token.Folded, false);
            }
            if (WordLists.Determiners.Contains(token.Folded) && noun is null)
            {
                continue;
            }
            if (WordLists.Function.Contains(token.Folded))
            {
                break;
            }
            noun = token.Folded;
        }
        return noun is null ? null : new Hearer(noun, false);
    }
}
