using System.IO.Compression;

namespace Chancery.Reading.Files;

/// <summary>Zip archives: each entry is read as a file of its own. Nothing is ever written to disk.</summary>
internal static class ZipFile
{
    public static IEnumerable<Finding> Entries(Stream stream, Source source)
    {
        if (source.Depth >= Limits.Depth)
            return
            [
                Finding.Miss(
                    "too-deep",
                    $"{source.Origin}: archives in archives are read {Limits.Depth} deep, and this one lies deeper."
                ),
            ];
        if (!stream.CanSeek)
        {
            var whole = Whole.Read(stream, Limits.UnpackedFreely);
            if (whole is null)
                return
                [
                    Finding.Miss(
                        "too-large",
                        $"{source.Origin}: a zip that comes through a pipe or lies in an archive is held in memory, and this one is larger than {Limits.UnpackedFreely >> 20} MB; give it as a file."
                    ),
                ];
            stream = new MemoryStream(whole);
        }
        ZipArchive zip;
        try
        {
            zip = new ZipArchive(stream, ZipArchiveMode.Read);
        }
        catch (InvalidDataException)
        {
            return
            [
                Finding.Miss(
                    "zip-broken",
                    $"{source.Origin} is a zip whose list of entries is missing or broken; it may be cut off."
                ),
            ];
        }
        return Entries(zip, source);
    }

    private static IEnumerable<Finding> Entries(ZipArchive zip, Source source)
    {
        using var _ = zip;
        var (packed, unpacked) = (0L, 0L);
        foreach (
            var entry in zip
                .Entries.OrderBy(entry => entry.FullName, StringComparer.Ordinal)
                .Take(Limits.ZipEntries)
        )
        {
            if (entry.FullName.EndsWith('/'))
                continue;
            var origin = $"{source.Origin}!/{entry.FullName}";
            if (!IsInside(entry.FullName))
            {
                yield return Finding.Miss(
                    "zip-path",
                    $"{source.Origin}: the entry “{entry.FullName}” points outside the archive and was passed over."
                );
                continue;
            }
            packed += entry.CompressedLength;
            unpacked += entry.Length;
            if (IsBomb(entry.CompressedLength, entry.Length) || IsBomb(packed, unpacked))
            {
                yield return Finding.Miss(
                    "zip-bomb",
                    $"{origin} unpacks to more than {Limits.PackingRatio} times its size and was passed over."
                );
                continue;
            }
            foreach (
                var finding in Entry(
                    entry,
                    source with
                    {
                        Origin = origin,
                        At = Time(entry, source.At),
                        Depth = source.Depth + 1,
                    }
                )
            )
                yield return finding;
        }
        if (zip.Entries.Count > Limits.ZipEntries)
            yield return Finding.Miss(
                "zip-entries",
                $"{source.Origin} holds {zip.Entries.Count} entries; the first {Limits.ZipEntries} were read."
            );
    }

    private static IEnumerable<Finding> Entry(ZipArchiveEntry entry, Source source)
    {
        Stream stream;
        try
        {
            stream = entry.Open();
        }
        catch (InvalidDataException)
        {
            return
            [
                Finding.Miss(
                    "zip-entry",
                    $"{source.Origin} cannot be unpacked (locked with a password, or damaged)."
                ),
            ];
        }
        // The list of entries may lie about a length: what comes out is cut at what it promised.
        return Opened.Read(new CutStream(stream, entry.Length), source);
    }

    private static bool IsBomb(long packed, long unpacked) =>
        unpacked > Limits.UnpackedFreely && unpacked / Limits.PackingRatio > packed;

    private static bool IsInside(string name) =>
        !Path.IsPathRooted(name)
        && !name.Contains('\\', StringComparison.Ordinal)
        && !name.Contains(':', StringComparison.Ordinal)
        && !name.Split('/').Contains("..");

    private static DateTimeOffset Time(ZipArchiveEntry entry, DateTimeOffset otherwise) =>
        entry.LastWriteTime.Year <= 1980
            ? otherwise
            : new DateTimeOffset(entry.LastWriteTime.DateTime, TimeSpan.Zero);
}
