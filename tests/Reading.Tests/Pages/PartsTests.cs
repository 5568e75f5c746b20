using Chancery.Terms;
using static Chancery.Reading.Tests.Pages.SamplePages;

namespace Chancery.Reading.Tests.Pages;

/// <summary>What stands in an article and is none of its text, and what of it is text of a kind of its own.</summary>
public class PartsTests
{
    private static Article Page(string head = "", string body = "") =>
        Kept(SamplePages.Read(Article(head, body)));

    [Theory]
    [InlineData("<figcaption>The quay of Port Velin on Monday. Photo: Ada Novak/Velin Courier</figcaption>")]
    [InlineData(
        "<figcaption>The quay of Port Velin on Monday. <span class=\"credit\">Ada Novak/Velin Courier</span></figcaption>"
    )]
    [InlineData("<figcaption>The quay of Port Velin on Monday. © Ada Novak/Velin Courier</figcaption>")]
    [InlineData(
        "<figcaption>The quay of Port Velin on Monday (Photo by Ada Novak/Velin Courier)</figcaption>"
    )]
    public void A_picture_has_its_caption_and_its_credit_apart(string caption)
    {
        Article article = Page(
            """<meta property="og:image" content="https://img.velincourier.example/quay-of-velin-1200x630.jpg">""",
            $"<figure><img src=\"https://img.velincourier.example/quay-of-velin-640x360.webp\">{caption}</figure>"
        );

        Assert.Equal("https://img.velincourier.example/quay-of-velin-1200x630.jpg", article.Picture!.Address);
        Assert.Equal("The quay of Port Velin on Monday", article.Picture.Caption!.TrimEnd('.'));
        Assert.Equal("Ada Novak/Velin Courier", article.Picture.Credit);
        Assert.DoesNotContain("quay", article.Text);
        Assert.Single(article.Captions);
    }

    [Theory]
    [InlineData("Correction: An earlier edition named the wrong harbour; the talks were held in Port Velin.")]
    [InlineData("An earlier version of this article gave the wrong day for the first round of talks.")]
    [InlineData("Korrektur: In einer ersten Fassung war der falsche Hafen genannt worden, wir bedauern das.")]
    public void A_correction_is_kept_as_one(string words)
    {
        Article article = Page(body: $"<p>{words}</p>");

        Block block = Assert.Single(article.Blocks, block => block.Kind == BlockKind.Correction);
        Assert.Equal(words, block.Passage.In(article.Text).ToString());
    }

    [Fact]
    public void A_quotation_set_large_beside_the_text_is_said_once()
    {
        Article article = Page(
            body: "<blockquote>“We came with a map and we leave with a calendar”</blockquote>"
        );

        Assert.Equal($"{First}\n\n{Second}\n\n{Third}", article.Text);
    }

    [Fact]
    public void A_quotation_that_stands_nowhere_else_is_kept_as_one()
    {
        Article article = Page(
            body: "<blockquote>The strait shall be open to the ships of all nations in peace and in war.</blockquote>"
        );

        Assert.Contains(article.Blocks, block => block.Kind == BlockKind.BlockQuotation);
    }

    [Fact]
    public void A_closing_line_about_the_writer_is_cut_and_recorded()
    {
        Article article = Kept(
            SamplePages.Read(
                Article(
                        body: $"<p>{Teaser}</p><p>{Teaser.Replace("southern", "northern", StringComparison.Ordinal)}</p>"
                    )
                    .Replace(
                        Third + "</p>",
                        Third
                            + "</p><p>Mara Lindqvist covers the harbours of the north for The Velin Courier.</p>",
                        StringComparison.Ordinal
                    )
            )
        );

        Assert.EndsWith(Third, article.Text, StringComparison.Ordinal);
        Assert.Contains(
            article.Cuts,
            cut => cut.Why == "author-bio" && cut.Words.StartsWith("Mara", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Headlines_of_a_live_blog_that_only_the_markup_declares_are_its_entries()
    {
        Article article = Page(
            """
            <script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Talks on the strait resume in Port Velin","liveBlogUpdate":[
            {"@type":"BlogPosting","headline":"Delegations arrive at the quay","datePublished":"2031-03-04T09:10:00+01:00"},
            {"@type":"BlogPosting","headline":"First session is over","datePublished":"2031-03-04T12:40:00+01:00"}]}</script>
            """,
            $"<h3>First session is over</h3><p>{Teaser}</p><h3>Delegations arrive at the quay</h3><p>{Teaser.Replace("southern", "northern", StringComparison.Ordinal)}</p>"
        );

        Assert.Equal(
            [new TimeOnly(12, 40), new TimeOnly(9, 10)],
            article
                .Blocks.Where(block => block.Kind == BlockKind.LiveEntry)
                .Select(block => TimeOnly.FromDateTime(block.At!.Value.At.DateTime))
        );
    }

    [Fact]
    public void A_page_not_for_everybody_whose_whole_text_was_saved_is_whole()
    {
        string paragraphs = string.Concat(
            Enumerable.Range(1, 20).Select(day => $"<p>On day {day} of the talks, {First}</p>")
        );

        Assert.False(
            Page(
                """<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>""",
                paragraphs
            ).Partial
        );
    }

    [Fact]
    public void A_paywall_notice_after_a_lead_makes_the_text_partial()
    {
        Article article = Page(body: "<p>To continue reading, log in or take out a subscription.</p>");

        Assert.True(article.Partial);
        Assert.Contains(article.Cuts, cut => cut.Why == "paywall");
    }

    [Fact]
    public void Microdata_gives_headline_section_and_date()
    {
        Article article = Kept(
            SamplePages.Read(
                $"""
                <!DOCTYPE html><html lang="en"><head><title>The Velin Courier</title></head><body>
                <article itemscope itemtype="https://schema.org/NewsArticle"><meta itemprop="articleSection" content="World">
                <h1 itemprop="headline">Talks on the strait resume in Port Velin</h1>
                <meta itemprop="datePublished" content="2031-03-04T10:15:00+01:00"><meta itemprop="dateModified" content="2031-03-05T08:00:00+01:00">
                <div itemprop="articleBody"><p>{First}</p><p>{Second}</p><p>{Third}</p></div></article></body></html>
                """
            )
        );

        Assert.Equal("Talks on the strait resume in Port Velin", article.Headline);
        Assert.Equal("World", article.Section);
        Assert.Equal(new DateOnly(2031, 3, 4), article.Published!.Value.Day);
        Assert.Equal(new DateOnly(2031, 3, 5), article.Changed!.Value.Day);
    }
}
