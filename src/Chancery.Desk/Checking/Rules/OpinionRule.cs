using Chancery.Terms;

namespace Chancery.Desk.Checking.Rules;

/// <summary>An opinion is signed by a person and quotes nobody: it has no citation that a quotation could be held against.</summary>
internal static class OpinionRule
{
    public static IEnumerable<Reason> Check(Line.Opinion line)
    {
        if (string.IsNullOrWhiteSpace(line.SignedBy))
            yield return new Reason(
                "opinion-unsigned",
                "This opinion is signed by nobody; sign it, or cite the words it rests on."
            );
        if (QuotationMarks.Of(line.Text, out var unclosed) is { Count: > 0 } || unclosed >= 0)
            yield return new Reason(
                "opinion-quotes",
                "An opinion cites nothing, so it cannot quote; make it a cited line or drop the quotation marks."
            );
    }
}
