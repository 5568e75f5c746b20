using Chancery.Commands;
using Chancery.Terms;

namespace Chancery.Editor;

/// <summary>The watches that the desk follows. A file that is edited is read again; while it has mistakes, the last good reading stands.</summary>
public sealed class Watches
{
    private readonly Lock gate = new();
    private readonly List<(string File, DateTime Written, Watch Watch)> kept;

    /// <exception cref="MisuseException">None is given, or one cannot be used.</exception>
    public Watches(EditorOptions options)
    {
        if (options.Watches.Count == 0)
        {
            throw new MisuseException(
                Exit.Unreadable,
                "serve: there is no watch; name its YAML file, or put it into the desk's folder as watches/NAME.yaml."
            );
        }
        kept =
        [
            .. options.Watches.Select(file => (file, File.GetLastWriteTimeUtc(file), CheckCommand.Use(file))),
        ];
    }

    /// <summary>In the order given.</summary>
    public IReadOnlyList<Watch> All
    {
        get
        {
            lock (gate)
            {
                for (var i = 0; i < kept.Count; i++)
                {
                    kept[i] = Fresh(kept[i]);
                }
                return [.. kept.Select(watch => watch.Watch)];
            }
        }
    }

    public Watch? Find(string id) => All.FirstOrDefault(watch => watch.Id == id);

    /// <summary>The file of a watch.</summary>
    public string? FileOf(string id)
    {
        lock (gate)
        {
            return kept.FirstOrDefault(watch => watch.Watch.Id == id).File;
        }
    }

    private static (string, DateTime, Watch) Fresh((string File, DateTime Written, Watch Watch) watch)
    {
        var written = File.GetLastWriteTimeUtc(watch.File);
        if (written == watch.Written)
        {
            return watch;
        }
        try
        {
            return (watch.File, written, CheckCommand.Use(watch.File));
        }
        catch (MisuseException)
        {
            return watch;
        }
    }
}
