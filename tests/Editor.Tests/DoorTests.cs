using System.Net;
using Chancery.Editor;
using Chancery.Editor.Access;
using Chancery.Record.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Chancery.EditorTests;

public class DoorTests(Bare bare) : IClassFixture<Bare>
{
    private readonly Served served = bare.Served;

    [Fact]
    public async Task The_first_account_is_made_with_the_code_from_the_console_and_only_once()
    {
        await using var served = await Served.Start();
        var code = served.App.Services.GetRequiredService<SetUpCode>().Value!;
        using var stranger = served.Browser();
        await stranger.Get("/set-up");
        (string, string)[] fields =
        [
            ("person", "Ida Ost"),
            ("name", "ida"),
            ("password", Served.Good),
            ("again", Served.Good),
        ];
        var refused = await stranger.Send("/set-up", [.. fields, ("code", "guess")]);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.True(AccountShelf.IsEmpty(served.Store));

        await stranger.Send("/set-up", [.. fields, ("code", code)]);
        Assert.Equal(Role.Publisher, AccountShelf.ByName(served.Store, "IDA")!.Role);
        Assert.NotNull(stranger.Cookie("chancery-session"));

        using var second = served.Browser();
        await second.Get("/sign-in");
        await second.Send(
            "/set-up",
            ("code", code),
            ("person", "Eve"),
            ("name", "eve"),
            ("password", Served.Good),
            ("again", Served.Good)
        );
        Assert.Null(AccountShelf.ByName(served.Store, "eve"));
    }

