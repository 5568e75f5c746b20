namespace Chancery.Reading.Files;

/// <summary>How news that is already at hand comes in: files, folders, archives, exports.</summary>
public static class Intake
{
    /// <summary>
    /// What lies at a path, in a stable order and one at a time: no more than a capture is held in memory. What a file
    /// is is told by its bytes: pages, plain text, JSON lines and arrays, CSV, feeds, WARC and ARC, MHTML, mail and mbox,
    /// PDF, and gzip and zip of these.
    /// </summary>
    /// <param name="path">A file, a folder (read with those in it, sorted by name), a pattern (<c>*</c>, <c>?</c>, <c>**</c>), or "-" for standard input.</param>
    /// <param name="options">How to read; null for the defaults.</param>
    /// <returns>Captures, and a reason for each thing that could not be taken: nothing throws for what a path holds.</returns>
    public static IEnumerable<Finding> Open(string path, IntakeOptions? options = null)
    {
        options ??= new IntakeOptions();
        if (path == "-")
            return Guarded(StandardInput(options), "standard input");
        if (File.Exists(path))
            return OneFile(path, options);
        if (Directory.Exists(path))
            return Many(path, Walk.Files(path), options);
        return path.AsSpan().ContainsAny('*', '?')
            ? Many(path, Walk.Matching(path), options)
            : [Finding.Miss("missing", $"{path} does not exist (or may not be looked at).")];
    }

    private static IEnumerable<Finding> Many(string path, IEnumerable<Walk.Step> steps, IntakeOptions options)
    {
        var any = false;
        foreach (var step in steps)
        {
            any = true;
            var findings = step.Refused is { } why ? [new Finding.Missed(why)] : OneFile(step.Path, options);
            foreach (var finding in findings)
                yield return finding;
        }
        if (!any)
            yield return Finding.Miss("empty", $"{path}: there is no file here to read.");
    }

    private static IEnumerable<Finding> OneFile(string path, IntakeOptions options) =>
        Guarded(Opening(path, options), path);

    private static IEnumerable<Finding> Opening(string path, IntakeOptions options)
    {
        var at = new DateTimeOffset(File.GetLastWriteTimeUtc(path));
        var stream = new FileStream(
            path,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete,
            128 << 10,
            FileOptions.SequentialScan
        );
        foreach (var finding in Opened.Read(stream, new Source(path, at, options)))
            yield return finding;
    }

    private static IEnumerable<Finding> StandardInput(IntakeOptions options)
    {
        foreach (
            var finding in Opened.Read(
                options.StandardInput(),
                new Source("-", options.Clock.GetUtcNow(), options)
            )
        )
            yield return finding;
    }

    /// <summary>What the machine refuses while a file is being read (a disk, a right, a damaged archive) ends that file alone.</summary>
    private static IEnumerable<Finding> Guarded(IEnumerable<Finding> findings, string origin)
    {
        using var each = findings.GetEnumerator();
        while (true)
        {
            Finding? failed = null;
            try
            {
                if (!each.MoveNext())
                    yield break;
            }
            catch (UnauthorizedAccessException)
            {
                failed = Finding.Miss(
                    "no-permission",
                    $"{origin} may not be read: its permissions forbid it."
                );
            }
            catch (Exception wrong)
                when (wrong is IOException or InvalidDataException or NotSupportedException)
            {
                failed = Finding.Miss(
                    "unreadable",
                    $"{origin} could not be read to its end: {wrong.Message}"
                );
            }
            yield return failed ?? each.Current;
            if (failed is not null)
                yield break;
        }
    }
}
