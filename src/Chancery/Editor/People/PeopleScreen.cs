using Chancery.Terms;

namespace Chancery.Editor.People;

/// <summary>Who spoke, and all that somebody said.</summary>
internal sealed class PeopleScreen : IScreen
{
    public NavigationLink Link { get; } = new(30, "People", 'p', place => $"/people/{place}");

    public void Map(IEndpointRouteBuilder addresses)
    {
        addresses.MapGet("/people/{watch}/{week}", () => Page.Of<PeoplePage>());
        addresses.MapGet(
            "/people",
            (Places places, string? name) =>
                Results.LocalRedirect(
                    string.IsNullOrWhiteSpace(name) ? $"/people/{places.Current}" : Links.Person(name.Trim())
                )
        );
        addresses.MapGet(
            "/people/{name}",
            (string name, string? about, string? to, string? stance, string? after) =>
                Page.Of<PersonPage>(
                    new
                    {
                        Asked = new PersonAsked(
                            name,
                            about?.Trim() ?? "",
                            to?.Trim() ?? "",
                            Enum.TryParse<Stance>(stance, ignoreCase: true, out var known) ? known : null,
                            after
                        ),
                    }
                )
        );
    }
}

/// <summary>What was asked of one person's statements, as it stands in the address.</summary>
/// <param name="Name">Whose.</param>
/// <param name="About">Words or names in what was said; empty for all.</param>
/// <param name="To">To whom; empty for anybody.</param>
/// <param name="Stance">Only these; null for all.</param>
/// <param name="After">Where the page before ended: "dated.id"; null for the first.</param>
public sealed record PersonAsked(string Name, string About, string To, Stance? Stance, string? After)
{
    public override string ToString()
    {
        IEnumerable<(string Name, string? Value)> parts =
        [
            ("about", About),
            ("to", To),
            ("stance", Stance?.ToString().ToLowerInvariant()),
            ("after", After),
        ];
        var query = string.Join(
            '&',
            parts
                .Where(part => !string.IsNullOrEmpty(part.Value))
                .Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}")
        );
        return Links.Person(Name) + (query.Length > 0 ? $"?{query}" : "");
    }
}
