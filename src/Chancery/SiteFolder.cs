using Chancery.Press;

namespace Chancery;

/// <summary>Writes a site's files into a folder: each whole or not at all, and only where its bytes changed.</summary>
public static class SiteFolder
{
    /// <exception cref="MisuseException">The folder cannot be written.</exception>
    public static void Write(string folder, IEnumerable<SiteFile> files)
    {
        var root = Path.GetFullPath(folder);
        try
        {
            foreach (var (path, bytes) in files)
            {
                Write(root, path, bytes.Span);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MisuseException(
                Exit.Unreadable,
                $"The site could not be written to {root}: {e.Message}"
            );
        }
    }

    private static void Write(string root, string path, ReadOnlySpan<byte> bytes)
    {
        var target = Path.GetFullPath(Path.Combine(root, path));
        if (!target.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"A page's path leaves the site's folder: {path}");
        }
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
