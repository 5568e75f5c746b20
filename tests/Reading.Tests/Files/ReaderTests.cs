using System.Text;
using Chancery.Reading.Files;
using Chancery.Terms;

namespace Chancery.Reading.Tests.Files;

public sealed class ReaderTests
{
    private static Capture Of(string text, string mediaType, string? address = null) =>
        Capture.Of(Encoding.UTF8.GetBytes(text), mediaType, address, "test", DateTimeOffset.UnixEpoch);

    private static Article Kept(Capture capture) =>
        Assert.IsType<Verdict.Keep>(Assert.Single(Reader.Read(capture))).Article;

    [Fact]
    public void A_JSON_line_carries_its_address_title_dek_date_and_tags()
    {
        var article = Kept(
            Of(
                """{"url":"https://www.paper.example/talks?utm_source=x","outlet":"paper.example","title":"Talks open","summary":"Delegations met.","published":"2026-03-06T18:05:00+01:00","tags":["Orva","Talks"],"text":"The delegations of Kestovia and Marenia met on Friday.\nThey will meet again."}""",
                JsonArticleType
            )
        );
        Assert.Equal("https://paper.example/talks", article.Key);
        Assert.Equal("Talks open", article.Headline);
        Assert.Equal("Delegations met.", article.Dek);
        Assert.Equal(
            new DateTimeOffset(2026, 3, 6, 18, 5, 0, TimeSpan.FromHours(1)),
            article.Published!.Value.At
        );
        Assert.Equal(["Orva", "Talks"], article.Tags);
        Assert.False(article.Partial);
    }

    private const string JsonArticleType = "application/json; profile=article";

    [Fact]
    public void A_line_of_a_feed_dump_is_part_of_its_article()
    {
        var article = Kept(
            Of(
                """{"url":"https://paper.example/1","feeds":["https://paper.example/rss"],"title":"Talks","published":"2026-03-06 00:00:03+00:00","text":"The lead of it."}""",
                JsonArticleType
            )
        );
        Assert.True(article.Partial);
        Assert.Equal(new DateTimeOffset(2026, 3, 6, 0, 0, 3, TimeSpan.Zero), article.Published!.Value.At);
    }

    [Fact]
    public void A_mapping_given_in_one_line_names_the_fields_and_stays_with_the_capture()
    {
        var (map, why) = FieldMap.Parse("title=kop, text=inhoud.plat");
        Assert.Null(why);
        var article = Kept(
            Of(
                """{"kop":"Talks","inhoud":{"plat":"They met."},"title":"another thing"}""",
                JsonArticleType + map!.Parameter
            )
        );
        Assert.Equal(("Talks", "They met."), (article.Headline, article.Text));
    }

    [Fact]
    public void A_mapping_may_be_a_JSON_object()
    {
        var (map, _) = FieldMap.Parse("""{"title": "kop"}""");
        Assert.Equal(["kop"], map![Field.Title]);
    }

    [Theory]
    [InlineData("headline=kop")]
    [InlineData("title")]
    [InlineData("{\"title\":")]
    public void A_mapping_that_names_no_part_is_refused_in_words(string line) =>
        Assert.Contains("title", FieldMap.Parse(line).Why!.Sentence, StringComparison.Ordinal);

    [Fact]
    public void A_newsletter_is_read_through_its_codings()
    {
        var article = Kept(
            Of(
                "From: =?utf-8?Q?The_B=C3=BCro?= <desk@letters.paper.example>\r\nSubject: =?utf-8?B?VGFsa3MgaW4gR2Vsw7Zu?=\r\n =?utf-8?Q?_again?=\r\nDate: Fri, 6 Mar 2026 18:05:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=\"b1\"\r\n\r\n--b1\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>The river f=C3=A4hrt=\r\n on.</p><p>Second.</p>\r\n--b1--\r\n",
                "message/rfc822"
            )
        );
        Assert.Equal("Talks in Gelön again", article.Headline);
        Assert.Equal("The river fährt on.\n\nSecond.", article.Text);
        Assert.Equal(new DateOnly(2026, 3, 6), article.Published!.Value.Day);
    }

    [Fact]
    public void A_message_of_endless_parts_ends()
    {
        var nested =
            string.Concat(
                Enumerable.Range(0, 5000).Select(_ => "Content-Type: multipart/mixed; boundary=b\n\n--b\n")
            ) + "\nWords of the letter.";
        var article = Reader.Read(Of(nested, "message/rfc822"));
        Assert.IsType<Verdict.Discard>(Assert.Single(article));
    }

