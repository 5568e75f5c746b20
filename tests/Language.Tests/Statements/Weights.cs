namespace Chancery.Language.Tests.Statements;

/// <summary>The weights that ship beside the program, found by walking up; empty where there are none.</summary>
internal static class Weights
{
    public static ReadOnlyMemory<byte> Read()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            string file = Path.Combine(at.FullName, "weights", "en", "core.weights");
            if (File.Exists(file))
                return File.ReadAllBytes(file);
        }
        return default;
    }
}
