using Chancery.Terms;

namespace Chancery.Desk.Checking;

/// <summary>Somebody who speaks in a source, and what of it is theirs.</summary>
/// <param name="Names">The names they go by there; a pronoun gives all whom it may mean.</param>
/// <param name="Described">The noun of one who is not named ("officials" → "official"); null for the others.</param>
/// <param name="Said">Stems of what they say.</param>
/// <param name="Shown">How the source names them.</param>
internal sealed record Voice(
    IReadOnlyList<string> Names,
    string? Described,
    HashSet<string> Said,
    string Shown
);

/// <summary>Who speaks in and around a passage: the coding's statements, and the cues that stand in the text.</summary>
internal static class Voices
{
    /// <summary>Those who speak in the passage's sentences; where nobody does, in the two before and the one after.</summary>
    public static List<Voice> Of(Source source)
    {
        var own = Own(source);
        return own.Count > 0 ? own : [.. Near(source, source.Around).SelectMany(s => In(source, s))];
    }

    /// <summary>Those who speak in the passage's own sentences.</summary>
    public static List<Voice> Own(Source source) =>
        [.. Coded(source, source.Citation.Passage), .. In(source, source.Around)];

    /// <summary>Those to whom a quotation may belong: its statement's speaker, and the cue nearest to it.</summary>
    /// <param name="source">The source.</param>
    /// <param name="quotation">Where it stands in the article.</param>
    public static List<Voice> OfQuotation(Source source, Passage quotation)
    {
        quotation = WholeQuotation(source, quotation);
        var sentence = source.ArticleSentences.Where(s => s.Overlaps(quotation)).ToList();
        var around =
            sentence.Count == 0
                ? source.Around
                : Passage.Between(
                    Math.Min(sentence[0].Start, quotation.Start),
                    Math.Max(sentence[^1].End, quotation.End)
                );
        var coded = Coded(source, quotation, tightest: true);
        var nearest = Nearest(source, around, quotation);
        if (nearest.Count == 0 && coded.Count == 0)
            nearest = [.. Near(source, around).SelectMany(s => In(source, s))];
        return [.. coded, .. nearest];
    }

    // A line may quote the last sentence of several: the cue stands where the whole quotation begins or ends.
    private static Passage WholeQuotation(Source source, Passage part)
    {
        var before = source.ArticleSentences.Where(s => s.Start <= part.Start).TakeLast(4).ToList();
        var after = source.ArticleSentences.Where(s => s.End >= part.End).Take(4).ToList();
        if (before.Count == 0 || after.Count == 0)
            return part;
        var start = before[0].Start;
        foreach (var quotation in QuotationMarks.Of(source.Article.Text[start..after[^1].End], out _))
            if (start + quotation.Start <= part.Start && start + quotation.End >= part.End)
                return Passage.Between(start + quotation.Start, start + quotation.End);
        return part;
    }

    private static List<Voice> Coded(Source source, Passage passage, bool tightest = false)
    {
        if (source.Coding is not { } coding)
            return [];
        var voices = new List<Voice>();
        var statements = coding.Statements.Where(s => s.Content.Any(c => c.Overlaps(passage))).ToList();
        // A clause around a quotation ("While X warned that …, Y says: “…”") may be a statement too; the quotation is the tightest one's.
        if (tightest && statements.Count > 1)
        {
            var least = statements.Min(Length);
            statements = statements.FindAll(s => Length(s) == least);
        }
        foreach (var statement in statements)
        {
            var names = new List<string>();
            if (statement.SpeakerEntity is { } entity && entity >= 0 && entity < coding.Entities.Count)
                names.AddRange(source.Forms(coding.Entities[entity]));
            var words = statement.Speaker is { } speaker ? source.Text(speaker) : "";
            var tokens = Tokens.Of(words);
            names.AddRange(NameRuns.Of(tokens, _ => false).Select(r => r.Text(0, r.Tokens.Length)));
            var described = tokens
                .Select(t => WordLists.People.Of(t.Folded))
                .LastOrDefault(p => p is not null);
            if (names.Count == 0 && described is null)
                continue;
            var said = statement
                .Content.SelectMany(c => Governed.Stems(Tokens.Of(source.Text(c))))
                .ToHashSet();
            voices.Add(new Voice(names, described, said, words.Length > 0 ? words : names[0]));
        }
        return voices;
    }

    private static int Length(Statement statement) =>
        statement.Content.Max(c => c.End) - statement.Content.Min(c => c.Start);

    private static IEnumerable<Passage> Near(Source source, Passage around) =>
        source
            .ArticleSentences.Where(s => s.End <= around.Start)
            .TakeLast(2)
            .Reverse()
            .Concat(source.ArticleSentences.Where(s => s.Start >= around.End).Take(1));

