using System.Collections.Frozen;
using AngleSharp.Html.Parser;
using Chancery.Reading.Cleaning;
using Chancery.Reading.Pages.Head;
using Chancery.Reading.Pages.Tree;
using Chancery.Terms;

namespace Chancery.Reading.Pages;

/// <summary>A web page's bytes become an article, or a reason.</summary>
public static class PageReader
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Kept = FrozenSet
        .Create(
            StringComparer.OrdinalIgnoreCase,
            [
                "class",
                "id",
                "role",
                "itemprop",
                "itemtype",
                "rel",
                "hidden",
                "style",
                "content",
                "datetime",
                "href",
                "name",
                "property",
                "src",
                "data-src",
                "alt",
                "type",
                "lang",
                "data-testid",
                "data-component",
            ]
        )
        .GetAlternateLookup<ReadOnlySpan<char>>();

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

        var document = Parser().ParseDocument(html);
        if (document.Body is null)
        {
            return Refused(capture, "empty", $"{capture.Origin} is empty.");
        }

        PageTree tree = TreeWalk.Of(document.Body);
        JsonLd jsonLd = JsonLd.Of(html);
        var (facts, titles) = PageFacts.Of(tree, Meta.Of(document), jsonLd, capture.Address);
        var (pieces, trimmed) = PageCleaning.Clean(tree, titles, jsonLd.Body);
        facts = facts with
        {
            Captions = trimmed.Captions,
            Cuts = trimmed.Cuts,
            Partial = facts.Partial || trimmed.Partial,
        };
        return pieces.Count == 0
            ? Refused(capture, "no-article", $"No article was found in {capture.Origin}.")
            : new Verdict.Keep(ArticleBuilder.Build(capture, facts, pieces));
    }

    /// <summary>Scripts' text, comments and attributes that reading never asks for are left out of the tree.</summary>
    private static HtmlParser Parser() =>
        new(
            new HtmlParserOptions
            {
                IsScripting = true,
                SkipScriptText = true,
                SkipComments = true,
                DisableElementPositionTracking = true,
                ShouldEmitAttribute = (ref _, name) => Kept.Contains(name.Span),
            }
        );

    private static Verdict.Discard Refused(Capture capture, string code, string sentence) =>
        new(capture.Digest, new Reason(code, sentence));
}
