using System.Globalization;
using Chancery.Terms;

namespace Chancery.Desk.Drafting;

/// <summary>Puts candidates into sentences. It remembers who has been introduced and who spoke last; an issue has one.</summary>
internal sealed class Writer(Cast cast, Outlets outlets, TimeZoneInfo zone)
{
    private readonly HashSet<string> introduced = new(StringComparer.Ordinal);
    private (string? Speaker, ArticleId? Article) last;
    private int turn;

    /// <summary>A new paragraph: nobody is "he" any more.</summary>
    public void Break() => last = (null, null);

    /// <summary>The candidate as a line at this place. Nothing is remembered until <see cref="Accept"/>.</summary>
    public Line.Cited Write(Candidate candidate)
    {
        var outlet = outlets.Name(candidate.From.Article);
        var text = candidate switch
        {
            Candidate.Said said => Said(said, outlet),
            Candidate.Told told => Told(told, outlet),
            _ => throw new InvalidOperationException("There are two kinds of candidates."),
        };
        return new Line.Cited(Capital(text), candidate.Citations);
    }

    /// <summary>The candidate's line stands in the issue.</summary>
    public void Accept(Candidate candidate)
    {
        var speaker = (candidate as Candidate.Said)?.Speaker.Key;
        last = (speaker, candidate.From.Article.Id);
        turn++;
        if (speaker is not null)
        {
            introduced.Add(speaker);
        }
        if (candidate is Candidate.Told)
        {
            introduced.UnionWith(cast.In(candidate.Words).Select(actor => actor.Name));
        }
    }

    private string Said(Candidate.Said said, string outlet)
    {
        var same = last.Speaker == said.Speaker.Key;
        // "Added" joins words of one occasion: those of one article.
        var sameArticle = last.Article == said.From.Article.Id;
        var source = same && sameArticle;
        var who = Name(said.Speaker);
        var day = source || said.Weekday is null ? "" : $" on {said.Weekday}";
        var verb = said.Addressee is { } hearer ? $"told {hearer}" : English.Past(said.Cue);
        if (said.Quoted)
        {
            var (quotation, closed) = Quotation(said.Words);
            var whole = closed ? said.Words.TrimEnd(',', '.') + "." : said.Words;
            return (source, turn % 4) switch
            {
                (true, _) => $"{quotation} {who} {(closed ? "added" : "said")}.",
                _ when sameArticle => $"{quotation} {who} {verb}{day}.",
                (_, 0) => $"{quotation} {who} {verb}{day}, according to {outlet}.",
                (_, 1) => $"“{whole.TrimEnd(',', '.')},” {outlet} quoted {who.TrimEnd(',')} as saying{day}.",
                (_, 2) => $"{quotation} {who} {verb}{day}, {outlet} reported.",
                _ => $"According to {outlet}, {who} {verb}{day}: “{whole}”",
            };
        }
        var clause = cast.Spell(English.Inside(said.Words));
        return (source, turn % 3) switch
        {
            (true, _) => $"{who} also {verb} that {clause}.",
            _ when sameArticle => $"{who} {verb}{day} that {clause}.",
            (_, 0) => $"{who} {verb}{day} that {clause}, according to {outlet}.",
            (_, 1) => $"{who.TrimEnd(',')}, {outlet} reported, {verb}{day} that {clause}.",
            _ => $"According to {outlet}, {who} {verb}{day} that {clause}.",
        };
    }

    private string Told(Candidate.Told told, string outlet)
    {
        var day = TimeZoneInfo.ConvertTime(told.From.At, zone).ToString("dddd", CultureInfo.InvariantCulture);
        // The outlet was named in the line before.
        if (last.Article == told.From.Article.Id)
        {
            return $"{cast.Spell(told.Words)}, the report said.";
        }
        return told.Inside is { } clause && turn % 2 == 0
            ? $"{outlet} reported on {day} that {cast.Spell(clause)}."
            : $"{cast.Spell(told.Words)}, {outlet} reported on {day}.";
    }

    private string Name(Speaker speaker) => introduced.Contains(speaker.Key) ? speaker.Later : speaker.First;

    /// <summary>A quotation before its cue, and whether a comma closes it (a question or a call keeps its own mark).</summary>
    private static (string Quotation, bool Closed) Quotation(string words) =>
        words[^1] is '?' or '!' ? ($"“{words}”", false) : ($"“{words.TrimEnd(',', '.')},”", true);

    private static string Capital(string sentence) => char.ToUpperInvariant(sentence[0]) + sentence[1..];
}
