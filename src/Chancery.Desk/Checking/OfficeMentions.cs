namespace Chancery.Desk.Checking;

/// <summary>An office given to a named person: "Ostmark Foreign Minister Jan Novák", "Jan Novák, the foreign minister".</summary>
/// <param name="Name">The person's name.</param>
/// <param name="Office">The office's words, folded, without its country: "foreign minister".</param>
/// <param name="Of">Names that stand with it ("Ostmark").</param>
/// <param name="Text">As it stands.</param>
/// <param name="Past">True where the line itself says that it is over ("then-President").</param>
internal sealed record OfficeMention(
    string Name,
    string[] Office,
    IReadOnlyList<string> Of,
    string Text,
    bool Past
)
{
    public string Surname => Names.Words(Name) is [.., var last] ? last : "";
}

internal static class OfficeMentions
{
    public static IEnumerable<OfficeMention> In(List<Token> tokens)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            if (!Office(tokens, at) || at > 0 && Office(tokens, at - 1) && Follows(tokens, at))
                continue;
            var end = at + 1;
            while (end < tokens.Count && Office(tokens, end) && Follows(tokens, end))
                end++;
            // "the minister for trade" keeps what it is for; the head must be a head.
            if (!Enumerable.Range(at, end - at).Any(i => Is(tokens[i], "head")))
                continue;
            if (Before(tokens, at, end) is { } before)
                yield return before;
            else if (After(tokens, at, end) is { } after)
                yield return after;
        }
    }

    // "Foreign Minister Jan Novák"
    private static OfficeMention? Before(List<Token> tokens, int at, int end)
    {
        var from = end;
        var to = from;
        // "Foreign Minister, Jan Novák," is written too.
        if (
            from < tokens.Count
            && tokens[from].Is(',')
            && from + 1 < tokens.Count
            && tokens[from + 1].Capital
            && tokens[at].Capital
        )
            from = to = from + 1;
        while (
            to < tokens.Count
            && tokens[to].Capital
            && !Office(tokens, to)
            && (to == from || Follows(tokens, to))
        )
            to++;
        if (to == from || end == from && !Follows(tokens, from) || Dated(tokens[from]))
            return null;
        return Made(tokens, at, end, from, to, Countries(tokens, at));
    }

    // "Jan Novák, the Ostmark foreign minister," and "Jan Novák, foreign minister of Ostmark,"
    private static OfficeMention? After(List<Token> tokens, int at, int end)
    {
        var comma = at - 1;
        while (comma > 0 && at - comma < 7 && tokens[comma].Kind == TokenKind.Word)
            comma--;
        if (comma < 1 || !tokens[comma].Is(',') || !tokens[comma - 1].Capital || Dated(tokens[comma - 1]))
            return null;
        // "In Tarn, the foreign minister said": no name of a person closes with a comma that its clause needs.
        var closed =
            end < tokens.Count
                && (tokens[end].Kind == TokenKind.Mark || tokens[end].Folded is "of" or "for" or "to" or "in")
            || end == tokens.Count;
        if (!closed)
            return null;
        // "According to the Ledger, Secretary of State Jan Novák said": the name after the title bears it.
        if (
            tokens[at].Capital
            && end + 2 < tokens.Count
            && tokens[end].Folded == "of"
            && tokens[end + 1].Capital
            && tokens[end + 2].Capital
            && Follows(tokens, end + 2)
        )
            return null;
        var from = comma - 1;
        while (from > 0 && tokens[from - 1].Capital && Follows(tokens, from))
            from--;
        if (WordLists.Countries.At(tokens, from, out var length) is not null && from + length == comma)
            return null;
        return Made(tokens, at, end, from, comma, Countries(tokens, at));
    }

    private static OfficeMention Made(
        List<Token> tokens,
        int at,
        int end,
        int from,
        int to,
        List<string> of
    ) =>
        new(
            string.Join(' ', tokens.Skip(from).Take(to - from).Select(t => t.Text)),
            [
                .. Qualifier(tokens, at),
                .. tokens.Skip(at).Take(end - at).Where(t => !Is(t, "hon")).Select(t => t.Folded),
            ],
            of,
            string.Join(' ', tokens.Skip(at).Take(end - at).Select(t => t.Text)),
            at > 0 && Is(tokens[at - 1], "then")
        );

    // "former" of "the former Ostmark defence minister"
    private static IEnumerable<string> Qualifier(List<Token> tokens, int at)
    {
        var from = at - 1;
        while (from > 0 && tokens[from].Capital)
            from--;
        return from >= 0 && from < at - 1 && WordLists.Qualifiers.Contains(tokens[from].Folded)
            ? [tokens[from].Folded]
            : [];
    }

    // The names at once before the office: "Ostmark" of "Ostmark's foreign minister".
    private static List<string> Countries(List<Token> tokens, int at)
    {
        var from = at;
        while (
            from > 0
            && tokens[from - 1].Capital
            && tokens[from].Start - tokens[from - 1].End <= 3
            && !NameRuns.Head(tokens, from - 1) | WordLists.Countries.Of(tokens[from - 1].Folded) is not null
        )
            from--;
        return from == at ? [] : [string.Join(' ', tokens.Skip(from).Take(at - from).Select(t => t.Text))];
    }

    private static bool Office(List<Token> tokens, int at) => Is(tokens[at], "head") || Is(tokens[at], "mod");

    private static bool Is(Token token, string kind) =>
        token.Kind == TokenKind.Word
        && WordLists.OfficeWords.TryGetValue(token.Folded, out var kinds)
        && kinds.Contains(kind);

    private static bool Follows(List<Token> tokens, int at) =>
        tokens[at].Joined || tokens[at].Start - tokens[at - 1].End <= 1;

    // "Jan" is a name before it is a month.
    private static bool Dated(Token token) =>
        token.Text.Length > 3 && WordLists.Dates.Of(token.Folded) is not null;
}
