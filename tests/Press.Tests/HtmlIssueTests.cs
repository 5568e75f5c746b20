using AngleSharp.Html.Parser;
using Chancery.Press.Files;

namespace Chancery.Press.Tests;

public sealed class HtmlIssueTests
{
    [Fact]
    public async Task One_file_holds_text_notes_and_style_and_links_only_inside_itself_and_out()
    {
        var whole = Sample.Whole();
        var html = await HtmlIssue.Write(
            whole.Issues[0],
            whole.Watch,
            id => whole.Articles.GetValueOrDefault(id)
        );
        var page = new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(html);
        Assert.Contains("--accent", page.QuerySelector("style")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(".notes blockquote"));
        Assert.Empty(page.QuerySelectorAll("link"));
        foreach (var link in page.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!))
            Assert.True(
                link.StartsWith("https://", StringComparison.Ordinal)
                    || (link[0] == '#' && page.GetElementById(link[1..]) is not null),
                link
            );
    }
}
