using Chancery.Reading.Cleaning;
using Chancery.Reading.Pages;
using Chancery.Reading.Plain;
using Chancery.Terms;

namespace Chancery.Reading.Feeds;

/// <summary>The entries of a feed as articles: whole where the feed carries the text, in part where it gives a summary.</summary>
internal static class FeedArticles
{
    /// <summary>Characters of content from which an entry is taken to carry its whole text; summaries are shorter.</summary>
    private const int Whole = 800;

    public static IReadOnlyList<Verdict> Read(Capture capture)
    {
        var (feed, why) = FeedReader.Read(capture);
        if (feed is null)
            return [new Verdict.Discard(capture.Digest, why!)];
        return feed.Entries.Count > 0
            ? [.. feed.Entries.Select((entry, index) => Article(capture, feed, entry, index + 1))]
            :
            [
                new Verdict.Discard(
                    capture.Digest,
                    new Reason("feed-empty", $"{capture.Origin} is a feed without entries.")
                ),
            ];
    }

    private static Verdict Article(Capture capture, Feed feed, Entry entry, int number)
    {
        var summary = entry.Summary is null ? "" : Fragment.Text(entry.Summary, null);
        var content = entry.Content is null ? "" : Fragment.Text(entry.Content, null);
        var clean = PlainText.Clean(content.Length >= summary.Length ? content : summary);
        if (clean.Pieces.Count == 0 && string.IsNullOrWhiteSpace(entry.Title))
            return new Verdict.Discard(
                capture.Digest,
                new Reason("entry-empty", $"{capture.Origin}: entry {number} has neither title nor text.")
            );
        var page = Transport.Page(entry.Link);
        var facts = new Facts
        {
            Headline = Headline(entry, page),
            Dek = IsDek(summary, content) ? summary : null,
            Authors = entry.Authors.Count > 0 ? entry.Authors : clean.Authors,
            Outlet = feed.Title,
            Address = page,
            Published = Stamp(entry.Published ?? entry.Updated),
            Changed = entry.Published is null ? null : Stamp(entry.Updated),
            Tags = entry.Categories,
            DeclaredLanguage = entry.Language ?? feed.Language,
            Captions = clean.Captions,
            Cuts = clean.Cuts,
            Partial = clean.Partial || clean.Pieces.Sum(piece => piece.Text.Length) < Whole,
        };
        // An entry without a link is no page of the feed's own address: its key is its place in the capture.
        var article = ArticleBuilder.Build(capture with { Address = null }, facts, clean.Pieces, number);
        return new Verdict.Keep(Transport.Is(page) ? article with { Outlet = Carried(entry) } : article);
    }

    /// <summary>The outlet of an entry that a transport carries.</summary>
    private static string Carried(Entry entry) => Address.Outlet(entry.SourceAddress) ?? entry.Source ?? "";

    /// <summary>Aggregators put the outlet's name behind the headline.</summary>
    private static string Headline(Entry entry, string? page)
    {
        var title = entry.Title ?? "";
        var tail = $" - {entry.Source}";
        return
            entry.Source is not null
            && (Transport.Is(page) || Transport.Is(entry.Link))
            && title.EndsWith(tail, StringComparison.Ordinal)
            ? title[..^tail.Length]
            : title;
    }

    private static bool IsDek(string summary, string content) =>
        summary.Length is > 0 and < 500
        && content.Length > summary.Length
        && !content.StartsWith(summary.TrimEnd('.', '…', ' '), StringComparison.Ordinal);

    private static Stamp? Stamp(DateTimeOffset? at) => at is { } moment ? new Stamp(moment, true) : null;
}
