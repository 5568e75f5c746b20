using System.Globalization;
using System.Reflection;

namespace Chancery.Record.Schema;

/// <summary>The numbered SQL files beside this one (<c>sqlite/001.sql</c>), in order. A file once released is never edited.</summary>
internal static class Schema
{
    private static readonly Assembly Here = typeof(Schema).Assembly;

    /// <summary>The number of the newest file.</summary>
    public static int Latest(string dialect) => Numbers(dialect).Last();

    public static IEnumerable<(int Number, string Sql)> After(string dialect, int version)
    {
        foreach (var number in Numbers(dialect).Where(number => number > version))
        {
            using var stream = Here.GetManifestResourceStream($"{Folder(dialect)}{number:000}")!;
            using var reader = new StreamReader(stream);
            yield return (number, reader.ReadToEnd());
        }
    }

    private static int[] Numbers(string dialect) =>
        [
            .. Here.GetManifestResourceNames()
                .Where(name => name.StartsWith(Folder(dialect), StringComparison.Ordinal))
                .Select(name => int.Parse(name.AsSpan(Folder(dialect).Length), CultureInfo.InvariantCulture))
                .Order(),
        ];

    private static string Folder(string dialect) => $"Schema/{dialect}/";
}
