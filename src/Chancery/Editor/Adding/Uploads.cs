using Chancery.Reading.Feeds;
using Chancery.Reading.Files;
using Chancery.Terms;

namespace Chancery.Editor.Adding;

/// <summary>Files that a browser sent.</summary>
internal static class Uploads
{
    /// <summary>What a file holds: itself, or the files of an archive. Its name is told and never used as a path.</summary>
    public static Task<(IReadOnlyList<Capture> Captures, string? Why)> Read(
        IFormFile file,
        CancellationToken stop
    ) => With(file, Captures, stop);

    /// <summary>The feeds that a list names.</summary>
    public static Task<(IReadOnlyList<Subscription> Feeds, string? Why)> Feeds(
        IFormFile file,
        CancellationToken stop
    ) =>
        With<(IReadOnlyList<Subscription>, string?)>(
            file,
            (path, name) =>
            {
                var (feeds, why) = Opml.Open(path);
                return (
                    feeds,
                    why.Select(reason => reason.Sentence.Replace(path, name, StringComparison.Ordinal))
                        .FirstOrDefault()
                );
            },
            stop
        );

    private static async Task<T> With<T>(IFormFile file, Func<string, string, T> work, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("chancery-upload-").FullName;
        try
        {
            var path = Path.Combine(folder, "file");
            await using (var kept = File.Create(path))
            {
                await file.CopyToAsync(kept, stop);
            }
            return work(path, Path.GetFileName(file.FileName.Replace('\\', '/')));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (IReadOnlyList<Capture>, string?) Captures(string path, string name)
    {
        var findings = Intake.Open(path).ToList();
        return (
            [
                .. findings
                    .OfType<Finding.Found>()
                    .Select(found =>
                        found.Capture with
                        {
                            Origin = found.Capture.Origin.Replace(path, name, StringComparison.Ordinal),
                        }
                    ),
            ],
            findings
                .OfType<Finding.Missed>()
                .Select(missed => missed.Why.Sentence.Replace(path, name, StringComparison.Ordinal))
                .FirstOrDefault()
        );
    }
}
