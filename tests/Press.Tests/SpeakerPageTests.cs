using AngleSharp.Html.Parser;
using Chancery.Terms;

namespace Chancery.Press.Tests;

public sealed class SpeakerPageTests
{
    private static readonly DateTimeOffset Monday = new(2031, 3, 3, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Words_that_two_outlets_carry_stand_once_with_both()
    {
        var page = await Page(
            Said(
                "courier.example",
                "We will return to Harl next week, whatever happens in the port,",
                Monday
            ),
            Said("harbour.example", "We will return to Harl next week, whatever happens in the port", Monday)
        );

        var said = Assert.Single(page.QuerySelectorAll(".said"));
        Assert.Contains("courier.example", said.TextContent, StringComparison.Ordinal);
        Assert.Contains("harbour.example", said.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(",”", said.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_position_that_moved_is_told_oldest_first()
    {
        var page = await Page(
            Said("courier.example", "We take part in the talks", Monday.AddDays(2), Stance.Promise),
            Said("courier.example", "There will be no talks", Monday.AddDays(1), Stance.Refuse),
            Said("courier.example", "There will never be talks", Monday, Stance.Refuse)
        );

        var turns = page.QuerySelectorAll(".positions li")
            .Select(li => li.QuerySelector(".words")!.TextContent)
            .ToArray();
        Assert.Equal(2, turns.Length);
        Assert.Contains("never", turns[0], StringComparison.Ordinal);
        Assert.Contains("take part", turns[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_stands_only_where_it_is_another_than_the_articles_and_a_day_at_all()
    {
        var page = await Page(
            Said("courier.example", "One", Monday) with
            {
                When = "PAST_REF",
            },
            Said("courier.example", "Two", Monday) with
            {
                When = "2031-03-01TEV",
            },
            Said("courier.example", "Three", Monday) with
            {
                When = "2031-03-03",
            }
        );

        Assert.Equal(
            [false, true, false],
            page.QuerySelectorAll(".said")
                .Select(said => said.TextContent.Contains("aid on 1 March 2031", StringComparison.Ordinal))
        );
        Assert.DoesNotContain("PAST_REF", page.Body!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> Page(params LedgerEntry[] entries)
    {
        var files = await Site.Build(
            Sample.Whole() with
            {
                Watch = Sample.Watch with { Stakes = ["talks"] },
                Speakers = [new("Jan Novák", null, entries.Length, Monday, () => entries)],
            }
        );
        var path = files.Single(file => file.Path.StartsWith("people/", StringComparison.Ordinal)).Path;
        return new HtmlParser().ParseDocument(files.Text(path));
    }

    private static LedgerEntry Said(
        string outlet,
        string words,
        DateTimeOffset dated,
        Stance stance = Stance.Say
    ) =>
        new()
        {
            Article = new ArticleId("0000000000000000"),
            Number = 0,
            Outlet = outlet,
            Headline = "A day in Harl",
            Address = $"https://{outlet}/{words.Length}",
            Dated = dated,
            Cue = "said",
            Said = words,
            Statement = new()
            {
                Form = StatementForm.Direct,
                Content = [],
                Stance = stance,
                Evidence = default,
            },
        };
}
