using Chancery.Language.Grammar;
using Chancery.Language.Text;
using Chancery.Terms;

namespace Chancery.Language.Statements;

/// <summary>Words in quotation marks with the cue and the speaker beside them, by word order alone.</summary>
internal sealed class QuotedSpeech(Parse parse, StatementLexicon lexicon, IReadOnlyList<Entity> entities)
{
    /// <summary>How many tokens may stand between a quotation and its cue.</summary>
    private const int Reach = 16;

    private sealed record Open(List<Quotation> Parts, int Cue, (int First, int Last)? Speaker, CueVerb? Verb);

    public IEnumerable<Statement> Find()
    {
        IReadOnlyList<Quotation> quotations = QuotationFinder.Find(parse.Text);
        var found = new List<Open>();
        for (int i = 0; i < quotations.Count; i++)
        {
            Quotation quotation = quotations[i];
            int before = i == 0 ? 0 : quotations[i - 1].Outer.End;
            int after = i + 1 < quotations.Count ? quotations[i + 1].Outer.Start : parse.Text.Length;
            Open? last = found.Count > 0 ? found[^1] : null;
            if (quotation.Continues && last is not null)
                last.Parts.Add(quotation);
            else if (Behind(quotation, after) is { } behind)
                found.Add(behind);
            else if (last is not null && last.Cue >= 0 && BelongsTo(last, quotation))
                last.Parts.Add(quotation);
            else if (Ahead(quotation, before) is { } ahead)
                found.Add(ahead);
            else if (last is not null && IsSentence(quotation) && Follows(last, quotation))
                last.Parts.Add(quotation);
            else if (IsSentence(quotation))
                found.Add(new Open([quotation], -1, null, null));
        }
        return found.Select(Statement);
    }

    /// <summary>Whole sentences: a capital at the start, a full stop or the like at the end, nothing of the sentence outside.</summary>
    private bool IsSentence(Quotation quotation)
    {
        ReadOnlySpan<char> words = quotation.Inner.In(parse.Text);
        int before = quotation.Outer.Start - 1;
        while (before >= 0 && parse.Text[before] is ' ' or '\n')
            before--;
        return char.IsUpper(words[0])
            && words[^1] is '.' or '!' or '?' or '\u2026'
            && (
                before < 0
                || parse.Text[before] is '.' or '!' or '?' or ':' or '"' or '\u201D' or '\u2019' or '\u2026'
            )
            && words.Count(' ') >= 2;
    }

    /// <summary>The cue stands between the last part and this quotation, and nothing else attributes it.</summary>
    private bool BelongsTo(Open last, Quotation quotation)
    {
        Passage cue = parse.Tokens[last.Cue];
        if (cue.Start < last.Parts[^1].Outer.End || cue.End > quotation.Outer.Start)
            return false;
        ReadOnlySpan<char> between = parse.Text.AsSpan()[cue.End..quotation.Outer.Start];
        ReadOnlySpan<char> trimmed = between.TrimEnd();
        return !between.Contains('\n')
            && (
                trimmed.Length == 0
                || trimmed[^1] is ',' or ':'
                || IsSentence(quotation) && trimmed.Count(". ") == 0
            );
    }

    /// <summary>Only quotations stand between: the same mouth goes on.</summary>
    private bool Follows(Open last, Quotation quotation)
    {
        int from = Math.Max(last.Parts[^1].Outer.End, last.Cue >= 0 ? parse.Tokens[last.Cue].End : 0);
        ReadOnlySpan<char> between = parse
            .Text.AsSpan()[Math.Min(from, quotation.Outer.Start)..quotation.Outer.Start]
            .Trim();
        return between.Count(". ") == 0 && between.Count('\n') == 0 && between.Count(' ') < Reach;
    }

