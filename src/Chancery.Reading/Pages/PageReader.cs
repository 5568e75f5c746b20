using System.Collections.Frozen;
using AngleSharp.Html.Parser;
using Chancery.Reading.Cleaning;
using Chancery.Reading.Outlets;
using Chancery.Reading.Pages.Head;
using Chancery.Reading.Pages.Tree;
using Chancery.Reading.Plain;
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

    /// <summary>Characters: less text is no article.</summary>
    private const int ShortestArticle = 60;

    /// <summary>Characters that a page shows at least when no script has to write it.</summary>
    private const int ShortestPage = 400;

    /// <returns>The article, or the reason: "too-large", "too-deep", "too-many-elements", "empty", "login-wall", "script-only", "no-article".</returns>
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

        Meta meta = Meta.Of(document);
        OutletRules.For(capture.Address ?? meta.Canonical)?.Apply(document);
        PageTree tree = TreeWalk.Of(document.Body);
        JsonLd jsonLd = JsonLd.Of(html);
        var (facts, titles) = PageFacts.Of(tree, meta, jsonLd, capture.Address);
        var (pieces, trimmed) = PageCleaning.Clean(tree, titles, jsonLd);
        facts = facts with
        {
            Authors = facts.Authors.Count > 0 ? facts.Authors : Bylined(trimmed.Bylines),
            Captions = trimmed.Captions,
            Cuts = trimmed.Cuts,
            Partial = facts.Partial || IsPart(facts, trimmed, pieces),
        };
        if (DeclaredInstead(pieces, jsonLd.Body) is { } declared)
        {
            pieces = [.. declared.Pieces];
            facts = facts with
            {
                Cuts = [.. facts.Cuts, .. declared.Cuts],
                Partial = facts.Partial || declared.Partial,
            };
        }

        return pieces.Sum(piece => piece.Text.Length) < ShortestArticle
            ? new Verdict.Discard(capture.Digest, WhyNone(tree, html, capture.Origin))
            : new Verdict.Keep(ArticleBuilder.Build(capture, facts, pieces));
    }

    /// <summary>
    /// A page that is not for everybody shows a lead, a notice and no more; who was let in saved the whole text, which is
    /// longer than any lead.
    /// </summary>
    private static bool IsPart(Facts facts, Trimmed trimmed, List<Piece> pieces)
    {
        const int LongestLead = 2500;
        return (facts.NotFree || trimmed.Cuts.Any(cut => cut.Why == "paywall"))
            && pieces.Sum(piece => piece.Text.Length) < LongestLead;
    }

    /// <summary>People of the lines above the first paragraph; one that is a date names nobody.</summary>
    private static IReadOnlyList<string> Bylined(List<string> lines) =>
        Bylines.People(lines.Where(line => !line.AsSpan().ContainsAnyInRange('0', '9')));

    /// <summary>The text that the markup declares, where the page itself shows much less of it.</summary>
    private static CleanText? DeclaredInstead(List<Piece> pieces, string? declared)
    {
        const int Shortest = 200;
        return
            declared is { Length: >= Shortest }
            && pieces.Sum(piece => piece.Text.Length) < declared.Length * 0.3
            ? PlainText.Clean(declared)
            : null;
    }

    private static Reason WhyNone(PageTree tree, string html, string where)
    {
        bool scripted = html.Contains("<script", StringComparison.OrdinalIgnoreCase);
        return tree.Finds.HasPasswordField
                ? new Reason(
                    "login-wall",
                    $"{where} asks for a password and shows no article; log in with a browser and save the page."
                )
            : tree.Text.Length < ShortestPage && scripted
                ? new Reason(
                    "script-only",
                    $"{where} is written by a script in the browser and holds no text itself; save it from a browser."
                )
            : tree.Text.Length == 0 ? new Reason("empty", $"{where} is empty.")
            : new Reason(
                "no-article",
                $"No article was found in {where}: it holds menus and short lines only."
            );
    }

    /// <summary>Scripts' text, comments and attributes that reading never asks for are left out of the tree.</summary>
    private static HtmlParser Parser() =>
        new(
            new HtmlParserOptions
            {
                SkipScriptText = true,
                SkipComments = true,
                DisableElementPositionTracking = true,
                ShouldEmitAttribute = (ref _, name) => Kept.Contains(name.Span),
            }
        );

    private static Verdict.Discard Refused(Capture capture, string code, string sentence) =>
        new(capture.Digest, new Reason(code, sentence));
}