    private static IEnumerable<Voice> In(Source source, Passage stretch)
    {
        var text = source.Text(stretch);
        var tokens = Tokens.Of(text);
        var all = Outside(text, tokens);
        for (var i = 0; i < all.Count; i++)
        {
            // What stands after the cue up to the next speaker, or, for a cue at the end, what stands before it.
            var next = i + 1 < all.Count ? all[i + 1].From : tokens.Count;
            var before = i > 0 ? all[i - 1].To : 0;
            var after = Governed.Stems(tokens.Skip(all[i].To).Take(next - all[i].To)).ToHashSet();
            var ahead =
                i == 0 ? tokens.Take(all[i].From)
                : after.Count < 2 ? LastClause(tokens, before, all[i].From)
                : [];
            yield return Made(source, stretch, tokens, all[i], [.. after, .. Governed.Stems(ahead)]);
        }
    }

    // What a quotation says of others' sayings is the quoted speaker's, and names nobody who speaks here.
    private static List<Attribution> Outside(string text, List<Token> tokens)
    {
        var quotations = QuotationMarks.Of(text, out _);
        return Attributions
            .In(tokens)
            .FindAll(a =>
                !quotations.Exists(q => tokens[a.Cue].Start > q.Start && tokens[a.Cue].Start < q.End)
            );
    }

    // "…, and the bridge would open, Vell said": what stands before the speaker, back to the comma before it.
    private static IEnumerable<Token> LastClause(List<Token> tokens, int from, int to)
    {
        if (to > from && tokens[to - 1].Is(','))
            to--;
        var start = to;
        while (start > from && tokens[start - 1].Kind != TokenKind.Mark)
            start--;
        return tokens.Skip(start).Take(to - start);
    }

    // The cue nearest to the quotation, with no other quotation between.
    private static List<Voice> Nearest(Source source, Passage around, Passage quotation)
    {
        var text = source.Text(around);
        var tokens = Tokens.Of(text);
        var found = new List<(int Distance, Attribution Attribution)>();
        foreach (var attribution in Outside(text, tokens))
        {
            var (from, to) = (
                around.Start + tokens[attribution.From].Start,
                around.Start + tokens[attribution.To - 1].End
            );
            if (from >= quotation.Start && to <= quotation.End)
                continue;
            found.Add(
                (
                    from >= quotation.End ? from - quotation.End : Math.Max(0, quotation.Start - to),
                    attribution
                )
            );
        }
        if (found.Count == 0)
            return [];
        var least = found.Min(f => f.Distance);
        return
        [
            .. found
                .Where(f => f.Distance == least)
                .Select(f => Made(source, around, tokens, f.Attribution, [])),
        ];
    }

    private static Voice Made(
        Source source,
        Passage stretch,
        List<Token> tokens,
        Attribution attribution,
        HashSet<string> said
    )
    {
        if (!attribution.Pronoun)
            return new Voice(
                attribution.Described ? attribution.Also : [attribution.Speaker, .. attribution.Also],
                attribution.Described
                    ? WordLists.People.Of(Fold.Word(attribution.Speaker))
                    : Also(tokens, attribution),
                said,
                string.Join(
                    ' ',
                    attribution.Also.Where(_ => attribution.Described).Append(attribution.Speaker)
                )
            );
        var place = stretch.Start + tokens[attribution.From].Start;
        var coded = source
            .Coding?.Entities.Where(e =>
                e.Mentions.Any(m => m.Pronoun && m.Passage.Start >= place && m.Passage.Start < place + 8)
            )
            .SelectMany(source.Forms)
            .ToList();
        var before = source.ArticleSentences.Where(s => s.Start < place).TakeLast(3).ToList();
        var names =
            coded is { Count: > 0 } ? coded
            : before.Count == 0 ? []
            :
            [
                .. NameRuns
                    .Of(
                        Tokens.Of(source.Article.Text.AsSpan(before[0].Start, place - before[0].Start)),
                        _ => false
                    )
                    .Select(r => r.Text(0, r.Tokens.Length)),
            ];
        return new Voice(names, null, said, attribution.Speaker);
    }

    // "Novák, the minister, said": a line may say "the minister".
    private static string? Also(List<Token> tokens, Attribution attribution) =>
        tokens
            .Skip(Math.Max(0, attribution.From - 4))
            .Take(attribution.To - Math.Max(0, attribution.From - 4))
            .Select(t => WordLists.People.Of(t.Folded))
            .LastOrDefault(p => p is not null);
}
