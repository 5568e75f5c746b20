using Chancery.Desk.Stories;
using Chancery.Terms;
using Xunit;

namespace Chancery.Desk.Tests.Stories;

public class WeighingTests
{
    private static readonly Watch Watch = new()
    {
        Id = "ost",
        Name = "Ostmark Watch",
        Question = "What does this do to the prospect of talks?",
        Subject = "Ostmark war",
        Edition = new Edition(DayOfWeek.Friday, 7, 0, "UTC"),
        TopicsIn = ["Veldania", "Ostmark"],
        TopicsOut = ["song contest"],
        Stakes = ["talks", "ceasefire", "envoy"],
        Actors =
        [
            new WatchActor("Veldania", ActorKind.State, [], null, "veldania", true, []),
            new WatchActor("Ostmark", ActorKind.State, [], null, "ostmark", true, []),
            new WatchActor("Ilya Borin", ActorKind.Person, ["Borin"], null, "ostmark", true, []),
        ],
    };

    private static Coded Article(
        string outlet,
        string headline,
        string text,
        int minute,
        string? agency = null
    )
    {
        var id = ArticleId.Of($"{outlet}/{minute}", headline, text);
        return new Coded(
            new Article
            {
                Id = id,
                Key = $"{outlet}/{minute}",
                Capture = new Digest(""),
                Reader = "",
                Outlet = outlet,
                Headline = headline,
                Text = text,
                Agency = agency,
                Blocks = [],
            },
            new Coding { Article = id, Coder = "" },
            DateTimeOffset.UnixEpoch.AddMinutes(minute)
        );
    }

    private static Coded Shelling(string outlet, int minute) =>
        Article(
            outlet,
            "Ostmark shells Talvik harbour",
            $"Ostmark shelled the harbour of Talvik in Veldania, burning cranes and warehouses, {outlet} witnesses counted {minute} fires.",
            minute
        );

    private static Coded Talks(string outlet, int minute, string tail) =>
        Article(
            outlet,
            "Borin names envoy for talks with Veldania",
            $"President Ilya Borin of Ostmark named an envoy for ceasefire talks with Veldania in Lund. {tail}",
            minute
        );

    [Fact]
    public void A_story_on_talks_comes_before_a_louder_one_on_shelling()
    {
        var stories = Weighing.Weigh(
            Watch,
            [
                .. Enumerable.Range(1, 6).Select(i => Shelling($"paper{i}.example", i)),
                Talks("wire.example", 7, "Delegates arrive on Tuesday."),
                Talks("daily.example", 8, "Hotels were booked along the lake."),
            ]
        );
        Assert.Contains("talks", stories[0].Articles[0].Article.Headline, StringComparison.Ordinal);
    }

    [Fact]
    public void A_song_contest_is_put_out_with_its_reason()
    {
        var relevance = new Judge(Watch).Of(
            Article("x.example", "Veldania beats Ostmark in song contest", "Veldania won.", 1).Article
        );
        Assert.Equal(0, relevance.Score);
        Assert.Contains("song contest", relevance.Reasons[0], StringComparison.Ordinal);
    }

    [Fact]
    public void An_agency_text_in_three_outlets_is_one_family()
    {
        const string tail = "The envoy will travel by train, officials said, and stay for two nights.";
        var story = Assert.Single(
            Weighing.Weigh(
                Watch,
                [Talks("a.example", 1, tail), Talks("b.example", 2, tail), Talks("c.example", 3, tail)]
            )
        );
        Assert.Equal(3, story.Articles.Count);
        Assert.Equal(1, story.Families);
    }

    [Fact]
    public void Two_outlets_that_credit_one_agency_are_one_family()
    {
        var borin = "Borin names envoy for talks with Veldania";
        var story = Assert.Single(
            Weighing.Weigh(
                Watch,
                [
                    Article(
                        "a.example",
                        borin,
                        "Borin of Ostmark chose an envoy for talks with Veldania.",
                        1,
                        "Norwire"
                    ),
                    Article(
                        "b.example",
                        borin,
                        "An envoy was picked by Borin: Ostmark wants talks with Veldania.",
                        2,
                        "Norwire"
                    ),
                ]
            )
        );
        Assert.Equal(1, story.Families);
    }

    [Fact]
    public void A_roundup_of_the_day_adds_nothing_to_a_storys_weight()
    {
        var alone = Weighing.Weigh(Watch, [Talks("a.example", 1, "Delegates arrive.")]);
        var followed = Weighing.Weigh(
            Watch,
            [
                Talks("a.example", 1, "Delegates arrive."),
                Article(
                    "b.example",
                    "Ostmark war at a glance: Borin names envoy for talks with Veldania",
                    "President Borin of Ostmark named an envoy for ceasefire talks with Veldania in Lund.",
                    2
                ),
            ]
        );
        Assert.Equal(alone[0].Weight, followed.Max(story => story.Weight), 9);
    }

    [Fact]
    public void Each_reason_says_how_many_articles_give_it() =>
        Assert.Contains(
            "names Ostmark (2 of 2)",
            Weighing
                .Weigh(
                    Watch,
                    [Talks("a.example", 1, "Delegates arrive."), Talks("b.example", 2, "Hotels are full.")]
                )[0]
                .Reasons
        );
}
