using Chancery.Record;
using Chancery.Record.Access;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Chancery.Editor.Access;

/// <summary>Passkeys (Web Authentication, level 3) by the framework's handler: made under one's account, used at the door.</summary>
internal sealed class PasskeyScreen : IScreen
{
    /// <summary>Holds the challenge between the two halves; sealed, and gone after five minutes.</summary>
    private const string Cookie = "chancery-passkey";

    public void Add(IServiceCollection services)
    {
        services.AddIdentityCore<Account>().AddUserStore<PasskeyStore>();
        services.AddScoped<PasskeyStore>();
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.Configure<IdentityPasskeyOptions>(passkeys =>
        {
            // It stands for the password, so its holder is verified and it is found without a name.
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "required";
        });
    }

    public void Map(IEndpointRouteBuilder addresses)
    {
        addresses.MapPost("/account/passkeys/begin", Begin).For(Role.Reader);
        addresses.MapPost("/account/passkeys", Keep).For(Role.Reader);
        addresses.MapPost("/account/passkeys/remove", Remove).For(Role.Reader);
        addresses
            .MapPost("/sign-in/passkey/begin", Ask)
            .AllowAnonymous()
            .RequireRateLimiting(SignInScreen.Limit);
        addresses
            .MapPost("/sign-in/passkey", SignIn)
            .AllowAnonymous()
            .RequireRateLimiting(SignInScreen.Limit);
    }

    private static async Task<IResult> Begin(HttpContext context, IPasskeyHandler<Account> handler)
    {
        var account = context.Account();
        var made = await handler.MakeCreationOptionsAsync(
            new PasskeyUserEntity
            {
                Id = account.Id,
                Name = account.Name,
                DisplayName = account.Person,
            },
            context
        );
        Hold(context, made.AttestationState);
        return Results.Text(made.CreationOptionsJson, "application/json");
    }

    private static async Task<IResult> Keep(
        HttpContext context,
        IPasskeyHandler<Account> handler,
        PasskeyStore passkeys,
        Audit audit,
        [FromForm] string? credential,
        [FromForm] string? name
    )
    {
        var result = await handler.PerformAttestationAsync(
            new PasskeyAttestationContext
            {
                HttpContext = context,
                CredentialJson = credential ?? "",
                AttestationState = Held(context),
            }
        );
        if (!result.Succeeded || result.UserEntity.Id != context.Account().Id)
        {
            return new Notice("The passkey was not made; try once more.", Failed: true).Then(
                context,
                "/account"
            );
        }
        result.Passkey.Name = name?.Trim() is { Length: > 0 and <= 60 } given ? given : "Passkey";
        passkeys.Keep(context.Account(), result.Passkey, used: null);
        audit.Note(context, "made a passkey", result.Passkey.Name);
        return new Notice("The passkey is made: you can sign in with it.").Then(context, "/account");
    }

    private static IResult Remove(
        HttpContext context,
        Store store,
        Audit audit,
        [FromForm] string? credential
    )
    {
        if (
            credential is not { Length: > 0 and < 4096 }
            || !credential.All(char.IsAsciiHexDigit)
            || credential.Length % 2 > 0
        )
        {
            return Results.BadRequest();
        }
        PasskeyShelf.Remove(store, context.Account().Id, Convert.FromHexString(credential));
        audit.Note(context, "removed a passkey", "");
        return new Notice("The passkey opens nothing here any more.").Then(context, "/account");
    }

    private static async Task<IResult> Ask(HttpContext context, IPasskeyHandler<Account> handler)
    {
        var asked = await handler.MakeRequestOptionsAsync(null, context);
        Hold(context, asked.AssertionState);
        return Results.Text(asked.RequestOptionsJson, "application/json");
    }

    private static async Task<IResult> SignIn(
        HttpContext context,
        IPasskeyHandler<Account> handler,
        PasskeyStore passkeys,
        Store store,
        Audit audit,
        TimeProvider clock,
        [FromForm] string? credential,
        [FromForm] string? to
    )
    {
        var result = await handler.PerformAssertionAsync(
            new PasskeyAssertionContext
            {
                HttpContext = context,
                CredentialJson = credential ?? "",
                AssertionState = Held(context),
            }
        );
        if (!result.Succeeded || result.User.ClosedAt is not null)
        {
            audit.Note(context, "failed to sign in", "with a passkey");
            return Page.Of<SignInPage>(
                new { To = SignInScreen.Local(to), Why = "That passkey opens no account here." },
                StatusCodes.Status401Unauthorized
            );
        }
        passkeys.Keep(result.User, result.Passkey, used: clock.GetUtcNow());
        SessionHandler.Begin(context, store, result.User, clock);
        audit.Note(context, "signed in with a passkey", "", result.User);
        return Results.LocalRedirect(SignInScreen.Local(to));
    }

    private static void Hold(HttpContext context, string? state) =>
        context.Response.Cookies.Append(
            Cookie,
            Protector(context).Protect(state ?? "", TimeSpan.FromMinutes(5)),
            new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Strict,
                Secure = context.Request.IsHttps,
            }
        );

    private static string? Held(HttpContext context)
    {
        context.Response.Cookies.Delete(Cookie);
        try
        {
            return context.Request.Cookies[Cookie] is { Length: > 0 } held
                ? Protector(context).Unprotect(held)
                : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private static ITimeLimitedDataProtector Protector(HttpContext context) =>
        context
            .RequestServices.GetRequiredService<IDataProtectionProvider>()
            .CreateProtector(nameof(PasskeyScreen))
            .ToTimeLimitedDataProtector();
}
