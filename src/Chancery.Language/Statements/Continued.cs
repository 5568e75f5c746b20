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
    /// <summary>How many sentences back the speaker may stand.</summary>
    private const int Back = 2;

    public static void Link(Discourse discourse, List<Attribution> all)
    {
        Parse parse = discourse.Parse;
        foreach (Attribution open in all.ToArray())
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
            Attribution? last = null;
            int end = mark;
            for (int back = 0; back < Back && last is null && end > 0; back++)
            {
                Stretch before = discourse.Sentence(end - 1);
                last = LastIn(discourse, all, before, open);
                end = before.First;
                if (end > 0 && discourse.BeginsLine(end))
                    break;
            }
            if (last is null)
                continue;
            if (last.Direct || last.Content.TrueForAll(c => InMarks(discourse, c)))
            {
                last.Content.AddRange(open.Content);
                all.Remove(open);
                continue;
            }
            (open.Speaker, open.SpeakerHead, open.Cue, open.CueToken, open.Lemma) = (
                last.Speaker,
                last.SpeakerHead,
                last.Cue,
                last.CueToken,
                last.Lemma
            );
        }
    }

    private static bool InMarks(Discourse discourse, Stretch words)
    {
        for (int i = words.First; i <= words.Last; i++)
            if (discourse.QuotationAt(i) < 0 && !discourse.IsMark(i))
                return false;
        return !words.IsNone;
    }

    private static Attribution? LastIn(
        Discourse discourse,
        List<Attribution> all,
        Stretch sentence,
        Attribution open
    )
    {
        Attribution? last = null;
        foreach (Attribution other in all)
            if (
                other != open
                && other.CueToken >= sentence.First
                && other.CueToken <= sentence.Last
                && !other.Speaker.IsNone
                && !other.Negated
                && other.Stance is not Stance.Believe
                && (last is null || Outer(other, last))
            )
                last = other;
        // "asked Orlo deputies who had denounced it": the one whose words they are goes on, not one within his clause.
        foreach (Attribution other in all)
            if (
                last is { Direct: false }
                && other is { Direct: true, CueToken: >= 0 }
                && sentence.Has(other.CueToken)
                && !other.Speaker.IsNone
                && Hangs(discourse.Parse, last.CueToken, other.CueToken)
            )
                last = other;
        return last;
    }

    private static bool Hangs(Parse parse, int token, int on)
    {
        for (int at = token; at >= 0; at = parse.Heads[at])
            if (at == on)
                return true;
            else if (parse.Relations[at].Base == Relation.Conj && parse.Dependent(at, Relation.Nsubj) >= 0)
                return false;
        return false;
    }

    /// <summary>The one that holds the other; else the later.</summary>
    private static bool Outer(Attribution a, Attribution b) =>
        a.Content.Any(c => c.Has(b.Cue)) || !b.Content.Any(c => c.Has(a.Cue)) && a.CueToken > b.CueToken;
}
