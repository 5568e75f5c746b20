namespace Chancery.Editor;

/// <summary>
/// One screen of the editor: a folder beside this file, with one class that says which addresses it answers. Classes
/// are found by themselves; nothing outside the folder names them. See docs/editor.md.
/// </summary>
public interface IScreen
{
    /// <summary>Its place in the navigation; null where it has none.</summary>
    NavigationLink? Link => null;

    /// <summary>What it needs of its own, for the host's container.</summary>
    void Add(IServiceCollection services) { }

    /// <summary>
    /// Its addresses. Everything asks for a signed-in reader; what changes something says for whom
    /// (<see cref="Access.Roles.For"/>), and public addresses say so (<c>AllowAnonymous</c>). Forms are checked for their
    /// antiforgery token before they come here.
    /// </summary>
    void Map(IEndpointRouteBuilder addresses);
}

/// <summary>A screen's place in the navigation.</summary>
/// <param name="Order">Lower comes first: 10 Inbox, 20 Draft, 30 People, 40 Tracks, 50 Disputes, 60 Calendar, 70 Events, 80 Search, 90 Sources.</param>
/// <param name="Label">One word.</param>
/// <param name="Key">Pressed after "g", it goes there.</param>
/// <param name="Address">For a watch and a week.</param>
public sealed record NavigationLink(int Order, string Label, char Key, Func<Place, string> Address);
