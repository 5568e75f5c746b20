using Chancery.Editor.Access;
using Chancery.Record;
using Chancery.Record.Access;
using Chancery.Record.Disputes;
using Chancery.Terms;
using Microsoft.AspNetCore.Mvc;

namespace Chancery.Editor.Disputes;

/// <summary>Claims beside what stands against them; a person says which are disputes.</summary>
internal sealed class DisputesScreen : IScreen
{
    public NavigationLink Link { get; } = new(50, "Disputes", 'u', place => $"/disputes/{place}");

    public void Map(IEndpointRouteBuilder addresses)
    {
        addresses.MapGet(
            "/disputes/{watch}/{week}",
            (int? page) => Editor.Page.Of<DisputesPage>(new { Number = Math.Clamp(page ?? 1, 1, 100_000) })
        );
        addresses.MapPost("/disputes/{watch}/{week}/rule", Rule).For(Role.Editor);
    }

    private static IResult Rule(
        HttpContext context,
        Store store,
        Places places,
        Audit audit,
        TimeProvider clock,
        [FromForm] string? dispute,
        [FromForm] string? ruling,
        [FromForm] int? page
    )
    {
        var watch = places.Current.Watch.Id;
        if (
            DisputeShelf.Find(store, watch, dispute ?? "") is not { } found
            || !Enum.TryParse<Ruling>(ruling, ignoreCase: true, out var made)
        )
        {
            return Editor.Page.Missing();
        }
        store.Write(connection =>
            DisputeShelf.Rule(connection, watch, found.Id, made, context.Account().Person, clock.GetUtcNow())
        );
        var (did, sentence) = made switch
        {
            Ruling.Upheld => ("upheld a dispute", "Upheld: it may be printed."),
            Ruling.Dismissed => ("dismissed a dispute", "Dismissed: it is not shown again."),
            _ => ("reopened a dispute", "Open again."),
        };
        var here = $"/disputes/{places.Current}";
        audit.Note(context, did, $"{here}#{found.Id}");
        return new Notice(
            sentence,
            Undo: $"{here}/rule",
            Fields: new Dictionary<string, string>
            {
                ["dispute"] = found.Id,
                ["ruling"] = found.Ruling.ToString(),
                ["page"] = $"{page ?? 1}",
            }
        ).Then(context, $"{Page(places.Current, page ?? 1)}#{found.Id}");
    }

    /// <summary>The address of a page of a week's disputes.</summary>
    public static string Page(Place place, int number) =>
        $"/disputes/{place}{(number > 1 ? $"?page={number}" : "")}";
}
