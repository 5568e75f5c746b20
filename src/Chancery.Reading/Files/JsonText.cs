using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Chancery.Reading.Pages;

namespace Chancery.Reading.Files;

/// <summary>JSON from exports that do not keep to its standard: other encodings than UTF-8, characters cut in half.</summary>
internal static partial class JsonText
{
    /// <summary>The bytes as UTF-8: as they are where they are that, else decoded as a page's would be.</summary>
    public static ReadOnlyMemory<byte> Utf8Of(ReadOnlyMemory<byte> json) =>
        Utf8.IsValid(json.Span) ? json : Encoding.UTF8.GetBytes(PageEncoding.Decode(json.Span, ""));

    /// <summary>A string's text; half of a surrogate pair, which exports that count characters leave behind, is a replacement character.</summary>
    public static string Of(JsonElement text)
    {
        try
        {
            return text.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            using var repaired = JsonDocument.Parse(LoneHalf().Replace(text.GetRawText(), "\\ufffd"));
            return repaired.RootElement.GetString() ?? "";
        }
    }

    [GeneratedRegex(
        @"(?<!(?<!\\)(?:\\\\)*\\)\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    )]
    private static partial Regex LoneHalf();
}
