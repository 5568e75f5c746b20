using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Chancery.Record.Access;

namespace Chancery.EditorTests;

/// <summary>Everything that the desk shows, read and written by a program, over the invented sample week.</summary>
public class ApiWeekTests(Week week) : IClassFixture<Week>
{
    private const string Inbox = "/api/inbox/demo/2026-03-06";

    private readonly Served served = week.Served;

    [Theory]
    [InlineData(Inbox)]
    [InlineData("/api/people/demo/2026-03-06")]
    [InlineData("/api/statements?watch=demo")]
    [InlineData("/api/events")]
    [InlineData("/api/figures")]
    [InlineData("/api/meetings")]
    [InlineData("/api/calendar/demo/2026-03-06")]
    [InlineData("/api/search?q=the")]
    [InlineData("/api/sources/demo")]
    [InlineData("/api/audit")]
    [InlineData("/api/accounts")]
    public async Task A_list_is_read_page_by_page_without_loss_or_repetition(string path)
    {
        using var program = await Program(Role.Publisher, Scope.Approve);
        var query = path.Contains('?', StringComparison.Ordinal) ? "&" : "?";
        if (path.EndsWith("accounts", StringComparison.Ordinal))
        {
            (await served.SignedIn(Role.Reader)).Dispose();
        }
        var whole = (await Rows(await program.GetAsync($"{path}{query}limit=500"))).Take(7).ToList();
        Assert.True(whole.Count > 1, $"{path} has {whole.Count}");
        List<string> read = [];
        var next = $"{path}{query}limit=2";
        while (next is not null && read.Count < whole.Count)
        {
            var answer = await program.GetAsync(next);
            read.AddRange(await Rows(answer));
            next = answer.Headers.TryGetValues("Link", out var links)
                ? links.Single().Split('>')[0].TrimStart('<')
                : null;
        }
        Assert.Equal(whole, read.Take(whole.Count));
    }

    [Fact]
    public async Task Stories_are_marked_dismissed_merged_and_split_and_each_is_taken_back()
    {
        using var program = await Program(Role.Editor, Scope.Edit);
        var before = await Ids(program);
        await Post(program, $"{Inbox}/marks", new { act = "star", stories = new[] { before[0] } });
        Assert.Equal([before[0]], await Ids(program, "?show=starred"));

        var dismissed = await Post(
            program,
            $"{Inbox}/acts",
            new { act = "dismiss", stories = before.Take(2) }
        );
        Assert.Equal(before.Skip(2), await Ids(program));
        await Post(program, $"{Inbox}/undo", new { undo = (string?)dismissed["undo"] });
        Assert.Equal(before, await Ids(program));

        var merged = await Post(
            program,
            $"{Inbox}/acts",
            new { act = "merge", stories = before.TakeLast(2) }
        );
        Assert.Equal(before.Count - 1, (await Ids(program)).Count);
        var gone = await program.PostAsJsonAsync(
            $"{Inbox}/acts",
            new { act = "merge", stories = before.TakeLast(2) }
        );
        Assert.Equal(HttpStatusCode.Conflict, gone.StatusCode);
        await Post(program, $"{Inbox}/undo", new { undo = (string?)merged["undo"] });
        Assert.Equal(before, await Ids(program));
    }

    [Fact]
    public async Task A_split_that_names_a_state_that_is_past_changes_nothing()
    {
        using var program = await Program(Role.Editor, Scope.Edit);
        var stories = await program.GetFromJsonAsync<JsonArray>(Inbox);
        var id = (string)stories!.First(story => story!["sources"]!.AsArray().Count > 1)!["id"]!;
        var answer = await program.GetAsync($"{Inbox}/{id}");
        var story = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        var article = (string)story["sources"]!.AsArray()[^1]!.AsArray()[0]!["id"]!;
        using var stale = Splitting("\"000000000000000000000000\"");
        var refused = await program.SendAsync(stale);
        Assert.Equal(HttpStatusCode.PreconditionFailed, refused.StatusCode);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType!.MediaType);
        using var fresh = Splitting(answer.Headers.ETag!.Tag);
        var done = await program.SendAsync(fresh);
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        var undo = (string?)JsonNode.Parse(await done.Content.ReadAsStringAsync())!["undo"];
        await Post(program, $"{Inbox}/undo", new { undo });

