using Chancery.Terms;
using static Chancery.Reading.Tests.Pages.SamplePages;

namespace Chancery.Reading.Tests.Pages;

public class AuthorsTests
{
    /// <summary>A page whose byline and opening are the test's.</summary>
    private static Article Page(
        string head = "",
        string under = "",
        string opening = "",
        string after = ""
    ) =>
        Kept(
            SamplePages.Read(
                $"""
                <!DOCTYPE html><html lang="en"><head><title>Talks on the strait resume | The Velin Courier</title>
                <meta property="og:site_name" content="The Velin Courier">{head}</head>
                <body><article><h1>Talks on the strait resume</h1>{under}
                <div class="article-body">{opening}<p>{First}</p><p>{Second}</p><p>{Third}</p>{after}</div></article></body></html>
                """
            )
        );

    [Fact]
    public void An_agency_that_the_markup_calls_an_organization_is_the_credit_and_no_author()
    {
        Article article = Page(
            """<script type="application/ld+json">{"@type":"NewsArticle","author":[{"@type":"Organization","name":"dpa"}]}</script>"""
        );

        Assert.Empty(article.Authors);
        Assert.Equal("dpa", article.Agency);
    }

    [Fact]
    public void A_line_under_the_headline_that_opens_with_an_agency_is_its_credit() =>
        Assert.Equal("AFP", Page(under: "<div>AFP, PORT VELIN</div>").Agency);

    [Fact]
    public void The_outlet_that_a_closing_line_names_behind_its_own_name_is_credited() =>
        Assert.Equal("Ostmark Daily", Page(after: "<p>The Velin Courier / Ostmark Daily</p>").Agency);

    [Fact]
    public void Where_an_outlet_sits_is_no_person() =>
        Assert.Empty(
            Page("""<meta name="author" content="The Velin Courier, Port Velin, Norrland">""").Authors
        );

    [Fact]
    public void Markup_that_a_script_only_speaks_of_hides_no_article() =>
        Assert.Equal(
            ["Mara Lindqvist"],
            Page(
                """
                <script>self.push({"type":"application/ld+json","html":"a > b"})</script>
                <script type="application/ld+json">{"@type":"NewsArticle","author":{"@type":"Person","name":"Mara Lindqvist"}}</script>
                """
            ).Authors
        );

    [Fact]
    public void Authors_of_teasers_in_microdata_are_not_the_articles()
    {
        Article article = Page(
            under: """
            <div itemscope itemtype="https://schema.org/NewsArticle">
              <span itemprop="author" itemscope itemtype="https://schema.org/Person">By <span itemprop="name">Mara Lindqvist</span></span>
              <time itemprop="datePublished" datetime="2031-03-04T10:15:00+01:00">4 March</time>
            </div>
            <ul><li itemscope itemtype="https://schema.org/NewsArticle"><span itemprop="author">Jan Holm</span>
              <time itemprop="datePublished" datetime="2031-02-01T08:00:00+01:00">1 February</time></li></ul>
            """
        );

        Assert.Equal(["Mara Lindqvist"], article.Authors);
        Assert.Equal(
            new DateTimeOffset(2031, 3, 4, 10, 15, 0, TimeSpan.FromHours(1)),
            article.Published!.Value.At
        );
    }

    [Fact]
    public void A_link_to_an_authors_page_names_the_author() =>
        Assert.Equal(
            ["Mara Lindqvist"],
            Page(under: """<p><a href="/authors/mara-lindqvist/">Mara Lindqvist</a></p>""").Authors
        );

    [Theory]
    [InlineData("<p><strong>Mara Lindqvist</strong></p>", new[] { "Mara Lindqvist" })]
    [InlineData("<p><b>MARA LINDQVIST/JAN HOLM</b></p>", new[] { "MARA LINDQVIST", "JAN HOLM" })]
    public void A_bold_line_of_names_above_the_text_is_the_byline(string opening, string[] authors)
    {
        Article article = Page(opening: opening);

        Assert.Equal(authors, article.Authors);
        Assert.StartsWith(First, article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bold_line_whose_words_the_text_has_is_a_subhead() =>
        Assert.Empty(Page(opening: "<p><strong>Port Velin</strong></p>").Authors);

    [Fact]
    public void The_account_of_a_site_builder_is_nobody() =>
        Assert.Empty(
            Page(
                """<script type="application/ld+json">{"@type":"NewsArticle","author":{"@id":"https://www.velincourier.example/author/admin/","name":"Velin Desktop"}}</script>""",
                """<p>by <span class="author"><a rel="author" href="/author/admin/">Velin Desktop</a></span></p>"""
            ).Authors
        );

    [Fact]
    public void Who_reviewed_or_checked_an_article_did_not_write_it() =>
        Assert.Equal(
            ["Mara Lindqvist"],
            Page("""<meta name="author" content="Mara Lindqvist, MD. Fact-checked by Jan Holm">""").Authors
        );

    [Fact]
    public void Writers_who_sign_with_initials_at_the_end_are_the_authors() =>
        Assert.Equal(["mli", "jho"], Page(after: "<p>mli, jho; Foto: Hafenarchiv</p>").Authors);
}
