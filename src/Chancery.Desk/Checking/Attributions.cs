namespace Chancery.Desk.Checking;

/// <summary>
/// Finds who says what in a text by the cue and the words beside it: "Novák said", "said Novák", "Novák, the minister,
/// said", "according to Novák", "officials told". Simple on purpose: it holds a line to its passage and codes nothing.
/// </summary>
internal static class Attributions
{
    public static List<Attribution> In(IReadOnlyList<Token> tokens)
    {
        var found = new List<Attribution>();
        foreach (var source in WordLists.Sourcing.In(tokens).Where(s => s.Length > 1))
            if (After(tokens, source.End, 12) is { } speaker)
                found.Add(Made(tokens, source, "source", speaker));
        foreach (var cue in WordLists.Cues.In(tokens))
        {
            // "the United States": a name, whatever verb it looks like.
            if (found.Exists(a => a.Has(cue.At)) || tokens[cue.At].Capital && !NameRuns.Head(tokens, cue.At))
                continue;
            if ((Before(tokens, cue.At) ?? Inverted(tokens, cue)) is { } speaker)
                found.Add(Made(tokens, cue, cue.Means, speaker));
        }
        return [.. found.OrderBy(a => a.From)];
    }

    private readonly record struct Speaker(
        int From,
        int To,
        bool Described,
        bool Pronoun,
        int AlsoFrom,
        int AlsoTo
    );

    private static Attribution Made(
        IReadOnlyList<Token> tokens,
        TokenPhrases.Found cue,
        string means,
        Speaker speaker
    ) =>
        new(
            cue.At,
            cue.Length,
            means,
            string.Join(' ', tokens.Skip(speaker.From).Take(speaker.To - speaker.From).Select(t => t.Text)),
            [
                .. NameRuns
                    .Of(
                        [.. tokens.Skip(speaker.AlsoFrom).Take(speaker.AlsoTo - speaker.AlsoFrom)],
                        _ => false
                    )
                    .Select(r => r.Text(0, r.Tokens.Length)),
            ],
            speaker.Described,
            speaker.Pronoun,
            Math.Min(
                Math.Min(cue.At, speaker.From),
                speaker.AlsoTo > speaker.AlsoFrom ? speaker.AlsoFrom : cue.At
            ),
            Math.Max(cue.End, Math.Max(speaker.To, speaker.AlsoTo))
        );

    // "Novák said", "Novák also said", "Novák on Monday said", "Novák, the foreign minister, said"
    private static Speaker? Before(IReadOnlyList<Token> tokens, int cue)
    {
        var at = cue - 1;
        for (var steps = 0; at >= 0 && steps < 5 && Skipped(tokens, at); steps++)
            at--;
        if (at < 0)
            return null;
        if (!tokens[at].Is(','))
            return Ends(tokens, at);
        // Between two commas; a comma with a quotation before it ends a clause and is no apposition.
        for (var comma = at - 1; comma > 0 && at - comma < 25; comma--)
        {
            if (QuotationMarks.Is(tokens[comma].Text[0]) || tokens[comma].Is('.'))
                return null;
            if (!tokens[comma].Is(','))
                continue;
            if (Ends(tokens, comma - 1) is { } head)
            {
                var relative =
                    WordLists.Function.Contains(tokens[comma + 1].Folded)
                    && !WordLists.Determiners.Contains(tokens[comma + 1].Folded);
                return relative ? head : head with { AlsoFrom = comma + 1, AlsoTo = at };
            }
            // "The foreign policy chief, Jan Novák, said": the name itself stands between the commas.
            if (Ends(tokens, at - 1) is { Pronoun: false } name && name.From == comma + 1)
                return name;
        }
        return Participle(tokens, cue);
    }

    // "Ostmark closed the bridge, stating that …": the sentence's first name says it.
    private static Speaker? Participle(IReadOnlyList<Token> tokens, int cue)
    {
        if (!tokens[cue].Folded.EndsWith("ing", StringComparison.Ordinal))
            return null;
        var at = cue;
        while (at > 0 && !tokens[at - 1].Is('.') && !QuotationMarks.Is(tokens[at - 1].Text[0]))
            at--;
        while (
            at < cue
            && !(
                Named(tokens, at)
                && !(NameRuns.Head(tokens, at) && WordLists.Common.Contains(tokens[at].Folded))
            )
        )
            at++;
        var to = at;
        while (to < cue && Named(tokens, to) && (to == at || tokens[to].Start - tokens[to - 1].End <= 1))
            to++;
        return to > at ? new Speaker(at, to, false, false, 0, 0) : null;
    }

    // Auxiliaries, adverbs and days between the speaker and the cue.
    private static bool Skipped(IReadOnlyList<Token> tokens, int at) =>
        tokens[at].Kind == TokenKind.Word
        && !WordLists.Pronouns.Contains(tokens[at].Folded)
        && (
            WordLists.Function.Contains(tokens[at].Folded)
            || tokens[at].Folded.EndsWith("ly", StringComparison.Ordinal) && !tokens[at].Capital
            || WordLists.Dates.Of(tokens[at].Folded) is { } means
                && !means.StartsWith("month", StringComparison.Ordinal)
                // "Kestria Today reported": a capital that is no weekday belongs to the name.
                && (!tokens[at].Capital || means.StartsWith("weekday", StringComparison.Ordinal))
        );

