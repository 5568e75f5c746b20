using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Chancery.Reading.Feeds;

/// <summary>Stretches of HTML as feeds, exports and newsletters carry them, as text.</summary>
internal static partial class Fragment
{
    /// <summary>Elements whose words are not the text's.</summary>
    private static readonly string[] Silent =
    [
        "SCRIPT",
        "STYLE",
        "NOSCRIPT",
        "TEMPLATE",
        "IFRAME",
        "OBJECT",
        "SVG",
        "FIGCAPTION",
        "BUTTON",
        "FORM",
        "HEAD",
        "TITLE",
    ];

    private static readonly string[] Blocks =
    [
        "P",
        "DIV",
        "H1",
        "H2",
        "H3",
        "H4",
        "H5",
        "H6",
        "LI",
        "UL",
        "OL",
        "BLOCKQUOTE",
        "TR",
        "TABLE",
        "TD",
        "SECTION",
        "ARTICLE",
        "HEADER",
        "FOOTER",
        "FIGURE",
        "PRE",
        "HR",
        "DL",
        "DT",
        "DD",
        "CENTER",
    ];

    /// <summary>True where a text holds tags or is written in entities.</summary>
    public static bool IsMarkup(string? text) => text is not null && Tag().IsMatch(text);

    /// <summary>The words of a stretch of HTML, its blocks apart by one blank line.</summary>
    /// <param name="html">From outside: nothing of it is run or fetched.</param>
    /// <param name="where">For a page limit's reason; null where it does not matter.</param>
    public static string Text(string html, string? where)
    {
        if (Pages.PageLimits.Exceeded(html, where ?? "") is not null)
            return "";
        var text = new StringBuilder();
        Write(new HtmlParser().ParseDocument(html).Body!, text);
        return Breaks().Replace(text.ToString(), "\n\n").Trim();
    }

    /// <summary>A title's words: tags and entities undone, on one line.</summary>
    public static string Line(string html) =>
        // Most titles hold references at most, and need no tree.
        Spaces()
            .Replace(
                html.Contains('<', StringComparison.Ordinal) ? Text(html, null) : Entities.Decode(html),
                " "
            )
            .Trim();

    private static void Write(INode node, StringBuilder text)
    {
        foreach (var child in node.ChildNodes)
            if (child is IText words)
                text.Append(Spaces().Replace(words.Data, " "));
            else if (child is IElement element && !Silent.Contains(element.TagName))
            {
                var isBlock = Blocks.Contains(element.TagName);
                if (isBlock || element.TagName == "BR")
                    text.Append('\n');
                Write(element, text);
                if (isBlock)
                    text.Append('\n');
            }
    }

    [GeneratedRegex(@"</?[a-zA-Z][\w:-]*(?:\s[^<>]*)?/?>|&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,10});")]
    private static partial Regex Tag();

    [GeneratedRegex(@"[ \t\r\n\u00a0]+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[ \t]*\n\s*")]
    private static partial Regex Breaks();
}
