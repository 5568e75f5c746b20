using AngleSharp.Html.Parser;
using Chancery.Reading.Cleaning;
using Chancery.Terms;

namespace Chancery.Reading.Pages;

/// <summary>A web page's bytes become an article, or a reason.</summary>
public static class PageReader
{
    public static Verdict Read(Capture capture)
    {
        if (capture.Body.Length > PageLimits.MaxBytes)
        {
            return Refused(
                capture,
                "too-large",
                $"{capture.Origin} has {capture.Body.Length:N0} bytes, more than the {PageLimits.MaxBytes:N0} a page may have; it was not read."
            );
        }

        string html = PageEncoding.Decode(capture.Body.Span, capture.MediaType);
        if (string.IsNullOrWhiteSpace(html))
        {
            return Refused(capture, "empty", $"{capture.Origin} is empty.");
        }

        if (PageLimits.Exceeded(html, capture.Origin) is { } reason)
        {
            return new Verdict.Discard(capture.Digest, reason);
        }

        var document = new HtmlParser().ParseDocument(html);
        var pieces = document
            .QuerySelectorAll("article p, main p, body p")
            .Select(p => new Piece(BlockKind.Paragraph, p.TextContent))
            .Where(piece => piece.Text.Trim().Length > 40)
            .ToList();
        return pieces.Count == 0
            ? Refused(capture, "no-article", $"No article was found in {capture.Origin}.")
            : new Verdict.Keep(
                ArticleBuilder.Build(capture, new Facts { Headline = document.Title ?? "" }, pieces)
            );
    }

    private static Verdict.Discard Refused(Capture capture, string code, string sentence) =>
        new(capture.Digest, new Reason(code, sentence));
}
