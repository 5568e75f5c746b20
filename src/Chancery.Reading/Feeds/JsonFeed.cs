using System.Text.Json;
using Chancery.Reading.Files;
using Chancery.Terms;

namespace Chancery.Reading.Feeds;

/// <summary>JSON Feed 1.0 and 1.1 (jsonfeed.org).</summary>
internal static class JsonFeed
{
    public static (Feed? Feed, Reason? Why) Read(Capture capture)
    {
        try
        {
            var body = capture.Body.Span.StartsWith("\uFEFF"u8) ? capture.Body[3..] : capture.Body;
            using var document = JsonDocument.Parse(
                JsonText.Utf8Of(body),
                new JsonDocumentOptions
                {
                    AllowTrailingCommas = true,
                    CommentHandling = JsonCommentHandling.Skip,
                }
            );
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? (Feed(document.RootElement, capture.Address), null)
                : (null, new Reason("no-feed", $"{capture.Origin} is JSON and no JSON Feed."));
        }
        catch (JsonException wrong)
        {
            return (
                null,
                new Reason(
                    "feed-broken",
                    $"{capture.Origin} is a JSON Feed that breaks off or is damaged on line {(wrong.LineNumber ?? 0) + 1}."
                )
            );
        }
    }

    private static Feed Feed(JsonElement json, string? address)
    {
        var from = address ?? Text(json, "feed_url");
        return new()
        {
            Address = address,
            Id = Text(json, "feed_url") ?? "",
            Title = Text(json, "title"),
            Summary = Text(json, "description"),
            Link = Text(json, "home_page_url") is { } page ? Links.Absolute(page, from) : null,
            Language = Text(json, "language"),
            Authors = Authors(json),
            Encoding = "utf-8",
            Entries =
            [
                .. List(json, "items")
                    .Where(item => item.ValueKind == JsonValueKind.Object)
                    .Select(item => Entry(item, from)),
            ],
        };
    }

    private static Entry Entry(JsonElement item, string? from)
    {
        var people = Authors(item);
        var html = Text(item, "content_html");
        var plain = Text(item, "content_text");
        return new()
        {
            Id = Text(item, "id") ?? "",
            Link = (Text(item, "url") ?? Text(item, "external_url")) is { } link
                ? Links.Absolute(link, from)
                : null,
            Title = Text(item, "title"),
            Summary = Text(item, "summary") is { } summary ? Element.Escaped(summary) : null,
            Content =
                html is not null ? Links.InMarkup(html, from)
                : plain is not null ? Element.Escaped(plain).Replace("\n", "<br>", StringComparison.Ordinal)
                : null,
            People = people,
            Authors = [.. people.Select(person => person.Name).Where(name => name.Length > 0)],
            Categories =
            [
                .. List(item, "tags")
                    .Where(tag => tag.ValueKind == JsonValueKind.String)
                    .Select(tag => JsonText.Of(tag)),
            ],
            Published = Dates.Of(Text(item, "date_published")),
            Updated = Dates.Of(Text(item, "date_modified")),
            Language = Text(item, "language"),
            Enclosures =
            [
                .. List(item, "attachments")
                    .Where(file => Text(file, "url") is not null)
                    .Select(file => new Enclosure(
                        Links.Absolute(Text(file, "url")!, from),
                        Text(file, "mime_type"),
                        Size(file)
                    )),
            ],
        };
    }

    private static long? Size(JsonElement file) =>
        file.TryGetProperty("size_in_bytes", out var size)
        && size.ValueKind == JsonValueKind.Number
        && size.TryGetInt64(out var bytes)
            ? bytes
            : null;

    /// <summary>Version 1.1 lists authors, version 1.0 has one.</summary>
    private static List<FeedPerson> Authors(JsonElement json)
    {
        var authors = List(json, "authors").ToList();
        if (authors.Count == 0 && json.TryGetProperty("author", out var one))
            authors = [one];
        return
        [
            .. authors
                .Where(author => author.ValueKind == JsonValueKind.Object)
                .Select(author => new FeedPerson(Text(author, "name") ?? "", null, Text(author, "url")))
                .Where(author => author.Name.Length > 0 || author.Address is not null),
        ];
    }

    private static IEnumerable<JsonElement> List(JsonElement json, string name) =>
        json.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray()
            : Enumerable.Empty<JsonElement>();

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.String => JsonText.Of(value),
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            }
            : null;
}
