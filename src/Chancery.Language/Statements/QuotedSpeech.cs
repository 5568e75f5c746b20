using Chancery.Language.Grammar;
using Chancery.Language.Text;

namespace Chancery.Language.Statements;

/// <summary>
/// Words in quotation marks with the cue beside them. Word order decides which cue is beside which quotation, since trees
/// break at quotation marks; the tree, where there is one, tells the speaker's words.
/// </summary>
internal sealed class QuotedSpeech(Discourse discourse)
{
    private readonly Parse parse = discourse.Parse;

    private readonly BesideQuotation beside = new(discourse);

    private sealed record Heard(List<int> Parts, CueBeside? By);

    public static IEnumerable<Attribution> Find(Discourse discourse) => new QuotedSpeech(discourse).Find();

    private List<Attribution> Find()
    {
        var heard = new List<Heard>();
        for (int q = 0; q < discourse.Quotations.Count; q++)
        {
            if (discourse.Words[q].IsNone || discourse.IsAttributed(discourse.Words[q].First))
                continue;
            Heard? last = heard.Count > 0 ? heard[^1] : null;
            // A title in marks may stand between ("… on Radio Teln’s “Morning.” “Then …”").
            bool adjoins = last is not null && q - last.Parts[^1] <= 2;
            if (discourse.Quotations[q].Continues && adjoins)
                last!.Parts.Add(q);
            else if (beside.Behind(q) is { } behind)
                heard.Add(By(q, behind));
            else if (
                adjoins
                && last!.By is { } one
                && IsSplit(last.Parts[^1], discourse.Words[q].First - 1)
                && GoesOn(last, one, q)
            )
                last.Parts.Add(q);
            else if (beside.Ahead(q, last?.Parts[^1] ?? -1, last?.By?.Token ?? -1) is { } ahead)
                heard.Add(By(q, ahead));
            else if (adjoins && last!.By is { } by && GoesOn(last, by, q))
                last.Parts.Add(q);
            else if (adjoins && IsWhole(q) && FillsParagraph(q) && NothingBetween(last!.Parts[^1], q))
                last.Parts.Add(q);
            else if (IsWhole(q))
                heard.Add(new Heard([q], null));
        }
        List<Attribution> found = [.. heard.Select(Attribution)];
        foreach (Attribution attribution in found)
        {
            discourse.Take(attribution.Cue);
            foreach (Stretch said in attribution.Content)
                discourse.Speak(said);
        }
        return found;
    }

    private Heard By(int q, CueBeside by)
    {
        if (by is { Token: >= 0, Head: >= 0 } && Sure(by.Speaker))
            discourse.Mouths[by.Token] = by.Head;
        return new Heard([q], by);
    }

    /// <summary>The cue stands between the last part and this quotation, and no other clause does.</summary>
    private bool GoesOn(Heard last, CueBeside by, int q)
    {
        int end = discourse.Words[last.Parts[^1]].Last;
        int mark = parse.TokenAt(discourse.Quotations[q].Outer.Start);
        if (by.Token < end || by.Token >= mark)
            return false;
        int from = Math.Max(by.Token, by.Speaker.Last);
        bool split = IsSplit(last.Parts[^1], mark);
        bool next =
            IsWhole(q)
            && parse.SentenceOf(mark - 1) == parse.SentenceOf(from)
            && Quotation.End(parse.Form(mark - 1)) is '.' or '!' or '?';
        for (int i = from + 1; i < mark; i++)
            if (
                parse.Gaps[i] == Gap.BlankLine
                || discourse.HasTrees
                    && parse.Upos[i] == Upos.Verb
                    && !(split && parse.Features[i].VerbForm != VerbForm.Fin)
                    && beside.Cue(i) is not null
            )
                return false;
        if (parse.Gaps[mark] == Gap.BlankLine)
            return IsWhole(q) && (FillsParagraph(q) || EndsSentence(q));
        bool comma = parse.Form(mark - 1) is "," or ":" or "–" or "—" or "--" or "-";
        return comma
            || mark - from == 2 && discourse.IsMark(from + 1)
            || mark - from == 1 && from == by.Token
            || next;
    }

    /// <summary>“Many are unsure,” Orlo wrote in a letter explaining why, “but most agree”: one sentence in two parts has one mouth.</summary>
    private bool IsSplit(int before, int mark) =>
        parse.Form(mark - 1) is ","
        && beside.Cue(mark - 2) is null
        && char.IsLower(parse.Form(mark + 1)[0])
        && parse.Form(discourse.Words[before].Last) is ",";