    [Fact]
    public void A_capture_of_no_known_kind_is_discarded_with_its_origin()
    {
        var capture = Capture.Of(
            new byte[] { 0x89, 0x50, 0x4e, 0x47 },
            "image/png",
            null,
            "logo.png",
            DateTimeOffset.UnixEpoch
        );
        Assert.Contains(
            "logo.png",
            Assert.IsType<Verdict.Discard>(Assert.Single(Reader.Read(capture))).Why.Sentence,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_page_saved_as_one_file_is_read_as_the_page_it_was()
    {
        var paragraph =
            "The delegations of Kestovia and Marenia met again on Friday in the old customs house on the river and spoke for two hours.";
        var saved =
            $"From: <Saved by a browser>\r\nSnapshot-Content-Location: https://www.paper.example/talks\r\nSubject: Talks\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--part--\"\r\n\r\n----part--\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://www.paper.example/talks\r\n\r\n<html><head><title>Talks</title></head><body><article><h1>Talks</h1><p>{paragraph[..60]}=\r\n{paragraph[60..]}</p><p>{paragraph}</p></article></body></html>\r\n----part--\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: cid:1\r\n\r\niVBORw0K\r\n----part----\r\n";
        var capture = Assert
            .IsType<Finding.Found>(
                Assert.Single(
                    Intake.Open(
                        "-",
                        new IntakeOptions
                        {
                            StandardInput = () => new MemoryStream(Encoding.UTF8.GetBytes(saved)),
                        }
                    )
                )
            )
            .Capture;
        var article = Kept(capture);
        Assert.Equal("https://paper.example/talks", article.Key);
        Assert.Contains(paragraph, article.Text, StringComparison.Ordinal);
        Assert.Equal(capture.Digest, article.Capture);
    }

    [Fact]
    public void A_PDF_gives_its_text_layer_where_the_tool_is_installed()
    {
        // The smallest file that holds one line of text; the tool forgives it the table it leaves out.
        const string Pdf =
            "%PDF-1.1\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n4 0 obj<</Length 54>>stream\nBT /F 18 Tf 50 100 Td (Talks open on the river Orva) Tj ET\nendstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n";
        var finding = Assert.Single(
            Intake.Open(
                "-",
                new IntakeOptions { StandardInput = () => new MemoryStream(Encoding.ASCII.GetBytes(Pdf)) }
            )
        );
        if (finding is Finding.Missed { Why.Code: "pdf-tool" })
            Assert.Skip("pdftotext is not installed here.");
        Assert.Contains(
            "Talks open on the river Orva",
            Encoding.UTF8.GetString(Assert.IsType<Finding.Found>(finding).Capture.Body.Span),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_title_alone_is_part_of_an_article() =>
        Assert.True(
            Kept(Of("""{"url":"https://paper.example/1","title":"Talks open"}""", JsonArticleType)).Partial
        );

    [Fact]
    public void A_line_that_holds_the_page_itself_is_read_as_the_page()
    {
        var paragraph =
            "The delegations of Kestovia and Marenia met again on Friday in the old customs house on the river and spoke for two hours.";
        var article = Kept(
            Of(
                $$"""{"url":"https://paper.example/1","html":"<title>Talks</title><article><h1>Talks</h1><p>{{paragraph}}</p><p>{{paragraph}}</p></article>","date":"2026-03-06"}""",
                JsonArticleType
            )
        );
        Assert.Contains(paragraph, article.Text, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2026, 3, 6), article.Published!.Value.Day);
    }

    [Fact]
    public void A_line_in_another_encoding_and_a_character_cut_in_half_cost_nothing_else()
    {
        var line = Encoding.Latin1.GetBytes(
            """{"title":"Gr\u00fc\u00dfe \ud83d","text":"Die Verhandlungen über die Schleusen gehen weiter, \ud83d\ude00."}"""
        );
        var capture = Assert
            .IsType<Finding.Found>(
                Assert.Single(
                    Intake.Open("-", new IntakeOptions { StandardInput = () => new MemoryStream(line) })
                )
            )
            .Capture;
        Assert.Equal(line, capture.Body.ToArray());
        var article = Kept(capture);
        Assert.Equal("Grüße \uFFFD", article.Headline);
        Assert.Equal("Die Verhandlungen über die Schleusen gehen weiter, 😀.", article.Text);
    }
}
