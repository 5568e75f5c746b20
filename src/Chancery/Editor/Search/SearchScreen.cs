using System.Globalization;
using Chancery.Record;

namespace Chancery.Editor.Search;

/// <summary>Full text over articles, statements and issues.</summary>
internal sealed class SearchScreen : IScreen
{
    public NavigationLink Link { get; } = new(80, "Search", '/', _ => "/search");

    public void Map(IEndpointRouteBuilder addresses) =>
        addresses.MapGet(
            "/search",
            (
                Store store,
                string? q,
                string? @in,
                string? outlet,
                string? since,
                string? until,
                string? order,
                int? page
            ) =>
                Page.Of<SearchPage>(
                    new
                    {
                        Asked = new Asked(
                            q?.Length > 200 ? q[..200] : q ?? "",
                            @in is "statements" or "issues" ? @in : "articles",
                            outlet?.Trim() ?? "",
                            Day(since),
                            Day(until),
                            order == "newest",
                            Math.Clamp(page ?? 1, 1, 50)
                        ),
                    }
                )
        );

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(
            text,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;
}

/// <summary>What was asked, as it stands in the address.</summary>
/// <param name="Words">As typed.</param>
/// <param name="In">"articles", "statements" or "issues".</param>
/// <param name="Outlet">A registrable domain, or empty.</param>
/// <param name="Since">First day.</param>
/// <param name="Until">Last day.</param>
/// <param name="Newest">Newest first, not the best first.</param>
/// <param name="Number">The page, from 1.</param>
public sealed record Asked(
    string Words,
    string In,
    string Outlet,
    DateOnly? Since,
    DateOnly? Until,
    bool Newest,
    int Number
)
{
    public DateTimeOffset? From => Since is { } day ? Midnight(day) : null;

    public DateTimeOffset? To => Until is { } day ? Midnight(day.AddDays(1)) : null;

    public override string ToString()
    {
        IEnumerable<(string Name, string? Value)> parts =
        [
            ("q", Words),
            ("in", In == "articles" ? null : In),
            ("outlet", Outlet),
            ("since", Written(Since)),
            ("until", Written(Until)),
            ("order", Newest ? "newest" : null),
            ("page", Number > 1 ? Number.ToString(CultureInfo.InvariantCulture) : null),
        ];
        return "/search?"
            + string.Join(
                '&',
                parts
                    .Where(part => !string.IsNullOrEmpty(part.Value))
                    .Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}")
            );
    }

    public static string Written(DateOnly? day) =>
        day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static DateTimeOffset Midnight(DateOnly day) =>
        new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
