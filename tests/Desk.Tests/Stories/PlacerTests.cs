using Chancery.Desk.Stories;
using Chancery.Terms;
using Xunit;

namespace Chancery.Desk.Tests.Stories;

public class PlacerTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 9, 8, 0, 0, TimeSpan.Zero);

    private static string Place(Placer placer, int n, string headline, string text, double days = 0) =>
        placer.Place(
            ArticleId.Of($"https://wire.example/{n}", headline, text),
            Monday.AddDays(days).AddMinutes(n),
            headline,
            text
        );

    [Fact]
    public void Two_accounts_of_one_happening_are_one_story()
    {
        var placer = new Placer();
        var first = Place(
            placer,
            1,
            "Drone strike sets Talvik refinery on fire",
            "A drone strike set the refinery of Talvik on fire on Monday, the governor of Ostmark said. Two workers were hurt."
        );
        var second = Place(
            placer,
            2,
            "Talvik refinery burns after drones hit it",
            "The refinery at Talvik was burning after a drone strike, Ostmark's governor said; two workers were hurt in the fire."
        );
        Assert.Equal(first, second);
    }

    [Fact]
    public void Two_raids_in_one_week_that_share_only_the_sides_stay_two_stories()
    {
        var placer = new Placer();
        // The names that a week is full of: by now they say little.
        string[] doings =
        [
            "drought",
            "harvest",
            "railway",
            "orchestra",
            "budget",
            "elections",
            "measles",
            "fishery",
        ];
        for (var n = 10; n < 90; n++)
        {
            var doing = doings[n % doings.Length];
            Place(
                placer,
                n,
                $"Veldania and Ostmark: {doing}",
                // Twenty words of its own a matter, like "ardrought": no two matters share one.
                $"Veldania, Ostmark: {string.Join(' ', Enumerable.Range(0, 20).Select(i => $"{(char)('a' + i)}r{doing}"))}",
                -3
            );
        }
        var first = Place(
            placer,
            1,
            "Ostmark strikes Talvik refinery",
            "Ostmark struck the refinery at Talvik in Veldania on Monday. Governor Pell said tanks burned for hours and firefighters came from Lund."
        );
        var second = Place(
            placer,
            2,
            "Ostmark shells hospital in Brennik",
            "Ostmark shelled a hospital in Brennik in Veldania on Thursday. Doctor Imra Sel carried newborns to a cellar while windows shattered.",
            3
        );
        Assert.NotEqual(first, second);
    }

    [Fact]
    public void Look_alikes_that_had_been_taken_for_one_are_parted_and_the_first_keeps_its_address()
    {
        var placer = new Placer();
        var ids = new List<string>();
        string[] towns = ["Talvik", "Brennik"];
        string[] victims = ["Imra Selk Adler baker Mill harbour", "Jonas Vik Pardo sailor Quarry tower"];
        for (var n = 0; n < 12; n++)
        {
            var which = n % 2;
            ids.Add(
                Place(
                    placer,
                    n,
                    "Jury finds defendant guilty of arson attack on museum",
                    $"The jury found the defendant guilty of the arson attack on the museum of {towns[which]}. "
                        + $"Prosecutors asked the court for a sentence of prison. {victims[which]} testified {towns[which]}."
                )
            );
        }
        placer.Correct();
        var stories = placer.Stories;
        Assert.Equal(2, stories.Count);
        Assert.All(stories, story => Assert.Equal(6, story.Articles.Count));
        Assert.Equal(ids[0], stories[0].Id);
        Assert.Equal(stories[1].Articles[0].Value, stories[1].Id);
    }

    [Fact]
    public void Every_article_is_in_exactly_one_story_however_often_stories_are_corrected()
    {
        var placer = new Placer();
        string[] words = ["harbour", "tariff", "embassy", "glacier", "ballot", "orchard", "reactor"];
        for (var n = 0; n < 500; n++)
        {
            var topic = words[n % words.Length];
            Place(
                placer,
                n,
                $"{topic} {words[n * 3 % 5]} report",
                $"{topic} {topic}ist {words[n % 3]} note {n % 11}",
                n / 50.0
            );
        }
        placer.Correct();
        var articles = placer.Stories.SelectMany(story => story.Articles).ToList();
        Assert.Equal(500, articles.Count);
        Assert.Equal(500, articles.Distinct().Count());
    }

    [Fact]
    public void A_story_silent_for_more_than_a_year_is_closed_and_handed_over()
    {
        var closed = new List<Story>();
        var placer = new Placer(closed.Add);
        const string headline = "Talvik refinery on fire";
        var first = Place(placer, 1, headline, "The refinery of Talvik burned.");
        var second = Place(placer, 2, headline, "The refinery of Talvik burned.", 500);
        Assert.NotEqual(first, second);
        Assert.Equal(first, Assert.Single(closed).Id);
    }

    [Fact]
    public void An_article_without_words_is_a_story_of_its_own()
    {
        var placer = new Placer();
        Assert.NotEqual(Place(placer, 1, "", ""), Place(placer, 2, "", ""));
        placer.Correct();
        Assert.Equal(2, placer.Stories.Count);
    }
}
