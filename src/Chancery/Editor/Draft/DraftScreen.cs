using Chancery.Editor.Access;
using Chancery.Record;
using Chancery.Record.Access;
using Chancery.Record.Issues;
using Chancery.Terms;

namespace Chancery.Editor.Draft;

/// <summary>The week's draft as lines with their evidence, until it is approved.</summary>
internal sealed class DraftScreen : IScreen
{
    public NavigationLink Link { get; } = new(20, "Draft", 'd', place => $"/draft/{place}");

    public void Add(IServiceCollection services) =>
        services
            .AddSingleton<Known>()
            .AddSingleton<Looked>()
            .AddSingleton<DraftRoom>()
            .AddSingleton<Ledger>();

    public void Map(IEndpointRouteBuilder addresses)
    {
        var draft = addresses.MapGroup("/draft/{watch}/{week}");
        draft.MapGet(
            "",
            (HttpContext context, Places places, DraftRoom room) =>
            {
                var view = View.Of(places.Current, context);
                return Page.Of<DraftPage>(new { View = view, Standing = room.Find(places.Current) });
            }
        );
        draft.MapGet(
            "/picture/{digest}",
            (string digest, HttpContext context, Store store) =>
            {
                if (PictureShelf.Find(store, new Digest(digest)) is not { } picture)
                {
                    return Page.Missing();
                }
                context.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
                return Results.Bytes(picture.Body, picture.MediaType);
            }
        );
        var editing = draft.MapGroup("").For(Role.Editor);
        editing.MapPost(
            "/begin",
            (HttpContext context, Places places, DraftRoom room) =>
                (
                    room.Begin(places.Current) is { } why
                        ? new Notice(why.Sentence, Failed: true)
                        : new Notice(
                            "This is the desk’s draft. Nothing in it is published before a person approves it."
                        )
                ).Then(context, $"/draft/{places.Current}")
        );
        LineForms.Map(editing);
        DraftForms.Map(editing);
        draft.MapPost("/approve", DraftForms.Approve).For(Role.Publisher);
    }
}
