using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Chancery.Gauge;

/// <summary>The comment at the head of a file of feedparser's suite: what its server sends, and what is to come of it.</summary>
internal sealed partial record FeedsGold(
    string MediaType,
    string Location,
    IReadOnlyList<FeedsExpectation> Expectations
)
{
    public static FeedsGold Read(byte[] file)
    {
        // The comments are ASCII in every encoding of the suite, wide ones with zeros between.
        var narrow = file.Where(b => b != 0).ToArray();
        var text = System.Text.Unicode.Utf8.IsValid(narrow)
            ? Encoding.UTF8.GetString(narrow)
            : Encoding.Latin1.GetString(narrow);
        var expectation = Expect().Match(text).Groups[1].Value;
        return new(
            MediaTypeField().Match(text).Groups[1].Value.Trim().ToLowerInvariant(),
            LocationField().Match(text).Groups[1].Value.Trim(),
            [
                .. Comparison()
                    .Matches(expectation)
                    .Select(match =>
                        FeedsExpectation.Of(
                            match.Groups["path"].Value,
                            Literal(match.Groups["value"].Value),
                            match.Groups["len"].Success,
                            match.Groups["ord"].Success
                        )
                    )
                    .OfType<FeedsExpectation>(),
            ]
        );
    }

    /// <summary>A Python literal as text: strings unescaped, tuples and numbers as written, None as null.</summary>
    private static string? Literal(string value)
    {
        value = value.Trim();
        if (value == "None")
            return null;
        var start = value.IndexOfAny(['\'', '"']);
        return start is 0 or 1 ? Escape().Replace(value[(start + 1)..^1], Unescaped) : value;
    }

    private static string Unescaped(Match match)
    {
        var code = match.Groups["code"];
        return code.Success
            ? (
                (char)int.Parse(code.Value, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
            ).ToString()
            : match.Value[1] switch
            {
                'n' => "\n",
                't' => "\t",
                'r' => "\r",
                var other => other.ToString(),
            };
    }

    [GeneratedRegex(@"Expect:\s*(.+)")]
    private static partial Regex Expect();

    [GeneratedRegex(@"Header:\s*Content-type:(.*)", RegexOptions.IgnoreCase)]
    private static partial Regex MediaTypeField();

    [GeneratedRegex(@"Header:\s*Content-Location:(.*)", RegexOptions.IgnoreCase)]
    private static partial Regex LocationField();

    [GeneratedRegex(
        """(?:(?<len>len)\(|(?<ord>ord)\()?(?<path>encoding|(?:feed|entries\[\d+\])(?:\[u?'\w+'\]|\[\d+\]|\.\w+)+)\)?\s*(?:==|is)\s*(?<value>u?'(?:[^'\\]|\\.)*'|u?"(?:[^"\\]|\\.)*"|\([^()]*\)|None|-?\d+)"""
    )]
    private static partial Regex Comparison();

    [GeneratedRegex(@"\\(?:u(?<code>[0-9a-fA-F]{4})|x(?<code>[0-9a-fA-F]{2})|.)")]
    private static partial Regex Escape();
}
