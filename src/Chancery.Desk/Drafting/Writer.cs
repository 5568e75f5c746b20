using System.Globalization;
using Chancery.Terms;

namespace Chancery.Desk.Drafting;

/// <summary>Puts candidates into sentences. It remembers who has been introduced and who spoke last; an issue has one.</summary>
internal sealed class Writer(Cast cast, Outlets outlets, TimeZoneInfo zone)
{
    private readonly HashSet<string> introduced = new(StringComparer.Ordinal);
    private (string? Speaker, ArticleId? Article) last;
    private int turn;
    private bool added;

    /// <summary>Those whom the words written last bring in.</summary>
    private readonly HashSet<string> brought = new(StringComparer.Ordinal);
    private readonly Naming naming = new(cast);

    /// <summary>A new paragraph: nobody is "he" any more.</summary>
    public void Break() => last = (null, null);

    /// <summary>The candidate as a line at this place. Nothing is remembered until <see cref="Accept"/>.</summary>
    public Line.Cited Write(Candidate candidate)
    {
        var outlet = outlets.InSentence(candidate.From.Article);
        brought.Clear();
        var text = candidate switch
        {
            Candidate.Said said => Said(said, outlet),
            Candidate.Told told => Told(told, outlet),
            _ => throw new InvalidOperationException("There are two kinds of candidates."),
        };
        return new Line.Cited(Typeset.Line(Capital(text)), candidate.Citations);
    }

    /// <summary>The candidate's line stands in the issue.</summary>
    public void Accept(Candidate candidate)
    {
        var speaker = (candidate as Candidate.Said)?.Speaker.Key;
        // "Added" once: the third in a row is said.
        added =
            candidate is Candidate.Said { Quoted: true }
            && last == (speaker, candidate.From.Article.Id)
            && !added;
        last = (speaker, candidate.From.Article.Id);
        turn++;
        if (speaker is not null)
        {
            introduced.Add(speaker);
        }
        if (candidate is Candidate.Said { Relayer: { } relayer })
        {
            introduced.Add(relayer.Key);
        }
        introduced.UnionWith(brought);
    }

    private string Said(Candidate.Said said, string outlet)
    {
        var same = last.Speaker == said.Speaker.Key;
        // "Added" joins words of one occasion: those of one article.
        var sameArticle = last.Article == said.From.Article.Id;
        var source = same && sameArticle;
        var who = Name(said.Speaker);
        var day = source || said.Weekday is null ? "" : $" on {said.Weekday}";
        // What was told to the outlet needs no second word on where it stands.
        var own = said.Addressee is { } hearer && outlets.IsCalled(said.From.Article, hearer);
        var verb =
            own ? $"told {outlet}"
            : said.Addressee is { } to ? $"told {to}"
            : English.Past(said.Cue == English.Adding && !same ? "say" : said.Cue);
        if (said.Relayer is { } relayer)
        {
            return Relayed(said, who, $"{verb}{day}", Name(relayer).TrimEnd(','), outlet);
        }
        // An apposition takes no second one after it.
        var apposed = who.Contains(',', StringComparison.Ordinal);
        var form = apposed
            ? turn % 2 == 0
                ? 0
                : 3
            : turn % 5;
        var byItself = outlets.IsOfficial(said.From.Article);
        if (said.Quoted)
        {
            var (quotation, closed) = Quotation(said.Words);
            var whole = closed ? said.Words.TrimEnd(',', '.') + "." : said.Words;
            return (source, own || sameArticle, byItself ? -1 : form) switch
            {
                (true, _, _) =>
                    $"{quotation} {who} {(closed && !added ? English.Past(English.Adding) : English.Past("say"))}.",
                (_, true, _) => $"{quotation} {who} {verb}{day}.",
                (_, _, -1) => $"{quotation} {who} {verb}{day}, by the account of {outlet}.",
                (_, _, 0) => $"{quotation} {who} {verb}{day}, {outlet} reported.",
                (_, _, 1) =>
                    $"“{whole.TrimEnd(',', '.')},” {outlet} quoted {who.TrimEnd(',')} as saying{day}.",
                (_, _, 2) => $"{who.TrimEnd(',')}, {outlet} reported, {verb}{day}: “{whole}”",
                (_, _, 3) => $"{quotation} {who} {verb}{day}, according to {outlet}.",
                _ => $"{quotation} {who} {verb}{day}, {outlet} reports.",
            };
        }
        var clause = Clause(said);
        return (
            source,
            own || sameArticle,
            byItself ? -1
            : apposed ? turn % 2 * 2
            : turn % 4
        ) switch
        {
            (true, _, _) => $"{who} also {verb} that {clause}.",
            (_, true, _) => $"{who} {verb}{day} that {clause}.",
            (_, _, -1) => $"{who} {verb}{day} that {clause}, by the account of {outlet}.",
            (_, _, 0) => $"{who} {verb}{day} that {clause}, {outlet} reported.",
            (_, _, 1) => $"{who.TrimEnd(',')}, {outlet} reports, {verb}{day} that {clause}.",
            (_, _, 2) => $"According to {outlet}, {who} {verb}{day} that {clause}.",
            _ => $"{who.TrimEnd(',')}, {outlet} reported, {verb}{day} that {clause}.",
        };
    }