    /// <summary>"…," Novák said. | "…," said Novák.</summary>
    private Open? Behind(Quotation quotation, int limit)
    {
        ReadOnlySpan<char> words = quotation.Inner.In(parse.Text);
        int first = parse.TokenAt(quotation.Outer.End);
        bool comma = first < parse.Count && parse.Form(first) is ",";
        if (comma)
            first++;
        if (!comma && words[^1] is not (',' or '?' or '!' or '\u2026' or '\u2014' or '-'))
            return null;
        int end = Limit(first, limit);
        for (int k = first; k < end && k < first + Reach; k++)
        {
            if (
                parse.Form(k) is ":" or ";" or "."
                || lexicon.VerbOf(parse.Form(k)) is not { } verb
                || !verb.Takes.HasFlag(Complements.Quote)
            )
                continue;
            if (k > first)
                return new Open([quotation], k, Trim(first, k - 1), verb);
            int last = k + 1;
            while (last < end && parse.Form(last) is not ("." or ";" or ":"))
                last++;
            return last == k + 1
                ? null
                : new Open([quotation], k, Trim(k + 1, Inverted(k + 1, last - 1)), verb);
        }
        return null;
    }

    /// <summary>Novák said: "…"</summary>
    private Open? Ahead(Quotation quotation, int limit)
    {
        int quote = parse.TokenAt(quotation.Outer.Start);
        if (quote == 0 || quote >= parse.Count)
            return null;
        int start = parse.Sentences[parse.SentenceOf(quote - 1)].First;
        if (parse.Gaps[quote] == Gap.BlankLine && parse.Form(quote - 1) is not ":")
            return null;
        bool led = parse.Form(quote - 1) is "," or ":";
        for (int k = quote - 1; k > start && k > quote - Reach && parse.Tokens[k].Start >= limit; k--)
        {
            if (lexicon.VerbOf(parse.Form(k)) is not { } verb || !verb.Takes.HasFlag(Complements.Quote))
                continue;
            return led || k == quote - 1 ? new Open([quotation], k, Trim(start, k - 1), verb) : null;
        }
        return null;
    }

    private int Limit(int first, int limit)
    {
        if (first >= parse.Count)
            return first;
        int end = parse.Sentences[parse.SentenceOf(first)].End;
        while (end > first && parse.Tokens[end - 1].End > limit)
            end--;
        return end;
    }

    /// <summary>A subject behind its verb ends before a clause or a circumstance.</summary>
    private int Inverted(int first, int last)
    {
        for (int i = first + 1; i <= last; i++)
            if (
                parse.Form(i) is ","
                && (
                    i + 1 > last || !char.IsLetter(parse.Form(i + 1)[0]) || char.IsUpper(parse.Form(i + 1)[0])
                )
            )
                return i - 1;
        return last;
    }

    private (int, int)? Trim(int first, int last)
    {
        while (first <= last && !char.IsLetterOrDigit(parse.Form(first)[0]))
            first++;
        while (last >= first && !char.IsLetterOrDigit(parse.Form(last)[^1]))
            last--;
        return first > last ? null : (first, last);
    }

    private Statement Statement(Open open)
    {
        Passage? speaker = open.Speaker is { } s ? parse.PassageOf(s) : null;
        Passage? cue = open.Cue >= 0 ? parse.Tokens[open.Cue] : null;
        Passage[] content = [.. open.Parts.Select(p => p.Inner)];
        IEnumerable<Passage> parts =
        [
            .. open.Parts.Select(p => p.Outer),
            .. speaker is { } a ? [a] : Array.Empty<Passage>(),
            .. cue is { } b ? [b] : Array.Empty<Passage>(),
        ];
        return new Statement
        {
            Form = StatementForm.Direct,
            Content = content,
            Speaker = speaker,
            SpeakerEntity = speaker is { } words ? Entity(words) : null,
            Cue = cue,
            CueLemma = open.Verb?.Lemma ?? "",
            Stance = open.Verb?.Stance ?? Stance.Say,
            Evidence = Passage.Between(parts.Min(p => p.Start), parts.Max(p => p.End)),
        };
    }

    private int? Entity(Passage words)
    {
        for (int i = 0; i < entities.Count; i++)
            if (entities[i].Mentions.Any(m => words.Contains(m.Passage)))
                return i;
        return null;
    }
}
