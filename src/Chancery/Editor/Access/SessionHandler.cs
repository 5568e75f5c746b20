using System.Security.Claims;
using System.Text.Encodings.Web;
using Chancery.Record;
using Chancery.Record.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Chancery.Editor.Access;

/// <summary>Knows a browser by its session's cookie. The session lives in the record, so that it can be listed and ended.</summary>
internal sealed class SessionHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    Store store,
    TimeProvider clock
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string Name = "session";

    public const string Cookie = "chancery-session";

    /// <summary>A session ends after this long, whatever its use.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(30);

    /// <summary>… and after this long without use.</summary>
    private static readonly TimeSpan Idle = TimeSpan.FromDays(4);

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (
            Request.Cookies[Cookie] is not { Length: > 0 and < 100 } token
            || SessionShelf.Find(store, token, clock.GetUtcNow(), Idle) is not { } session
        )
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }
        if (clock.GetUtcNow() - session.SeenAt > TimeSpan.FromMinutes(1))
        {
            SessionShelf.Seen(store, session.Id, Audit.Address(Context), clock.GetUtcNow());
        }
        Context.Features.Set(session);
        var identity = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, session.Account.Id),
                new Claim(ClaimTypes.Name, session.Account.Person),
            ],
            Name
        );
        return Task.FromResult(
            AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Name))
        );
    }

    /// <summary>Nobody is signed in: a page leads to the door and back, anything else is told 401.</summary>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (HttpMethods.IsGet(Request.Method) && !Request.Path.StartsWithSegments("/api"))
        {
            Response.Redirect(
                "/sign-in"
                    + (
                        Request.Path == "/"
                            ? ""
                            : QueryString.Create("to", Request.Path + Request.QueryString).Value
                    )
            );
        }
        else
        {
            Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        return Task.CompletedTask;
    }

    /// <summary>Signs a browser in.</summary>
    public static void Begin(HttpContext context, Store store, Account account, TimeProvider clock)
    {
        var agent = context.Request.Headers.UserAgent.ToString();
        var token = SessionShelf.Begin(
            store,
            account.Id,
            agent[..Math.Min(agent.Length, 300)],
            Audit.Address(context),
            clock.GetUtcNow(),
            Life
        );
        context.Response.Cookies.Append(
            Cookie,
            token,
            new CookieOptions
            {
                HttpOnly = true,
                // Lax: a link from a mail and the bookmarklet arrive signed in; forms carry their own token.
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
                MaxAge = Life,
                IsEssential = true,
            }
        );
    }
}