    /// <summary>"The ministry said, according to Orlo, that …": who passes it on stands beside who said it.</summary>
    private string Relayed(Candidate.Said said, string who, string verb, string relayer, string outlet) =>
        said.Quoted
            ? $"{Quotation(said.Words).Quotation} {who} {verb}, according to {relayer}, {outlet} reported."
            : $"{who.TrimEnd(',')} {verb}, according to {relayer}, that {Clause(said)}, {outlet} reported.";

    private string Clause(Candidate.Said said)
    {
        var known = new HashSet<string>(introduced, StringComparer.Ordinal) { said.Speaker.Key };
        return Named(cast.Spell(English.Inside(said.Words)), said.From, known);
    }

    private string Told(Candidate.Told told, string outlet)
    {
        var published = TimeZoneInfo
            .ConvertTime(told.From.At, zone)
            .ToString("dddd", CultureInfo.InvariantCulture);
        // A day that the sentence has already is not said twice.
        var day = told.Words.Contains(published, StringComparison.Ordinal) ? "" : $" on {published}";
        // The outlet was named in the line before.
        if (last.Article == told.From.Article.Id)
        {
            return $"{Named(cast.Spell(told.Words), told.From, introduced)}, the report said.";
        }
        return told.Inside is { } clause && turn % 2 == 0
            ? $"{Capital(outlet)} reported{day} that {Named(cast.Spell(clause), told.From, introduced)}."
            : $"{Named(cast.Spell(told.Words), told.From, introduced)}, {outlet} reported{day}.";
    }

    private string Named(string words, Coded from, IReadOnlySet<string> known)
    {
        brought.Clear();
        return naming.Apply(words, DateOnly.FromDateTime(from.At.UtcDateTime), known, brought);
    }

    /// <summary>As it stands inside a sentence: "one diplomat", also where its article began a sentence with it.</summary>
    private string Name(Speaker speaker)
    {
        var name = introduced.Contains(speaker.Key) ? speaker.Later : speaker.First;
        return English.IsIndefinite(name) ? char.ToLowerInvariant(name[0]) + name[1..] : name;
    }

    /// <summary>A quotation before its cue, and whether a comma closes it (a question or a call keeps its own mark).</summary>
    private static (string Quotation, bool Closed) Quotation(string words) =>
        words[^1] is '?' or '!' ? ($"“{words}”", false) : ($"“{words.TrimEnd(',', '.')},”", true);

    /// <summary>A sentence's first letter as a capital.</summary>
    public static string Capital(string sentence) => char.ToUpperInvariant(sentence[0]) + sentence[1..];
}
