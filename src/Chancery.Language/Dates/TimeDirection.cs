using Chancery.Language.Grammar;

namespace Chancery.Language.Dates;

/// <summary>Whether a clause looks ahead or back.</summary>
internal static class TimeDirection
{
    /// <summary>How many words before an expression may turn it ("will travel to the capital on …").</summary>
    private const int Reach = 12;

    /// <returns>
    /// 1 where the words of the clause before the token put it in the future, -1 where its verb tells of the past, 0 where neither does.
    /// </returns>
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
        return IsTold(parse, token) ? -1 : 0;
    }

    /// <summary>The nearest verb above stands in a past tense: "was shot on", "signed it in".</summary>
    private static bool IsTold(Parse parse, int token)
    {
        var verb = token;
        while (verb >= 0 && parse.Upos[verb] != Upos.Verb)
        {
            verb = parse.Heads[verb];
        }
        if (verb < 0)
        {
            return false;
        }
        if (parse.Features[verb] is { VerbForm: VerbForm.Fin, Tense: Tense.Past })
        {
            return true;
        }
        foreach (var dependent in parse.Dependents(verb))
        {
            if (
                parse.Relations[dependent].Base == Relation.Aux
                && parse.Features[dependent] is { VerbForm: VerbForm.Fin, Tense: Tense.Past }
                && parse.Features[verb].VerbForm == VerbForm.Part
            )
            {
                return true;
            }
        }
        return false;
    }
}
