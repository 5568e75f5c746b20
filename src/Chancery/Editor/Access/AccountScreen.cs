using Chancery.Record;
using Chancery.Record.Access;
using Microsoft.AspNetCore.Mvc;

namespace Chancery.Editor.Access;

/// <summary>One's own account; and for publishers everybody's, and what was done.</summary>
internal sealed class AccountScreen : IScreen
{
    private static readonly TimeSpan InvitationLife = TimeSpan.FromDays(7);

    public void Map(IEndpointRouteBuilder addresses)
    {
        addresses.MapGet(
            "/account",
            (HttpContext context, Store store, TimeProvider clock) =>
                Page.Of<AccountPage>(
                    new
                    {
                        Sessions = SessionShelf.Of(store, context.Account().Id, clock.GetUtcNow()),
                        Passkeys = PasskeyShelf.Of(store, context.Account().Id),
                        Now = clock.GetUtcNow(),
                    }
                )
        );
        addresses
            .MapPost("/account/password", Password)
            .For(Role.Reader)
            .RequireRateLimiting(SignInScreen.Limit);
        addresses.MapPost("/account/sessions/end", EndSession).For(Role.Reader);
        addresses
            .MapGet("/accounts", (Store store, TimeProvider clock) => Accounts(store, clock))
            .For(Role.Publisher);
        addresses.MapPost("/accounts", Add).For(Role.Publisher);
        addresses.MapPost("/accounts/{id}", Change).For(Role.Publisher);
        addresses
            .MapGet(
                "/audit",
                (Store store, int? from) =>
                    Page.Of<AuditPage>(
                        new
                        {
                            From = Math.Max(0, from ?? 0),
                            Entries = AuditLog.Newest(store, Math.Max(0, from ?? 0), AuditPage.Length + 1),
                        }
                    )
            )
            .For(Role.Publisher);
    }

    private static IResult Accounts(
        Store store,
        TimeProvider clock,
        string? invitation = null,
        string? why = null
    ) =>
        Page.Of<AccountsPage>(
            new
            {
                All = AccountShelf.All(store),
                Now = clock.GetUtcNow(),
                Invitation = invitation,
                Why = why,
            },
            why is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest
        );

    private static IResult Password(
        HttpContext context,
        Passwords passwords,
        Store store,
        Audit audit,
        [FromForm] string? old,
        [FromForm] string? password,
        [FromForm] string? again
    )
    {
        var session = context.SignedIn()!;
        var (account, why) = passwords.Verify(session.Account.Name, old ?? "");
        why = account is null
            ? "The present password is not right."
            : Passwords.Fault(password ?? "", again ?? "", account.Name);
        if (why is not null)
        {
            return new Notice(why, Failed: true).Then(context, "/account");
        }
        passwords.Set(account!, password!);
        SessionShelf.EndOthers(store, account!.Id, session.Id);
        audit.Note(context, "changed their password", "");
        return new Notice("The password is changed, and all your other sessions have ended.").Then(
            context,
            "/account"
        );
    }

    private static IResult EndSession(HttpContext context, Store store, Audit audit, [FromForm] string? id)
    {
        var session = context.SignedIn()!;
        if (id == "others")
        {
            SessionShelf.EndOthers(store, session.Account.Id, session.Id);
        }
        else
        {
            SessionShelf.End(store, session.Account.Id, id ?? "");
        }
        audit.Note(context, "ended a session", id ?? "");
        return new Notice("Ended.").Then(context, "/account");
    }

    private static IResult Add(
        HttpContext context,
        Store store,
        Audit audit,
        TimeProvider clock,
        [FromForm] string? name,
        [FromForm] string? person,
        [FromForm] string? role
    )
    {
        (name, person) = (name?.Trim() ?? "", person?.Trim() ?? "");
        if (AccountNames.Fault(name, person) is { } fault)
        {
            return Accounts(store, clock, why: fault);
        }
        if (AccountShelf.Add(store, name, person, Read(role), clock.GetUtcNow()) is not { } added)
        {
            return Accounts(store, clock, why: $"Somebody signs in as {name} already.");
        }
        audit.Note(context, "invited", $"{person} ({name}) as {added.Role}");
        return Accounts(store, clock, Invite(context, store, clock, added));
    }

    private static IResult Change(
        HttpContext context,
        Store store,
        Audit audit,
        TimeProvider clock,
        string id,
        [FromForm] string? act,
        [FromForm] string? role
    )
    {
        if (AccountShelf.Find(store, id) is not { } account)
        {
            return Page.Missing();
        }
        var isLast =
            account.Role == Role.Publisher
            && !AccountShelf
                .All(store)
                .Any(each =>
                    each is { Role: Role.Publisher, ClosedAt: null, HasPassword: true } && each.Id != id
                );
        switch (act)
        {
            case "role" when isLast && Read(role) != Role.Publisher:
            case "close" when isLast:
                return Accounts(
                    store,
                    clock,
                    why: "The desk needs a publisher: make somebody else one first."
                );
            case "role":
                AccountShelf.SetRole(store, id, Read(role));
                audit.Note(context, "changed a role", $"{account.Person}: {account.Role} → {Read(role)}");
                return new Notice(
                    $"{account.Person} is a {Read(role).ToString().ToLowerInvariant()} now."
                ).Then(context, "/accounts");
            case "close":
                AccountShelf.Close(store, id, clock.GetUtcNow());
                audit.Note(context, "closed an account", account.Person);
                return new Notice(
                    $"{account.Person}’s account is closed, and every session of it has ended."
                ).Then(context, "/accounts");
            case "open":
                AccountShelf.Close(store, id, null);
                audit.Note(context, "opened an account again", account.Person);
                return new Notice($"{account.Person}’s account is open again.").Then(context, "/accounts");
            case "invite":
                audit.Note(context, "invited anew", account.Person);
                return Accounts(store, clock, Invite(context, store, clock, account));
            default:
                return Results.BadRequest();
        }
    }

    private static string Invite(HttpContext context, Store store, TimeProvider clock, Account account) =>
        $"{context.Request.Scheme}://{context.Request.Host}/invitation?code={InvitationShelf.Give(store, account.Id, clock.GetUtcNow() + InvitationLife)}";

    private static Role Read(string? role) =>
        Enum.TryParse<Role>(role, ignoreCase: true, out var known) && Enum.IsDefined(known)
            ? known
            : Role.Reader;
}
