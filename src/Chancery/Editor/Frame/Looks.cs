namespace Chancery.Editor.Frame;

/// <summary>Light, dark, or as the machine is set; kept by the browser.</summary>
internal static class Looks
{
    private const string Cookie = "chancery-look";

    public static IReadOnlyList<(string Value, string Label)> Choices { get; } =
    [("auto", "As the machine"), ("light", "Day"), ("dark", "Night")];

    public static string Of(HttpContext context) =>
        Choices.Any(choice => choice.Value == context.Request.Cookies[Cookie])
            ? context.Request.Cookies[Cookie]!
            : "auto";

    public static void Choose(HttpContext context, string look) =>
        context.Response.Cookies.Append(
            Cookie,
            look,
            new CookieOptions
            {
                SameSite = SameSiteMode.Lax,
                HttpOnly = true,
                MaxAge = TimeSpan.FromDays(400),
            }
        );
}
