using Chancery.Record;
using Chancery.Record.Access;
using Microsoft.AspNetCore.Mvc;

namespace Chancery.Editor.Access;

/// <summary>The door: signing in and out, the first account, invitations.</summary>
internal sealed class SignInScreen : IScreen
{
    public const string Limit = "sign-in";

    public void Add(IServiceCollection services) =>
        services.AddSingleton<Audit>().AddSingleton<Passwords>().AddSingleton<SetUpCode>();

    public void Map(IEndpointRouteBuilder addresses)
    {
        var door = addresses.MapGroup("").AllowAnonymous();
        door.MapGet(
            "/sign-in",
            (HttpContext context, SetUpCode setUp, string? to) =>
                context.SignedIn() is not null
                    ? Results.LocalRedirect(Local(to))
                    : Page.Of<SignInPage>(new { To = Local(to), IsNew = setUp.Value is not null })
        );
        door.MapPost("/sign-in", SignIn).RequireRateLimiting(Limit);
        door.MapGet(
            "/set-up",
            (string? code, SetUpCode setUp) =>
                setUp.Value is null
                    ? Results.LocalRedirect("/sign-in")
                    : Page.Of<SetUpPage>(new { Code = code ?? "" })
        );
        door.MapPost("/set-up", SetUp).RequireRateLimiting(Limit);
        door.MapGet("/invitation", Invitation);
        door.MapPost("/invitation", TakeUp).RequireRateLimiting(Limit);
        addresses
            .MapPost(
                "/sign-out",
                (HttpContext context, Store store, Audit audit) =>
                {
                    var session = context.SignedIn()!;
                    SessionShelf.End(store, session.Account.Id, session.Id);
                    context.Response.Cookies.Delete(SessionHandler.Cookie);
                    context.Response.Headers["Clear-Site-Data"] = "\"cache\"";
                    audit.Note(context, "signed out", "");
                    return Results.LocalRedirect("/sign-in");
                }
            )
            .For(Role.Reader);
    }

    private static IResult SignIn(
        HttpContext context,
        Store store,
        Passwords passwords,
        Audit audit,
        TimeProvider clock,
        [FromForm] string? name,
        [FromForm] string? password,
        [FromForm] string? to
    )
    {
        var (account, why) = passwords.Verify(name ?? "", password ?? "");
        if (account is null)
        {
            audit.Note(context, "failed to sign in", name is { Length: < 100 } ? name : "");
            return Page.Of<SignInPage>(
                new
                {
                    To = Local(to),
                    Name = name ?? "",
                    Why = why,
                },
                StatusCodes.Status401Unauthorized
            );
        }
        SessionHandler.Begin(context, store, account, clock);
        audit.Note(context, "signed in", "", account);
        return Results.LocalRedirect(Local(to));
    }

    private static IResult SetUp(
        HttpContext context,
        Store store,
        Passwords passwords,
        SetUpCode setUp,
        Audit audit,
        TimeProvider clock,
        [FromForm] string? code,
        [FromForm] string? person,
        [FromForm] string? name,
        [FromForm] string? password,
        [FromForm] string? again
    )
    {
        name = name?.Trim() ?? "";
        person = person?.Trim() ?? "";
        var why =
            !setUp.Opens(code?.Trim()) ? "That is not the code that stands on the console."
            : AccountNames.Fault(name, person) is { } fault ? fault
            : Passwords.Fault(password ?? "", again ?? "", name);
        if (
            why is null
            && (
                AccountShelf.ByName(store, name)
                ?? AccountShelf.Add(store, name, person, Role.Publisher, clock.GetUtcNow())
            )
                is { } account
        )
        {
            passwords.Set(account, password!);
            SessionHandler.Begin(context, store, account, clock);
            audit.Note(context, "made the first account", name, account);
            return Results.LocalRedirect("/");
        }
        return Page.Of<SetUpPage>(
            new
            {
                Code = code ?? "",
                Person = person,
                Name = name,
                Why = why,
            },
            StatusCodes.Status400BadRequest
        );
    }

    private static IResult Invitation(Store store, TimeProvider clock, string? code) =>
        Page.Of<InvitationPage>(
            new { Code = code ?? "", Holder = InvitationShelf.Holder(store, code ?? "", clock.GetUtcNow()) }
        );

    private static IResult TakeUp(
        HttpContext context,
        Store store,
        Passwords passwords,
        Audit audit,
        TimeProvider clock,
        [FromForm] string? code,
        [FromForm] string? password,
        [FromForm] string? again
    )
    {
        var holder = InvitationShelf.Holder(store, code ?? "", clock.GetUtcNow());
        var why = holder is null ? null : Passwords.Fault(password ?? "", again ?? "", holder.Name);
        if (holder is null || why is not null || !InvitationShelf.TakeUp(store, code!, clock.GetUtcNow()))
        {
            return Page.Of<InvitationPage>(
                new
                {
                    Code = code ?? "",
                    Holder = holder,
                    Why = why,
                },
                StatusCodes.Status400BadRequest
            );
        }
        passwords.Set(holder, password!);
        // Whoever knew the old password is out.
        SessionShelf.EndOthers(store, holder.Id, but: null);
        SessionHandler.Begin(context, store, holder, clock);
        audit.Note(context, "took up an invitation", holder.Name, holder);
        return Results.LocalRedirect("/");
    }

    /// <summary>An address of this desk, and of no other place, to go on to.</summary>
    public static string Local(string? to) =>
        to is ['/'] or ['/', not ('/' or '\\'), ..] && !to.AsSpan().ContainsAny('\r', '\n') ? to : "/";
}
