using System.Globalization;
using Chancery.Record;
using Chancery.Record.Articles;

namespace Chancery.Editor;

/// <summary>
/// Finds the place of a request: the address says it (<c>{watch}/{week}</c> as route values or query), else the browser's
/// last one stands, else the first watch and the week of the newest article.
/// </summary>
public sealed class Places(IHttpContextAccessor request, Watches watches, Store store, TimeProvider clock)
{
    private const string Cookie = "chancery-place";

    private Place? current;

    public Place Current => current ??= Find();

    private Place Find()
    {
        var context = request.HttpContext!;
        var last = context.Request.Cookies[Cookie]?.Split('/') ?? [];
        var watchId = Said(context, "watch");
        var watch =
            (watchId ?? last.ElementAtOrDefault(0)) is { } id && watches.Find(id) is { } named
                ? named
                : watches.All[0];
        var week =
            Said(context, "week")
            ?? (last.ElementAtOrDefault(0) == watch.Id ? last.ElementAtOrDefault(1) : null);
        var place =
            DateOnly.TryParseExact(
                week,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            ) && day.Year is > 1900 and < 9000
                ? Place.Of(watch, day)
                : Newest(watch, store, clock);
        if (watchId is not null && !context.Response.HasStarted)
        {
            context.Response.Cookies.Append(
                Cookie,
                $"{place.Watch.Id}/{place.Week:yyyy-MM-dd}",
                new CookieOptions
                {
                    HttpOnly = true,
                    SameSite = SameSiteMode.Lax,
                    Secure = context.Request.IsHttps,
                    MaxAge = TimeSpan.FromDays(90),
                }
            );
        }
        return place;
    }

    /// <summary>The week that a watch's newest news is from.</summary>
    public static Place Newest(Terms.Watch watch, Store store, TimeProvider clock)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(watch.Edition.Zone);
        var newest = ArticleShelf.Newest(store, before: clock.GetUtcNow().AddDays(1)) ?? clock.GetUtcNow();
        return Place.Of(watch, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(newest, zone).DateTime));
    }

    private static string? Said(HttpContext context, string name) =>
        context.GetRouteValue(name) as string is { Length: > 0 } value ? value
        : context.Request.Query[name].ToString() is { Length: > 0 } asked ? asked
        : null;
}
