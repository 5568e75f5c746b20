using System.Globalization;
using Chancery.Terms;

namespace Chancery.Editor.Draft;

/// <summary>An article as an editor names it in a margin.</summary>
internal static class Outlets
{
    /// <summary>As the watch prints it; the domain where the watch does not know it.</summary>
    public static string Name(Watch watch, Article article) =>
        watch
            .Outlets.FirstOrDefault(outlet =>
                outlet.Domains.Contains(article.Outlet, StringComparer.OrdinalIgnoreCase)
            )
            ?.Name
        ?? (article.Outlet.Length > 0 ? article.Outlet : "No outlet");

    /// <summary>"Tue 10" in the week that is edited, "Tue 24 Feb" outside of it.</summary>
    public static string Day(Article article, Place place) =>
        article.Published is not { } stamp
            ? "undated"
            : stamp
                .Day.ToString(
                    stamp.Day >= place.Week && stamp.Day <= place.Week.AddDays(place.Watch.Edition.Days)
                        ? "ddd d"
                        : "ddd d MMM",
                    CultureInfo.InvariantCulture
                )
                // No break inside: the day alone on a row says nothing.
                .Replace(' ', '\u00a0');
}
