using Chancery.Press;

namespace Chancery;

/// <summary>Writes a site's files into a folder: each whole or not at all, and only where it changed.</summary>
public static class SiteFolder
{
    /// <param name="folder">The site's folder; what others put there stays.</param>
    /// <param name="pages">What is to stand there.</param>
    /// <param name="before">What the last build left there, by path, with its key: what is the same is not made again, what is no longer there is taken away.</param>
    /// <returns>How many files were made.</returns>
    /// <exception cref="MisuseException">The folder cannot be written.</exception>
    public static async Task<int> Write(
        string folder,
        IReadOnlyList<SitePage> pages,
        IReadOnlyDictionary<string, string> before
    )
    {
        var root = Path.GetFullPath(folder);
        var made = 0;
        try
        {
            foreach (var page in pages)
            {
                var target = Target(root, page.Path);
                if (before.GetValueOrDefault(page.Path) == page.Key && File.Exists(target))
                {
                    continue;
                }
                Write(target, await page.Make().ConfigureAwait(false));
                made++;
            }
            foreach (var path in before.Keys.Except(pages.Select(page => page.Path)))
            {
                File.Delete(Target(root, path));
            }
            return made;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MisuseException(
                Exit.Unreadable,
                $"The site could not be written to {root}: {e.Message}"
            );
        }
    }

    private static string Target(string root, string path)
    {
        var target = Path.GetFullPath(Path.Combine(root, path));
        return target.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? target
            : throw new InvalidOperationException($"A page's path leaves the site's folder: {path}");
    }

    private static void Write(string target, ReadOnlySpan<byte> bytes)
    {
        if (File.Exists(target) && File.ReadAllBytes(target).AsSpan().SequenceEqual(bytes))
        {
            return;
        }
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        // Beside its target, so that the move is a rename: a reader sees the old page or the new one.
        var writing = target + ".writing";
        File.WriteAllBytes(writing, bytes);
        File.Move(writing, target, overwrite: true);
    }
}
