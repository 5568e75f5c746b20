using System.IO.Compression;
using System.Text;

namespace Chancery.Bench;

/// <summary>The gold's pages as a WARC file of any size, one gzip member a record, for measuring.</summary>
internal static class IntakeArchive
{
    /// <summary>The folder beside the project that holds gold and corpora (CHANCERY_SHARED overrides).</summary>
    public static string Shared { get; } =
        Environment.GetEnvironmentVariable("CHANCERY_SHARED")
        ?? Above(AppContext.BaseDirectory)
        ?? throw new DirectoryNotFoundException(
            "No folder “shared” lies beside the project; set CHANCERY_SHARED."
        );

    /// <summary>Writes the file; its pages repeat once all have been written, each time under their own addresses.</summary>
    /// <param name="path">Overwritten.</param>
    /// <param name="megabytes">Packed.</param>
    /// <returns>How many records it holds.</returns>
    public static int Write(string path, int megabytes)
    {
        var members = Directory
            .EnumerateFiles(Path.Combine(Shared, "gold", "cleaning"), "*.html*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select((file, index) => Member(Page(file), index))
            .ToList();
        using var stream = File.Create(path);
        var count = 0;
        while (stream.Length < (long)megabytes << 20)
            stream.Write(members[count++ % members.Count]);
        return count;
    }

    private static byte[] Page(string file)
    {
        using var stream = File.OpenRead(file);
        using var unpacked = file.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(stream, CompressionMode.Decompress)
            : (Stream)stream;
        using var page = new MemoryStream();
        unpacked.CopyTo(page);
        return page.ToArray();
    }

    private static byte[] Member(byte[] page, int index)
    {
        var http = Encoding.ASCII.GetBytes(
            $"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {page.Length}\r\n\r\n"
        );
        var head = Encoding.ASCII.GetBytes(
            $"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://paper.example/{index}\r\nWARC-Date: 2026-03-06T18:05:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {http.Length + page.Length}\r\n\r\n"
        );
        using var member = new MemoryStream();
        using (var gzip = new GZipStream(member, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write([.. head, .. http, .. page, .. "\r\n\r\n"u8]);
        return member.ToArray();
    }

    private static string? Above(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
            if (Directory.Exists(Path.Combine(at.FullName, "shared", "gold")))
                return Path.Combine(at.FullName, "shared");
        return null;
    }
}