    /// <summary>Nothing but quotations stands behind it in its paragraph, so that nobody else can speak there.</summary>
    private bool FillsParagraph(int q)
    {
        int next = parse.TokenAt(discourse.Quotations[q].Outer.End);
        return next >= parse.Count
            || discourse.BeginsLine(next)
            || discourse.QuotationAt(Math.Min(next + 1, parse.Count - 1)) >= 0 && discourse.IsMark(next);
    }

    /// <summary>A new sentence begins behind it, which the cues beside it were looked for in already.</summary>
    private bool EndsSentence(int q)
    {
        int next = parse.TokenAt(discourse.Quotations[q].Outer.End);
        return next < parse.Count
            && parse.SentenceOf(next) != parse.SentenceOf(discourse.Words[q].Last)
            && char.IsUpper(parse.Form(next)[0]);
    }

    /// <summary>Whole sentences: a capital at the start, a full stop or the like at the end, nothing of the sentence outside.</summary>
    private bool IsWhole(int q)
    {
        Quotation quotation = discourse.Quotations[q];
        ReadOnlySpan<char> words = quotation.Inner.In(parse.Text);
        int before = quotation.Outer.Start - 1;
        while (before >= 0 && char.IsWhiteSpace(parse.Text[before]))
            before--;
        return (char.IsUpper(words[0]) || words[0] is '[' or '(' or '\u2026' or '.' && words.Length > 20)
            && Quotation.End(words) is '.' or '!' or '?' or '\u2026'
            && (
                before < 0
                || parse.Text[before]
                    is '.'
                        or '!'
                        or '?'
                        or ':'
                        or '"'
                        or '\u201D'
                        or '\u2019'
                        or '\''
                        or '\u2026'
                || quotation.Outer.Start > 1 && parse.Text[quotation.Outer.Start - 1] == '\n'
            )
            && words.Count(' ') >= 2;
    }

    /// <summary>At most the cue's own sentence stands between: the same mouth goes on.</summary>
    private bool NothingBetween(int before, int q)
    {
        int from = discourse.Words[before].Last + 1;
        int mark = parse.TokenAt(discourse.Quotations[q].Outer.Start);
        while (from < mark && discourse.IsMark(from))
            from++;
        return from >= mark;
    }

    /// <summary>Without a tree only a name or a pronoun is sure enough to be called the speaker.</summary>
    private bool Sure(Stretch speaker)
    {
        if (discourse.HasTrees || speaker.IsNone)
            return true;
        StatementLexicon lexicon = discourse.Lexicon;
        ReadOnlySpan<char> first = parse.Form(speaker.First);
        bool pronoun = lexicon.Is("he", first) || lexicon.Is("she", first) || lexicon.Is("they", first);
        bool name = char.IsUpper(parse.Form(speaker.Last)[0]) || char.IsUpper(first[0]);
        return speaker.First == speaker.Last ? pronoun || name : name && speaker.Last - speaker.First < 12;
    }

    private Attribution Attribution(Heard heard)
    {
        if (heard.By is { } unsure && !Sure(unsure.Speaker))
            heard = heard with { By = unsure with { Speaker = Stretch.None, Head = -1 } };
        var said = heard.Parts.Select(q => discourse.Words[q]).ToList();
        Stretch cue = heard.By is { } by ? CueWords.Of(discourse, by.Token) : Stretch.None;
        // "went on"
        if (
            discourse.HasTrees
            && heard.By is { } led
            && cue.Last + 1 < parse.Count
            && parse.Relations[cue.Last + 1] == Relation.CompoundPrt
            && parse.Heads[cue.Last + 1] == led.Token
        )
            cue = cue with { Last = cue.Last + 1 };
        // "put it"
        if (
            heard.By is { } two
            && two.Verb.Lemma.EndsWith(
                $" {parse.Form(Math.Min(cue.Last + 1, parse.Count - 1))}",
                StringComparison.OrdinalIgnoreCase
            )
        )
            cue = cue with { Last = cue.Last + 1 };
        if (heard.By is { } b && cue.Meets(b.Speaker))
            cue = new Stretch(b.Token, b.Token);
        Stretch rest = Stretch.None;
        if (heard.By?.Quoted is { } quoted)
            (cue, rest) = (quoted.Cue, new Stretch(heard.By.Token - 1, heard.By.Token));
        var made = new Attribution
        {
            Direct = true,
            Content = said,
            Speaker = heard.By?.Speaker ?? Stretch.None,
            SpeakerHead = heard.By?.Head ?? -1,
            Cue = cue,
            CueRest = rest,
            CueToken = heard.By?.Token ?? -1,
            Lemma = heard.By?.Verb.Lemma ?? "",
            Stance = heard.By?.Verb.Stance ?? Terms.Stance.Say,
        };
        if (heard.By?.Quoted is { Through.IsNone: false } through)
            made.Through.Add(through.Through);
        return made;
    }
}