        HttpRequestMessage Splitting(string tag) =>
            new(HttpMethod.Post, $"{Inbox}/{id}/split")
            {
                Content = JsonContent.Create(new { articles = new[] { article } }),
                Headers = { { "If-Match", tag } },
            };
    }

    [Fact]
    public async Task An_article_is_added_corrected_and_the_correction_taken_back()
    {
        using var program = await Program(Role.Editor, Scope.Edit);
        var added = await program.PostAsJsonAsync(
            "/api/articles",
            new
            {
                headline = "A lock is mended",
                text = "The lock at Hallin opens on Monday. Ilse Brandt, the harbour master, put it on a board: the eastern gate stays shut for now.",
                published = "2026-03-09",
            }
        );
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        var id = (string)JsonNode.Parse(await added.Content.ReadAsStringAsync())!["id"]!;
        Assert.Equal(added.Headers.Location!.OriginalString, $"/api/articles/{id}");

        var refused = await program.PostAsJsonAsync(
            $"/api/articles/{id}/corrections",
            new { kind = "missed-statement", said = "the western gate stays shut" }
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains(
            "does not stand in this article",
            (string?)JsonNode.Parse(await refused.Content.ReadAsStringAsync())!["detail"],
            StringComparison.Ordinal
        );

        var list = await program.PostAsJsonAsync(
            $"/api/articles/{id}/corrections",
            new
            {
                kind = "missed-statement",
                said = "the eastern gate stays shut for now",
                words = "Ilse Brandt",
            }
        );
        Assert.Equal(HttpStatusCode.OK, list.StatusCode);
        var kept = JsonNode.Parse(await list.Content.ReadAsStringAsync())!.AsArray().Single()!;
        Assert.Equal(
            ("missed-statement", "Ida Editor"),
            ((string?)kept["emendation"]!["kind"], (string?)kept["madeBy"])
        );
        Assert.True(await Says());
        Assert.Equal(
            HttpStatusCode.NoContent,
            (await program.DeleteAsync($"/api/articles/{id}/corrections/{kept["id"]}")).StatusCode
        );
        Assert.False(await Says());

        async Task<bool> Says() =>
            (await program.GetFromJsonAsync<JsonNode>($"/api/articles/{id}/coding"))!
                ["statements"]
                ?.AsArray()
                .Any(said => (string?)said!["form"] == "indirect" && said["cue"] is null) == true;
    }

    [Fact]
    public async Task A_feed_is_added_listed_and_dropped_and_an_address_of_the_desks_own_network_is_not_asked()
    {
        using var program = await Program(Role.Editor, Scope.Edit);
        var feed = new
        {
            address = "https://paper.example/feed.xml",
            title = "The Paper",
            folders = new[] { "South" },
        };
        Assert.Equal(HttpStatusCode.Created, (await program.PostAsJsonAsync("/api/feeds", feed)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await program.PostAsJsonAsync("/api/feeds", feed)).StatusCode);
        var feeds = await program.GetFromJsonAsync<JsonArray>("/api/feeds");
        Assert.Equal("The Paper", (string?)feeds!.Single()!["title"]);
        var test = await program.PostAsJsonAsync(
            "/api/feeds/test",
            new { address = "http://127.0.0.1:9/feed" }
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, test.StatusCode);
        var gone = $"/api/feeds?address={Uri.EscapeDataString(feed.address)}";
        Assert.Equal(HttpStatusCode.NoContent, (await program.DeleteAsync(gone)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await program.DeleteAsync(gone)).StatusCode);
    }

    [Fact]
    public async Task A_dispute_is_ruled_on_only_by_who_has_seen_how_it_stands()
    {
        week.Served.Pipeline.Draft(week.Watch, new DateOnly(2026, 3, 6));
        using var program = await Program(Role.Editor, Scope.Edit);
        const string Disputes = "/api/disputes/demo/2026-03-06";
        var all = await program.GetFromJsonAsync<JsonArray>(Disputes);
        if (all!.Count == 0)
        {
            Assert.Skip("Drafting alone keeps no dispute.");
        }
        var one = $"{Disputes}/{(string)all[0]!["id"]!}";
        var tag = (await program.GetAsync(one)).Headers.ETag!.Tag;
        Assert.Equal(HttpStatusCode.OK, (await Rule("upheld", tag)).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await Rule("dismissed", tag)).StatusCode);
        Assert.Equal("upheld", (string?)(await program.GetFromJsonAsync<JsonNode>(one))!["ruling"]);

        async Task<HttpResponseMessage> Rule(string ruling, string seen)
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, $"{one}/ruling")
            {
                Content = JsonContent.Create(new { ruling }),
                Headers = { { "If-Match", seen } },
            };
            return await program.SendAsync(request);
        }
    }

    [Theory]
    [InlineData("/api/audit", Scope.Edit)]
    [InlineData("/api/accounts", Scope.Read)]
    public async Task The_log_and_the_accounts_are_the_publishers(string path, Scope scope)
    {
        using var program = await Program(Role.Publisher, scope);
        Assert.Equal(HttpStatusCode.Forbidden, (await program.GetAsync(path)).StatusCode);
    }

    [Theory]
    [InlineData("/api/inbox/nowhere/2026-03-06", HttpStatusCode.NotFound)]
    [InlineData("/api/inbox/demo/lately", HttpStatusCode.BadRequest)]
    [InlineData("/api/search", HttpStatusCode.BadRequest)]
    [InlineData("/api/search?q=x&in=cellars", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/api/nothing", HttpStatusCode.NotFound)]
    public async Task What_goes_wrong_is_a_problem_with_a_sentence(string path, HttpStatusCode status)
    {
        using var program = await Program(Role.Reader, Scope.Read);
        var answer = await program.GetAsync(path);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal((int)status, (int)problem["status"]!);
        Assert.NotEmpty((string)problem["detail"]!);
    }

    private static async Task<List<string>> Ids(HttpClient program, string query = "?limit=500") =>
        [
            .. (await program.GetFromJsonAsync<JsonArray>(Inbox + query))!.Select(story =>
                (string)story!["id"]!
            ),
        ];

    private static async Task<JsonNode> Post(HttpClient program, string path, object body)
    {
        var answer = await program.PostAsJsonAsync(path, body);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }

    private static async Task<IEnumerable<string>> Rows(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!.AsArray().Select(row => row!.ToJsonString());
    }

    private async Task<HttpClient> Program(Role role, Scope scope)
    {
        (await served.SignedIn(role)).Dispose();
        var account = AccountShelf.ByName(served.Store, role.ToString().ToLowerInvariant())!;
        var token = TokenShelf.Make(served.Store, account.Id, "test", scope, served.Clock.GetUtcNow());
        return new HttpClient
        {
            BaseAddress = served.Address,
            DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
        };
    }
}
