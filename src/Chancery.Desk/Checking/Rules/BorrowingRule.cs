using Chancery.Terms;

namespace Chancery.Desk.Checking.Rules;

/// <summary>At most 25 words running from one source outside quotation marks; at most one quotation of over 30 words in an item.</summary>
internal static class BorrowingRule
{
    public const int Running = 25;
    public const int LongQuotation = 30;

    public static IEnumerable<Reason> Check(Ground ground)
    {
        var line = Words(ground.Tokens);
        foreach (var source in ground.Sources)
        {
            var longest = Longest(line, Words(source.AroundTokens));
            if (longest > Running)
            {
                yield return new Reason(
                    "borrowed",
                    $"{longest} words running are the source’s own; quote them, or say it in at most {Running}."
                );
                yield break;
            }
        }
    }

    public static int LongQuotations(Line line) =>
        QuotationMarks.Of(line.Text, out _).Count(q => Words(Tokens.Of(q.Words)).Count > LongQuotation);

    private static List<string> Words(List<Token> tokens) =>
        [.. tokens.Where(t => t.Kind != TokenKind.Mark && !t.Joined).Select(t => t.Folded)];

    private static int Longest(List<string> a, List<string> b)
    {
        var (longest, before) = (0, new int[b.Count + 1]);
        foreach (var word in a)
        {
            var here = new int[b.Count + 1];
            for (var i = 0; i < b.Count; i++)
                if (b[i] == word)
                    longest = Math.Max(longest, here[i + 1] = before[i] + 1);
            before = here;
        }
        return longest;
    }
}
