using Chancery.Terms;
using static Chancery.Reading.Tests.Pages.SamplePages;

namespace Chancery.Reading.Tests.Pages;

public class TitlesTests
{
    private static string Page(string heading, string title, string head = "") =>
        $"""
            <!DOCTYPE html><html lang="en"><head><title>{title}</title><meta property="og:site_name" content="The Velin Courier">{head}</head>
            <body><article><h1>{heading}</h1><div class="article-body"><p>{First}</p><p>{Second}</p><p>{Third}</p></div></article></body></html>
            """;

    private static string Headline(string page) => Kept(SamplePages.Read(page)).Headline;

    [Theory]
    [InlineData("Talks on the strait resume | The Velin Courier")]
    [InlineData("Talks on the strait resume - Velin Courier Online")]
    [InlineData("The Velin Courier: Talks on the strait resume")]
    public void The_name_of_the_site_is_no_part_of_the_headline(string title) =>
        Assert.Equal("Talks on the strait resume", Headline(Page("", title)));

    [Fact]
    public void A_headline_that_speaks_of_the_site_keeps_its_words() =>
        Assert.Equal(
            "The Velin Courier moves its presses: “We stay in the harbour”",
            Headline(
                Page(
                    "The Velin Courier moves its presses: “We stay in the harbour”",
                    "The Velin Courier moves its presses: “We stay in the harbour”"
                )
            )
        );

    [Fact]
    public void A_kicker_that_the_markup_has_too_stays_before_the_headline() =>
        Assert.Equal(
            "Election in Norrland: Brandt and Holm meet on air",
            Headline(
                Page(
                    "Brandt and Holm meet on air",
                    "Election in Norrland: Brandt and Holm meet on air - The Velin Courier",
                    """
                    <meta property="og:title" content="Election in Norrland: Brandt and Holm meet on air - The Velin Courier">
                    <script type="application/ld+json">{"@type":"NewsArticle","headline":"Election in Norrland: Brandt and Holm meet on air"}</script>
                    """
                )
            )
        );

    [Fact]
    public void What_readers_see_outweighs_one_title_copied_for_search_engines() =>
        Assert.Equal(
            "Ten ways in which the strait talks could end",
            Headline(
                Page(
                    "Ten ways in which the strait talks could end",
                    "Strait talks: the ten endings of 2031",
                    """
                    <meta property="og:title" content="Strait talks: the ten endings of 2031">
                    <meta name="twitter:title" content="Strait talks: the ten endings of 2031">
                    <script type="application/ld+json">{"@type":"BlogPosting","headline":"Strait talks: the ten endings of 2031"}</script>
                    """
                )
            )
        );

    [Theory]
    [InlineData(
        "Talks on the closed strait resume in Port Velin",
        "Talks on the closed strait resume in Port Velin"
    )]
    [InlineData(
        "Why the strait may open before winter after all",
        "Talks on the closed strait resume in Port Velin after a month of silence"
    )]
    [InlineData(
        "Talks on the closed strait resume in…",
        "Talks on the closed strait resume in Port Velin after a month of silence"
    )]
    public void On_a_page_of_news_the_shared_title_counts_where_it_is_the_headline_shortened(
        string shared,
        string headline
    ) =>
        Assert.Equal(
            headline,
            Headline(
                Page(
                    "Talks on the closed strait resume in Port Velin after a month of silence",
                    "Talks on the closed strait resume in Port Velin after a month of silence",
                    $$"""
                    <meta property="og:title" content="{{shared}}">
                    <script type="application/ld+json">{"@type":"NewsArticle","headline":"Talks on the closed strait resume in Port Velin after a month of silence"}</script>
                    """
                )
            )
        );

    [Theory]
    [InlineData(
        """<meta property="article:published_time" content="2031-03-04T08:00:00Z"><meta property="article:section" content="World">""",
        "Talks on the closed strait resume in Port Velin"
    )]
    [InlineData("", "Talks on the closed strait resume in Port Velin after a month of silence")]
    public void Open_Graph_with_a_time_and_a_section_is_a_newsrooms_too(string newsroom, string headline) =>
        Assert.Equal(
            headline,
            Headline(
                Page(
                    "Talks on the closed strait resume in Port Velin after a month of silence",
                    "Talks on the closed strait resume in Port Velin after a month of silence",
                    $"""<meta property="og:title" content="Talks on the closed strait resume in Port Velin">{newsroom}"""
                )
            )
        );

    [Fact]
    public void What_JSON_LD_has_letter_for_letter_from_the_title_is_one_voice_however_often_it_is_copied() =>
        Assert.Equal(
            "So the harbour gets ready for a winter of closed waters",
            Headline(
                Page(
                    "So the harbour gets ready for a winter of closed waters",
                    "Strait closed: old piers and ice as the harbour's great risks | The Velin Courier",
                    """
                    <meta property="og:title" content="When the piers give way: a harbour's fight against the winter">
                    <meta name="twitter:title" content="Strait closed: old piers and ice as the harbour's great risks">
                    <script type="application/ld+json">{"@type":"NewsArticle","headline":"Strait closed: old piers and ice as the harbour's great risks"}</script>
                    """
                )
            )
        );

    [Fact]
    public void A_heading_in_a_menu_is_not_the_articles() =>
        Assert.Equal(
            "Talks on the strait resume in Port Velin",
            Headline(
                Article(body: "", around: "<nav><h1>Talks, tables, strait: the season's recipes</h1></nav>")
            )
        );
}
