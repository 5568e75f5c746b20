using Chancery.Language.Grammar;

namespace Chancery.Language.Dates;

/// <summary>Whether a clause looks ahead or back.</summary>
internal static class TimeDirection
{
    /// <summary>How many words before an expression may turn it ("will travel to the capital on …").</summary>
    private const int Reach = 12;

    /// <returns>1 where the words of the clause before the token put it in the future, else 0.</returns>
    public static int Of(Parse parse, TimeLexicon lexicon, int token)
    {
        var ahead = lexicon.Ahead.GetAlternateLookup<ReadOnlySpan<char>>();
        var first = parse.Sentences[parse.SentenceOf(token)].First;
        for (var i = token - 1; i >= Math.Max(first, token - Reach); i--)
        {
            var form = parse.Form(i);
            // "Was to open": two words that look ahead together. "By Monday" does, "by phone on Monday" does not.
            if (
                !char.IsUpper(form[0])
                && (
                    ahead.Contains(form) && (i + 1 == token || parse.Upos[i] != Upos.Adp)
                    || i + 1 < token && ahead.Contains(parse.PassageOf((i, i + 1)).In(parse.Text))
                )
            )
            {
                return 1;
            }
            if (form is "," or ";" or ":" or "”" or "\"" or "“")
            {
                break;
            }
        }
        return 0;
    }
}
