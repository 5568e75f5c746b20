using Chancery.Language.Grammar;

namespace Chancery.Language.Tests;

/// <summary>The parser with the weights that ship.</summary>
internal static class Weights
{
    private static readonly Lazy<Parser> Loaded = new(() =>
        Chancery.Language.English.Load(
            File.ReadAllBytes(Path.Combine(Shared.Project, "weights", "en", "core.weights"))
        )
    );

    public static Parser English => Loaded.Value;
}

/// <summary>Folders found by walking up from the tests.</summary>
internal static class Shared
{
    /// <summary>The project's own folder: the first above the tests that holds the solution.</summary>
    public static string Project { get; } =
        Above(AppContext.BaseDirectory).First(folder => File.Exists(Path.Combine(folder, "Chancery.slnx")));

    /// <summary>The folder of gold and corpora beside the project; null where there is none.</summary>
    public static string? Folder { get; } =
        Environment.GetEnvironmentVariable("CHANCERY_SHARED")
        ?? Above(AppContext.BaseDirectory)
            .Select(folder => Path.Combine(folder, "shared"))
            .FirstOrDefault(folder => Directory.Exists(Path.Combine(folder, "gold")));

    private static IEnumerable<string> Above(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            yield return at.FullName;
        }
    }
}
