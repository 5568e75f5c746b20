using Chancery.Record;
using Chancery.Record.Tracks;

namespace Chancery.Editor.Tracks;

/// <summary>The negotiations of a watch, and the log of each.</summary>
internal sealed class TracksScreen : IScreen
{
    public NavigationLink Link { get; } = new(40, "Tracks", 't', place => $"/tracks/{place.Watch.Id}");

    public void Map(IEndpointRouteBuilder addresses)
    {
        addresses.MapGet("/tracks/{watch}", () => Page.Of<TracksPage>());
        addresses.MapGet(
            "/tracks/{watch}/{track}",
            (Store store, Places places, string track) =>
                TrackShelf.Find(store, places.Current.Watch.Id, track) is { } found
                    ? Page.Of<TrackPage>(new { Track = found })
                    : Page.Missing()
        );
    }
}
