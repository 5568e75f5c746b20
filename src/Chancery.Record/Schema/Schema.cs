using System.Reflection;

namespace Chancery.Record.Schema;

/// <summary>The numbered SQL files beside this one, in order.</summary>
internal static class Schema
{
    /// <summary>The number of the newest file.</summary>
    public const int Latest = 1;

    public static IEnumerable<(int Number, string Sql)> After(string dialect, int version)
    {
        for (var number = version + 1; number <= Latest; number++)
        {
            var name = $"Schema/{dialect}/{number:000}";
            using var stream =
                Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
                ?? throw new InvalidOperationException($"{name} is not in the assembly.");
            using var reader = new StreamReader(stream);
            yield return (number, reader.ReadToEnd());
        }
    }
}
