using AngleSharp.Html.Parser;
using Chancery.Terms;

namespace Chancery.Press.Tests;

public sealed class SiteTests
{
    private static readonly HtmlParser Strict = new(new HtmlParserOptions { IsStrictMode = true });

    [Fact]
    public async Task Every_link_leads_to_a_file_of_the_site_or_out_of_it_and_every_fragment_to_an_element()
    {
        var files = await Site.Build(Sample.Whole());
        var pages = files
            .Where(f => f.Path.EndsWith(".html", StringComparison.Ordinal))
            .ToDictionary(f => f.Path, f => Strict.ParseDocument(files.Text(f.Path)));
        var links = 0;
        foreach (var (path, page) in pages)
        {
            foreach (var link in page.QuerySelectorAll("a[href], link[href]"))
            {
                var href = link.GetAttribute("href")!;
                if (href.StartsWith("https://", StringComparison.Ordinal))
                    continue;
                Assert.False(href.StartsWith('/'), $"{href} in {path} is not relative.");
                var target = new Uri(new Uri("https://site.example/" + path), href);
                var file = target.AbsolutePath[1..];
                Assert.Contains(files, f => f.Path == file);
                if (target.Fragment.Length > 1)
                    Assert.NotNull(pages[file].GetElementById(target.Fragment[1..]));
                links++;
            }
        }
        Assert.True(links > 50);
    }

    [Fact]
    public async Task Every_page_parses_strictly_and_no_id_stands_twice()
    {
        var files = await Site.Build(Sample.Whole());
        foreach (var file in files.Where(f => f.Path.EndsWith(".html", StringComparison.Ordinal)))
        {
            var page = Strict.ParseDocument(files.Text(file.Path));
            var ids = page.QuerySelectorAll("[id]").Select(e => e.Id).ToList();
            Assert.Equal(ids.Distinct().Count(), ids.Count);
            Assert.Single(page.QuerySelectorAll("h1"));
        }
    }

    [Fact]
    public async Task A_note_shows_outlet_headline_day_exact_words_and_the_way_to_the_original()
    {
        var files = await Site.Build(Sample.Whole());
        var page = Strict.ParseDocument(files.Text("issues/2031-03-07.html"));
        var sentence = page.QuerySelector(".digest p")!;
        Assert.Contains(
            "Marenia says that it saw 61 drones.",
            sentence.TextContent,
            StringComparison.Ordinal
        );
        var note = page.QuerySelector(sentence.QuerySelector("sup a")!.GetAttribute("href")!)!;
        Assert.Equal("61 drones", note.QuerySelector("blockquote")!.TextContent);
        Assert.Contains("Meridian Wire", note.TextContent, StringComparison.Ordinal);
        Assert.Contains("Drones over Hallin", note.TextContent, StringComparison.Ordinal);
        Assert.Contains("8 March 2031", note.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            "https://meridianwire.example/raid",
            note.QuerySelector(".where a")!.GetAttribute("href")
        );
    }

