using System.Collections.Frozen;
using System.Text.Json;
using Chancery.Terms;

namespace Chancery.Reading.Files;

/// <summary>The part a field of an export plays in an article.</summary>
public enum Field
{
    Url,
    Outlet,
    Feed,
    Title,
    Dek,
    Published,
    Changed,
    Captured,
    Authors,
    Tags,
    Section,
    Language,
    Text,
    Html,
    Picture,
}

/// <summary>
/// Which field of a JSON line or CSV row plays which part. Given in one line, as <c>title=headline,text=body.plain</c>
/// (a dot goes into an object), or as a JSON object of the same; what it leaves out is found under the common names.
/// </summary>
public sealed record FieldMap
{
    private readonly FrozenDictionary<Field, string[]> names;

    private FieldMap(Dictionary<Field, string[]> named)
    {
        names = Common
            .Concat(named)
            .GroupBy(pair => pair.Key)
            .ToFrozenDictionary(same => same.Key, same => same.Last().Value);
        var pairs = named
            .OrderBy(pair => pair.Key)
            .SelectMany(pair =>
                pair.Value.Select(name => $"{pair.Key.ToString().ToLowerInvariant()}={name}")
            );
        Parameter = named.Count == 0 ? "" : $"; map=\"{string.Join(',', pairs)}\"";
    }

    /// <summary>The names in use: the corpora of newspapers, news-please, Media Cloud, NewsAPI, GDELT, schema.org.</summary>
    public static FieldMap Default { get; } = new([]);

    private static Dictionary<Field, string[]> Common =>
        new()
        {
            [Field.Url] = ["url", "link", "uri", "address", "permalink", "canonical_url", "source_url"],
            [Field.Outlet] =
            [
                "outlet",
                "source_domain",
                "domain",
                "media_name",
                "publisher.name",
                "publisher",
                "source.name",
                "source",
                "site",
            ],
            [Field.Feed] = ["feed", "feeds"],
            [Field.Title] = ["title", "headline", "name"],
            [Field.Dek] = ["summary", "dek", "description", "subtitle", "standfirst", "abstract"],
            [Field.Published] =
            [
                "published",
                "date_published",
                "date_publish",
                "publish_date",
                "published_at",
                "publishedAt",
                "datePublished",
                "pubDate",
                "date",
                "datetime",
            ],
            [Field.Changed] = ["modified", "updated", "date_modified", "dateModified", "updated_at"],
            [Field.Captured] =
            [
                "captured",
                "crawled",
                "date_download",
                "fetched",
                "captured_at",
                "indexed_date",
            ],
            [Field.Authors] = ["authors", "author", "byline", "creator"],
            [Field.Tags] = ["tags", "keywords", "categories"],
            [Field.Section] = ["section", "articleSection", "category"],
            [Field.Language] = ["language", "lang", "inLanguage"],
            [Field.Text] =
            [
                "text",
                "maintext",
                "body",
                "articleBody",
                "content_text",
                "article",
                "content",
                "fulltext",
                "plain_text",
            ],
            [Field.Html] = ["html", "content_html", "raw_html"],
            [Field.Picture] = ["image", "image_url", "urlToImage", "picture"],
        };

    /// <summary>The names under which a part is looked for, in order.</summary>
    public IReadOnlyList<string> this[Field field] => names[field];

    /// <param name="line">What the user gave.</param>
    /// <returns>The map, or why it cannot be understood.</returns>
    public static (FieldMap? Map, Reason? Why) Parse(string line)
    {
        var named = new Dictionary<Field, string[]>();
        foreach (var (part, name) in Pairs(line))
        {
            if (
                name.Length == 0
                || !Enum.TryParse<Field>(part, ignoreCase: true, out var field)
                || char.IsAsciiDigit(part[0])
            )
                return (
                    null,
                    new Reason(
                        "map",
                        $"The mapping “{line}” cannot be read at “{part}”: write part=field, separated by commas; the parts are {string.Join(", ", Enum.GetNames<Field>()).ToLowerInvariant()}."
                    )
                );
            named[field] = named.TryGetValue(field, out var before) ? [.. before, name] : [name];
        }
        return (new FieldMap(named), null);
    }

    private static IEnumerable<(string Part, string Name)> Pairs(string line)
    {
        if (line.AsSpan().TrimStart().StartsWith("{"))
        {
            JsonDocument document;
            try
            {
                document = JsonDocument.Parse(line);
            }
            catch (JsonException)
            {
                return [(line, "")];
            }
            using (document)
                return
                [
                    .. document
                        .RootElement.EnumerateObject()
                        .Select(property =>
                            (
                                property.Name,
                                property.Value.ValueKind == JsonValueKind.String
                                    ? property.Value.GetString()!
                                    : ""
                            )
                        ),
                ];
        }
        return line.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(pair => pair.Split('=', 2, StringSplitOptions.TrimEntries))
            .Select(pair => (pair[0], pair.Length == 2 ? pair[1] : ""));
    }

    /// <summary>The map as the parameter of a capture's media type, so that a stored line can be read again without its user; empty for the default.</summary>
    public string Parameter { get; }

    /// <summary>The map that a capture's media type carries; <see cref="Default"/> where it carries none that can be read.</summary>
    public static FieldMap OfMediaType(string mediaType)
    {
        var start = mediaType.IndexOf("; map=\"", StringComparison.Ordinal);
        if (start < 0)
            return Default;
        var line = mediaType[(start + 7)..].TrimEnd('"');
        return Parse(line).Map ?? Default;
    }

    /// <summary>The first field that plays the part and is neither null nor empty.</summary>
    public JsonElement? Find(JsonElement item, Field field)
    {
        foreach (var name in names[field])
            if (
                At(item, name) is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } found
                && !IsEmpty(found)
            )
                return found;
        return null;
    }

    /// <summary>As <see cref="Find"/>, where it is a text or number.</summary>
    public string? Text(JsonElement item, Field field)
    {
        foreach (var name in names[field])
            if (At(item, name) is { } found)
            {
                if (found.ValueKind == JsonValueKind.String && !IsEmpty(found))
                    return JsonText.Of(found);
                if (found.ValueKind == JsonValueKind.Number)
                    return found.GetRawText();
            }
        return null;
    }

    private static bool IsEmpty(JsonElement element) =>
        element.ValueKind == JsonValueKind.String && element.ValueEquals("")
        || element.ValueKind == JsonValueKind.Array && element.GetArrayLength() == 0;

    private static JsonElement? At(JsonElement item, string path)
    {
        if (item.ValueKind != JsonValueKind.Object)
            return null;
        if (item.TryGetProperty(path, out var whole))
            return whole;
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && item.TryGetProperty(path.AsSpan(0, dot), out var outer)
            ? At(outer, path[(dot + 1)..])
            : null;
    }
}
