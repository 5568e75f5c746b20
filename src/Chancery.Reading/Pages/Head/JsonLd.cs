using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Chancery.Reading.Pages.Tree;

namespace Chancery.Reading.Pages.Head;

/// <summary>What a page's JSON-LD says of its article (schema.org's Article and its kinds).</summary>
internal sealed partial class JsonLd
{
    public string? Headline { get; private set; }
    public string? Description { get; private set; }
    public string? Body { get; private set; }
    public string? Published { get; private set; }
    public string? Changed { get; private set; }
    public string? Section { get; private set; }
    public string? Publisher { get; private set; }
    public string? Language { get; private set; }
    public string? Image { get; private set; }

    /// <summary>Whether the headline is a newsroom's (schema.org's NewsArticle and its kinds), not a site builder's copy of the title.</summary>
    public bool IsNews { get; private set; }

    public bool? Free { get; private set; }

    /// <summary>Authors that are people, or of whom it is not said what they are.</summary>
    public List<string> Authors { get; } = [];

    /// <summary>Authors that are said to be organizations: agencies, desks, the outlet.</summary>
    public List<string> Organizations { get; } = [];

    public List<string> Keywords { get; } = [];

    /// <summary>Entries of a live blog: headline and time as written.</summary>
    public List<(string Headline, string Published)> LiveUpdates { get; } = [];

    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 64,
    };

    /// <summary>Read from the page's source: scripts' text is not kept in the tree.</summary>
    public static JsonLd Of(string html)
    {
        var found = new JsonLd();
        int at = 0;
        while (true)
        {
            at = html.IndexOf("ld+json", at, StringComparison.Ordinal);
            if (at < 0)
            {
                return found;
            }

            if (!IsInScriptTag(html, at))
            {
                // Applications carry the words inside their own scripts too.
                at++;
                continue;
            }

            int start = html.IndexOf('>', at) + 1;
            int end = start > 0 ? html.IndexOf("</script", start, StringComparison.Ordinal) : -1;
            if (end < 0)
            {
                return found;
            }

            found.Add(html[start..end]);
            at = end;
        }
    }

    private static bool IsInScriptTag(string html, int at)
    {
        int open = html.LastIndexOfAny(['<', '>'], at);
        return open >= 0 && html.AsSpan(open).StartsWith("<script", StringComparison.OrdinalIgnoreCase);
    }

    private void Add(string script)
    {
        string json = script.Trim().TrimEnd(';');
        if (
            json.StartsWith("<!", StringComparison.Ordinal) || json.StartsWith("//", StringComparison.Ordinal)
        )
        {
            int open = json.AsSpan().IndexOfAny('{', '[');
            // "<![CDATA[" opens a bracket of its own.
            open = open > 0 && json[open] == '[' ? json.IndexOf('{', StringComparison.Ordinal) : open;
            int close = json.AsSpan().LastIndexOf('}');
            json = open >= 0 && close > open ? json[open..(close + 1)] : "";
        }

        if (json.Length == 0)
        {
            return;
        }

        try
        {
            using var document = Parse(json);
            if (document is not null)
            {
                Look(document.RootElement, 0);
            }
        }
        catch (InvalidOperationException)
        {
            // A value of another kind than the vocabulary says: what was read so far stands.
        }
    }

    private static JsonDocument? Parse(string json)
    {
        try
        {
            return JsonDocument.Parse(json, Lenient);
        }
        catch (JsonException)
        {
            try
            {
                // Raw line breaks inside strings are the commonest fault.
                return JsonDocument.Parse(ControlCharacters().Replace(json, " "), Lenient);
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }

    private void Look(JsonElement element, int depth)
    {
        if (depth > 5)
        {
            return;
        }

        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in element.EnumerateArray())
            {
                Look(item, depth + 1);
            }

            return;
        }

        if (element.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        if (IsArticle(element))
        {
            Take(element);
        }

        foreach (string name in (ReadOnlySpan<string>)["@graph", "mainEntity", "mainEntityOfPage"])
        {
            if (element.TryGetProperty(name, out JsonElement inner))
            {
                Look(inner, depth + 1);
            }
        }
    }

    private static bool IsArticle(JsonElement element)
    {
        if (!element.TryGetProperty("@type", out JsonElement type))
        {
            return false;
        }

        return type.ValueKind == JsonValueKind.Array
            ? type.EnumerateArray()
                .Any(item => item.ValueKind == JsonValueKind.String && IsArticle(item.GetString()!))
            : type.ValueKind == JsonValueKind.String && IsArticle(type.GetString()!);
    }

    private static bool IsArticle(string type) =>
        type.EndsWith("Article", StringComparison.Ordinal)
        || type.EndsWith("Posting", StringComparison.Ordinal) && type != "JobPosting"
        || type
            is "Report"
                or "Review"
                or "ClaimReview"
                or "Recipe"
                or "WebPage"
                or "Recommendation"
                or "CreativeWork";

    private static bool IsNewsKind(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array
            ? type.EnumerateArray().Any(IsNewsKind)
            : type.ValueKind == JsonValueKind.String
                && type.GetString()!.EndsWith("NewsArticle", StringComparison.Ordinal);

    /// <summary>The first article to tell a thing is believed; a web page's word counts only where no article says it.</summary>
    private void Take(JsonElement article)
    {
        bool page =
            article.TryGetProperty("@type", out JsonElement type)
            && type.ValueKind == JsonValueKind.String
            && type.GetString() is "WebPage" or "CreativeWork";
        if (!page)
        {
            if (Headline is null)
            {
                Headline = Text(article, "headline") ?? Text(article, "name");
                IsNews = Headline is not null && IsNewsKind(type);
            }

            Description ??= Text(article, "description");
            Body ??= Text(article, "articleBody") ?? Text(article, "text");
        }

        Published ??= Text(article, "datePublished") ?? (page ? null : Text(article, "dateCreated"));
        Changed ??= Text(article, "dateModified");
        Section ??= FirstOf(article, "articleSection");
        Language ??= Text(article, "inLanguage");
        Image ??= article.TryGetProperty("image", out JsonElement image) ? Picture(image) : null;
        if (article.TryGetProperty("publisher", out JsonElement publisher))
        {
            Publisher ??= publisher.ValueKind == JsonValueKind.Object ? Text(publisher, "name") : null;
        }

        if (article.TryGetProperty("isAccessibleForFree", out JsonElement free))
        {
            Free ??= free.ValueKind switch
            {
                JsonValueKind.True => true,
                JsonValueKind.False => false,
                JsonValueKind.String => !free.GetString()!
                    .Equals("false", StringComparison.OrdinalIgnoreCase),
                _ => null,
            };
        }

        if (
            Authors.Count + Organizations.Count == 0
            && article.TryGetProperty("author", out JsonElement author)
        )
        {
            AddNames(author);
        }

        if (article.TryGetProperty("liveBlogUpdate", out JsonElement updates))
        {
            AddUpdates(updates);
        }

        if (Keywords.Count == 0 && article.TryGetProperty("keywords", out JsonElement keywords))
        {
            AddKeywords(keywords);
        }
    }

    private void AddNames(JsonElement author)
    {
        switch (author.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (JsonElement one in author.EnumerateArray())
                {
                    AddNames(one);
                }

                break;
            case JsonValueKind.Object:
                bool group =
                    author.TryGetProperty("@type", out JsonElement type)
                    && type.ValueKind == JsonValueKind.String
                    && type.GetString() is "Organization" or "NewsMediaOrganization";
                if (group)
                {
                    Organizations.AddRange(Text(author, "name") is { } organization ? [organization] : []);
                }
                else if (author.TryGetProperty("name", out JsonElement name) && !IsAccount(author))
                {
                    AddNames(name);
                }

                break;
            case JsonValueKind.String:
                Authors.Add(Decoded(author.GetString()!));
                break;
            default:
                break;
        }
    }

    private static bool IsAccount(JsonElement author) =>
        AuthorPages.IsAccount(Text(author, "url") ?? Text(author, "@id"));

    private void AddUpdates(JsonElement updates)
    {
        foreach (
            JsonElement update in updates.ValueKind == JsonValueKind.Array ? updates.EnumerateArray() : []
        )
        {
            if (
                update.ValueKind == JsonValueKind.Object
                && Text(update, "headline") is { } headline
                && Text(update, "datePublished") is { } published
            )
            {
                LiveUpdates.Add((headline, published));
            }
        }
    }

    private void AddKeywords(JsonElement keywords)
    {
        if (keywords.ValueKind == JsonValueKind.Array)
        {
            Keywords.AddRange(
                keywords
                    .EnumerateArray()
                    .Where(word => word.ValueKind == JsonValueKind.String)
                    .Select(word => Decoded(word.GetString()!))
            );
        }
        else if (keywords.ValueKind == JsonValueKind.String)
        {
            Keywords.AddRange(
                Decoded(keywords.GetString()!)
                    .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            );
        }
    }

    private static string? FirstOf(JsonElement element, string name) =>
        !element.TryGetProperty(name, out JsonElement value) ? null
        : value.ValueKind == JsonValueKind.Array
            ? value
                .EnumerateArray()
                .Where(item => item.ValueKind == JsonValueKind.String)
                .Select(item => Decoded(item.GetString()!))
                .FirstOrDefault()
        : Text(element, name);

    private static string? Picture(JsonElement image) =>
        image.ValueKind switch
        {
            JsonValueKind.String => image.GetString(),
            JsonValueKind.Array => image.EnumerateArray().Select(Picture).FirstOrDefault(),
            JsonValueKind.Object => Text(image, "url"),
            _ => null,
        };

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value)
        && value.ValueKind == JsonValueKind.String
        && !string.IsNullOrWhiteSpace(value.GetString())
            ? Decoded(value.GetString()!)
            : null;

    private static string Decoded(string text) =>
        text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text).Trim() : text.Trim();

    [GeneratedRegex(@"[\x00-\x1F]+", RegexOptions.CultureInvariant)]
    private static partial Regex ControlCharacters();
}
