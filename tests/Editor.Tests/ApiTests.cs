using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Chancery.Record.Access;
using Chancery.Record.Issues;

namespace Chancery.EditorTests;

/// <summary>What programs may do, and that nothing but a token lets them.</summary>
public sealed class ApiTests : IClassFixture<Bare>
{
    private const string Draft = "/api/drafts/demo/2026-03-06";
    private readonly Served served;

    public ApiTests(Bare bare)
    {
        served = bare.Served;
        served.Forget("edits", "drafts", "comments");
        IssueShelf.KeepDraft(served.Store, DraftTests.Issue());
    }

    [Fact]
    public async Task Without_a_token_nothing_is_told_whatever_the_browser_holds()
    {
        using var nobody = new HttpClient { BaseAddress = served.Address };
        var answer = await nobody.GetAsync("/api/issues");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().Scheme);
        using var browser = await served.SignedIn(Role.Publisher);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.Get("/api/issues")).StatusCode);
    }

    [Fact]
    public async Task A_line_is_read_changed_and_changed_again_only_by_who_has_seen_it()
    {
        using var program = await Program(Role.Editor, Scope.Edit);
        var draft = await program.GetFromJsonAsync<JsonNode>(Draft);
        var line = draft!["lines"]!.AsArray().Single(one => (string?)one!["line"]!["text"] == "First.")!;
        var edit = new JsonObject
        {
            ["seen"] = 0,
            ["edit"] = new JsonObject
            {
                ["kind"] = "write",
                ["id"] = (string?)line["id"],
                ["line"] = new JsonObject
                {
                    ["kind"] = "opinion",
                    ["text"] = "So be it.",
                    ["signedBy"] = "Somebody Else",
                },
            },
        };
        var kept = await program.PostAsJsonAsync($"{Draft}/edits", edit);
        Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
        Assert.Equal(
            HttpStatusCode.Conflict,
            (await program.PostAsJsonAsync($"{Draft}/edits", edit)).StatusCode
        );
        draft = await program.GetFromJsonAsync<JsonNode>(Draft);
        var now = draft!["lines"]!.AsArray().Single(one => (string?)one!["id"] == (string?)line["id"])!;
        Assert.Equal(
            ("So be it.", "Ida Editor", 1),
            ((string?)now["line"]!["text"], (string?)now["line"]!["signedBy"], (int)now["revision"]!)
        );
        var edits = await program.GetFromJsonAsync<JsonArray>($"{Draft}/edits");
        Assert.Equal("Ida Editor", (string?)edits!.Single()!["by"]);
    }

    [Fact]
    public async Task A_token_may_no_more_than_its_scope_and_its_person()
    {
        using var reads = await Program(Role.Publisher, Scope.Read);
        Assert.Equal(HttpStatusCode.OK, (await reads.GetAsync(Draft)).StatusCode);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await reads.PostAsJsonAsync($"{Draft}/edits", new JsonObject())).StatusCode
        );
        using var approves = await Program(Role.Editor, Scope.Approve);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (
                await approves.PostAsJsonAsync($"{Draft}/approval", new JsonObject { ["number"] = 0 })
            ).StatusCode
        );
    }

    [Fact]
    public async Task What_does_not_hold_is_not_approved_for_a_program_either()
    {
        using var program = await Program(Role.Publisher, Scope.Approve);
        var answer = await program.PostAsJsonAsync($"{Draft}/approval", new JsonObject { ["number"] = 0 });
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("do not hold", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_is_told_once_listed_without_it_and_ended()
    {
        using var browser = await served.SignedIn(Role.Reader);
        await browser.Get("/tokens");
        await browser.Send("/tokens", ("name", "A script"), ("scope", "Read"));
        var token = browser.Page!.QuerySelector("code")!.TextContent;
        using var program = Client(token);
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/api/issues")).StatusCode);
        await browser.Get("/tokens");
        Assert.DoesNotContain(token, browser.Page!.DocumentElement.OuterHtml, StringComparison.Ordinal);
        await browser.Send(
            "/tokens/end",
            ("id", browser.Page.QuerySelector("[name=id]")!.GetAttribute("value")!)
        );
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/api/issues")).StatusCode);
    }

    [Fact]
    public async Task Alive_and_ready_are_two_questions_for_anybody()
    {
        await using var served = await Served.Start();
        using var nobody = new HttpClient { BaseAddress = served.Address };
        Assert.Equal("alive", (string?)(await nobody.GetFromJsonAsync<JsonNode>("/health/live"))!["status"]);
        Assert.Equal("ready", (string?)(await nobody.GetFromJsonAsync<JsonNode>("/health/ready"))!["status"]);
        served.Store.Dispose();
        Assert.Equal(HttpStatusCode.OK, (await nobody.GetAsync("/health/live")).StatusCode);
    }

    private async Task<HttpClient> Program(Role role, Scope scope)
    {
        (await served.SignedIn(role)).Dispose();
        var account = AccountShelf.ByName(served.Store, role.ToString().ToLowerInvariant())!;
        return Client(TokenShelf.Make(served.Store, account.Id, "test", scope, served.Clock.GetUtcNow()));
    }

    private HttpClient Client(string token) =>
        new()
        {
            BaseAddress = served.Address,
            DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
        };
}
