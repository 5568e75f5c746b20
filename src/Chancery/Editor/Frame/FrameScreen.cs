using Chancery.Editor.Access;
using Chancery.Record.Access;
using Microsoft.AspNetCore.Mvc;

namespace Chancery.Editor.Frame;

/// <summary>What stands around the screens: the first address, the choice of light.</summary>
internal sealed class FrameScreen : IScreen
{
    public void Map(IEndpointRouteBuilder addresses)
    {
        addresses.MapGet("/", (Places places) => Results.LocalRedirect($"/inbox/{places.Current}"));
        // A screen by its bare name, as a person types it: for the watch and week where they were last.
        foreach (var name in (string[])["inbox", "draft", "tracks", "disputes", "calendar", "events"])
        {
            addresses.MapGet(
                $"/{name}",
                (Screens screens, Places places) =>
                    Results.LocalRedirect(
                        screens
                            .Links.Select(link => link.Address(places.Current))
                            .First(address => address.StartsWith($"/{name}/", StringComparison.Ordinal))
                    )
            );
        }
        addresses
            .MapPost(
                "/look",
                (HttpContext context, [FromForm] string? look, [FromForm] string? to) =>
                {
                    Looks.Choose(context, look ?? "auto");
                    return Results.LocalRedirect(SignInScreen.Local(to));
                }
            )
            .For(Role.Reader);
    }
}
