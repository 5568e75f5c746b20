using System.Globalization;
using Chancery.Terms;

namespace Chancery.Editor.Draft;

/// <summary>The day of an article as it stands in a margin.</summary>
internal static class Dated
{
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
