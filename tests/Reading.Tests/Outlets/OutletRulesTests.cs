using System.Text;
using Chancery.Reading.Outlets;
using Chancery.Reading.Pages;
using Chancery.Reading.Plain;
using Chancery.Terms;

namespace Chancery.Reading.Tests.Outlets;

/// <summary>Texts and pages of our own making, of invented countries, in the outlets' markup.</summary>
public class OutletRulesTests
{
    private const string Lead =
        "Delegations from Norrland and Ostmark met in Port Velin on Tuesday for a second round of talks about the closed strait.";
    private const string Body =
        "The hosts had put a map of the strait on the table, and six hours later it was still there. Nobody would say what had been drawn on it. "
        + "A third round is planned for the first week of the coming month, in the same hall, with the same map and without the same chairs.";

    [Theory]
    [InlineData(
        "https://www.nytimes.com/2031/03/04/world/strait.html",
        "Strait Crisis Advertisement Supported by ",
        ""
    )]
    [InlineData(
        "https://www.cnbc.com/2031/03/04/strait.html",
        "",
        " Got a confidential news tip? We want to hear from you. Strait and harbour news, market data."
    )]
    [InlineData(
        "https://www.zeit.de/news/2031-03/04/meerenge",
        "Hallo. Erscheinungsbild Diese Meldung wurde automatisch von der Agentur (dpa) übernommen. ",
        ""
    )]
    [InlineData(
        "https://mainichi.jp/english/articles/20310304/p2g/00m/0in/012000c",
        "A national daily March 4, 2031 (Mainichi Japan) ",
        ""
    )]
    [InlineData(
        "https://allafrica.com/stories/203103040001.html",
        "",
        " AllAfrica publishes around many reports a day. AllAfrica is a voice of many."
    )]
    [InlineData(
        "https://egyptianstreets.com/2031/03/04/strait/",
        "",
        " You must be logged in to post a comment. Another Harbour Opens Its Gates"
    )]
    [InlineData(
        "https://www.foxnews.com/world/strait",
        "",
        " The hottest stories ripped from the headlines, from crime to courts. Subscribed"
    )]
    [InlineData(
        "https://www.cbc.ca/news/world/strait-1.1",
        "",
        " Audience Relations, CBC P.O. Box 1 Station B Velin Toll-free: 1-800 Closed captions for all."
    )]
    [InlineData(
        "https://www.independent.co.uk/news/world/strait-b1.html",
        "Please reload. Please refresh your browser to be logged in We are there when it happens, paid for by those who can afford it. ",
        ""
    )]
    [InlineData(
        "https://www.lemonde.fr/en/international/article/2031/03/04/strait_1_4.html",
        "Tuesday, March 4, 2031 Harbour opens its gates Le Velin 2 min read ",
        " Lecture du Monde en cours sur un autre appareil. Vous pouvez lire ailleurs."
    )]
    [InlineData(
        "https://www.dw.com/en/strait/a-1",
        "",
        " While you're here: every week our editors sum up the harbour."
    )]
    [InlineData(
        "https://www.bbc.com/news/articles/strait",
        "",
        " Follow us on Twitter @BBCStrait A ship was found near the bridge on Monday. Forty captains are asked to wait."
    )]
    [InlineData(
        "https://www.cnbc.com/2031/03/04/strait.html",
        "In this article ",
        " Want a new career that's at sea?"
    )]
    [InlineData("https://mainichi.jp/english/articles/20310304/p2a/1", "Japanese version ", "")]
    [InlineData("https://egyptianstreets.com/2031/03/04/strait/", "Already have an account? ", "")]
    public void Furniture_of_an_outlets_exports_is_cut_and_recorded(
        string address,
        string before,
        string after
    )
    {
        CleanText clean = PlainText.Clean($"{before}{Lead} {Body}{after}", OutletRules.For(address));

        string text = string.Join(' ', clean.Pieces.Select(piece => piece.Text));
        Assert.Equal($"{Lead} {Body}", text);
        Assert.Contains(clean.Cuts, cut => cut.Why == "furniture");
    }

    [Fact]
    public void Rules_for_comments_among_an_outlets_paragraphs_are_dropped()
    {
        string page = $"""
            <!DOCTYPE html><html lang="de"><head><title>Gespräche über die Meerenge</title></head><body><div class="entry">
            <h1>Gespräche über die Meerenge</h1><p>{Lead}</p><p>{Body}</p>
            <div class="loop-nav"><div class="prev"><a href="/a">Ein anderer Artikel</a></div></div>
            <p style="padding: 10px; margin: 20px 0 0 0;">Hier gilt Höflichkeit, und wer sie nicht kennt, dessen Beitrag wird von uns ohne weitere Nachricht gelöscht.</p>
            </div></body></html>
            """;
        Verdict verdict = PageReader.Read(
            Capture.Of(
                Encoding.UTF8.GetBytes(page),
                "text/html; charset=utf-8",
                "https://wochenblatt.cc/meerenge/",
                "page.html",
                DateTimeOffset.UnixEpoch
            )
        );

        Assert.Equal($"{Lead}\n\n{Body}", Assert.IsType<Verdict.Keep>(verdict).Article.Text);
    }

    [Fact]
    public void An_outlet_without_a_file_has_no_rules() =>
        Assert.Null(OutletRules.For("https://www.velincourier.example/world/strait-talks"));

    [Fact]
    public void A_phrase_in_the_middle_of_a_text_is_the_texts_own()
    {
        string text = $"{Lead} {Body} The newspaper said: Advertisement Supported by nobody. {Body}";

        Assert.Contains(
            "Advertisement Supported by nobody",
            string.Join(
                ' ',
                PlainText
                    .Clean(text, OutletRules.For("https://www.nytimes.com/a"))
                    .Pieces.Select(piece => piece.Text)
            )
        );
    }
}
