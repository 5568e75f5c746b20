using System.Globalization;
using Chancery.Record;
using Chancery.Record.Articles;
using Chancery.Terms;

namespace Chancery.Commands;

/// <summary>What the lists of <c>events</c>, <c>figures</c> and <c>meetings</c> say in the same words.</summary>
internal static class FoundLines
{
    /// <summary>"1 report", "2 reports".</summary>
    public static string Count(int many, string one) =>
        string.Create(CultureInfo.InvariantCulture, $"{many} {one}{(many == 1 ? "" : "s")}");

    /// <summary>Where it stands: the outlet; the headline of a page that names none.</summary>
    public static string Source(FoundEntry found) => found.Outlet.Length > 0 ? found.Outlet : found.Headline;

    /// <summary>A TIMEX3 value without the hour or part of the day: "2026-03-11TNI" is the 11th.</summary>
    public static string? Day(string? when) =>
        when is { Length: > 10 } && when[10] == 'T' ? when[..10] : when;

    /// <summary>Why a list is empty.</summary>
    public static MisuseException Nothing(Store store, string otherwise) =>
        new(
            Exit.Nothing,
            ArticleShelf.Count(store) == 0
                ? "The desk is empty; “chancery read” takes in articles."
                : otherwise
        );
}
