using Chancery.Reading.Cleaning;
using Chancery.Reading.Feeds;
using Chancery.Reading.Files;
using Chancery.Reading.Pages;
using Chancery.Reading.Plain;
using Chancery.Terms;

namespace Chancery.Reading;

/// <summary>A capture of any kind becomes articles. Depends on nothing but the capture's bytes, type, address and date.</summary>
public static class Reader
{
    /// <summary>The version of the readings; it changes whenever a reading of the same bytes may change.</summary>
    public const string Version = ArticleBuilder.Version;

    /// <returns>One verdict an article: a page has one, a feed one an entry. Never empty, and nothing is thrown.</returns>
    public static IReadOnlyList<Verdict> Read(Capture capture)
    {
        try
        {
            return Read(capture, Kind(capture));
        }
#pragma warning disable CA1031 // One bad page never stops the day: a mistake of ours costs that page alone, and says where it was.
        catch (Exception mistake)
#pragma warning restore CA1031
        {
            return
            [
                Refused(
                    capture,
                    "reader-failed",
                    $"{capture.Origin} could not be read: {mistake.GetType().Name}, {mistake.Message}"
                ),
            ];
        }
    }

    /// <summary>The feed that a capture is, for its health and its list; null where it is none or cannot be read.</summary>
    public static Feed? Feed(Capture capture) =>
        Kind(capture) == FileKind.Feed ? FeedReader.Read(capture).Feed : null;

    private static IReadOnlyList<Verdict> Read(Capture capture, FileKind kind) =>
        kind switch
        {
            FileKind.Feed => FeedArticles.Read(capture),
            FileKind.JsonLines => [JsonArticle.Read(capture)],
            FileKind.Html => [PageReader.Read(capture)],
            FileKind.Text => [PlainReader.Read(capture)],
            FileKind.Message => [MailReader.Newsletter(capture)],
            FileKind.WebArchive => [MailReader.WebArchive(capture)],
            FileKind.Empty => [Refused(capture, "empty", $"{capture.Origin} is empty.")],
            _ =>
            [
                Refused(
                    capture,
                    "not-news",
                    $"{capture.Origin} is of a kind that is not read as news ({capture.MediaType})."
                ),
            ],
        };

    /// <summary>What was declared decides where it can be believed, else the bytes: servers call feeds text/html and pages text/plain.</summary>
    private static FileKind Kind(Capture capture)
    {
        var head = capture.Body.Span[..Math.Min(capture.Body.Length, Sniff.Bytes)];
        var essence = capture.MediaType.Split(';')[0].Trim();
        if (essence == "application/feed+json")
            return FileKind.Feed;
        if (capture.MediaType.StartsWith(JsonArticle.MediaType, StringComparison.Ordinal))
            return FileKind.JsonLines;
        var kind = Sniff.Of(head).Kind;
        return essence switch
        {
            "message/rfc822" => FileKind.Message,
            "multipart/related" => FileKind.WebArchive,
            "application/rss+xml" or "application/atom+xml" or "application/rdf+xml" => FileKind.Feed,
            "text/html"
            or "application/xhtml+xml" when kind is FileKind.Text or FileKind.Csv or FileKind.Message =>
                FileKind.Html,
            "application/json" when FeedReader.IsJsonFeed(capture) => FileKind.Feed,
            "text/plain"
                when kind
                    is FileKind.Csv
                        or FileKind.Mbox
                        or FileKind.Message
                        or FileKind.Json
                        or FileKind.JsonLines => FileKind.Text,
            _ => kind is FileKind.Json ? FileKind.JsonLines : kind,
        };
    }

    private static Verdict.Discard Refused(Capture capture, string code, string sentence) =>
        new(capture.Digest, new Reason(code, sentence));
}