    // The speaker whose last word stands here.
    private static Speaker? Ends(IReadOnlyList<Token> tokens, int at)
    {
        if (at < 0)
            return null;
        if (WordLists.Pronouns.Contains(tokens[at].Folded))
            return new Speaker(at, at + 1, false, true, 0, 0);
        if (tokens[at].Capital && !Dated(tokens, at))
        {
            var from = at;
            while (from > 0 && Named(tokens, from - 1) && tokens[from].Start - tokens[from - 1].End <= 1)
                from--;
            // "Novák of Ostmark said": the person speaks.
            if (
                from > 1
                && tokens[from - 1].Folded == "of"
                && Named(tokens, from - 2)
                // "Secretary of State Jan Novák": the title has the "of", and the name speaks.
                && !(WordLists.Offices.Of(tokens[from - 2].Folded) is not null && at > from)
                && Ends(tokens, from - 2) is { } whole
            )
                return whole with { AlsoFrom = from, AlsoTo = at + 1 };
            return new Speaker(from, at + 1, false, false, 0, 0);
        }
        if (WordLists.People.Of(tokens[at].Folded) is null)
            return null;
        var start = at;
        while (
            start > 0
            && at - start < 6
            && tokens[start - 1].Kind == TokenKind.Word
            && !Stops(tokens[start - 1])
        )
            start--;
        return new Speaker(at, at + 1, true, false, start, at);
    }

    private static bool Stops(Token token) =>
        WordLists.Function.Contains(token.Folded) || WordLists.Pronouns.Contains(token.Folded);

    private static bool Named(IReadOnlyList<Token> tokens, int at) =>
        tokens[at].Capital && !Dated(tokens, at);

    private static bool Dated(IReadOnlyList<Token> tokens, int at) =>
        tokens[at].Text.Length > 3
        && WordLists.Dates.Of(tokens[at].Folded) is { } means
        && (
            means.StartsWith("weekday", StringComparison.Ordinal)
            || means.StartsWith("month ", StringComparison.Ordinal)
        );

    // "“…,” said Novák": the name follows at once, and a mark or the head of the sentence stands before the cue.
    private static Speaker? Inverted(IReadOnlyList<Token> tokens, TokenPhrases.Found cue)
    {
        if (
            cue.Means == "tell"
            || cue.At > 0 && tokens[cue.At - 1].Kind != TokenKind.Mark
            || After(tokens, cue.End, 8, near: true) is not { } speaker
        )
            return null;
        // "said Novák’s rival", "said Ostmark attacked": the name begins a clause of its own.
        return
            speaker.To < tokens.Count
            && tokens[speaker.To] is { Kind: TokenKind.Word } next
            && (
                next.Start - tokens[speaker.To - 1].End > 1
                || Governed.Content(next)
                    && WordLists.Dates.Of(next.Folded) is null
                    && !next.Folded.EndsWith("ing", StringComparison.Ordinal)
            )
            ? null
            : speaker;
    }

    // The first name or described speaker of the words that follow.
    private static Speaker? After(IReadOnlyList<Token> tokens, int from, int limit, bool near = false)
    {
        for (
            var at = from;
            at < Math.Min(tokens.Count, from + limit) && tokens[at].Kind == TokenKind.Word;
            at++
        )
        {
            if (WordLists.Pronouns.Contains(tokens[at].Folded))
                return new Speaker(at, at + 1, false, true, 0, 0);
            // "adding that Novák": a clause begins, and no speaker follows.
            if (near && Stops(tokens[at]) && !WordLists.Determiners.Contains(tokens[at].Folded))
                return null;
            if (Named(tokens, at))
            {
                var to = at + 1;
                while (to < tokens.Count && Named(tokens, to) && tokens[to].Start - tokens[to - 1].End <= 1)
                    to++;
                // "Ostmark officials": the name is the official's.
                if (
                    to < tokens.Count
                    && WordLists.People.Of(tokens[to].Folded) is not null
                    && !Office(tokens, to)
                )
                    return new Speaker(to, to + 1, true, false, at, to);
                // "Ostmark's Foreign Minister Jan Novák", "Ostmark foreign minister Jan Novák": the last name speaks.
                var next = to;
                while (
                    next < tokens.Count
                    && next - to < 5
                    && WordLists.Offices.Of(tokens[next].Folded) is not null
                )
                    next++;
                if (
                    next < tokens.Count
                    && Named(tokens, next)
                    && (next > to || tokens[next].Start - tokens[next - 1].End > 1)
                )
                {
                    at = next - 1;
                    continue;
                }
                return new Speaker(at, to, false, false, 0, 0);
            }
            if (WordLists.People.Of(tokens[at].Folded) is not null && !Office(tokens, at))
                return new Speaker(at, at + 1, true, false, from, at);
        }
        return null;
    }

    // "minister Jan Novák", "spokesperson of the ministry Ilse Brandt": a name follows, and it is the name that speaks.
    private static bool Office(IReadOnlyList<Token> tokens, int at) =>
        at + 1 < tokens.Count && Named(tokens, at + 1);
}
