using Chancery.Terms;

namespace Chancery.Editor.Events;

/// <summary>Who did what to whom: counted, mapped, listed.</summary>
internal sealed class EventsScreen : IScreen
{
    public NavigationLink Link { get; } = new(70, "Events", 'e', place => $"/events/{place}");

    public void Map(IEndpointRouteBuilder addresses) =>
        addresses.MapGet(
            "/events/{watch}/{week}",
            (string? type, string? party, bool? all) =>
                Page.Of<EventsPage>(
                    new
                    {
                        Asked = new EventsAsked(
                            Enum.TryParse<EventType>(type, ignoreCase: true, out var known) ? known : null,
                            party?.Trim() ?? "",
                            all ?? false
                        ),
                    }
                )
        );
}

/// <summary>What was asked, as it stands in the address.</summary>
/// <param name="Type">Only this type; null for all.</param>
/// <param name="Party">Only with this name on either side; empty for all.</param>
/// <param name="All">Events of anybody, not only of the watch's actors.</param>
public sealed record EventsAsked(EventType? Type, string Party, bool All)
{
    public string At(Place place)
    {
        IEnumerable<(string Name, string? Value)> parts =
        [
            ("type", Type?.ToString().ToLowerInvariant()),
            ("party", Party),
            ("all", All ? "true" : null),
        ];
        var query = string.Join(
            '&',
            parts
                .Where(part => !string.IsNullOrEmpty(part.Value))
                .Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}")
        );
        return $"/events/{place}" + (query.Length > 0 ? $"?{query}" : "");
    }
}
