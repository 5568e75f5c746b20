namespace Chancery.Editor.Calendar;

/// <summary>Who meets whom, and when: past and planned.</summary>
internal sealed class CalendarScreen : IScreen
{
    public NavigationLink Link { get; } = new(60, "Calendar", 'c', place => $"/calendar/{place}");

    public void Add(IServiceCollection services) => services.AddSingleton<Calendars>();

    public void Map(IEndpointRouteBuilder addresses) =>
        addresses.MapGet("/calendar/{watch}/{week}", () => Page.Of<CalendarPage>());
}
