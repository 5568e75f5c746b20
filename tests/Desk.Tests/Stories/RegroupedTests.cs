using Chancery.Desk;
using Chancery.Desk.Stories;
using Chancery.Terms;

namespace Chancery.DeskTests.Stories;

public class RegroupedTests
{
    private static readonly DateTimeOffset Monday = new(2031, 3, 3, 9, 0, 0, TimeSpan.Zero);

    private static readonly Coded[] Articles =
    [
        Article("a", 0),
        Article("b", 1),
        Article("c", 2),
        Article("d", 3),
    ];

    private static readonly Story[] Placed = [Of("a", 0, 1), Of("c", 2, 3)];

    [Fact]
    public void Merged_stories_are_one_under_the_older_address()
    {
        var story = Assert.Single(Regrouped.Over(Placed, Articles, [new Regrouping(true, "d", "b")]));
        Assert.Equal("id-a", story.Id);
        Assert.Equal(["id-a", "id-b", "id-c", "id-d"], story.Articles.Select(id => id.Value));
    }

    [Fact]
    public void An_article_that_was_split_off_is_a_story_of_its_own()
    {
        var stories = Regrouped.Over(Placed, Articles, [new Regrouping(false, "b", "a")]);
        Assert.Equal(["id-a", "id-b", "id-c"], stories.Select(story => story.Id));
        Assert.Equal("id-b", Assert.Single(stories[1].Articles).Value);
    }

    [Fact]
    public void No_two_stories_have_one_address_when_the_first_article_leaves()
    {
        var stories = Regrouped.Over(Placed, Articles, [new Regrouping(false, "a", "b")]);
        Assert.Equal(3, stories.Select(story => story.Id).Distinct().Count());
        Assert.Equal(4, stories.SelectMany(story => story.Articles).Distinct().Count());
    }

    [Fact]
    public void The_later_decision_counts()
    {
        Regrouping[] decided =
        [
            new(true, "d", "b"),
            new(false, "d", "a"),
            new(false, "c", "a"),
            new(true, "c", "d"),
        ];
        var stories = Regrouped.Over(Placed, Articles, decided);
        Assert.Equal(2, stories.Count);
        Assert.Equal(["id-c", "id-d"], stories[1].Articles.Select(id => id.Value));
    }

    [Fact]
    public void A_decision_about_articles_of_another_week_changes_nothing() =>
        Assert.Equal(
            Placed.Select(story => story.Id),
            Regrouped
                .Over(Placed, Articles, [new Regrouping(true, "a", "elsewhere")])
                .Select(story => story.Id)
        );

    private static Coded Article(string key, int hour) =>
        new(
            new Article
            {
                Id = new ArticleId("id-" + key),
                Key = key,
                Capture = new Digest(""),
                Reader = "test",
                Outlet = "wire.example",
                Headline = "",
                Text = "",
                Blocks = [],
            },
            new Coding { Article = new ArticleId("id-" + key), Coder = "" },
            Monday.AddHours(hour)
        );

    private static Story Of(string first, params int[] articles) =>
        new(
            "id-" + first,
            [.. articles.Select(i => Articles[i].Article.Id)],
            Articles[articles[0]].At,
            Articles[articles[^1]].At
        );
}
