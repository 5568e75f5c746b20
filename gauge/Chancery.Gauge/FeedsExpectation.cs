using System.Globalization;
using System.Text.RegularExpressions;
using Chancery.Terms;

namespace Chancery.Gauge;

/// <summary>One comparison of an expectation, about one of the facts that are measured.</summary>
/// <param name="Fact">"title", "link", "id", "published", "updated", "summary", "content", "author", "categories", "enclosures", "language", "encoding".</param>
/// <param name="Path">feedparser's path to it, as words: "entries", "0", "title".</param>
/// <param name="Expected">What it is to be; null for nothing.</param>
internal sealed partial record FeedsExpectation(
    string Fact,
    IReadOnlyList<string> Path,
    string? Expected,
    bool IsLength,
    bool IsCode
)
{
    /// <returns>The expectation; null where it is about something that is not measured.</returns>
    public static FeedsExpectation? Of(string path, string? expected, bool isLength, bool isCode)
    {
        var words = Word().Matches(path).Select(match => match.Value).ToList();
        var inside =
            words[0] == "encoding" ? ["encoding"]
            : words[0] == "feed" ? words[1..]
            : words[2..];
        var fact = (inside[0], inside[^1]) switch
        {
            ("encoding", _) => "encoding",
            ("source" or "image" or "textinput" or "contributors" or "generator_detail", _) => null,
            (_, "language") => inside[0].StartsWith("copyright", StringComparison.Ordinal)
                ? null
                : "language",
            ("title", _) or ("title_detail", "value") => "title",
            ("link", _) => "link",
            ("id" or "guid", _) => "id",
            ("published" or "published_parsed", _) => "published",
            ("updated" or "updated_parsed", _) => "updated",
            ("summary" or "description" or "subtitle" or "tagline" or "info", _) => "summary",
            ("summary_detail" or "subtitle_detail" or "tagline_detail" or "info_detail", "value") =>
                "summary",
            ("content", "value") => "content",
            ("author", _) or ("author_detail" or "authors", "name" or "email" or "url" or "href") => "author",
            ("category", _) or ("tags", "term" or "tags") => "categories",
            ("enclosures", "url" or "href" or "length" or "type") => "enclosures",
            _ => null,
        };
        return fact is null ? null : new(fact, words, expected, isLength, isCode);
    }

    public bool HoldsFor(Feed feed, out string? got)
    {
        var entry =
            Path[0] == "entries" ? feed.Entries.ElementAtOrDefault(Number(Path[1])) ?? new Entry() : null;
        got = Got(feed, entry);
        if (IsCode)
            return got?.Length == 1 && got[0] == Number(Expected!);
        if (Expected is null || got is null)
            return Expected is null && got is null;
        return Fact switch
        {
            "title" => got == Expected || got == Html.Text(Expected),
            "summary" or "content" => Html.Same(got, Expected),
            "published" or "updated" => SameMoment(got, Expected),
            "encoding" => got.Equals(Expected, StringComparison.OrdinalIgnoreCase),
            _ => got == Expected,
        };
    }

    private string? Got(Feed feed, Entry? entry) =>
        Fact switch
        {
            "encoding" => feed.Encoding,
            "title" => entry is null ? feed.Title : entry.Title,
            "link" => entry is null ? feed.Link : entry.Link,
            "id" => entry is null ? feed.Id : entry.Id,
            "published" => Written(entry is null ? feed.Published : entry.Published),
            "updated" => Written(entry is null ? feed.Updated : entry.Updated),
            "summary" => entry is null ? feed.Summary : entry.Summary,
            "content" => entry?.Content,
            "author" => Author(entry is null ? feed.Authors : entry.People),
            "categories" => Listed(entry is null ? feed.Categories : entry.Categories),
            "enclosures" => Enclosed(entry?.Enclosures ?? []),
            _ => entry is null ? feed.Language : entry.Language,
        };

    private string? Author(IReadOnlyList<FeedPerson> people)
    {
        var person = people.ElementAtOrDefault(Path.Contains("authors") ? Number(Path[^2]) : 0);
        return (person, Path[^1]) switch
        {
            (null, _) => null,
            (_, "name") => person.Name,
            (_, "email") => person.Mail,
            (_, "url" or "href") => person.Address,
            _ => person.Mail is null ? person.Name
            : person.Name.Length == 0 ? person.Mail
            : $"{person.Name} ({person.Mail})",
        };
    }

    private string? Listed(IReadOnlyList<string> categories) =>
        IsLength
            ? categories.Count.ToString(CultureInfo.InvariantCulture)
            : categories.ElementAtOrDefault(Path[^1] == "term" ? Number(Path[^2]) : 0);

    private string? Enclosed(IReadOnlyList<Enclosure> enclosures)
    {
        var enclosure = enclosures.ElementAtOrDefault(Number(Path[^2]));
        return Path[^1] switch
        {
            "length" => enclosure?.Length?.ToString(CultureInfo.InvariantCulture),
            "type" => enclosure?.MediaType,
            _ => enclosure?.Address,
        };
    }

    private static string? Written(DateTimeOffset? at) => at?.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>A date is expected as it stands in the feed, or as Python's time tuple in UTC.</summary>
    private static bool SameMoment(string got, string expected)
    {
        var moment = DateTimeOffset.ParseExact(got, "O", CultureInfo.InvariantCulture);
        if (expected is ['(', ..])
            return Digits()
                .Matches(expected)
                .Take(6)
                .Select(match => Number(match.Value))
                .SequenceEqual([
                    moment.UtcDateTime.Year,
                    moment.UtcDateTime.Month,
                    moment.UtcDateTime.Day,
                    moment.UtcDateTime.Hour,
                    moment.UtcDateTime.Minute,
                    moment.UtcDateTime.Second,
                ]);
        return DateTimeOffset.TryParse(
                expected,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var wanted
            )
            && wanted == moment;
    }

    private static int Number(string digits) =>
        int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : -1;

    public override string ToString() => $"{string.Join('.', Path)} = {Expected ?? "nothing"}";

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();

    /// <summary>HTML compared as HTML: how a character or an attribute is written makes no difference.</summary>
    private static partial class Html
    {
        /// <summary>Its text, tags and references undone: titles are kept as text.</summary>
        public static string Text(string html) =>
            Spaces().Replace(Decoded(Tag().Replace(html, "")), " ").Trim();

        /// <summary>True where both mean the same; a plain text with brackets may be expected bare and be kept escaped.</summary>
        public static bool Same(string ours, string expected) =>
            Normal(ours) == Normal(expected) || !Tag().IsMatch(ours) && Decoded(ours) == expected;

        /// <summary>References undone as the HTML Standard has it: 128 to 159 are Windows-1252's characters.</summary>
        private static string Decoded(string text) =>
            System.Net.WebUtility.HtmlDecode(
                Control()
                    .Replace(
                        text,
                        match =>
                            Western.GetString([
                                byte.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture),
                            ])
                    )
            );

        private static readonly System.Text.Encoding Western =
            System.Text.CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

        [GeneratedRegex(@"&#(12[89]|1[345]\d);")]
        private static partial Regex Control();

        private static string Normal(string html)
        {
            var tags = Tag().Matches(html).Select(match => Canonical(match.Value)).ToList();
            var texts = Tag().Split(html).Select(Decoded);
            return Spaces().Replace(string.Join('\u0001', texts), " ").Trim()
                + "\u0002"
                + string.Join('\u0001', tags);
        }

        private static string Canonical(string tag)
        {
            var name = Word().Match(tag).Value.ToLowerInvariant();
            var attributes = Attribute()
                .Matches(tag)
                .Select(match =>
                    $"{match.Groups["name"].Value.ToLowerInvariant()}={Decoded(match.Groups["value"].Value)}"
                )
                .Order(StringComparer.Ordinal);
            return $"{(tag.StartsWith("</", StringComparison.Ordinal) ? "/" : "")}{name} {string.Join(' ', attributes)}";
        }

        [GeneratedRegex(@"</?[a-zA-Z][^<>]*>")]
        private static partial Regex Tag();

        [GeneratedRegex(@"\s+")]
        private static partial Regex Spaces();

        [GeneratedRegex(
            """(?<=\s)(?<name>[\w:-]+)\s*=\s*(?:"(?<value>[^"]*)"|'(?<value>[^']*)'|(?<value>[^\s"'>]+))"""
        )]
        private static partial Regex Attribute();
    }
}
