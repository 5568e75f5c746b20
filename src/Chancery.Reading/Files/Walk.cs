using System.IO.Enumeration;
using Chancery.Terms;

namespace Chancery.Reading.Files;

/// <summary>The files of a folder, or those that a pattern means, sorted by name within each folder.</summary>
internal static class Walk
{
    /// <param name="Path">A file.</param>
    /// <param name="Refused">Why a folder could not be looked into; <paramref name="Path"/> is then the folder.</param>
    internal readonly record struct Step(string Path, Reason? Refused = null);

    public static IEnumerable<Step> Files(string folder)
    {
        var (entries, refused) = List(folder);
        if (refused is not null)
            yield return new(folder, refused);
        foreach (var entry in entries)
        {
            if (
                entry.LinkTarget is not null && entry is DirectoryInfo
                || entry.Name.StartsWith('.')
                || IsFurniture(entry)
            )
                continue;
            if (entry is FileInfo)
                yield return new(Path.Combine(folder, entry.Name));
            else
                foreach (var step in Files(Path.Combine(folder, entry.Name)))
                    yield return step;
        }
    }

    /// <summary>A pattern: <c>*</c> and <c>?</c> within a name, <c>**</c> for any folders.</summary>
    public static IEnumerable<Step> Matching(string pattern)
    {
        var names = pattern.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
        var first = Array.FindIndex(names, name => name.AsSpan().ContainsAny('*', '?'));
        var start = string.Join(Path.DirectorySeparatorChar, names[..first]);
        if (first > 0 && start.Length == 0)
            start = Path.DirectorySeparatorChar.ToString();
        return Matching(start, names.AsMemory(first));
    }

    private static IEnumerable<Step> Matching(string folder, ReadOnlyMemory<string> names)
    {
        var name = names.Span[0];
        var rest = names[1..];
        if (name == "**" && rest.IsEmpty)
            name = "*";
        if (name == "**")
            foreach (var step in Matching(folder, rest))
                yield return step;
        var (entries, refused) = List(folder.Length == 0 ? "." : folder);
        if (refused is not null && name != "**")
            yield return new(folder, refused);
        foreach (var entry in entries)
        {
            var path = Path.Combine(folder, entry.Name);
            var steps =
                name == "**"
                    ? (
                        entry is DirectoryInfo && entry.LinkTarget is null && !entry.Name.StartsWith('.')
                            ? Matching(path, names)
                            : []
                    )
                : !FileSystemName.MatchesSimpleExpression(name, entry.Name, ignoreCase: false)
                || entry.Name.StartsWith('.') && !name.StartsWith('.')
                    ? []
                : entry is DirectoryInfo ? (rest.IsEmpty ? Files(path) : Matching(path, rest))
                : rest.IsEmpty ? [new Step(path)]
                : (IEnumerable<Step>)[];
            foreach (var step in steps)
                yield return step;
        }
    }

    private static (IReadOnlyList<FileSystemInfo> Entries, Reason? Refused) List(string folder)
    {
        try
        {
            return (
                [
                    .. new DirectoryInfo(folder)
                        .EnumerateFileSystemInfos()
                        .OrderBy(entry => entry.Name, StringComparer.Ordinal),
                ],
                null
            );
        }
        catch (UnauthorizedAccessException)
        {
            return (
                [],
                new Reason("no-permission", $"{folder} may not be looked into: its permissions forbid it.")
            );
        }
        catch (DirectoryNotFoundException)
        {
            return ([], null);
        }
        catch (IOException wrong)
        {
            return ([], new Reason("unreadable", $"{folder} could not be looked into: {wrong.Message}"));
        }
    }

    /// <summary>A browser's "Save page as" puts pictures and scripts into a folder beside the page, under its name.</summary>
    private static bool IsFurniture(FileSystemInfo entry)
    {
        if (entry is not DirectoryInfo)
            return false;
        var cut = entry.Name.LastIndexOfAny(['_', '-', '.']);
        if (
            cut <= 0
            || entry.Name[(cut + 1)..]
                is not ("files" or "Dateien" or "fichiers" or "archivos" or "pliki" or "bestanden" or "file")
        )
            return false;
        var page = Path.Combine(Path.GetDirectoryName(entry.FullName)!, entry.Name[..cut]);
        return File.Exists(page + ".html") || File.Exists(page + ".htm");
    }
}
