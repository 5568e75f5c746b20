namespace Chancery.Editor;

/// <summary>The screens of this program, found once.</summary>
public sealed class Screens
{
    /// <summary>In the order of their names, so that every start is the same.</summary>
    public IReadOnlyList<IScreen> All { get; } =
    [
        .. typeof(IScreen)
            .Assembly.GetTypes()
            .Where(type =>
                type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IScreen))
            )
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (IScreen)Activator.CreateInstance(type)!),
    ];

    /// <summary>In the order of the navigation.</summary>
    public IReadOnlyList<NavigationLink> Links =>
        [.. All.Select(screen => screen.Link).OfType<NavigationLink>().OrderBy(link => link.Order)];
}