    [Fact]
    public async Task A_short_password_is_refused_in_words()
    {
        await using var served = await Served.Start();
        using var browser = served.Browser();
        await browser.Get("/set-up");
        await browser.Send(
            "/set-up",
            ("code", served.App.Services.GetRequiredService<SetUpCode>().Value!),
            ("person", "Ida"),
            ("name", "ida"),
            ("password", "short"),
            ("again", "short")
        );
        Assert.Contains(
            "at least 12",
            browser.Page!.QuerySelector(".wrong")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Nobody_reads_anything_before_signing_in()
    {
        using var browser = served.Browser();
        foreach (var path in Addresses(served, "GET"))
        {
            var answer = await browser.Get(path);
            if (path.StartsWith("/api", StringComparison.Ordinal))
            {
                // A program is told, not led to a page.
                Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
                continue;
            }
            Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{path} answers {answer.StatusCode}");
            Assert.StartsWith("/sign-in", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_changes_something_says_for_whom()
    {
        var silent = served
            .App.Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint =>
                endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("POST") == true
            )
            .Where(endpoint =>
                endpoint.Metadata.GetMetadata<IAuthorizeData>() is null
                && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null
            )
            .Select(endpoint => endpoint.RoutePattern.RawText);
        Assert.Empty(silent);
    }

    [Fact]
    public async Task A_form_without_its_token_changes_nothing()
    {
        using var browser = await served.SignedIn();
        foreach (
            var path in Addresses(served, "POST")
                .Where(path => !path.StartsWith("/api", StringComparison.Ordinal))
        )
        {
            var answer = await browser.Bare(HttpMethod.Post, path);
            // Not found: an address that takes files, and no form without one.
            Assert.True(
                answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.NotFound,
                $"{path} answers {answer.StatusCode}"
            );
        }
    }

    [Fact]
    public async Task A_form_of_another_persons_page_changes_nothing()
    {
        using var mine = await served.SignedIn();
        using var other = await served.SignedIn(Role.Editor);
        await other.Get("/account");
        await mine.Get("/account");
        mine.Page!.QuerySelector("[name=__RequestVerificationToken]")!
            .SetAttribute(
                "value",
                other.Page!.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!
            );
        Assert.Equal(HttpStatusCode.BadRequest, (await mine.Send("/sign-out")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await mine.Get("/account")).StatusCode);
    }

    [Fact]
    public async Task Too_many_wrong_passwords_lock_an_account_for_a_while()
    {
        using (await served.SignedIn()) { }
        using var browser = served.Browser();
        await browser.Get("/sign-in");
        for (var i = 0; i < Passwords.Tries; i++)
        {
            await browser.Send("/sign-in", ("name", "publisher"), ("password", "a wrong one " + i));
        }
        await browser.Send("/sign-in", ("name", "publisher"), ("password", Served.Good));
        Assert.Contains(
            "locked",
            browser.Page!.QuerySelector(".wrong")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Null(browser.Cookie("chancery-session"));

        served.Clock.Advance(Passwords.Lock);
        await browser.Send("/sign-in", ("name", "publisher"), ("password", Served.Good));
        Assert.NotNull(browser.Cookie("chancery-session"));
    }

    [Fact]
    public async Task A_name_that_is_not_there_is_refused_in_the_same_words()
    {
        using (await served.SignedIn()) { }
        using var browser = served.Browser();
        await browser.Get("/sign-in");
        await browser.Send("/sign-in", ("name", "publisher"), ("password", "not this one"));
        var known = browser.Page!.QuerySelector(".wrong")!.TextContent;
        await browser.Send("/sign-in", ("name", "nobody"), ("password", "not this one"));
        Assert.Equal(known, browser.Page!.QuerySelector(".wrong")!.TextContent);
    }

    [Fact]
    public async Task Hasty_tries_at_the_door_are_told_to_wait()
    {
        await using var served = await Served.Start(
            options: new EditorOptions
            {
                Desk = "",
                Watches = [],
                SignInsPerMinute = 3,
            }
        );
        using var browser = served.Browser();
        await browser.Get("/sign-in");
        HttpResponseMessage? last = null;
        for (var i = 0; i < 4; i++)
        {
            last = await browser.Send("/sign-in", ("name", "x"), ("password", "y"));
        }
        Assert.Equal(HttpStatusCode.TooManyRequests, last!.StatusCode);
        Assert.NotNull(last.Headers.RetryAfter);
        Assert.Contains("Too fast", browser.Page!.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_ended_session_opens_nothing()
    {
        using var kept = await served.SignedIn();
        using var ended = await served.SignedIn();
        await kept.Get("/account");
        await kept.Send("/account/sessions/end", ("id", "others"));
        Assert.Equal(HttpStatusCode.OK, (await kept.Get("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await ended.Get("/account")).StatusCode);
    }

    [Fact]
    public async Task A_session_ends_by_itself_when_nobody_uses_it()
    {
        using var browser = await served.SignedIn();
        served.Clock.Advance(TimeSpan.FromDays(5));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Get("/account")).StatusCode);
    }

    [Fact]
    public async Task The_record_holds_no_token_that_signs_in()
    {
        using var browser = await served.SignedIn();
        var token = browser.Cookie("chancery-session")!;
        var file = Directory.GetFiles(Path.GetDirectoryName(Keys(served))!, "chancery.db*");
        Assert.All(file, path => Assert.DoesNotContain(token, Read(path), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_closed_account_is_out_at_once()
    {
        await using var served = await Served.Start();
        using var publisher = await served.SignedIn();
        using var editor = await served.SignedIn(Role.Editor);
        await publisher.Get("/accounts");
        await publisher.Send(
            $"/accounts/{AccountShelf.ByName(served.Store, "editor")!.Id}",
            ("act", "close")
        );
        Assert.Equal(HttpStatusCode.Redirect, (await editor.Get("/account")).StatusCode);
    }

    [Fact]
    public async Task The_last_publisher_cannot_be_closed()
    {
        using var publisher = await served.SignedIn();
        await publisher.Get("/accounts");
        var id = AccountShelf.ByName(served.Store, "publisher")!.Id;
        await publisher.Send($"/accounts/{id}", ("act", "close"));
        Assert.Null(AccountShelf.Find(served.Store, id)!.ClosedAt);
        await publisher.Send($"/accounts/{id}", ("act", "role"), ("role", "reader"));
        Assert.Equal(Role.Publisher, AccountShelf.Find(served.Store, id)!.Role);
    }

    [Fact]
    public async Task An_invitation_opens_once()
    {
        using var publisher = await served.SignedIn();
        await publisher.Get("/accounts");
        await publisher.Send("/accounts", ("person", "Bo Tarn"), ("name", "bo"), ("role", "editor"));
        var address = new Uri(publisher.Page!.QuerySelector(".once")!.TextContent).PathAndQuery;
        var code = address.Split("code=")[1];

        using var guest = served.Browser();
        await guest.Get(address);
        await guest.Send("/invitation", ("code", code), ("password", Served.Good), ("again", Served.Good));
        Assert.NotNull(guest.Cookie("chancery-session"));

        using var late = served.Browser();
        await late.Get(address);
        Assert.Contains("ended", late.Page!.Title, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reader", "/accounts", HttpStatusCode.Forbidden)]
    [InlineData("editor", "/accounts", HttpStatusCode.Forbidden)]
    [InlineData("editor", "/audit", HttpStatusCode.Forbidden)]
    [InlineData("reader", "/add", HttpStatusCode.Forbidden)]
    [InlineData("editor", "/add", HttpStatusCode.OK)]
    [InlineData("publisher", "/audit", HttpStatusCode.OK)]
    public async Task A_role_opens_what_it_covers(string role, string path, HttpStatusCode status)
    {
        using var browser = await served.SignedIn(Enum.Parse<Role>(role, ignoreCase: true));
        Assert.Equal(status, (await browser.Get(path)).StatusCode);
    }

    [Theory]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    [InlineData("https://elsewhere.example/")]
    public async Task Signing_in_leads_to_no_other_place(string to)
    {
        using (await served.SignedIn()) { }
        using var browser = served.Browser();
        await browser.Get("/sign-in?to=" + Uri.EscapeDataString(to));
        var answer = await browser.Send(
            "/sign-in",
            ("name", "publisher"),
            ("password", Served.Good),
            ("to", to)
        );
        Assert.Equal("/", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Every_answer_forbids_what_is_not_ours()
    {
        using var browser = await served.SignedIn();
        foreach (var path in Addresses(served, "GET").Append("/nothing/here"))
        {
            var answer = await browser.Get(path);
            var policy = string.Join(' ', answer.Headers.GetValues("Content-Security-Policy"));
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            if (answer.Content.Headers.ContentType?.MediaType == "text/html")
            {
                Assert.Empty(browser.Page!.QuerySelectorAll("[style], style, script:not([src])"));
            }
        }
    }

    [Fact]
    public async Task What_was_done_is_written_down_with_who_and_from_where()
    {
        using var browser = await served.SignedIn();
        var entry = AuditLog.Newest(served.Store, 0, 1)[0];
        Assert.Equal(("Ida Publisher", "signed in", "127.0.0.1"), (entry.Who, entry.Act, entry.Address));
    }

    /// <summary>Every address of the desk that is not for the public, with something in the place of its parameters.</summary>
    private static IEnumerable<string> Addresses(Served served, string method) =>
        served
            .App.Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint =>
                endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains(method) == true
            )
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .Select(endpoint =>
                endpoint
                    .RoutePattern.RawText!.Replace("{watch}", "demo", StringComparison.Ordinal)
                    .Replace("{week}", "2026-03-06", StringComparison.Ordinal)
            )
            .Select(path =>
                "/" + System.Text.RegularExpressions.Regex.Replace(path, @"\{[^}]*\}", "1").TrimStart('/')
            )
            .Distinct();

    private static string Keys(Served served) =>
        served.App.Services.GetRequiredService<EditorOptions>().Desk + Path.DirectorySeparatorChar + "keys";

    private static string Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file, System.Text.Encoding.Latin1);
        return reader.ReadToEnd();
    }
}
