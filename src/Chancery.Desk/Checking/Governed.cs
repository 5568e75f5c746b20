namespace Chancery.Desk.Checking;

/// <summary>A word of doubt or denial and what it governs.</summary>
/// <param name="At">Index of its first token.</param>
/// <param name="Length">Number of its tokens.</param>
/// <param name="Class">Its class in the word list.</param>
/// <param name="Head">Index of the first word of content after it in its clause, else the last before; -1 where there is none.</param>
/// <param name="End">Index after the last token of its clause.</param>
internal readonly record struct Governor(int At, int Length, string Class, int Head, int End)
{
    public bool Scope(int token) => token >= At && token < End;
}

/// <summary>Which words of a text are governed by words of doubt or denial; and where a line says the same thing.</summary>
internal static class Governed
{
    public static List<Governor> In(IReadOnlyList<Token> tokens, TokenPhrases words) =>
        [
            .. words
                .In(tokens)
                .Where(f => f.Means != "none" && !Month(tokens, f))
                .Select(f =>
                {
                    var end = ClauseEnd(tokens, f.End);
                    return new Governor(f.At, f.Length, f.Means, Head(tokens, f.At, f.End, end), end);
                }),
        ];

    /// <summary>True for a word that says something by itself.</summary>
    public static bool Content(Token token) =>
        token.Kind == TokenKind.Word && token.Text.Length > 1 && !WordLists.Function.Contains(token.Folded);

    public static IEnumerable<string> Stems(IEnumerable<Token> tokens) =>
        tokens.Where(Content).Select(t => Stem.Of(t.Folded));

    // "May" with a capital inside a sentence is the month.
    private static bool Month(IReadOnlyList<Token> tokens, TokenPhrases.Found found) =>
        found.Length == 1 && tokens[found.At].Capital && !NameRuns.Head(tokens, found.At);

    private static int ClauseEnd(IReadOnlyList<Token> tokens, int at)
    {
        while (
            at < tokens.Count
            && !(
                tokens[at].Kind == TokenKind.Mark
                    && tokens[at].Text[0] is ',' or ';' or ':' or '.' or '?' or '!' or '—' or '–' or ')'
                || WordLists.Breaks.Contains(tokens[at].Folded)
            )
        )
            at++;
        return at;
    }

    private static int Head(IReadOnlyList<Token> tokens, int start, int from, int end)
    {
        for (var at = from; at < Math.Min(end, from + 6); at++)
            if (Content(tokens[at]) && !tokens[at].Folded.EndsWith("ly", StringComparison.Ordinal))
                return at;
        for (var at = start - 1; at >= Math.Max(0, start - 4) && tokens[at].Kind != TokenKind.Mark; at--)
            if (Content(tokens[at]))
                return at;
        return -1;
    }

    /// <summary>
    /// The places of a line's word in the passages that stand among the most of the same neighbours: there the passage
    /// says what the line says. Several where they are alike; empty where the word is in no passage.
    /// </summary>
    public static List<(int Source, int At)> Alike(
        IReadOnlyList<Token> line,
        int word,
        IReadOnlyList<List<Token>> passages
    )
    {
        var stem = Stem.Of(line[word].Folded);
        var around = Around(line, word).ToHashSet();
        var best = new List<(int, int)>();
        var most = -1;
        for (var source = 0; source < passages.Count; source++)
        for (var at = 0; at < passages[source].Count; at++)
        {
            if (!Content(passages[source][at]) || Stem.Of(passages[source][at].Folded) != stem)
                continue;
            var shared = Around(passages[source], at).Distinct().Count(around.Contains);
            if (shared > most)
                best.Clear();
            if (shared >= most)
                best.Add((source, at));
            most = Math.Max(most, shared);
        }
        return best;
    }

    private static IEnumerable<string> Around(IReadOnlyList<Token> tokens, int at) =>
        Enumerable
            .Range(Math.Max(0, at - 7), Math.Min(tokens.Count, at + 8) - Math.Max(0, at - 7))
            .Where(i => i != at && Content(tokens[i]))
            .Select(i => Stem.Of(tokens[i].Folded));

    /// <summary>How much of a passage's clause a line repeats: the share of its words of content, and how many.</summary>
    public static (double Share, int Words) Repeated(
        IReadOnlyList<Token> passage,
        int from,
        int to,
        HashSet<string> line
    )
    {
        var stems = Stems(passage.Skip(from).Take(Math.Min(to - from, 12))).Distinct().ToList();
        var shared = stems.Count(line.Contains);
        return (stems.Count == 0 ? 0 : (double)shared / stems.Count, shared);
    }
}
