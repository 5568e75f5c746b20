using System.IO.Compression;
using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using Chancery.Press.Files;
using Chancery.Terms;

namespace Chancery.Press.Tests;

/// <summary>What happens to an issue after it is published, and what is made again when something changes.</summary>
public sealed class PublicationTests
{
    private static readonly HtmlParser Strict = new(new HtmlParserOptions { IsStrictMode = true });

    private static readonly DateTimeOffset Later = new(2031, 4, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_correction_stands_at_the_head_at_its_sentence_in_the_log_and_in_the_feeds()
    {
        var input = Sample.Whole();
        var corrected = input.Issues[0] with
        {
            Corrections =
            [
                new(Later, "Ruth Ellery", "They met on Friday.", [new Change(2, "They met on Thursday.")]),
            ],
        };
        var files = await Site.Build(input with { Issues = [corrected, input.Issues[1]] });
        var page = Strict.ParseDocument(files.Text("issues/2031-03-07.html"));
        Assert.Contains(
            "They met on Friday.",
            page.QuerySelector("#c1")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "They met on Thursday.",
            page.QuerySelector("#c1 .was")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal("#c1", page.QuerySelector(".lead p .corrected")!.GetAttribute("href"));
        Assert.Contains("1 April 2031", files.Text("corrections.html"), StringComparison.Ordinal);
        Assert.Contains("Corrected on 1 April 2031", files.Text("archive.html"), StringComparison.Ordinal);
        using var feed = JsonDocument.Parse(files.Text("feed.json"));
        var entry = feed.RootElement.GetProperty("items")[1];
        Assert.Equal("2031-04-01T12:00:00Z", entry.GetProperty("date_modified").GetString());
        Assert.Contains(
            "They met on Friday.",
            entry.GetProperty("content_html").GetString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_withdrawn_issue_keeps_its_address_which_says_why_and_its_words_are_nowhere()
    {
        var input = Sample.Whole();
        var gone = input.Issues[0] with { Withdrawn = new(Later, "Ruth Ellery", "Its source was forged.") };
        var files = await Site.Build(input with { Issues = [gone, input.Issues[1]] });
        var page = Strict.ParseDocument(files.Text("issues/2031-03-07.html"));
        Assert.Contains("Its source was forged.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.All(
            files,
            file =>
                Assert.DoesNotContain("Nobody is in a hurry", files.Text(file.Path), StringComparison.Ordinal)
        );
        var atom = XDocument.Parse(files.Text("atom.xml"));
        Assert.Single(atom.Descendants("{http://purl.org/atompub/tombstones/1.0}deleted-entry"));
        Assert.Single(atom.Descendants("{http://www.w3.org/2005/Atom}entry"));
        Assert.Contains("Withdrawn on 1 April 2031", files.Text("archive.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_released_later_is_nowhere_before_and_everywhere_then()
    {
        var input = Sample.Whole();
        var timed = input with { Issues = [input.Issues[0], input.Issues[1] with { Release = Later }] };
        var before = await Site.Build(timed with { Now = Later.AddSeconds(-1) });
        Assert.All(
            before,
            file => Assert.DoesNotContain("A quiet week", before.Text(file.Path), StringComparison.Ordinal)
        );
        Assert.DoesNotContain(before, file => file.Path.Contains("2031-03-14", StringComparison.Ordinal));
        var after = await Site.Build(timed with { Now = Later });
        Assert.Contains("A quiet week", after.Text("index.html"), StringComparison.Ordinal);
        Assert.Contains("Tue, 01 Apr 2031 12:00:00 +0000", after.Text("rss.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_issue_changes_the_keys_of_its_neighbours_and_lists_and_of_nothing_else()
    {
        var input = Many(30);
        var before = Keys(input with { Issues = [.. input.Issues.Take(29)] });
        var after = Keys(input);
        var changed = after.Keys.Where(path => before.GetValueOrDefault(path) != after[path]).Order();
        Assert.Equal(
            [
                "archive.html",
                "atom.xml",
                "feed.json",
                "index.html",
                $"issues/{input.Issues[28].Week:yyyy-MM-dd}.html",
                $"issues/{input.Issues[29].Week:yyyy-MM-dd}.html",
                "rss.xml",
                "sitemap.xml",
            ],
            changed
        );
        // A key that stands for other bytes would leave a stale page: what kept its key kept its bytes.
        var old = (await Site.Build(input with { Issues = [.. input.Issues.Take(29)] })).ToDictionary(f =>
            f.Path
        );
        foreach (var file in await Site.Build(input))
            if (before.GetValueOrDefault(file.Path) == after[file.Path])
                Assert.True(old[file.Path].Bytes.Span.SequenceEqual(file.Bytes.Span), file.Path);
    }

    [Fact]
    public void Another_watch_another_address_or_another_text_is_another_key()
    {
        var input = Sample.Whole();
        var first = Keys(input)["issues/2031-03-07.html"];
        Assert.NotEqual(
            first,
            Keys(input with { Watch = input.Watch with { Name = "Other" } })["issues/2031-03-07.html"]
        );
        Assert.NotEqual(first, Keys(input with { Address = null })["issues/2031-03-07.html"]);
        var edited = input.Issues[0] with { Dek = new Line.Opinion("Another", "Ruth Ellery") };
        Assert.NotEqual(
            first,
            Keys(input with { Issues = [edited, input.Issues[1]] })["issues/2031-03-07.html"]
        );
    }

    [Fact]
    public async Task An_older_issue_that_shares_rare_names_is_a_teaser_of_a_newer_one()
    {
        var input = Many(12);
        var files = await Site.Build(input);
        var page = Strict.ParseDocument(files.Text($"issues/{input.Issues[11].Week:yyyy-MM-dd}.html"));
        var teasers = page.QuerySelectorAll("section[aria-labelledby=related] a")
            .Select(a => a.GetAttribute("href"));
        Assert.Equal([$"../issues/{input.Issues[1].Week:yyyy-MM-dd}.html"], teasers);
    }

    [Fact]
    public async Task The_picture_is_a_file_of_the_site_with_its_credit()
    {
        var input = Sample.Whole();
        var digest = Digest.Of("picture"u8);
        var picture = new IssuePicture(
            digest,
            "image/png",
            640,
            360,
            "Two chairs",
            "Lena Osk",
            "Before the talks"
        );
        var files = await Site.Build(
            input with
            {
                Issues = [input.Issues[0], input.Issues[1] with { Picture = picture }],
                Picture = _ => "picture"u8.ToArray(),
            }
        );
        var page = Strict.ParseDocument(files.Text("issues/2031-03-14.html"));
        Assert.Equal($"../pictures/{digest.Hex}.png", page.QuerySelector("figure img")!.GetAttribute("src"));
        Assert.Equal("Two chairs", page.QuerySelector("figure img")!.GetAttribute("alt"));
        Assert.Contains("Lena Osk", page.QuerySelector("figcaption")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("picture", files.Text($"pictures/{digest.Hex}.png"));
    }

    [Fact]
    public void A_word_document_has_headings_and_a_footnote_for_each_number()
    {
        var input = Sample.Whole();
        using var docx = new ZipArchive(
            new MemoryStream(
                DocxIssue.Write(input.Issues[0], input.Watch, id => input.Articles.GetValueOrDefault(id))
            )
        );
        XNamespace w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        var (document, footnotes) = (Load("word/document.xml"), Load("word/footnotes.xml"));
        Assert.Contains("Nobody is in a hurry", document.Value, StringComparison.Ordinal);
        Assert.Contains(
            document.Descendants(w + "pStyle"),
            style => style.Attribute(w + "val")!.Value == "Heading1"
        );
        var used = document
            .Descendants(w + "footnoteReference")
            .Select(r => r.Attribute(w + "id")!.Value)
            .ToList();
        var given = footnotes.Elements(w + "footnote").Skip(2).Select(f => f.Attribute(w + "id")!.Value);
        Assert.Equal(used, given);
        Assert.Contains("As note 2.", footnotes.Value, StringComparison.Ordinal);
        Assert.Contains("“61 drones”", footnotes.Value, StringComparison.Ordinal);

        XElement Load(string part)
        {
            using var stream = docx.GetEntry(part)!.Open();
            return XDocument.Load(stream).Root!;
        }
    }

    /// <summary>Weekly issues that name one common actor; the second and the last name a rare one too.</summary>
    private static SiteInput Many(int count)
    {
        var article = Sample.Article("Envoys met.");
        Issue[] issues =
        [
            .. Enumerable
                .Range(0, count)
                .Select(i =>
                    Sample.Issue(
                        new DateOnly(2031, 3, 7).AddDays(7 * i),
                        Sample.Cited($"Week {i} with Oslan", article, "Envoys met."),
                        Sample.Cited(
                            i == 1 || i == 11 ? "The Hallin Guild" : "Nothing more",
                            article,
                            "Envoys met."
                        ),
                        Sample.Cited("Envoys met.", article, "Envoys met.")
                    )
                ),
        ];
        var input = Sample.Input(issues, article);
        return input with { Watch = input.Watch with { Actors = [Actor("Oslan"), Actor("Hallin Guild")] } };

        static WatchActor Actor(string name) => new(name, ActorKind.Person, [], null, "other", false, []);
    }

    private static Dictionary<string, string> Keys(SiteInput input) =>
        new SitePlan(SiteSource.Of(input)).Pages.ToDictionary(page => page.Path, page => page.Key);
}
