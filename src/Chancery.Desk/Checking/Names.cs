namespace Chancery.Desk.Checking;

/// <summary>Names as sequences of folded words.</summary>
internal static class Names
{
    public static string[] Words(string name) =>
        [.. Tokens.Of(name).Where(t => t.Kind != TokenKind.Mark).Select(t => t.Folded)];

    /// <summary>True where the name stands in the text as a whole, as a name (with a capital) does.</summary>
    public static bool Stands(string name, IReadOnlyList<Token> tokens)
    {
        var words = Words(name);
        return words.Length > 0 && IndexOf(words, tokens) >= 0;
    }

    /// <summary>The index of the first token of the words in the text; -1 where they do not stand together there.</summary>
    public static int IndexOf(ReadOnlySpan<string> words, IReadOnlyList<Token> tokens, int from = 0)
    {
        for (var at = from; at + words.Length <= tokens.Count; at++)
            if (StandsAt(words, tokens, at))
                return at;
        return -1;
    }

    /// <summary>True where the words stand from this token on, as a name: with a capital, or, a phrase of common words, without.</summary>
    public static bool StandsAt(ReadOnlySpan<string> words, IReadOnlyList<Token> tokens, int at)
    {
        if (at + words.Length > tokens.Count)
            return false;
        if (
            !(
                tokens[at].Capital
                || tokens[at].Kind == TokenKind.Number
                || words.Length > 1 && WordLists.Common.Contains(words[0])
            )
        )
            return false;
        for (var i = 0; i < words.Length; i++)
            if (tokens[at + i].Folded != words[i])
                return false;
        return true;
    }

    /// <summary>True where <paramref name="part"/> stands in <paramref name="whole"/> in one piece ("Novák" in "Jan Novák").</summary>
    public static bool PartOf(ReadOnlySpan<string> part, ReadOnlySpan<string> whole) =>
        whole.IndexOf(part) >= 0;

    /// <summary>"Ostmarkers" and "Ostmark", "Vellian" and "Vellia": a place and its people.</summary>
    public static bool Demonym(string a, string b)
    {
        if (a == b)
            return true;
        var common = 0;
        while (common < a.Length && common < b.Length && a[common] == b[common])
            common++;
        var (left, right) = (a[common..], b[common..]);
        return common >= 4 && Ending(left) && Ending(right) && (Place(left) || Place(right));
    }

    private static bool Place(string rest) => rest is "" or "a" or "ia" or "e" or "y" or "s";

    private static bool Ending(string rest) => Place(rest) || WordLists.DemonymEndings.Contains(rest);
}
