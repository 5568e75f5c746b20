using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Chancery.Editor;

/// <summary>What the next page says once, at its top: what was done, and how to take it back.</summary>
/// <param name="Sentence">One sentence.</param>
/// <param name="Undo">Where a form that takes it back is sent to; null where it cannot be.</param>
/// <param name="Fields">That form's fields.</param>
/// <param name="Failed">True where it says that something was not done.</param>
public sealed record Notice(
    string Sentence,
    string? Undo = null,
    IReadOnlyDictionary<string, string>? Fields = null,
    bool Failed = false
)
{
    private const string Cookie = "chancery-notice";

    /// <summary>Leaves it for the next page of this browser.</summary>
    public void Leave(HttpContext context) =>
        context.Response.Cookies.Append(
            Cookie,
            Protector(context).Protect(JsonSerializer.Serialize(this), TimeSpan.FromMinutes(2)),
            new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
            }
        );

    /// <summary>Leaves it and goes on to a page: the end of a form that was done.</summary>
    public IResult Then(HttpContext context, string address)
    {
        Leave(context);
        return Results.LocalRedirect(Access.SignInScreen.Local(address));
    }

    /// <summary>Takes the one that was left; null where none was.</summary>
    internal static Notice? Take(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is not { Length: > 0 } left || context.Response.HasStarted)
        {
            return null;
        }
        context.Response.Cookies.Delete(Cookie);
        try
        {
            return JsonSerializer.Deserialize<Notice>(Protector(context).Unprotect(left));
        }
        catch (Exception e) when (e is System.Security.Cryptography.CryptographicException or JsonException)
        {
            return null;
        }
    }

    private static ITimeLimitedDataProtector Protector(HttpContext context) =>
        context
            .RequestServices.GetRequiredService<IDataProtectionProvider>()
            .CreateProtector(nameof(Notice))
            .ToTimeLimitedDataProtector();
}