    [Fact]
    public async Task An_apostrophe_is_curved_in_the_text_and_left_alone_in_the_evidence()
    {
        var article = Sample.Article("The minister's 'no' stands.");
        var line = Sample.Cited("The minister's ‘no’ stands.", article, "The minister's 'no'");
        var files = await Site.Build(
            Sample.Input([Sample.Issue(new(2031, 3, 7), line, line, line)], article)
        );
        var page = Strict.ParseDocument(files.Text("issues/2031-03-07.html"));
        Assert.Equal("The minister’s ‘no’ stands.", page.QuerySelector("h1")!.TextContent);
        Assert.StartsWith(
            "The minister’s",
            page.QuerySelector(".lead p")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal("The minister's 'no'", page.QuerySelector("#n1 blockquote")!.TextContent);
    }

    [Fact]
    public async Task A_passage_that_is_cited_again_keeps_its_number()
    {
        var files = await Site.Build(Sample.Whole());
        var page = Strict.ParseDocument(files.Text("issues/2031-03-07.html"));
        var lead = page.QuerySelector(".lead sup a")!.GetAttribute("href");
        Assert.Equal(lead, page.QuerySelector(".ahead sup a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task An_absence_says_what_was_looked_at_and_an_opinion_bears_its_name()
    {
        var files = await Site.Build(Sample.Whole());
        var page = Strict.ParseDocument(files.Text("issues/2031-03-07.html"));
        var looked = page.QuerySelector(".briefings .looked")!.TextContent;
        Assert.Contains("rss.xml was read 8 times", looked, StringComparison.Ordinal);
        Assert.Contains("7 March 2031", looked, StringComparison.Ordinal);
        Assert.Contains(
            "Opinion: Ruth Ellery",
            page.QuerySelector(".opinion")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(0, 0, false, "was not read")]
    [InlineData(3, 1, false, "leave a gap")]
    [InlineData(8, 0, true, "no gap")]
    public async Task A_feed_that_was_read_badly_is_not_called_well_read(
        int reads,
        int failures,
        bool covered,
        string words
    )
    {
        var input = Sample.Whole();
        var issue = input.Issues[0];
        var absence = Sample.Absence("The desk could not look.", issue) with
        {
            Health = new FeedHealth(reads, failures, null, 0, covered),
        };
        var files = await Site.Build(input with { Issues = [issue with { Briefings = [absence] }] });
        var looked = Strict
            .ParseDocument(files.Text("issues/2031-03-07.html"))
            .QuerySelector(".briefings .looked")!;
        Assert.Contains(words, looked.TextContent, StringComparison.Ordinal);
        Assert.Equal(covered, looked.TextContent.Contains("no gap", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_desk_only_offered_is_nowhere()
    {
        var input = Sample.Whole();
        var spare = Sample.Article(
            "A cat was found in Selmouth.",
            "Cat found",
            "https://meridianwire.example/cat"
        );
        var offered = new Item("s9", [new([Sample.Cited("The cat is well.", spare, "A cat was found")])]);
        input = input with
        {
            Issues = [.. input.Issues.Select(i => i with { Offered = [offered] })],
            Articles = new Dictionary<ArticleId, Article>(input.Articles) { [spare.Id] = spare },
        };
        var files = await Site.Build(input);
        Assert.All(
            files,
            f =>
                Assert.DoesNotContain("cat was found", files.Text(f.Path), StringComparison.OrdinalIgnoreCase)
        );
        Assert.All(
            files,
            f => Assert.DoesNotContain("cat is well", files.Text(f.Path), StringComparison.OrdinalIgnoreCase)
        );
    }

    [Fact]
    public async Task The_same_input_gives_the_same_bytes_in_whatever_order_the_issues_come()
    {
        var input = Sample.Whole();
        var once = await Site.Build(input);
        var again = await Site.Build(input with { Issues = [.. input.Issues.Reverse()] });
        Assert.Equal(once.Select(f => f.Path), again.Select(f => f.Path));
        foreach (var (a, b) in once.Zip(again))
            Assert.True(a.Bytes.Span.SequenceEqual(b.Bytes.Span), a.Path);
    }

    [Fact]
    public async Task A_draft_says_that_it_is_one_and_is_kept_from_search_engines_and_feeds()
    {
        var input = Sample.Whole();
        var draft = input.Issues[1] with { Approved = null };
        var files = await Site.Build(input with { Issues = [input.Issues[0], draft] });
        var page = Strict.ParseDocument(files.Text("issues/2031-03-14.html"));
        Assert.NotNull(page.QuerySelector(".draft"));
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        foreach (var file in files.Where(f => f.Path != "issues/2031-03-14.html"))
            Assert.DoesNotContain("2031-03-14.html", files.Text(file.Path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_was_approved_the_front_page_shows_the_draft_and_is_kept_from_search_engines()
    {
        var input = Sample.Whole();
        var files = await Site.Build(input with { Issues = [input.Issues[0] with { Approved = null }] });
        var front = Strict.ParseDocument(files.Text("index.html"));
        Assert.Equal("issues/2031-03-07.html", front.QuerySelector("h1 a")!.GetAttribute("href"));
        Assert.Equal("noindex", front.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task An_article_that_is_not_at_hand_leaves_a_note_that_says_so_and_no_link()
    {
        var input = Sample.Whole() with { Articles = new Dictionary<ArticleId, Article>() };
        var files = await Site.Build(input);
        var page = Strict.ParseDocument(files.Text("issues/2031-03-07.html"));
        Assert.Contains("does not hold", page.QuerySelector("#n1")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#n1 .where a"));
    }

    [Fact]
    public async Task A_site_without_issues_is_a_site()
    {
        var files = await Site.Build(Sample.Input([]));
        Assert.Contains("No issue", files.Text("index.html"), StringComparison.Ordinal);
        Assert.Contains(files, f => f.Path == "rss.xml");
    }

    [Fact]
    public async Task Previous_and_next_stand_where_there_are_such()
    {
        var files = await Site.Build(Sample.Whole());
        var first = Strict.ParseDocument(files.Text("issues/2031-03-07.html"));
        var second = Strict.ParseDocument(files.Text("issues/2031-03-14.html"));
        Assert.Equal("../issues/2031-03-14.html", first.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        Assert.Null(first.QuerySelector("a[rel=prev]"));
        Assert.Equal("../issues/2031-03-07.html", second.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
    }
}
