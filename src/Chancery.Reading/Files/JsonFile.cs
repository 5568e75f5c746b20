using System.Text.Json;
using Chancery.Terms;

namespace Chancery.Reading.Files;

/// <summary>JSON lines, and JSON files of many objects or one: each object is a capture.</summary>
internal static class JsonFile
{
    public static IEnumerable<Finding> Lines(Stream stream, Source source)
    {
        var lines = new Lines(stream, Limits.CaptureBytes);
        while (lines.TryRead(out var line, out var tooLong))
        {
            var origin = $"{source.Origin}:{lines.Number}";
            if (tooLong)
                yield return TooLong(origin);
            else if (!line.Span.Trim(" \t"u8).IsEmpty)
                yield return Found(WithoutMark(line, lines.Number), origin, source, lines.Unfinished);
        }
    }

    public static IEnumerable<Finding> Values(Stream stream, Source source)
    {
        var values = new JsonValues(stream, Limits.CaptureBytes);
        var any = false;
        while (values.TryRead(out var json))
        {
            any = true;
            var origin = $"{source.Origin}:{values.Line}";
            if (json.IsEmpty)
            {
                yield return TooLong(origin);
                continue;
            }
            foreach (var finding in Listed(json, origin, source) ?? [Found(json, origin, source, false)])
                yield return finding;
        }
        if (values.Unfinished)
            yield return Finding.Miss(
                "json-cut",
                $"{source.Origin}: the file ends inside the JSON object that begins on line {values.Line}; what came before it was read."
            );
        else if (!any)
            yield return Finding.Miss("json-empty", $"{source.Origin}: the JSON holds no object.");
    }

    /// <summary>The articles of an answer that lists them under one name, as NewsAPI and readers' exports do; null where it is no list.</summary>
    private static List<Finding>? Listed(ReadOnlyMemory<byte> json, string origin, Source source)
    {
        try
        {
            using var document = JsonDocument.Parse(JsonText.Utf8Of(json));
            if (IsFeed(document.RootElement))
                return null;
            foreach (var name in (string[])["articles", "items", "results", "entries", "data", "documents"])
                if (
                    document.RootElement.TryGetProperty(name, out var list)
                    && list.ValueKind == JsonValueKind.Array
                    && list.GetArrayLength() > 0
                    && list[0].ValueKind == JsonValueKind.Object
                )
                    return
                    [
                        .. list.EnumerateArray()
                            .Select(
                                (item, index) =>
                                    Found(
                                        JsonSerializer.SerializeToUtf8Bytes(
                                            item,
                                            ItemJson.Default.JsonElement
                                        ),
                                        $"{origin}#/{name}/{index}",
                                        source,
                                        false
                                    )
                            ),
                    ];
        }
        catch (JsonException) { }
        return null;
    }

    private static Finding Found(ReadOnlyMemory<byte> json, string origin, Source source, bool unfinished)
    {
        try
        {
            using var document = JsonDocument.Parse(JsonText.Utf8Of(json));
            var item = document.RootElement;
            if (item.ValueKind != JsonValueKind.Object)
                return Finding.Miss("json-shape", $"{origin} is no JSON object and was passed over.");
            var map = source.Options.Map ?? FieldMap.Default;
            var at =
                map.Text(item, Field.Captured) is { } said && Feeds.FeedDate.Parse(said) is { } stamp
                    ? stamp.At
                    : source.At;
            var type = IsFeed(item) ? "application/feed+json" : JsonArticle.MediaType + map.Parameter;
            return new Finding.Found(
                Capture.Of(json.ToArray(), type, map.Text(item, Field.Url), origin, at.ToUniversalTime())
            );
        }
        catch (JsonException wrong)
        {
            return unfinished
                ? Finding.Miss(
                    "json-cut",
                    $"{origin}: the file ends in the middle of this line; the lines before it were read."
                )
                : Finding.Miss(
                    "json-broken",
                    $"{origin} is no JSON (at character {wrong.BytePositionInLine ?? 0}) and was passed over."
                );
        }
    }

    private static bool IsFeed(JsonElement item) =>
        item.TryGetProperty("version", out var version)
        && version.ValueKind == JsonValueKind.String
        && JsonText.Of(version).Contains("jsonfeed.org/version", StringComparison.OrdinalIgnoreCase);

    private static Finding TooLong(string origin) =>
        Finding.Miss(
            "too-large",
            $"{origin} is longer than {Limits.CaptureBytes >> 20} MB and was passed over."
        );

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> line, int number) =>
        number == 1 && line.Span.StartsWith("\uFEFF"u8) ? line[3..] : line;
}

[System.Text.Json.Serialization.JsonSerializable(typeof(JsonElement))]
[System.Text.Json.Serialization.JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class ItemJson : System.Text.Json.Serialization.JsonSerializerContext;
