using System.Text;
using Chancery.Reading.Pages;
using Chancery.Terms;
using static Chancery.Reading.Tests.Pages.SamplePages;

namespace Chancery.Reading.Tests.Pages;

public class PageReaderTests
{
    [Fact]
    public void An_article_comes_out_whole_and_alone()
    {
        Article article = Kept(SamplePages.Read(Article()));

        Assert.Equal($"{First}\n\n{Second}\n\n{Third}", article.Text);
        Assert.Equal("Talks on the strait resume in Port Velin", article.Headline);
        Assert.Equal(["Mara Lindqvist"], article.Authors);
        Assert.Equal("en", article.Language);
    }

    [Fact]
    public void Blocks_cover_the_text_but_the_blank_lines_between()
    {
        Article article = Kept(
            SamplePages.Read(
                Article(
                    body: "<h2>What comes next</h2><ul><li>A third round is planned for the first week of March.</li></ul>"
                )
            )
        );

        Assert.Equal(
            article.Text,
            string.Join("\n\n", article.Blocks.Select(block => block.Passage.In(article.Text).ToString()))
        );
        Assert.Equal(
            [
                BlockKind.Paragraph,
                BlockKind.Paragraph,
                BlockKind.Subhead,
                BlockKind.ListItem,
                BlockKind.Paragraph,
            ],
            article.Blocks.Select(block => block.Kind)
        );
    }

    [Fact]
    public void A_related_box_inside_the_text_is_left_out_and_the_text_goes_on()
    {
        Article article = Kept(
            SamplePages.Read(
                Article(
                    body: $"<aside class=\"related\"><h3>Related</h3><p><a href=\"/beets\">{Teaser}</a></p></aside>"
                )
            )
        );

        Assert.DoesNotContain("sugar beets", article.Text);
        Assert.EndsWith(Third, article.Text);
    }

    [Fact]
    public void A_list_of_other_stories_after_the_article_is_left_out()
    {
        string teasers = string.Concat(
            Enumerable
                .Range(1, 6)
                .Select(n =>
                    $"<div><h3><a href=\"/s{n}\">Another story number {n}</a></h3><p>{Teaser} Part {n}.</p></div>"
                )
        );
        Article article = Kept(
            SamplePages.Read(
                Article(around: $"<section><h2>More from The Velin Courier</h2>{teasers}</section>")
            )
        );

        Assert.DoesNotContain("harvest", article.Text);
    }

    [Fact]
    public void A_cookie_notice_longer_than_the_article_is_not_the_article()
    {
        string consent = string.Concat(
            Enumerable.Repeat(
                "<p>We use cookies to measure how this site is used, and by agreeing you help us to make it better.</p>",
                20
            )
        );
        Article article = Kept(
            SamplePages.Read(Article(around: $"<div id=\"cookie-consent\">{consent}</div>"))
        );

        Assert.DoesNotContain("cookies", article.Text);
        Assert.Contains(First, article.Text);
    }

