using Chancery.Record.Articles;
using Chancery.Record.Captures;
using Chancery.Record.Issues;
using Chancery.Record.Search;
using Chancery.Terms;

namespace Chancery.RecordTests;

public sealed class FullTextTests
{
    [Fact]
    public void Every_word_must_occur_and_the_last_may_be_unfinished()
    {
        using var desk = new Desk();
        Keep(desk, "a", "The envoys met in Orsa", "Nothing was agreed.");
        Keep(desk, "b", "The envoys went home", "Belmar kept quiet.");
        Assert.Equal(["a"], Found(desk, "envoys orsa"));
        Assert.Equal(["b"], Found(desk, "envoys bel"));
        Assert.Equal([], Found(desk, "envoys bel "));
        Assert.Equal([], Found(desk, "   "));
    }

    [Fact]
    public void Quoted_words_stand_in_a_row_and_accents_do_not_matter()
    {
        using var desk = new Desk();
        Keep(desk, "a", "Talks", "Jan Novák left the talks.");
        Assert.Equal(["a"], Found(desk, "\"jan novak\""));
        Assert.Equal([], Found(desk, "\"novak jan\""));
    }

    [Fact]
    public void Nothing_typed_is_an_operator()
    {
        using var desk = new Desk();
        Keep(desk, "a", "Talks", "Words and words.");
        foreach (
            var typed in (string[])
                ["NEAR(", "title:", "-words", "a\"b", "* OR (", "words AND", "^", "'; DROP TABLE words"]
        )
        {
            FullText.Find(desk.Store, new SearchQuery(typed));
            FullText.Count(desk.Store, new SearchQuery(typed) { Newest = true });
        }
    }

    [Fact]
    public void Only_the_current_version_of_an_article_is_found()
    {
        using var desk = new Desk();
        Keep(desk, "old", "Talks", "The first wording.", key: "https://paper.example/1", hour: 1);
        Keep(desk, "new", "Talks", "The second wording.", key: "https://paper.example/1", hour: 2);
        Assert.Equal(["new"], Found(desk, "wording"));
        Assert.Equal([], Found(desk, "first wording"));
        Keep(desk, "older", "Talks", "The oldest wording.", key: "https://paper.example/1", hour: 0);
        Assert.Equal(["new"], Found(desk, "wording"));
    }

    [Fact]
    public void A_title_weighs_more_than_a_text_and_the_newest_come_first_where_asked()
    {
        using var desk = new Desk();
        Keep(desk, "title", "Ceasefire", "Many other words that have nothing to do with it at all.", hour: 1);
        Keep(desk, "text", "Other", "A ceasefire was named among many other words here.", hour: 2);
        Assert.Equal(["title", "text"], Found(desk, "ceasefire"));
        Assert.Equal(["text", "title"], Found(desk, new SearchQuery("ceasefire") { Newest = true }));
    }

    [Fact]
    public void Outlet_and_time_narrow_what_is_found()
    {
        using var desk = new Desk();
        Keep(desk, "a", "Talks", "words", outlet: "paper.example", hour: 1);
        Keep(desk, "b", "Talks", "words", outlet: "wire.example", hour: 5);
        Assert.Equal(["b"], Found(desk, new SearchQuery("words") { Outlets = ["wire.example"] }));
        Assert.Equal(["a"], Found(desk, new SearchQuery("words") { Until = Desk.Monday.AddHours(3) }));
        Assert.Equal(2, FullText.Count(desk.Store, new SearchQuery("words")));
    }

    [Fact]
    public void An_issue_is_found_by_its_lines_and_by_its_newest_wording()
    {
        using var desk = new Desk();
        IssueShelf.KeepDraft(desk.Store, Issue("Envoys parted without a word."));
        Assert.Equal(["orva/2031-03-07"], Found(desk, "parted", SearchKind.Issue));
        IssueShelf.KeepDraft(desk.Store, Issue("Envoys stayed."));
        Assert.Equal([], Found(desk, "parted", SearchKind.Issue));
        Assert.Equal(["orva/2031-03-07"], Found(desk, "stayed", SearchKind.Issue));
    }

    /// <summary>The tests' own short names of the articles that they keep.</summary>
    private readonly Dictionary<string, string> names = [];

    private void Keep(
        Desk desk,
        string name,
        string headline,
        string text,
        string? key = null,
        string outlet = "wire.example",
        int hour = 0
    )
    {
        var at = Desk.Monday.AddHours(hour);
        var capture = Desk.Capture(name, at);
        CaptureArchive.Keep(desk.Store, [capture]);
        var article = Desk.Article(capture, text, key ?? $"https://wire.example/{name}") with
        {
            Id = ArticleId.Of(name, headline, text),
            Headline = headline,
            Outlet = outlet,
            Published = new Stamp(at, true),
        };
        names[article.Id.Value] = name;
        desk.Store.Write(connection => ArticleShelf.Keep(connection, article, at));
    }

    private static Issue Issue(string line) =>
        new()
        {
            Watch = "orva",
            Name = "Orva Watch",
            Week = new DateOnly(2031, 3, 7),
            Window = new Window(Desk.Monday, Desk.Monday.AddDays(7)),
            Zone = "Etc/UTC",
            Title = new Line.Cited("A title", []),
            Dek = new Line.Cited("A dek.", []),
            Lead = new Item(null, [new Paragraph([new Line.Cited(line, [])])]),
        };

    private IEnumerable<string> Found(Desk desk, SearchQuery query) =>
        FullText.Find(desk.Store, query).Select(hit => names.GetValueOrDefault(hit.Shown, hit.Shown));

    private IEnumerable<string> Found(Desk desk, string words, SearchKind kind = SearchKind.Article) =>
        Found(desk, new SearchQuery(words) { Kind = kind });
}
