using System.Text.Json;
using System.Text.Json.Nodes;
using Chancery.Polishing;
using Chancery.Terms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Chancery.ProgramTests;

/// <summary>A model at a real address that does what it is told, or does not.</summary>
public sealed class PolishingTests
{
    private const string Plain = "Belmar said that it would wait.";
    private const string Shorter = "Belmar said it would wait.";

    [Fact]
    public async Task A_proposal_that_passes_stands_with_the_citations_of_its_lines()
    {
        var (issue, tally) = await Polish(
            Answer("""{"lines": [{"from": [1], "text": "Belmar said it would wait."}]}""")
        );
        var line = Assert.IsType<Line.Cited>(issue.Lead.Paragraphs[0].Lines[0]);
        Assert.Equal(Shorter, line.Text);
        Assert.Equal("a", Assert.Single(line.Citations).Article.Value);
        Assert.Equal((1, 1, 0), (tally.Proposed, tally.Taken, tally.Refused.Count));
    }

    [Fact]
    public async Task What_the_gate_refuses_is_counted_and_the_plain_line_stays()
    {
        var (issue, tally) = await Polish(
            Answer("""{"lines": [{"from": [1], "text": "Belmar will attack."}]}""")
        );
        Assert.Equal(Plain, issue.Lead.Paragraphs[0].Lines[0].Text);
        Assert.Contains("1 refused", tally.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_bad_sentence_does_not_take_a_good_one_with_it()
    {
        var (issue, tally) = await Polish(
            Answer(
                """{"lines": [{"from": [1], "text": "Belmar said it would wait."}, {"from": [2], "text": "Orsa is doomed."}]}"""
            ),
            Plain,
            "Orsa did not answer."
        );
        Assert.Equal(
            [Shorter, "Orsa did not answer."],
            issue.Lead.Paragraphs[0].Lines.Select(line => line.Text)
        );
        Assert.Equal((2, 1, 1), (tally.Proposed, tally.Taken, tally.Refused.Count));
    }

    [Theory]
    [InlineData("""{"lines": [{"from": [7], "text": "Belmar said it would wait."}]}""")]
    [InlineData("""{"lines": [{"from": [], "text": "Belmar said it would wait."}]}""")]
    [InlineData("""{"lines": [{"from": ["1"], "text": "Belmar said it would wait."}]}""")]
    [InlineData("""{"lines": "Belmar said it would wait."}""")]
    [InlineData("""{"lines": [[1, "Belmar said it would wait."]]}""")]
    [InlineData("I cannot help with that.")]
    [InlineData("} {")]
    [InlineData("")]
    public async Task An_answer_of_another_form_changes_nothing(string answer)
    {
        var (issue, tally) = await Polish(Answer(answer));
        Assert.Equal(Plain, issue.Lead.Paragraphs[0].Lines[0].Text);
        Assert.Equal(0, tally.Taken);
    }

    [Fact]
    public async Task A_line_is_proposed_for_once()
    {
        var (issue, tally) = await Polish(
            Answer(
                """{"lines": [{"from": [1], "text": "Belmar said it would wait."}, {"from": [1], "text": "Belmar said it would wait."}]}"""
            )
        );
        Assert.Single(issue.Lead.Paragraphs[0].Lines);
        Assert.Equal(1, tally.Taken);
    }

    [Fact]
    public async Task A_model_that_fails_leaves_the_draft_as_it_was()
    {
        RequestDelegate[] failures =
        [
            context =>
            {
                context.Response.StatusCode = 500;
                return Task.CompletedTask;
            },
            context =>
            {
                context.Response.Redirect("http://elsewhere.example/");
                return Task.CompletedTask;
            },
            context => context.Response.WriteAsync("""{"choices": [{"message": 7}]}"""),
            context => context.Response.WriteAsync("[1, 2]"),
            context => context.Response.WriteAsync("not json"),
            async context =>
            {
                for (var i = 0; i < 64; i++)
                {
                    await context.Response.WriteAsync(new string('x', 8192));
                }
            },
            context =>
            {
                context.Abort();
                return Task.CompletedTask;
            },
        ];
        foreach (var failure in failures)
        {
            var (issue, tally) = await Polish(failure);
            Assert.Equal(Plain, issue.Lead.Paragraphs[0].Lines[0].Text);
            Assert.Equal((0, 2), (tally.Taken, tally.Unanswered.Count));
        }
    }

    [Fact]
    public async Task A_model_that_never_answers_is_not_waited_for()
    {
        var (issue, tally) = await Polish(
            context => Task.Delay(Timeout.Infinite, context.RequestAborted),
            TimeSpan.FromMilliseconds(200),
            Plain
        );
        Assert.Equal(Plain, issue.Lead.Paragraphs[0].Lines[0].Text);
        Assert.Contains("did not answer", tally.Unanswered[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Titles_and_deks_that_pass_stand_among_the_alternatives()
    {
        var (issue, _) = await Polish(
            Answer(
                """{"titles": [{"from": [1], "text": "Belmar said it would wait."}, {"from": [1], "text": "Belmar folds"}], "deks": [{"from": [1], "text": "Belmar said it would wait."}]}"""
            )
        );
        Assert.Equal([Shorter], issue.Alternatives.Select(line => line.Text));
        Assert.Equal([Shorter], issue.Deks.Select(line => line.Text));
        Assert.Equal("A title", issue.Title.Text);
    }

    [Fact]
    public async Task The_model_is_shown_lines_and_never_an_article()
    {
        var seen = new List<string>();
        await Polish(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            seen.Add(await reader.ReadToEndAsync());
            await Answer("{}")(context);
        });
        var user = JsonDocument
            .Parse(seen[0])
            .RootElement.GetProperty("messages")[1]
            .GetProperty("content")
            .GetString()!;
        Assert.Equal(Plain, JsonNode.Parse(user)!["lines"]![0]!["text"]!.GetValue<string>());
        Assert.DoesNotContain("secret", seen[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_asked_by_default_and_a_key_is_never_an_argument()
    {
        Assert.Null(ModelOptions.From(null, null, _ => null));
        var options = ModelOptions.From(
            "http://localhost:1/v1",
            "small",
            name => name == "CHANCERY_MODEL_KEY" ? "k" : null
        )!;
        Assert.Equal(("http://localhost:1/v1/", "k"), (options.Address.ToString(), options.Key));
        Assert.Throws<MisuseException>(() => ModelOptions.From("ftp://x", "small", _ => null));
        Assert.Throws<MisuseException>(() => ModelOptions.From("http://localhost:1/v1", null, _ => null));
    }

    private static RequestDelegate Answer(string content) =>
        context =>
            context.Response.WriteAsync(
                new JsonObject
                {
                    ["choices"] = new JsonArray(
                        new JsonObject { ["message"] = new JsonObject { ["content"] = content } }
                    ),
                }.ToJsonString()
            );

    private static Task<(Issue Issue, Polished Tally)> Polish(RequestDelegate model, params string[] lines) =>
        Polish(model, TimeSpan.FromSeconds(30), lines.Length == 0 ? [Plain] : lines);

    private static async Task<(Issue Issue, Polished Tally)> Polish(
        RequestDelegate model,
        TimeSpan patience,
        params string[] lines
    )
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var server = builder.Build();
        server.Run(model);
        await server.StartAsync();
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var http = new HttpClient(handler);
        var options = new ModelOptions(new Uri(server.Urls.First() + "/v1/"), "stub") { Patience = patience };
        // The gate itself is held elsewhere; here it lets one sentence pass.
        var polisher = new Polisher(
            new LanguageModel(http, options),
            (_, proposal, _) => proposal.Text == Shorter ? [] : [new Reason("refused", "It is not the one.")]
        );
        return await polisher.Polish(Draft(lines), CancellationToken.None);
    }

    private static Issue Draft(string[] lines) =>
        new()
        {
            Watch = "w",
            Name = "Watch",
            Week = new DateOnly(2031, 3, 7),
            Window = default,
            Zone = "UTC",
            Title = new Line.Cited("A title", []),
            Dek = new Line.Cited("A dek", []),
            Lead = new Item(
                null,
                [
                    new Paragraph([
                        .. lines.Select(text => new Line.Cited(
                            text,
                            [new Citation(new ArticleId("a"), new Passage(0, 6), "secret")]
                        )),
                    ]),
                ]
            ),
        };
}
