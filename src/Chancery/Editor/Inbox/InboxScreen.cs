using Chancery.Editor.Access;
using Chancery.Record.Access;

namespace Chancery.Editor.Inbox;

/// <summary>The week's stories by weight: read, starred, dismissed, merged, split, moved to a track.</summary>
internal sealed class InboxScreen : IScreen
{
    public NavigationLink Link { get; } = new(10, "Inbox", 'i', place => $"/inbox/{place}");

    public void Add(IServiceCollection services) =>
        services.AddSingleton<Boards>().AddSingleton<Inboxes>().AddSingleton<Deeds>();

    public void Map(IEndpointRouteBuilder addresses)
    {
        addresses.MapGet(
            "/inbox/{watch}/{week}",
            (HttpContext context, Places places, Inboxes inboxes, string? show, int? page, string? story) =>
                Page.Of<InboxPage>(
                    new
                    {
                        Inbox = inboxes.Of(context.Account(), places.Current),
                        Show = show ?? "",
                        Number = page ?? 1,
                        Story = story,
                    }
                )
        );
        addresses.MapGet(
            "/story/{watch}/{week}/{id}",
            (HttpContext context, Places places, Inboxes inboxes, string id) =>
                inboxes.Of(context.Account(), places.Current) is var inbox && inbox.Find(id) is { } row
                    ? Page.Of<StoryPage>(new { Inbox = inbox, Row = row })
                    : Page.Missing()
        );
        addresses.MapPost("/inbox/{watch}/{week}", Acts.OnStories).For(Role.Reader);
        addresses.MapPost("/inbox/{watch}/{week}/undo", Acts.Undo).For(Role.Reader);
        addresses.MapPost("/story/{watch}/{week}/{id}/split", Acts.Split).For(Role.Editor);
    }
}
