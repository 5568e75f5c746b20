using System.Text;
using System.Text.Json;
using Chancery.Reading.Cleaning;
using Chancery.Reading.Feeds;
using Chancery.Reading.Outlets;
using Chancery.Reading.Pages;
using Chancery.Reading.Plain;
using Chancery.Terms;

namespace Chancery.Reading.Files;

/// <summary>An article as one JSON object: a line of an export, an element of an array, a row of a CSV file.</summary>
internal static class JsonArticle
{
    /// <summary>The media type of such a capture; the mapping, where one was given, is its parameter.</summary>
    public const string MediaType = "application/json; profile=article";

    public static Verdict Read(Capture capture)
    {
        var map = FieldMap.OfMediaType(capture.MediaType);
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(JsonText.Utf8Of(capture.Body));
        }
        catch (JsonException)
        {
            return Refused(capture, "json-broken", $"{capture.Origin} is no JSON.");
        }
        using (document)
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? Read(capture, document.RootElement, map)
                : Refused(capture, "json-shape", $"{capture.Origin} is no JSON object.");
    }

    private static Verdict Read(Capture capture, JsonElement item, FieldMap map)
    {
        var text = map.Text(item, Field.Text);
        if (text is null && map.Text(item, Field.Html) is { } page)
            return Page(capture, item, map, page);
        var title = map.Text(item, Field.Title);
        var dek = map.Text(item, Field.Dek);
        if (Fragment.IsMarkup(dek))
            dek = Fragment.Text(dek!, null);
        var isLead = text is null || map.Find(item, Field.Feed) is { ValueKind: JsonValueKind.Array };
        text ??= dek;
        var stated = Facts(item, map);
        var clean = PlainText.Clean(
            Fragment.IsMarkup(text) ? Fragment.Text(text!, null) : text ?? "",
            OutletRules.For(stated.Address ?? capture.Address)
        );
        if (clean.Pieces.Count == 0 && string.IsNullOrWhiteSpace(title))
            return Refused(
                capture,
                "no-text",
                $"{capture.Origin} holds neither text nor title; if its fields have other names, give --map."
            );
        var facts = stated with
        {
            Headline = title ?? "",
            Dek = dek == text ? null : dek ?? clean.Dek,
            Authors = stated.Authors.Count > 0 ? stated.Authors : clean.Authors,
            Captions = clean.Captions,
            Cuts = clean.Cuts,
            Partial = isLead || clean.Partial || clean.Pieces.Count == 0 || IsCut(text),
        };
        return new Verdict.Keep(ArticleBuilder.Build(capture, facts, clean.Pieces));
    }

    /// <summary>A line that holds the page itself is read as the page, and knows what the page does not say.</summary>
    private static Verdict Page(Capture capture, JsonElement item, FieldMap map, string page)
    {
        var inner = capture with
        {
            Body = Encoding.UTF8.GetBytes(page),
            MediaType = "text/html; charset=utf-8",
        };
        if (PageReader.Read(inner) is not Verdict.Keep(var article))
            return PageReader.Read(inner);
        var facts = Facts(item, map);
        return new Verdict.Keep(
            article with
            {
                Published = article.Published ?? facts.Published,
                Tags = article.Tags.Count > 0 ? article.Tags : facts.Tags,
            }
        );
    }

    private static Facts Facts(JsonElement item, FieldMap map) =>
        new()
        {
            Address = map.Text(item, Field.Url),
            Outlet = map.Text(item, Field.Outlet),
            Authors = Texts(map.Find(item, Field.Authors)),
            Tags = Texts(map.Find(item, Field.Tags)),
            Section = map.Text(item, Field.Section),
            DeclaredLanguage = map.Text(item, Field.Language),
            Published = Date(map.Text(item, Field.Published)),
            Changed = Date(map.Text(item, Field.Changed)),
            Picture = map.Text(item, Field.Picture) is { } picture ? new Picture(picture, null, null) : null,
        };

    private static Stamp? Date(string? text) => text is null ? null : FeedDate.Parse(text);

    /// <summary>The feed's own mark that more stands on the page.</summary>
    private static bool IsCut(string? text)
    {
        var end = text.AsSpan().TrimEnd();
        return end.EndsWith("…") || end.EndsWith("[...]") || end.EndsWith("[…]") || end.EndsWith("...");
    }

    /// <summary>A list of texts or of objects with a name, or one text with commas or semicolons.</summary>
    private static List<string> Texts(JsonElement? element) =>
        element switch
        {
            { ValueKind: JsonValueKind.Array } list =>
            [
                .. list.EnumerateArray().Select(Name).OfType<string>(),
            ],
            { ValueKind: JsonValueKind.String } text
                when JsonText.Of(text).Contains(';', StringComparison.Ordinal) =>
            [
                .. JsonText
                    .Of(text)
                    .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            ],
            { } one when Name(one) is { } name => [name],
            _ => [],
        };

    private static string? Name(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.String => JsonText.Of(element),
            JsonValueKind.Object
                when element.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String =>
                JsonText.Of(name),
            _ => null,
        };

    private static Verdict.Discard Refused(Capture capture, string code, string sentence) =>
        new(capture.Digest, new Reason(code, sentence));
}
