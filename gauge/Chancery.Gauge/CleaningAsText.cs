using System.Collections.Frozen;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Chancery.Gauge;

/// <summary>A page as somebody would paste it: tags, script, style, head and noscript gone, one line a block element.</summary>
public static partial class CleaningAsText
{
    private static readonly FrozenSet<string> Blocks = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        [
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "br",
            "button",
            "caption",
            "center",
            "dd",
            "details",
            "dialog",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "html",
            "legend",
            "li",
            "main",
            "menu",
            "nav",
            "ol",
            "option",
            "p",
            "pre",
            "section",
            "select",
            "summary",
            "table",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "tr",
            "ul",
        ]
    );

    public static string Of(string html)
    {
        string body = Dropped().Replace(html, "\n");
        var lines = new StringBuilder();
        var line = new StringBuilder();
        int at = 0;
        foreach (Match tag in Tag().Matches(body))
        {
            line.Append(body, at, tag.Index - at);
            at = tag.Index + tag.Length;
            if (Blocks.Contains(tag.Groups[1].Value))
            {
                Flush(line, lines);
            }
        }

        line.Append(body, at, body.Length - at);
        Flush(line, lines);
        return lines.ToString();
    }

    private static void Flush(StringBuilder line, StringBuilder lines)
    {
        string text = Space().Replace(WebUtility.HtmlDecode(line.ToString()), " ").Trim();
        if (text.Length > 0)
        {
            lines.Append(text).Append('\n');
        }

        line.Clear();
    }

    [GeneratedRegex(
        @"<!--.*?-->|<(script|style|head|noscript|template|svg)\b.*?</\1\s*>|<!\w[^>]*>",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant
    )]
    private static partial Regex Dropped();

    [GeneratedRegex(
        @"</?([a-zA-Z][a-zA-Z0-9]*)(?:""[^""]*""|'[^']*'|[^'"">])*>",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Space();
}
