using Chancery.Editor;
using Chancery.Editor.Access;
using Chancery.Press;
using Chancery.Press.Mail;
using Chancery.Record;
using Chancery.Record.Subscribers;
using Microsoft.AspNetCore.Mvc;

namespace Chancery.Newsletter;

using Watches = Chancery.Editor.Watches;

/// <summary>What a reader's page is about.</summary>
public enum ReaderState
{
    Ask,
    Asked,
    Confirm,
    Confirmed,
    Leave,
    Left,
    Unknown,
}

/// <summary>
/// Where readers ask for the newsletter, confirm and leave. Nobody signs in here: whoever has a token may do what it is
/// for, and asking for an address does no more than mail a question to it. No answer tells whether an address is known.
/// </summary>
internal sealed class ReaderScreen : IScreen
{
    public void Add(IServiceCollection services) =>
        services.AddSingleton<Post>().AddHostedService(provider => provider.GetRequiredService<Post>());

    public void Map(IEndpointRouteBuilder addresses)
    {
        var open = addresses.MapGroup("/newsletter").AllowAnonymous().DisableAntiforgery();
        open.MapGet("/style.css", () => Results.Text(Site.Style, "text/css"));
        open.MapGet("/{watch}/", (string watch, Watches watches) => Show(watches, watch, ReaderState.Ask));
        open.MapPost("/{watch}/", Ask).RequireRateLimiting(SignInScreen.Limit);

        // A mail program that looks through links opens them with GET: that confirms nothing.
        open.MapGet(
            "/{watch}/confirm/{key}",
            (string watch, string key, Watches watches, Store store) =>
                Show(
                    watches,
                    watch,
                    SubscriberShelf.HasKey(store, watch, key) ? ReaderState.Confirm : ReaderState.Unknown
                )
        );
        open.MapPost(
            "/{watch}/confirm/{key}",
            (string watch, string key, Watches watches, Store store, TimeProvider clock) =>
                Show(
                    watches,
                    watch,
                    SubscriberShelf.Confirm(store, watch, key, clock.GetUtcNow()) is null
                        ? ReaderState.Unknown
                        : ReaderState.Confirmed
                )
        );

        // The link in a mail's text: one click. What it did can be undone on the page it shows.
        open.MapGet("/{watch}/leave/{token}", Leave);
        open.MapMethods("/{watch}/leave/{token}", ["HEAD"], () => Results.Ok());

        // The address in the header (RFC 8058): the mail program's own POST; opened by a person it asks first.
        open.MapPost("/{watch}/unsubscribe/{token}", Leave);
        open.MapGet(
            "/{watch}/unsubscribe/{token}",
            (string watch, string token, Watches watches, Store store) =>
                Show(
                    watches,
                    watch,
                    SubscriberShelf.ByToken(store, watch, token) is null
                        ? ReaderState.Unknown
                        : ReaderState.Leave
                )
        );
        open.MapPost(
            "/{watch}/return/{token}",
            (string watch, string token, Watches watches, Store store) =>
                Show(
                    watches,
                    watch,
                    SubscriberShelf.Return(store, watch, token) ? ReaderState.Confirmed : ReaderState.Unknown
                )
        );
    }

    private static IResult Leave(
        string watch,
        string token,
        Watches watches,
        Store store,
        TimeProvider clock
    ) =>
        Show(
            watches,
            watch,
            SubscriberShelf.Leave(store, watch, token, clock.GetUtcNow())
                ? ReaderState.Left
                : ReaderState.Unknown,
            token: token
        );

    private static async Task<IResult> Ask(
        string watch,
        [FromForm] string? address,
        [FromForm] string? website,
        Watches watches,
        Store store,
        Post post,
        TimeProvider clock
    )
    {
        if (watches.Find(watch) is not { Press: { Desk: not null, Mail: not null } } known)
            return Show(watches, watch, ReaderState.Ask, "This desk does not mail yet.");
        if (!Mailbox.TryParse(address, null, out var reader, out var why))
            return Show(watches, watch, ReaderState.Ask, why.Sentence);
        // Nobody sees the second field; who fills it in is a program.
        if (
            string.IsNullOrEmpty(website)
            && await Mailroom.Ask(store, known, reader, clock.GetUtcNow()).ConfigureAwait(false)
        )
            post.Nudge();
        return Show(watches, watch, ReaderState.Asked);
    }

    private static IResult Show(
        Watches watches,
        string watch,
        ReaderState state,
        string? wrong = null,
        string? token = null
    ) =>
        watches.Find(watch) is { } known
            ? Page.Of<ReaderPage>(
                new
                {
                    Watch = known,
                    State = state,
                    Wrong = wrong,
                    Token = token,
                },
                state == ReaderState.Unknown ? StatusCodes.Status404NotFound
                    : wrong is null ? StatusCodes.Status200OK
                    : StatusCodes.Status422UnprocessableEntity
            )
            : Page.Missing();
}
