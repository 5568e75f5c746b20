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
    public NavigationLink Link { get; } = new(50, "Disputes", 'd', place => $"/disputes/{place}");

    public void Map(IEndpointRouteBuilder addresses)
    {
        addresses.MapGet("/disputes/{watch}/{week}", () => Page.Of<DisputesPage>());
        addresses.MapPost("/disputes/{watch}/{week}/rule", Rule).For(Role.Editor);
    }

    private static IResult Rule(
        HttpContext context,
        Store store,
        Places places,
        Audit audit,
        TimeProvider clock,
        [FromForm] string? dispute,
        [FromForm] string? ruling
    )
    {
        var watch = places.Current.Watch.Id;
        if (
            DisputeShelf.Find(store, watch, dispute ?? "") is not { } found
            || !Enum.TryParse<Ruling>(ruling, ignoreCase: true, out var made)
        )
        {
            return Page.Missing();
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
            }
        ).Then(context, $"{here}#{found.Id}");
    }
}
