using System.Buffers;

namespace Chancery.Desk.Checking;

/// <param name="Outer">From the opening to the closing mark, both included.</param>
/// <param name="Words">What stands between the marks.</param>
internal readonly record struct Quotation(Range Outer, string Words)
{
    public int Start => Outer.Start.Value;

    public int End => Outer.End.Value;
}

/// <summary>Finds the quotations of a text, whatever marks they stand in; apostrophes are told apart from marks.</summary>
internal static class QuotationMarks
{
    private static readonly SearchValues<char> all = SearchValues.Create("\"“”„‟«»'‘’‚‛‹›ʼ`´");

    public static bool Is(char c) => all.Contains(c);

    /// <summary>The outermost quotations, in order; a mark that opens and is never closed is given as -1 and its place.</summary>
    public static List<Quotation> Of(string text, out int unclosed)
    {
        var found = new List<Quotation>();
        unclosed = -1;
        for (var at = 0; at < text.Length; at++)
        {
            if (!Opens(text, at))
                continue;
            var close = Close(text, at);
            if (close < 0)
            {
                if (text[at] is not ('\'' or '‘' or '’') && unclosed < 0)
                    unclosed = at;
                continue;
            }
            found.Add(new Quotation(at..(close + 1), text[(at + 1)..close]));
            at = close;
        }
        return found;
    }

    private static bool Opens(string text, int at) =>
        text[at] switch
        {
            '“' or '„' or '«' or '‟' => true,
            '"' or '”' => true,
            // A single mark opens only where a word begins: elsewhere it is an apostrophe.
            '\'' or '‘' or '‚' or '‹' => WordBegins(text, at),
            _ => false,
        };

    private static bool WordBegins(string text, int at) =>
        at + 1 < text.Length
        && !char.IsWhiteSpace(text[at + 1])
        && (
            at == 0
            || char.IsWhiteSpace(text[at - 1])
            || text[at - 1] is '(' or '[' or '—' or '–' or '“' or '"' or '«' or ':' or '-'
        );

    private static int Close(string text, int open)
    {
        var single = text[open] is '\'' or '‘' or '‚' or '‹';
        for (var at = open + 1; at < text.Length; at++)
        {
            var closes = text[open] switch
            {
                '“' or '„' or '‟' => text[at] is '”' or '"' || text[open] == '„' && text[at] == '“',
                '"' or '”' => text[at] is '"' or '”',
                '«' => text[at] == '»',
                '‹' => text[at] == '›',
                _ => text[at] is '\'' or '’' && !Apostrophe(text, at),
            };
            if (closes && !(single && Later(text, at)))
                return at;
        }
        return -1;
    }

    // A letter follows ("don't", "’90s"), so the mark does not close.
    private static bool Apostrophe(string text, int at) =>
        at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]);

    // "‘the ministers’ talks failed’": a mark after a plural s that stands in the middle of a clause, with a better one
    // to come before another quotation opens, is the plural's possessive.
    private static bool Later(string text, int at)
    {
        if (
            text[at - 1] is not ('s' or 'S')
            || at + 2 >= text.Length
            || text[at + 1] != ' '
            || !char.IsLower(text[at + 2])
        )
            return false;
        for (var next = at + 1; next < text.Length; next++)
        {
            if (text[next] is '‘' || Opens(text, next))
                return false;
            if (text[next] is '\'' or '’' && !Apostrophe(text, next))
                return true;
        }
        return false;
    }
}
