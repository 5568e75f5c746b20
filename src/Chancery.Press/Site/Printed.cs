using System.Globalization;
using Chancery.Terms;

namespace Chancery.Press;

/// <summary>Dates and counts as they stand in print.</summary>
internal static class Printed
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", Plain);

    public static string Day(DateTimeOffset at) => Day(DateOnly.FromDateTime(at.UtcDateTime));

    /// <summary>", 11 March 2026" as it stands behind an article's headline; nothing where none is known or the headline ends in it.</summary>
    public static string Behind(Article article) =>
        article.Published is { } published
        && !article.Headline.EndsWith(Day(published.Day), StringComparison.Ordinal)
            ? $", {Day(published.Day)}"
            : "";

    public static string ShortDay(DateOnly day) => day.ToString("d MMM", Plain);

    public static string Iso(DateTimeOffset at) =>
        at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", Plain);

    public static string Moment(DateTimeOffset at) =>
        at.ToUniversalTime().ToString("d MMMM yyyy, HH:mm", Plain) + " UTC";

    /// <summary>"6–12 March 2026", "27 February – 5 March 2026": the days of the window in the issue's zone.</summary>
    public static string Week(Issue issue) => Week(issue.Week, issue.Window);

    public static string Week(DateOnly from, Window window)
    {
        var days = (int)Math.Round((window.To - window.From).TotalDays);
        var to = from.AddDays(Math.Max(days, 1) - 1);
        return (from.Year == to.Year, from.Month == to.Month) switch
        {
            (true, true) => $"{from.Day.ToString(Plain)}–{Day(to)}",
            (true, false) => $"{from.ToString("d MMMM", Plain)} – {Day(to)}",
            _ => $"{Day(from)} – {Day(to)}",
        };
    }

    /// <summary>
    /// A sentence as it is set: a straight apostrophe within a word becomes a curved one. Nothing else is touched, and the
    /// words in the notes stay exactly as they stood.
    /// </summary>
    public static string Set(string text)
    {
        if (!text.Contains('\'', StringComparison.Ordinal))
            return text;
        return string.Create(
            text.Length,
            text,
            static (set, text) =>
            {
                for (var i = 0; i < text.Length; i++)
                {
                    var within =
                        i > 0
                        && i + 1 < text.Length
                        && char.IsLetter(text[i - 1])
                        && char.IsLetter(text[i + 1]);
                    set[i] = text[i] == '\'' && within ? '’' : text[i];
                }
            }
        );
    }

    public static string Count(int n, string one, string many) =>
        n == 1 ? $"1 {one}" : n.ToString(Plain) + " " + many;
}
