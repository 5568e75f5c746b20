namespace Chancery.Desk.Checking;

/// <summary>
/// Cuts a text into words, numbers and marks. A hyphen parts words and is no token ("Ostmark-Vell" is two words, the
/// second joined); a possessive "'s" is dropped; "n't" is a word of its own, read as "not".
/// </summary>
internal static class Tokens
{
    public static List<Token> Of(ReadOnlySpan<char> text)
    {
        var tokens = new List<Token>();
        var joined = false;
        for (var at = 0; at < text.Length; )
        {
            var c = text[at];
            if (char.IsWhiteSpace(c) || Fold.Invisible(c))
            {
                joined = false;
                at++;
                continue;
            }
            if (c is '-' or '\u2010' or '\u2011')
            {
                joined = at > 0 && char.IsLetterOrDigit(text[at - 1]);
                at++;
                continue;
            }
            var end =
                char.IsDigit(c) ? NumberEnd(text, at)
                : char.IsLetter(c) ? WordEnd(text, at)
                : at + 1;
            if (!char.IsLetterOrDigit(c) && Apostrophe(c) && PossessiveEnd(text, at) is > 0 and var after)
            {
                at = after;
                continue;
            }
            at = Add(tokens, text, at, end, joined);
            joined = false;
        }
        return tokens;
    }

    private static int Add(List<Token> tokens, ReadOnlySpan<char> text, int start, int end, bool joined)
    {
        var word = text[start..end];
        var kind =
            char.IsDigit(word[0]) ? TokenKind.Number
            : char.IsLetter(word[0]) ? TokenKind.Word
            : TokenKind.Mark;
        if (
            kind == TokenKind.Word
            && end + 1 < text.Length
            && Apostrophe(text[end])
            && text[end + 1] is 't' or 'T'
            && word[^1] is 'n' or 'N'
        )
        {
            // "didn't" is "did" and "not"; "can't" is "can" and "not".
            var verb = word.Equals("can", StringComparison.OrdinalIgnoreCase) ? word : word[..^1];
            if (verb.Length > 0)
                tokens.Add(new Token(start, verb.ToString(), Fold.Word(verb), kind, joined));
            tokens.Add(new Token(end - 1, text[(end - 1)..(end + 2)].ToString(), "not", kind, true));
            return end + 2;
        }
        if (word.Equals("cannot", StringComparison.OrdinalIgnoreCase))
        {
            tokens.Add(new Token(start, word[..3].ToString(), "can", kind, joined));
            tokens.Add(new Token(start + 3, word[3..].ToString(), "not", kind, true));
            return end;
        }
        tokens.Add(new Token(start, word.ToString(), Fold.Word(word), kind, joined));
        return end;
    }

    // "1,500", "2.5", "3:30", "2031-03-07" is three numbers, "36th" is one.
    private static int NumberEnd(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length)
        {
            if (char.IsLetterOrDigit(text[at]))
                at++;
            else if (text[at] is ',' or '.' or ':' && at + 1 < text.Length && char.IsDigit(text[at + 1]))
                at++;
            else
                break;
        }
        return at;
    }

    // Full points inside "U.S." belong to the word; so do apostrophes before a capital or a longer tail ("O'Dell").
    private static int WordEnd(ReadOnlySpan<char> text, int at)
    {
        var start = at;
        while (at < text.Length)
        {
            if (
                char.IsLetterOrDigit(text[at])
                || char.GetUnicodeCategory(text[at]) == System.Globalization.UnicodeCategory.NonSpacingMark
            )
                at++;
            else if (text[at] == '.' && Abbreviation(text, start, at))
                at++;
            else if (
                Apostrophe(text[at])
                && at + 1 < text.Length
                && char.IsUpper(text[at + 1])
                && char.IsLower(text[Math.Min(at + 2, text.Length - 1)])
            )
                at++;
            else
                break;
        }
        return at;
    }

    // Single capitals, each followed by a full point: "U.S.", "U.N.", "D.C."; not the "I." that ends a sentence.
    private static bool Abbreviation(ReadOnlySpan<char> text, int start, int point) =>
        char.IsUpper(text[point - 1])
        && (point - 1 == start || text[point - 2] == '.')
        && (text[start..point].Contains('.') || point + 1 < text.Length && char.IsUpper(text[point + 1]));

    /// <summary>Where a possessive "'s" (or the bare apostrophe after a plural) that begins here ends; 0 where none does.</summary>
    private static int PossessiveEnd(ReadOnlySpan<char> text, int at)
    {
        if (at == 0 || !char.IsLetterOrDigit(text[at - 1]) && text[at - 1] != '.')
            return 0;
        var next = at + 1;
        if (
            next < text.Length
            && text[next] is 's' or 'S'
            && (next + 1 == text.Length || !char.IsLetterOrDigit(text[next + 1]))
        )
            return next + 1;
        return 0;
    }

    public static bool Apostrophe(char c) => c is '\'' or '’' or 'ʼ';
}
