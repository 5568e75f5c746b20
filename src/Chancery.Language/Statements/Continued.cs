using Chancery.Language.Grammar;
using Chancery.Language.Text;
using Chancery.Terms;

namespace Chancery.Language.Statements;

/// <summary>
/// "Orlo called the plan “a gift.” “Nobody wants it.”": whole sentences in quotation marks right behind a sentence that attributes go on
/// in the same mouth, within one paragraph.
/// </summary>
internal static class Continued
{
    public static void Link(Discourse discourse, List<Attribution> all)
    {
        Parse parse = discourse.Parse;
        foreach (Attribution open in all)
        {
            if (!open.Direct || !open.Speaker.IsNone || !open.Cue.IsNone)
                continue;
            int first = open.Content[0].First;
            int mark = first;
            while (
                mark > 0 && discourse.IsMark(mark - 1) && parse.Form(mark - 1)[^1] is not ('.' or '!' or '?')
            )
                mark--;
            if (mark == 0 || parse.Gaps[mark] == Gap.BlankLine)
                continue;
            Stretch before = discourse.Sentence(mark - 1);
            Attribution? last = null;
            foreach (Attribution other in all)
                if (
                    other != open
                    && other.CueToken >= before.First
                    && other.CueToken <= before.Last
                    && !other.Speaker.IsNone
                    && !other.Negated
                    && other.Stance is not Stance.Believe
                    && (last is null || Outer(other, last))
                )
                    last = other;
            if (last is null)
                continue;
            (open.Speaker, open.SpeakerHead, open.Cue, open.CueToken, open.Lemma) = (
                last.Speaker,
                last.SpeakerHead,
                last.Cue,
                last.CueToken,
                last.Lemma
            );
        }
    }

    /// <summary>The one that holds the other; else the later.</summary>
    private static bool Outer(Attribution a, Attribution b) =>
        a.Content.Any(c => c.Has(b.Cue)) || !b.Content.Any(c => c.Has(a.Cue)) && a.CueToken > b.CueToken;
}
