namespace Chancery.Desk.Checking;

/// <summary>A stretch of capitalised words.</summary>
/// <param name="Tokens">Its tokens.</param>
/// <param name="At">Index of the first in the line.</param>
/// <param name="TitleCase">True where the line writes every word large, so that capitals tell nothing.</param>
internal sealed record NameRun(Token[] Tokens, int At, bool TitleCase)
{
    public string[] Words { get; } = [.. Tokens.Select(t => t.Folded)];

    public string Text(int at, int length) =>
        string.Join(' ', Tokens.Skip(at).Take(length).Select(t => t.Text));
}

internal static class NameRuns
{
    /// <summary>The capitalised stretches of a line outside its quotations and dates, without common words at the head of a sentence.</summary>
    public static IEnumerable<NameRun> In(Ground ground) =>
        Of(ground.Tokens, at => ground.Dates.Any(d => d.Covers(at)));

    /// <param name="tokens">A text.</param>
    /// <param name="skip">True for a token that is no name whatever its capital.</param>
    public static IEnumerable<NameRun> Of(List<Token> tokens, Func<int, bool> skip)
    {
        var titleCase = TitleCase(tokens);
        var run = new List<Token>();
        for (var at = 0; at <= tokens.Count; at++)
        {
            var named = at < tokens.Count && !skip(at) && Named(tokens, at);
            if (run.Count > 0 && !(named && Follows(run[^1], tokens[at])))
            {
                yield return new NameRun([.. run], at - run.Count, titleCase);
                run.Clear();
            }
            if (named)
                run.Add(tokens[at]);
        }
    }

    // A possessive between ("Ostmark's Novák") parts two names.
    private static bool Follows(Token before, Token token) => token.Joined || token.Start - before.End <= 1;

    private static bool Named(List<Token> tokens, int at)
    {
        var token = tokens[at];
        // "S-300": the number belongs to the name.
        if (token.Kind == TokenKind.Number)
            return token.Joined && at > 0 && tokens[at - 1].Capital && tokens[at - 1].Text.Length <= 4;
        if (!token.Capital || token.Text is "I" or "A")
            return false;
        var shouted = token.Text.Length > 1 && char.IsUpper(token.Text[1]);
        return shouted || !Head(tokens, at) || !WordLists.Common.Contains(token.Folded);
    }

    /// <summary>True at the first word of a sentence, where a capital tells nothing.</summary>
    public static bool Head(IReadOnlyList<Token> tokens, int at) =>
        at == 0
        || tokens[at - 1] is { Kind: TokenKind.Mark } mark
            && (
                mark.Text[0] is '.' or '!' or '?' or ':' or '—' or '–' or '…' or '•' or '('
                || QuotationMarks.Is(mark.Text[0])
            );

    private static bool TitleCase(List<Token> tokens)
    {
        var words = tokens.Where(t => t.Kind == TokenKind.Word && t.Text.Length > 3).ToList();
        return words.Count >= 4
            && words.Count(t => t.Capital) >= 0.7 * words.Count
            && words.Any(t => t.Capital && WordLists.Common.Contains(t.Folded));
    }
}