    [Fact]
    public void A_caption_is_told_apart_by_its_credit()
    {
        Article article = Kept(
            SamplePages.Read(
                Article(body: "<p>The ferry harbour of Port Velin at dusk. Photo: Courier House</p>")
            )
        );

        Assert.DoesNotContain("ferry harbour", article.Text);
        Assert.Contains(
            article.Captions,
            caption => caption.StartsWith("The ferry harbour", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Windows_1251_declared_as_utf_8_is_read_as_what_it_is()
    {
        const string Words =
            "Делегации двух стран встретились во вторник в порту, чтобы обсудить закрытый пролив, сообщил глава делегации.";
        string html =
            $"<html><head><meta charset=\"utf-8\"><title>Переговоры о проливе</title></head><body><article><h1>Переговоры о проливе</h1><p>{Words}</p><p>{Words.Replace("вторник", "среду")}</p></article></body></html>";
        byte[] bytes = CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes(html);

        Article article = Kept(
            PageReader.Read(
                Capture.Of(bytes, "text/html; charset=utf-8", null, "sample.html", DateTimeOffset.UnixEpoch)
            )
        );

        Assert.StartsWith(Words, article.Text);
        Assert.Equal("ru", article.Language);
    }

    [Fact]
    public void Twenty_thousand_nested_elements_are_refused_before_a_tree_is_built() =>
        Assert.Equal(
            "too-deep",
            Refused(
                SamplePages.Read(
                    $"<html><body>{string.Concat(Enumerable.Repeat("<div>", 20_000))}text</body></html>"
                )
            ).Code
        );

    [Fact]
    public void Fifty_megabytes_are_refused_unread()
    {
        Verdict verdict = PageReader.Read(
            Capture.Of(new byte[50_000_000], "text/html", null, "big.html", DateTimeOffset.UnixEpoch)
        );

        Assert.Equal("too-large", Refused(verdict).Code);
        Assert.Contains("big.html", Refused(verdict).Sentence);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n ")]
    [InlineData("<html><body></body></html>")]
    public void An_empty_page_is_called_empty(string html) =>
        Assert.Equal("empty", Refused(SamplePages.Read(html)).Code);

    [Fact]
    public void A_login_wall_is_called_one() =>
        Assert.Equal(
            "login-wall",
            Refused(
                SamplePages.Read(
                    "<html><body><h1>Welcome back</h1><form><label>Name</label><input name=u><input type=password name=p><button>Log in</button></form></body></html>"
                )
            ).Code
        );

    [Fact]
    public void A_page_that_a_script_would_have_to_write_is_called_one() =>
        Assert.Equal(
            "script-only",
            Refused(
                SamplePages.Read(
                    $"<html><body><div id=root></div><script>{new string('x', 5000)}</script></body></html>"
                )
            ).Code
        );

    [Fact]
    public void A_menu_alone_is_no_article()
    {
        string menu = string.Concat(
            Enumerable.Range(1, 80).Select(n => $"<li><a href=\"/{n}\">Section {n}</a></li>")
        );

        Assert.Equal(
            "no-article",
            Refused(
                SamplePages.Read($"<html><body><nav><ul>{menu}</ul></nav><ul>{menu}</ul></body></html>")
            ).Code
        );
    }

    [Fact]
    public void A_text_that_only_the_markup_holds_is_taken_from_there()
    {
        string html =
            $$"""<html><head><title>Talks resume</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Talks resume","articleBody":"{{First}} {{Second.Replace("“", "\\u201c").Replace("”", "\\u201d")}} {{Third}}"}</script></head><body><div id=root></div></body></html>""";

        Article article = Kept(SamplePages.Read(html));

        Assert.Contains(First, article.Text);
        Assert.Contains("We came with a map", article.Text);
    }

    [Fact]
    public void Entries_of_a_live_blog_keep_their_own_times()
    {
        string entry(string time, string title) =>
            $"<div class=\"live-entry\"><h3>{title}</h3><time datetime=\"2031-03-04T{time}:00+01:00\">{time}</time><p>{Third} {title}.</p></div>";
        Article article = Kept(
            SamplePages.Read(
                Article(body: entry("11:20", "Ferries stop") + entry("10:05", "Delegations arrive"))
            )
        );

        var heads = article.Blocks.Where(block => block.Kind == BlockKind.LiveEntry).ToList();

        Assert.Equal(
            ["Ferries stop", "Delegations arrive"],
            heads.Select(head => head.Passage.In(article.Text).ToString())
        );
        Assert.Equal([11, 10], heads.Select(head => head.At!.Value.At.Hour));
    }

    [Fact]
    public void A_table_keeps_its_rows_and_cells()
    {
        Article article = Kept(
            SamplePages.Read(
                Article(
                    body: "<figure><table><tr><th>Month</th><th>Ships waiting</th></tr><tr><td>May</td><td>20</td></tr></table></figure>"
                )
            )
        );

        Block table = Assert.Single(article.Blocks, block => block.Kind == BlockKind.Table);
        Assert.Equal("Month\tShips waiting\nMay\t20", table.Passage.In(article.Text).ToString());
    }

    [Fact]
    public void The_same_bytes_give_the_same_article() =>
        Assert.Equal(Kept(SamplePages.Read(Article())).Id, Kept(SamplePages.Read(Article())).Id);
}
