namespace Chancery.Editor.Inbox;

/// <summary>The week's stories by weight.</summary>
internal sealed class InboxScreen : IScreen
{
    public NavigationLink Link { get; } = new(10, "Inbox", 'i', place => $"/inbox/{place}");

    public void Map(IEndpointRouteBuilder addresses) =>
        addresses.MapGet("/inbox/{watch}/{week}", () => Page.Of<InboxPage>());
}
