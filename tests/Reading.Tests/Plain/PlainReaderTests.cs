using System.Text;
using System.Text.Json;
using Chancery.Reading.Plain;
using Chancery.Terms;

namespace Chancery.Reading.Tests.Plain;

public class PlainReaderTests
{
    private const string Saved = """
        Follow us on social

        strait ferry harbour

        Strait Watch: Two sides settle on a calendar

        No date yet, but for the first time nobody left the table early

        Reporting | Northern Seas

        Delegations from Norrland and Ostmark met in Port Velin on Tuesday for a second round of talks about the closed strait, and stayed.

        “We came with a map and we leave with a calendar,” said Ilse Brandt, who leads the Norrland delegation, after six hours of talks.

        In other news from the strait this week:

        — The harbour master of Port Velin counted forty ships waiting outside, according to the Velin Courier, twice as many as in May.

        There were no ministry briefings this week.


        Top Photo Credit: Strait Watch (Courier House)
        Strait Watch: The spring round ends
        Reporting | Northern Seas
        beet harvest
        Top image credit: Courier House

        The smallest harvest in twenty years

        Economy

        Farmers in the southern valleys say that the harvest of sugar beets will be the smallest in twenty years of records kept there.

        But even more striking is the price that the mills are offering, which has not moved since the winter and will not move now.

        keep readingShow less

        LATEST

        Newsletter

        Subscribe now to our weekly round-up and never miss a word from the harbour.
        """;

    [Fact]
    public void The_article_alone_comes_out_of_saved_text()
    {
        Article article = Read(Saved);

        Assert.Equal("Strait Watch: Two sides settle on a calendar", article.Headline);
        Assert.Equal("No date yet, but for the first time nobody left the table early", article.Dek);
        Assert.Equal("Northern Seas", article.Section);
        Assert.StartsWith("Delegations from Norrland", article.Text);
        Assert.EndsWith("There were no ministry briefings this week.", article.Text);
        Assert.Contains("— The harbour master", article.Text);
    }

    [Fact]
    public void No_teaser_and_no_furniture_is_left() =>
        Assert.All(
            ["beets", "keep reading", "Subscribe", "Follow us", "Photo Credit", "spring round"],
            words => Assert.DoesNotContain(words, Read(Saved).Text)
        );

    [Theory]
    [InlineData("https://www.straitwatch.example/2031/calendar?utm_source=mail")]
    [InlineData("Source: https://m.straitwatch.example/2031/calendar")]
    public void The_line_that_says_where_a_text_was_saved_from_gives_address_and_outlet(string line)
    {
        Article article = Read($"{line}\n\n{Saved}");

        Assert.Equal("https://straitwatch.example/2031/calendar", article.Address);
        Assert.Equal("straitwatch.example", article.Outlet);
        Assert.DoesNotContain("straitwatch.example", article.Text);
    }

    [Fact]
    public void Lines_that_a_mail_program_broke_are_joined()
    {
        string text = string.Join(
            "\n\n",
            Enumerable.Repeat(
                "Delegations from Norrland and Ostmark met in Port Velin\non Tuesday for a second round of talks about the closed\nstrait, and nobody left the table before the evening was\nover.",
                4
            )
        );

        Assert.DoesNotContain('\n', Read(text).Blocks[0].Passage.In(Read(text).Text).ToString());
    }

    [Fact]
    public void An_empty_text_is_called_empty() =>
        Assert.Equal("empty", Assert.IsType<Verdict.Discard>(PlainReader.Read(Of(" \n "))).Why.Code);

    [Theory]
    [InlineData("issue-2024-08-23.txt", 11)]
    [InlineData("issue-2025-05-23.txt", 10)]
    public void Every_quotation_of_the_saved_columns_is_intact(string file, int quotations)
    {
        string? folder = Shared();
        if (folder is null)
        {
            Assert.Skip("The saved columns are not beside this repository.");
        }

        string saved = File.ReadAllText(Path.Combine(folder, file));
        Article article = Read(saved);
        var expected = File.ReadLines(Path.Combine(folder, "quotations.jsonl"))
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Where(quotation => quotation.GetProperty("file").GetString() == file)
            .Select(quotation =>
                saved[quotation.GetProperty("start").GetInt32()..quotation.GetProperty("end").GetInt32()]
            )
            .ToList();

        Assert.Equal(quotations, expected.Count);
        Assert.All(expected, quotation => Assert.Contains(quotation, article.Text));
        Assert.DoesNotContain("keep reading", article.Text);
        Assert.DoesNotContain("redit:", article.Text);
    }

    private static string? Shared()
    {
        string? set = Environment.GetEnvironmentVariable("CHANCERY_SHARED");
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            string candidate = Path.Combine(
                set ?? Path.Combine(at.Parent?.FullName ?? at.FullName, "shared"),
                "column"
            );
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }

    private static Capture Of(string text) =>
        Capture.Of(
            Encoding.UTF8.GetBytes(text),
            "text/plain; charset=utf-8",
            null,
            "saved.txt",
            DateTimeOffset.UnixEpoch
        );

    private static Article Read(string text) =>
        Assert.IsType<Verdict.Keep>(PlainReader.Read(Of(text))).Article;
}
