using System.Security.Claims;
using System.Text.Encodings.Web;
using Chancery.Record;
using Chancery.Record.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Chancery.Editor.Api;

/// <summary>Who asks under /api: a program with a person's token.</summary>
/// <param name="Account">Whose token it is.</param>
/// <param name="Scope">What the token may do.</param>
public sealed record Caller(Account Account, Scope Scope)
{
    /// <summary>Both the token and its person must be allowed to.</summary>
    public bool May(Scope scope) =>
        Scope >= scope
        && Account.Role
            >= scope switch
            {
                Scope.Read => Role.Reader,
                Scope.Edit => Role.Editor,
                _ => Role.Publisher,
            };
}

/// <summary>Knows a program by its bearer token (RFC 6750). A browser's session opens nothing here, so nothing here can be forged through one.</summary>
internal sealed class TokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    Store store,
    TimeProvider clock
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string Name = "token";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }
        if (
            header.Length > 200
            || TokenShelf.Find(store, header[7..].Trim(), clock.GetUtcNow()) is not { } token
            || AccountShelf.Find(store, token.Account) is not { ClosedAt: null } account
        )
        {
            return Task.FromResult(AuthenticateResult.Fail("There is no such token."));
        }
        Context.Features.Set(new Caller(account, token.Scope));
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, account.Person)], Name);
        return Task.FromResult(
            AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Name))
        );
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer";
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }

    public static AuthorizationPolicy Policy(Scope scope) =>
        new AuthorizationPolicyBuilder(Name)
            .RequireAuthenticatedUser()
            .RequireAssertion(context =>
                context.Resource is HttpContext http && http.Features.Get<Caller>()?.May(scope) == true
            )
            .Build();
}
