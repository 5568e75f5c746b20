using System.IO.Compression;
using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Chancery.Press.Files;
using Chancery.Press.Mail;
using Chancery.Terms;

namespace Chancery.Press.Tests;

/// <summary>Whatever stands in an issue, an article or a watch, a page carries it as text.</summary>
public sealed class HostileTextTests
{
    private static readonly HtmlParser Parser = new();

    public static TheoryData<string> Attacks =>
        [
            "<script>alert(1)</script>",
            "</script><script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "' onmouseover='alert(1)",
            "</title><svg onload=alert(1)>",
            "<!--<script>",
            "]]><script>alert(1)</script>",
            "javascript:alert(1)",
            "&lt;script&gt;alert(1)&lt;/script&gt;",
            "\0\u0001\uD800 lone \uFFFE",
            "{{constructor.constructor('alert(1)')()}} @(1+1)",
        ];

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task Nothing_runs_and_the_words_stand_as_they_were(string attack)
    {
        var files = await Site.Build(Hostile(attack));
        foreach (var file in files.Where(f => f.Path.EndsWith(".html", StringComparison.Ordinal)))
            AssertHarmless(Parser.ParseDocument(files.Text(file.Path)));
        var page = Parser.ParseDocument(files.Text("issues/2031-03-07.html"));
        // HTML knows no null character and no lone surrogate: those two are replaced.
        if (!attack.Contains('\0', StringComparison.Ordinal))
        {
            Assert.Contains(attack, page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
            Assert.Contains(
                attack,
                page.QuerySelector("#n1 blockquote")!.TextContent,
                StringComparison.Ordinal
            );
        }
    }

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task Feeds_stay_well_formed_and_what_they_carry_runs_nothing(string attack)
    {
        var files = await Site.Build(Hostile(attack));
        var rss = XDocument.Parse(files.Text("rss.xml"));
        var html = rss.Descendants("{http://purl.org/rss/1.0/modules/content/}encoded").Single().Value;
        AssertHarmless(Parser.ParseDocument(html));
        XDocument.Parse(files.Text("atom.xml"));
        XDocument.Parse(files.Text("sitemap.xml"));
        using var json = JsonDocument.Parse(files.Text("feed.json"));
        AssertHarmless(
            Parser.ParseDocument(
                json.RootElement.GetProperty("items")[0].GetProperty("content_html").GetString()!
            )
        );
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JaVaScRiPt:alert(1)")]
    [InlineData("data:text/html,<script>alert(1)</script>")]
    [InlineData("vbscript:x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//evil.example/x")]
    [InlineData("https://user:secret@evil.example/")]
    [InlineData("not an address")]
    [InlineData(null)]
    public async Task An_address_that_is_not_plain_http_becomes_no_link(string? address)
    {
        var article = Sample.Article("Envoys met.", address: address);
        var line = Sample.Cited("Envoys met.", article, "Envoys met.");
        var issue = Sample.Issue(new(2031, 3, 7), line, line, line);
        issue = issue with { Briefings = [Sample.Absence("None came.", issue, address ?? "")] };
        var files = await Site.Build(Sample.Input([issue], article));
        var page = Parser.ParseDocument(files.Text("issues/2031-03-07.html"));
        Assert.Null(page.QuerySelector("a[rel~=external]"));
        AssertHarmless(page);
    }

    private static SiteInput Hostile(string attack)
    {
        var article = Sample.Article("Before " + attack + " after", attack, outlet: attack) with
        {
            Agency = attack,
            Language = attack,
        };
        var line = Sample.Cited(attack, article, attack);
        var issue = Sample.Issue(new(2031, 3, 7), line, line, line, new Line.Opinion(attack, attack)) with
        {
            Name = attack,
            Category = attack,
            Zone = attack,
            Digest = [new(attack, [new([line])])],
            Ahead = [line],
            Approved = new(attack, new DateTimeOffset(2031, 3, 14, 20, 0, 0, TimeSpan.Zero)),
        };
        issue = issue with
        {
            Briefings = [Sample.Absence(attack, issue, attack)],
            Corrections =
            [
                new(issue.Window.To, attack, attack, [new Change(2, attack), new Change(null, attack)]),
            ],
            Picture = new(new Digest(attack), attack, 3, 2, attack, attack, attack, attack),
        };
        var gone = issue with
        {
            Week = issue.Week.AddDays(-7),
            Withdrawn = new(issue.Window.To, attack, attack),
        };
        var input = Sample.Input([issue, gone], article);
        var evidence = ((Line.Cited)line).Citations[0];
        return input with
        {
            Speakers = [new(attack, attack, 1, issue.Window.To, () => [Said(attack, article)])],
            Tracks =
            [
                new Track
                {
                    Id = attack,
                    Watch = attack,
                    Name = attack,
                    Parties = [attack],
                    Mediator = attack,
                    Venue = attack,
                    Issue = attack,
                    Absent = [attack],
                    Rounds = [new(1, issue.Week, MeetingStatus.Held, MeetingForm.Phone, attack, [attack])],
                    Log =
                    [
                        new(issue.Window.From, TrackStep.Offer, null, null, 1, attack, attack, evidence, 3),
                    ],
                },
            ],
            Watch = Sample.Watch with { Id = attack, Name = attack, Question = attack, Subject = attack },
        };
    }

    private static LedgerEntry Said(string attack, Article article) =>
        new()
        {
            Article = article.Id,
            Number = 0,
            Outlet = attack,
            Headline = attack,
            Address = attack,
            Dated = article.Published!.Value.At,
            Statement = new()
            {
                Form = StatementForm.Indirect,
                Content = [],
                Evidence = default,
            },
            Cue = attack,
            Said = attack,
            Addressee = attack,
            Medium = attack,
            Through = [attack],
            When = attack,
        };

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task No_name_makes_a_path_that_leaves_the_sites_folder(string attack)
    {
        foreach (var path in (await Site.Build(Hostile("../../" + attack))).Select(file => file.Path))
            Assert.Matches(@"^([a-z]+/)?[a-z0-9-]*[a-z0-9](\.[a-z]+)+$", path);
    }

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task Files_and_mail_carry_it_as_text(string attack)
    {
        var input = Hostile(attack);
        var issue = input.Issues[0];
        AssertHarmless(Parser.ParseDocument(CmsIssue.Write(issue, input.Watch, Find)));
        AssertHarmless(Parser.ParseDocument(await HtmlIssue.Write(issue, input.Watch, Find)), style: true);
        var mail = await IssueMail.Write(
            issue,
            input.Watch,
            input.Articles,
            [(issue, issue.Corrections[0])],
            default
        );
        AssertHarmless(Parser.ParseDocument(mail.Html));
        using var docx = new ZipArchive(new MemoryStream(DocxIssue.Write(issue, input.Watch, Find)));
        foreach (var part in docx.Entries)
        {
            await using var stream = await part.OpenAsync();
            XDocument.Load(stream);
        }

        Article? Find(ArticleId id) => input.Articles.GetValueOrDefault(id);
    }

    private static void AssertHarmless(IDocument page, bool style = false)
    {
        foreach (var element in page.All)
        {
            if (element.LocalName == "script")
            {
                Assert.Equal("application/ld+json", element.GetAttribute("type"));
                using var json = JsonDocument.Parse(element.TextContent);
            }
            Assert.DoesNotContain(
                element.LocalName,
                (string[])["svg", "iframe", "object", "embed", "form", "base"]
            );
            Assert.True(style || element.LocalName != "style");
            if (element.LocalName == "img")
                Assert.StartsWith(
                    "pictures/",
                    element.GetAttribute("src")!.TrimStart('.', '/'),
                    StringComparison.Ordinal
                );
            foreach (var attribute in element.Attributes)
            {
                Assert.False(attribute.Name.StartsWith("on", StringComparison.Ordinal), attribute.Name);
                if (attribute.Name is "href" or "src")
                {
                    var scheme = attribute.Value.Split(':')[0].Trim();
                    Assert.True(
                        !attribute.Value.Contains(':', StringComparison.Ordinal)
                            || scheme is "https" or "http",
                        attribute.Value
                    );
                }
            }
        }
    }
}
